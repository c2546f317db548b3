import type { Result } from "../formula/value.ts";
import type { IdCodes } from "./id-codes.ts";
import { ValueColumn } from "./value-column.ts";

/** A column of ids: a number for each, which tells equal ones without a text being made of them. */
export class IdColumn extends ValueColumn {
  /** By row: the id's number among those of its family; -1: the cell has no id. */
  readonly codes: Int32Array;

  constructor(
    length: number,
    readonly ids: IdCodes,
  ) {
    super(length, false);
    this.codes = new Int32Array(length).fill(-1);
  }

  override at(row: number): Result | undefined {
    const code = this.codes[row] ?? -1;
    return code >= 0 ? this.ids.text(code) : super.at(row);
  }

  override set(row: number, value: Result): void {
    this.codes[row] = typeof value === "string" ? this.ids.code(value) : -1;
    if (typeof value !== "string") super.set(row, value);
  }
}
