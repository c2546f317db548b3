import type { CellLocation } from "../diagnostic/location.ts";
import type { Trace, UncountedGroup } from "../metrics/metrics.ts";
import { type SourceColumn, sourceColumns } from "../metrics/source-columns.ts";
import { traceFigure } from "../metrics/trace.ts";
import { uncountedGroups } from "../metrics/uncounted.ts";
import type { Graded } from "../pipeline.ts";
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

export function sourcesOf({ facts, rulebook, metrics }: Graded): Sources {
  const columnsOf = new Map<string, readonly SourceColumn[]>();
  return {
    trace(person, figure, tier) {
      const frame = metrics.people[person];
      return frame ? traceFigure(facts, rulebook, frame, person, figure, tier?.index ?? -1) : [];
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
      return frame ? uncountedGroups(facts, rulebook, frame, person, tier?.index ?? -1) : [];
    },
  };
}
