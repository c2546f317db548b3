import type { Term } from "../rulebook/figure.ts";
import type { ColumnValues } from "../rulebook/frame.ts";

/** What a row's figure comes to that is made from one or two columns, without a formula. */
export class Hundredths {
  private readonly first: Float64Array | undefined;
  private readonly second: Float64Array | undefined;
  private readonly sign: number;

  /** @param terms none: nothing is known of any row */
  constructor([first, second]: readonly Term[], columns: readonly ColumnValues[]) {
    this.first = first && columns[first.column.slot]?.hundredths;
    this.second = second && columns[second.column.slot]?.hundredths;
    this.sign = second?.sign ?? 0;
  }

  /** A hundred times the row's figure; NaN where that is no safe integer, or a cell holds no figure of whole hundredths. */
  at(row: number): number {
    const first = this.first?.[row] ?? Number.NaN;
    if (this.sign === 0) return first;
    // The sum of two safe integers is either exact or no safe integer.
    const sum = first + this.sign * (this.second?.[row] ?? Number.NaN);
    return Number.isSafeInteger(sum) ? sum : Number.NaN;
  }
}
