import { type CellLocation, columnName } from "../diagnostic/location.ts";
import type { Limits } from "./limits.ts";
import type { Merge, Sheet, SheetEnd, SheetSink } from "./sheet.ts";
import { Refusal, refusal } from "./xlsx/refusal.ts";

/** Kinds of cells in a `HeldSheet`. */
export const held = { number: 1, text: 2, boolean: 3, error: 4 } as const;

/**
 * A sheet of a format that cannot be streamed, in memory: one entry a cell that is not blank, by row and then by column.
 * Plain arrays of numbers, so that they also pass from a worker thread without being copied one by one.
 */
export interface HeldSheet {
  readonly name: string | undefined;
  readonly state: "visible" | "hidden";
  /** 1-based. */
  readonly rows: ArrayLike<number>;
  /** 0-based. */
  readonly columns: ArrayLike<number>;
  readonly kinds: ArrayLike<number>;
  /** The number, 1 for true, or which of the texts. */
  readonly values: ArrayLike<number>;
  /** Which of the formats a number has. */
  readonly cellFormats: ArrayLike<number>;
  readonly texts: readonly string[];
  readonly formats: readonly string[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: readonly number[];
  readonly merges: readonly Merge[];
  readonly date1904: boolean;
}

/** Cells that a file has sent so far, in all its sheets. */
export interface CellCount {
  cells: number;
}

/** A held sheet as any other: its rows go to the sink up to the first cell that is beyond a limit. */
export function openHeldSheet(sheet: HeldSheet, file: string, limits: Limits, count: CellCount): Sheet {
  const { name, state, date1904 } = sheet;
  return {
    name,
    state,
    async read(sink) {
      try {
        return sendHeldSheet(sheet, file, limits, count, sink);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return { merges: [], hiddenColumns: [], date1904, diagnostics: [error.diagnostic] };
      }
    },
  };
}

/** @throws Refusal for a cell beyond a limit */
function sendHeldSheet(sheet: HeldSheet, file: string, limits: Limits, count: CellCount, sink: SheetSink): SheetEnd {
  const at = (index: number): CellLocation => ({
    file,
    ...(sheet.name === undefined ? {} : { sheet: sheet.name }),
    cell: `${columnName(sheet.columns[index] ?? 0)}${sheet.rows[index]}`,
  });
  let row = 0;
  for (let index = 0; index < sheet.rows.length; index++) {
    const [next, column] = [sheet.rows[index] as number, sheet.columns[index] as number];
    if (next > limits.rows) throw refusal("workbook/too-many-rows", at(index), { row: next, limit: limits.rows });
    if (column >= limits.columns) throw refusal("workbook/too-many-columns", at(index), { limit: limits.columns });
    if (++count.cells > limits.cells) throw refusal("workbook/too-many-cells", at(index), { limit: limits.cells });
    if (next !== row) sink.row(next, sheet.hiddenRows.has(next));
    row = next;
    const value = sheet.values[index] as number;
    const kind = sheet.kinds[index];
    if (kind === held.number)
      sink.number(column, value, sheet.formats[sheet.cellFormats[index] as number] ?? "General");
    else if (kind === held.boolean) sink.boolean(column, value === 1);
    else {
      const text = sheet.texts[value] ?? "";
      if (text.length > limits.textLength)
        throw refusal("workbook/text-too-long", at(index), { limit: limits.textLength });
      if (kind === held.error) sink.error(column, text);
      else if (text !== "") sink.text(column, text);
    }
  }
  const { merges, hiddenColumns, date1904 } = sheet;
  return { merges, hiddenColumns, date1904, diagnostics: [] };
}
