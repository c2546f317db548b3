import type { CellColumn } from "./cell-column.ts";
import type { SheetRow } from "./sheet-row.ts";

/**
 * Rows of a sheet that have come at once, each known by its place in the batch. Those that are data beyond doubt are
 * collected a column at a time, without a call on the way for each of millions of cells.
 */
export interface RowBatch {
  readonly rows: number;
  /** The sheet's own number of a row. */
  numberOf(row: number): number;
  /** The physical line that a row starts on; 0 where rows have none. */
  lineOf(row: number): number;
  /** Whether a row is data at the first look: see plain-data.ts. */
  isPlain(row: number, keys: readonly number[]): boolean;
  /** The last column behind `beyond` that is not blank in a row; at most `beyond` if there is none. */
  lastColumn(row: number, beyond: number): number;
  /** Hands the cells of a row that are not blank over one by one. */
  send(row: number, to: SheetRow): void;
  /** Adds the cells of one column, in as many of the rows named as `count` says. */
  collect(column: number, rows: Int32Array, count: number, to: CellColumn): void;
}
