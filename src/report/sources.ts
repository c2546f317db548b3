import type { Trace, UncountedGroup } from "../metrics/metrics.ts";
import { traceFigure } from "../metrics/trace.ts";
import { uncountedGroups } from "../metrics/uncounted.ts";
import type { Graded } from "../pipeline.ts";
import type { Tier } from "../rulebook/tier.ts";

/** Where figures come from: worked out on demand, as most reports show little of it. */
export interface Sources {
  /** The cells behind a figure of a person (by `Person.index`) at a tier; of a derived figure, those of each it is made from. */
  trace(person: number, figure: string, tier: Tier | undefined): readonly Trace[];
  /** The customers of a person that some scope leaves out at a tier. */
  uncounted(person: number, tier: Tier | undefined): readonly UncountedGroup[];
}

export function sourcesOf({ facts, rulebook, metrics }: Graded): Sources {
  return {
    trace(person, figure, tier) {
      const frame = metrics.people[person];
      return frame ? traceFigure(facts, rulebook, frame, person, figure, tier?.index ?? -1) : [];
    },
    uncounted(person, tier) {
      const frame = metrics.people[person];
      return frame ? uncountedGroups(facts, rulebook, frame, person, tier?.index ?? -1) : [];
    },
  };
}
