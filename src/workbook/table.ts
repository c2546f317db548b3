import type { CellLocation } from "../diagnostic/location.ts";

/** A sheet understood as one input: its data rows, with the columns that the rulebook asks for. */
export interface Table {
  /** The `TableSpec` id: `deposits`. */
  readonly input: string;
  readonly file: string;
  readonly sheet: string | undefined;
  /** Bound columns by the spec's column name. A column that the sheet does not have is absent. */
  readonly columns: ReadonlyMap<string, TableColumn>;
  /** Data rows: header, totals, notes and blank rows are not among them. */
  readonly rows: number;
  /** The sheet's own row number of data row `index`, from 1. */
  rowNumber(index: number): number;
  /** Where a data row's cell is; without a column, the row's first cell. */
  locate(index: number, column?: string): CellLocation;
  readonly date1904: boolean;
}

export interface TableColumn {
  readonly name: string;
  /** 0-based. */
  readonly index: number;
  /** As printed in the sheet, both rows of a two-row header joined. */
  readonly header: string;
  /** The unit that applies to bare figures: from the header's brackets, else the unit cell or sheet. `万元`, `%`, `美元`. */
  readonly unit: string | undefined;
  cell(index: number): Cell;
  /**
   * The values of all number cells at once, by data row, without an object for each; NaN for any other cell, and for what its
   * cell shows as a date or a time.
   */
  numbers?(): Float64Array;
}

export type Cell =
  | { readonly kind: "blank" }
  | { readonly kind: "number"; readonly value: number; readonly format: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "error"; readonly text: string }
  | { readonly kind: "no-result"; readonly formula: string };
