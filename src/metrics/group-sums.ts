import { Exact } from "../number/exact.ts";
import type { ColumnValues } from "../rulebook/frame.ts";

/**
 * What groups come to, added up row by row. Amounts in whole hundredths are added as numbers, exactly as long as the sum is
 * below 2^53; whatever is not so is added as a fraction beside them.
 */
export class GroupSums {
  /** Times a hundred, where all are `inHundredths`. */
  readonly totals: Float64Array;
  private readonly fractions = new Map<number, Exact>();

  constructor(groups: number) {
    this.totals = new Float64Array(groups);
  }

  /** Every sum is a number of hundredths. */
  get inHundredths(): boolean {
    return this.fractions.size === 0;
  }

  /** Adds a row of a column; false, and nothing added, where it holds no figure. */
  addRow(group: number, column: ColumnValues, row: number): boolean {
    if (this.addHundredths(group, column.hundredths?.[row] ?? Number.NaN)) return true;
    const value = column.at(row);
    if (value instanceof Exact) this.add(group, value);
    return value instanceof Exact;
  }

  add(group: number, value: Exact): void {
    if (this.addHundredths(group, value.inHundredths)) return;
    this.fractions.set(group, this.fractions.get(group)?.add(value) ?? value);
  }

  of(group: number): Exact {
    const sum = Exact.hundredths(this.totals[group] as number);
    return this.fractions.get(group)?.add(sum) ?? sum;
  }

  /** False, and nothing added, for NaN, and beyond what a number holds exactly. */
  addHundredths(group: number, hundredths: number): boolean {
    const sum = (this.totals[group] as number) + hundredths;
    if (!(Math.abs(sum) <= Number.MAX_SAFE_INTEGER)) return false;
    this.totals[group] = sum;
    return true;
  }
}
