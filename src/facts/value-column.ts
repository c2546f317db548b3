import type { Result } from "../formula/value.ts";
import { Exact } from "../number/exact.ts";
import type { ColumnValues } from "../rulebook/frame.ts";

/**
 * The values of one column, one a row. Amounts of up to two decimals, as nearly all figures of a large sheet are, are kept as
 * whole hundredths in an array of numbers: as objects they would take eight times the memory, and collecting what is no longer
 * used would move every one of them twice.
 */
export class ValueColumn implements ColumnValues {
  /** NaN: look among the others. Undefined: no figures are expected. */
  readonly hundredths: Float64Array | undefined;
  private others: (Result | undefined)[] = [];

  constructor(
    readonly length: number,
    holdsFigures: boolean,
  ) {
    this.hundredths = holdsFigures ? new Float64Array(length).fill(Number.NaN) : undefined;
  }

  at(row: number): Result | undefined {
    const hundredths = this.hundredths?.[row] ?? Number.NaN;
    return Number.isNaN(hundredths) ? this.others[row] : Exact.hundredths(hundredths);
  }

  /**
   * The sizes of the figures from `start` up to `end`, in hundredths, without their signs and near enough to compare by; 0 where
   * there is none.
   */
  sizes(start: number, end: number): Float64Array {
    const sizes = new Float64Array(Math.max(end - start, 0));
    for (let index = 0; index < sizes.length; index++) {
      const hundredths = this.hundredths?.[start + index] ?? Number.NaN;
      if (!Number.isNaN(hundredths)) sizes[index] = Math.abs(hundredths);
      else sizes[index] = sizeOf(this.others[start + index]);
    }
    return sizes;
  }

  set(row: number, value: Result): void {
    if (this.hundredths) {
      const hundredths = value instanceof Exact ? value.inHundredths : Number.NaN;
      this.hundredths[row] = hundredths;
      if (!Number.isNaN(hundredths)) return;
    }
    if (this.others.length === 0) this.others = new Array(this.length);
    this.others[row] = value;
  }

  /** @param hundredths a whole number, in a column that holds figures */
  setHundredths(row: number, hundredths: number): void {
    if (this.hundredths) this.hundredths[row] = hundredths;
  }

  fill(value: Result, from: number, to: number): void {
    for (let row = from; row < to; row++) this.set(row, value);
  }

  *[Symbol.iterator](): Iterator<Result> {
    for (let row = 0; row < this.length; row++) yield this.at(row) as Result;
  }
}

function sizeOf(value: Result | undefined): number {
  return value instanceof Exact ? Math.abs(value.approximate) * 100 : 0;
}
