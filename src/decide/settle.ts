import type { Assessment } from "../assess/assessment.ts";
import type { Person } from "../facts/facts.ts";
import { Unknown } from "../formula/value.ts";
import type { Action, Decision, DecisionRule } from "../rulebook/decision.ts";
import type { PersonFrame } from "../rulebook/frame.ts";
import { type Rulebook, tierOf } from "../rulebook/rulebook.ts";
import type { Tier } from "../rulebook/tier.ts";
import { limitedStep } from "./steps.ts";

/** What the year's end brings a person, and which line of the decision brought it. */
export interface Outcome {
  readonly action: Action;
  readonly recommended: Tier | undefined;
  readonly because: Because;
}

export type Because =
  /** A cell or row of this person could not be read. */
  | { readonly kind: "data" }
  /** The present tier is missing or unreadable. */
  | { readonly kind: "current"; readonly unknown: Unknown }
  /** A tier above the highest passing one is unknown. */
  | { readonly kind: "undecided" }
  /** The level is unknown, or beyond the top. */
  | { readonly kind: "level" }
  | { readonly kind: "rule"; readonly rule: DecisionRule; readonly unknown: Unknown | undefined }
  | { readonly kind: "none-reached" }
  /** Held off the ladder (见习), with no tier reached. */
  | { readonly kind: "off-ladder" }
  | { readonly kind: "first-grade" }
  /** Present and qualified tier compared; `limited`: `max_up` or `max_down` allows only a part of the way. */
  | { readonly kind: "compared"; readonly limited: boolean };

/**
 * The decision, first match first (rule language, "decision"). What is wrong with the person's data comes before everything:
 * such a person is in review whatever their figures say. `frame.qualified` must be set.
 */
export function settle(
  assessment: Assessment,
  person: Person,
  rulebook: Rulebook,
  decision: Decision,
  frame: PersonFrame,
): Outcome {
  const review = (because: Because): Outcome => ({ action: "review", recommended: undefined, because });
  const { qualified, undecided, level } = assessment;
  if (person.problems.length > 0) return review({ kind: "data" });
  if (frame.current instanceof Unknown) return review({ kind: "current", unknown: frame.current });
  if (undecided.length > 0) return review({ kind: "undecided" });
  if (level && (level.name instanceof Unknown || level.beyondTop)) return review({ kind: "level" });
  const current = tierOf(rulebook, String(frame.current));
  for (const rule of decision.rules) {
    const applies = rule.when.evaluate(frame);
    if (applies instanceof Unknown) return review({ kind: "rule", rule, unknown: applies });
    if (applies === true) {
      return towards(rule.then, current, qualified, { kind: "rule", rule, unknown: undefined });
    }
  }
  if (!qualified) {
    if (current && !current.ladder) return { action: "keep", recommended: current, because: { kind: "off-ladder" } };
    return towards(decision.noneReached, current, undefined, { kind: "none-reached" });
  }
  if (!current?.ladder) return { action: "confirm", recommended: qualified, because: { kind: "first-grade" } };
  const recommended = limitedStep(rulebook, decision, current, qualified);
  const action = recommended === current ? "keep" : recommended.rank > current.rank ? "promote" : "demote";
  return { action, recommended, because: { kind: "compared", limited: recommended !== qualified } };
}

/** An action that a rulebook prescribes: keeping keeps the present tier, review and leave recommend none. */
function towards(action: Action, current: Tier | undefined, qualified: Tier | undefined, because: Because): Outcome {
  const recommended = action === "review" || action === "leave" ? undefined : action === "keep" ? current : qualified;
  return { action, recommended, because };
}
