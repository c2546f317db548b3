import { Exact } from "../number/exact.ts";
import type { ColumnValues } from "../rulebook/frame.ts";

/**
 * What groups come to, added up row by row. Amounts in whole hundredths are added as numbers, exactly as long as the sum is
 * below 2^53; whatever is not so is added as a fraction beside them.
 */
export class GroupSums {
  private readonly sums: Float64Array;
  private readonly fractions = new Map<number, Exact>();

  constructor(readonly length: number) {
    this.sums = new Float64Array(length);
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

  /** The sum times a hundred, where all are `inHundredths`. */
  hundredths(group: number): number {
    return this.sums[group] as number;
  }

  of(group: number): Exact {
    const sum = Exact.hundredths(this.hundredths(group));
    return this.fractions.get(group)?.add(sum) ?? sum;
  }

  /** False, and nothing added, for NaN, and beyond what a number holds exactly. */
  addHundredths(group: number, hundredths: number): boolean {
    const sum = (this.sums[group] as number) + hundredths;
    if (!(Math.abs(sum) <= Number.MAX_SAFE_INTEGER)) return false;
    this.sums[group] = sum;
    return true;
  }
}
