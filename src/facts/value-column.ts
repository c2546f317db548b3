import type { Result } from "../formula/value.ts";
import { Exact } from "../number/exact.ts";
import type { ColumnValues } from "../rulebook/frame.ts";

/**
 * The values of one column, one a row. Amounts of up to two decimals, as nearly all figures of a large sheet are, are kept as
 * whole hundredths in an array of numbers: as objects they would take eight times the memory, and collecting what is no longer
 * used would move every one of them twice.
 */
export class ValueColumn implements ColumnValues {
  /** Hundredths; NaN: look among the others. Undefined: no figures are expected. */
  private readonly figures: Float64Array | undefined;
  private others: (Result | undefined)[] = [];

  constructor(
    readonly length: number,
    holdsFigures: boolean,
  ) {
    this.figures = holdsFigures ? new Float64Array(length).fill(Number.NaN) : undefined;
  }

  at(row: number): Result | undefined {
    const hundredths = this.hundredths(row);
    return Number.isNaN(hundredths) ? this.others[row] : Exact.hundredths(hundredths);
  }

  hundredths(row: number): number {
    return this.figures?.[row] ?? Number.NaN;
  }

  /** A figure's size in hundredths, without its sign and near enough to compare by; 0 where there is none. */
  size(row: number): number {
    const hundredths = this.hundredths(row);
    if (!Number.isNaN(hundredths)) return Math.abs(hundredths);
    const value = this.others[row];
    return value instanceof Exact ? Math.abs(value.approximate) * 100 : 0;
  }

  set(row: number, value: Result): void {
    if (this.figures) {
      const hundredths = value instanceof Exact ? value.inHundredths : Number.NaN;
      this.figures[row] = hundredths;
      if (!Number.isNaN(hundredths)) return;
    }
    if (this.others.length === 0) this.others = new Array(this.length);
    this.others[row] = value;
  }

  /** @param hundredths a whole number, in a column that holds figures */
  setHundredths(row: number, hundredths: number): void {
    if (this.figures) this.figures[row] = hundredths;
  }

  fill(value: Result, from: number, to: number): void {
    for (let row = from; row < to; row++) this.set(row, value);
  }

  *[Symbol.iterator](): Iterator<Result> {
    for (let row = 0; row < this.length; row++) yield this.at(row) as Result;
  }
}
