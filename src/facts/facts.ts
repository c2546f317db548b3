import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { CellLocation } from "../diagnostic/location.ts";
import type { Result } from "../formula/value.ts";
import type { ColumnValues } from "../rulebook/frame.ts";

/** Tables read by the rulebook's types: every value knows its cell, or why it is missing. */
export interface Facts {
  /** In roster order: by file name, sheet, row. */
  readonly people: readonly Person[];
  /** By `Input.index`; undefined: no sheet of it was supplied. The subject's own rows are `people`. */
  readonly inputs: readonly (InputFacts | undefined)[];
  readonly diagnostics: readonly Diagnostic[];
  /** No data, no key column, one 工号 twice on the roster: the run cannot go on (exit code 2). */
  readonly fatal: boolean;
}

/** One subject: a row of the roster. */
export interface Person {
  readonly id: string;
  readonly index: number;
  /** By `Column.slot` of the subject input. */
  readonly columns: readonly Result[];
  locate(slot?: number): CellLocation;
  /** Errors in cells or rows that touch this person: whoever has one is sent to review. */
  readonly problems: readonly Diagnostic[];
}

/** All rows of one input, from however many sheets. */
export interface InputFacts {
  readonly rows: number;
  /** By `Column.slot`. */
  readonly columns: readonly ColumnValues[];
  /**
   * Row numbers (0-based, in the order of files and sheets) of each person, by `Person.index`. The row of a `whole` input is
   * everyone's.
   */
  readonly rowsOf: readonly (readonly number[])[];
  locate(row: number, slot?: number): CellLocation;
}
