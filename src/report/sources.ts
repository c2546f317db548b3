import type { CellLocation } from "../diagnostic/location.ts";
import { Unknown } from "../formula/value.ts";
import { privateNames } from "../mask/mask-assessment.ts";
import { maskWord } from "../mask/mask-word.ts";
import type { Masks } from "../mask/masks.ts";
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
  /** The cells of a person in the columns that a figure reads, a column each: where to look, whether each cell counts or not. */
  cells(person: number, figure: string): readonly FigureCells[];
  /** The customers of a person that some scope leaves out at a tier. */
  uncounted(person: number, tier: Tier | undefined): readonly UncountedGroup[];
}

/** A person's cells in one column: how many, and the first of them in the order of the files. */
export interface FigureCells {
  readonly count: number;
  readonly first: readonly CellLocation[];
}

/** So many cells are named. */
const cellsNamed = 2;

export function sourcesOf({ facts, rulebook, metrics, masks }: Graded): Sources {
  let last: { readonly person: number; readonly scopes: PersonScopes } | undefined;
  /** Of whoever was asked about last: reports ask about one person after another, and of each for many figures. */
  const scopesOf = (person: number, frame: PersonFrame) => {
    if (last?.person !== person) last = { person, scopes: new PersonScopes(facts, rulebook, frame, person) };
    return last.scopes;
  };
  const columnsOf = new Map<string, readonly SourceColumn[]>();
  const sources: Sources = {
    trace(person, figure, tier) {
      const frame = metrics.people[person];
      return frame
        ? traceFigure(facts, rulebook, frame, person, figure, tier?.index ?? -1, scopesOf(person, frame))
        : [];
    },
    cells(person, figure) {
      let columns = columnsOf.get(figure);
      if (!columns) {
        columns = sourceColumns(rulebook, figure);
        columnsOf.set(figure, columns);
      }
      return columns.flatMap(({ input, column }): FigureCells[] => {
        if (input.role === "subject") {
          const at = facts.people[person]?.locate(column?.slot);
          return at ? [{ count: 1, first: [at] }] : [];
        }
        const data = facts.inputs[input.index];
        const rows = data?.rowsOf[person] ?? [];
        if (!data || rows.length === 0) return [];
        return [{ count: rows.length, first: rows.slice(0, cellsNamed).map((row) => data.locate(row, column?.slot)) }];
      });
    },
    uncounted(person, tier) {
      const frame = metrics.people[person];
      return frame ? uncountedGroups(facts, rulebook, frame, person, tier?.index ?? -1, scopesOf(person, frame)) : [];
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
