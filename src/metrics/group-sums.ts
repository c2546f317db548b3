import { Exact } from "../number/exact.ts";
import type { ColumnValues } from "../rulebook/frame.ts";

/**
 * What groups come to, added up row by row. Amounts in whole hundredths are added as numbers, exactly as long as the sum is
 * below 2^53; whatever is not so is added as a fraction beside them.
 */
export class GroupSums {
  private readonly hundredths: Float64Array;
  private readonly others: (Exact | undefined)[] = [];

  constructor(groups: number) {
    this.hundredths = new Float64Array(groups);
  }

  /** Adds a row of a column; false, and nothing added, where it holds no figure. */
  addRow(group: number, column: ColumnValues, row: number): boolean {
    const hundredths = column.hundredths?.(row) ?? Number.NaN;
    if (!Number.isNaN(hundredths)) {
      const sum = (this.hundredths[group] as number) + hundredths;
      if (Math.abs(sum) <= Number.MAX_SAFE_INTEGER) {
        this.hundredths[group] = sum;
        return true;
      }
    }
    const value = column.at(row);
    if (value instanceof Exact) this.add(group, value);
    return value instanceof Exact;
  }

  add(group: number, value: Exact): void {
    const before = this.others[group];
    this.others[group] = before ? before.add(value) : value;
  }

  of(group: number): Exact {
    const sum = Exact.hundredths(this.hundredths[group] as number);
    const other = this.others[group];
    return other ? (sum === Exact.zero ? other : other.add(sum)) : sum;
  }
}
