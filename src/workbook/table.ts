import type { CellLocation } from "../diagnostic/location.ts";
import type { PackedParts } from "./build/packed-text.ts";

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
  /** Money without a unit of its own, where the sheet names one that may be meant: `unit` is undefined. */
  readonly doubt?: UnitDoubt | undefined;
  cell(index: number): Cell;
  /** All cells as they are kept, without an object for each. */
  raw?(): RawCells;
}

/** Units that a bare figure of a column may be in, and what says so. */
export interface UnitDoubt {
  readonly units: readonly string[];
  readonly said: readonly { readonly text: string; readonly location: CellLocation }[];
  /** Only headers of other columns say so: as likely as not that column alone is in it. */
  readonly beside?: boolean;
}

/** A column's cells by data row, each a tag and a number: what the number means is for the tag to say. */
export interface RawCells {
  readonly tags: Uint16Array;
  readonly values: Float64Array;
  /** The tag of texts that are kept by number: the same text by the same one; below 0 it may be kept several times. */
  readonly wordTag: number;
  /** Whether cells of a tag are numbers, and are not shown as dates or times. */
  isFigure(tag: number): boolean;
  /** For texts of digits behind a word, C00012 or 000353, whose number the digits are, what those of a tag have in common. */
  parts(tag: number): PackedParts | undefined;
}

export type Cell =
  | { readonly kind: "blank" }
  | { readonly kind: "number"; readonly value: number; readonly format: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "error"; readonly text: string }
  | { readonly kind: "no-result"; readonly formula: string };
