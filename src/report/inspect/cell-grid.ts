import type { CellLocation, Location } from "../../diagnostic/location.ts";
import { columnName } from "../../diagnostic/location.ts";
import type { Cell, Table, TableColumn } from "../../workbook/table.ts";

/** A cell among its neighbours: the columns that are read, and the data rows above and below. */
export interface CellGrid {
  readonly columns: readonly { readonly column: string; readonly header: string }[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  /** Indices of the cell among `rows` and `columns`. */
  readonly marked: { readonly row: number; readonly column: number };
}

/** So many columns on either side are shown. */
const beside = 3;
/** A longer text says no more. */
const longest = 40;

/** The grid around a cell; undefined if the place is no cell of data that was read. */
export function cellGrid(at: Location | undefined, tables: readonly Table[]): CellGrid | undefined {
  const { file, sheet, cell } = (at ?? {}) as Partial<CellLocation>;
  const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(cell ?? "") ?? [];
  if (letters === undefined || digits === undefined) return undefined;
  const table = tables.find((one) => one.file === file && one.sheet === sheet);
  const index = table && indexOf(table, Number(digits));
  if (!table || index === undefined) return undefined;
  const all = [...table.columns.values()].sort((a, b) => a.index - b.index);
  const place = all.findIndex((column) => columnName(column.index) === letters);
  if (place < 0) return undefined;
  const columns = all.slice(Math.max(0, place - beside), place + beside + 1);
  const first = Math.max(0, index - 1);
  const indices = [index - 1, index, index + 1].filter((one) => one >= 0 && one < table.rows);
  return {
    columns: columns.map((column) => ({ column: columnName(column.index), header: column.header })),
    rows: indices.map((one) => ({ row: table.rowNumber(one), cells: columns.map((column) => shown(column, one)) })),
    marked: { row: index - first, column: place - Math.max(0, place - beside) },
  };
}

/** The data row that is a row of the sheet. Rows come in the sheet's order. */
function indexOf(table: Table, row: number): number | undefined {
  let [low, high] = [0, table.rows];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (table.rowNumber(middle) < row) low = middle + 1;
    else high = middle;
  }
  return low < table.rows && table.rowNumber(low) === row ? low : undefined;
}

function shown(column: TableColumn, index: number): string {
  const text = textOf(column.cell(index));
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

function textOf(cell: Cell): string {
  switch (cell.kind) {
    case "blank":
      return "";
    case "number":
      // A double says no more than 15 digits, and Excel shows no more.
      return String(Number(cell.value.toPrecision(15)));
    case "boolean":
      return cell.value ? "TRUE" : "FALSE";
    case "no-result":
      return `=${cell.formula.replace(/^=/, "")}`;
    default:
      return cell.text;
  }
}
