import { Unknown } from "../formula/value.ts";
import { privateNames } from "../mask/mask-assessment.ts";
import { maskWord } from "../mask/mask-word.ts";
import type { Masks } from "../mask/masks.ts";
import { type CountedCells, PersonCells } from "../metrics/counted-cells.ts";
import type { Trace, TraceCell, UncountedGroup } from "../metrics/metrics.ts";
import { PersonScopes } from "../metrics/person-scopes.ts";
import { type SourceColumn, sourceColumns } from "../metrics/source-columns.ts";
import { traceFigure } from "../metrics/trace.ts";
import { uncountedGroups } from "../metrics/uncounted.ts";
import type { Graded } from "../pipeline.ts";
import type { PersonFrame } from "../rulebook/frame.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Tier } from "../rulebook/tier.ts";

/** Where figures come from: worked out on demand, as most reports show little of it. */
export interface Sources {
  /** The cells behind a figure of a person (by `Person.index`) at a tier; of a derived figure, those of each it is made from. */
  trace(person: number, figure: string, tier: Tier | undefined): readonly Trace[];
  /** The same in short: of each column that a figure is made from, how many cells count at a tier, and the largest. */
  cells(person: number, figure: string, tier: Tier | undefined): readonly CountedCells[];
  /** The customers of a person that some scope leaves out at a tier. */
  uncounted(person: number, tier: Tier | undefined): readonly UncountedGroup[];
}

export function sourcesOf({ facts, rulebook, metrics, masks }: Graded): Sources {
  let last: { readonly person: number; readonly scopes: PersonScopes; readonly cells: PersonCells } | undefined;
  /** Of whoever was asked about last: reports ask about one person after another, and of each for many figures. */
  const ofPerson = (person: number, frame: PersonFrame) => {
    if (last?.person === person) return last;
    const scopes = new PersonScopes(facts, rulebook, frame, person);
    last = { person, scopes, cells: new PersonCells(facts, rulebook, frame, person, scopes) };
    return last;
  };
  const columnsOf = new Map<string, readonly SourceColumn[]>();
  const sources: Sources = {
    trace(person, figure, tier) {
      const frame = metrics.people[person];
      return frame
        ? traceFigure(facts, rulebook, frame, person, figure, tier?.index ?? -1, ofPerson(person, frame).scopes)
        : [];
    },
    cells(person, figure, tier) {
      let columns = columnsOf.get(figure);
      if (!columns) {
        columns = sourceColumns(rulebook, figure);
        columnsOf.set(figure, columns);
      }
      const frame = metrics.people[person];
      if (!frame) return [];
      const { cells } = ofPerson(person, frame);
      return columns.map((column) => cells.of(column, tier?.index ?? -1)).filter(({ count }) => count > 0);
    },
    uncounted(person, tier) {
      const frame = metrics.people[person];
      return frame
        ? uncountedGroups(facts, rulebook, frame, person, tier?.index ?? -1, ofPerson(person, frame).scopes)
        : [];
    },
  };
  return masks ? maskedSources(sources, rulebook, masks) : sources;
}

/** The same places with masked customers, and without the values of private columns. */
function maskedSources(sources: Sources, rulebook: Rulebook, masks: Masks): Sources {
  const names = privateNames(rulebook, masks);
  /** What the cells of a figure hold: the column that it reads first, by its name. */
  const readBy = (figure: string): string => {
    const measure = rulebook.metrics.find(({ name }) => name === figure)?.measure;
    return measure?.kind === "aggregate" ? (measure.argument?.uses[0] ?? figure) : figure;
  };
  return {
    cells: sources.cells,
    trace(person, figure, tier) {
      return sources.trace(person, figure, tier).map((trace): Trace => {
        const isPrivate = names.has(readBy(trace.figure));
        const cell = <C extends TraceCell>(one: C): C => ({
          ...one,
          value: isPrivate && typeof one.value !== "string" ? undefined : maskWord(one.value, masks),
        });
        const isAmount = names.has(trace.figure) && typeof trace.value !== "string";
        const value = isAmount ? new Unknown([]) : maskWord(trace.value, masks);
        return { ...trace, value, counted: trace.counted.map(cell), leftOut: trace.leftOut.map(cell) };
      });
    },
    uncounted(person, tier) {
      return sources.uncounted(person, tier).map((found) => {
        return { ...found, person: masks.id(found.person), group: masks.customer(found.group) };
      });
    },
  };
}
