import type { InputRows } from "./input-rows.ts";
import { reportLarge } from "./large-amounts.ts";
import type { Problems } from "./problems.ts";

/** So many amounts show what is usual in a column. */
const enough = 20;
const times = 100;

/**
 * Warns of single amounts that are at least a hundred times nearly all others of their column in one sheet: a figure in 元
 * among those in 万元. Only floats are compared: nothing is decided by it.
 *
 * @param known columns of which a whole sheet is said to be too large, each as `place name`
 */
export function reportOutliers(rows: InputRows, known: ReadonlySet<string>, problems: Problems): void {
  for (const column of rows.input.columns) {
    const values = rows.columns[column.slot];
    if (column.kind !== "money" || !values) continue;
    for (const { place, start, end } of rows.ranges) {
      if (known.has(`${place} ${column.name}`)) continue;
      const amounts = values.sizes(start, end);
      const limit = limitOf(amounts);
      if (limit === undefined) continue;
      const found: number[] = [];
      for (const [index, amount] of amounts.entries()) if (amount >= limit) found.push(start + index);
      reportLarge("facts/outlying-amounts", rows, column, found, problems);
    }
  }
}

/**
 * The amount from which on one is out of all proportion; undefined where none is. Most columns need not be sorted: if more
 * amounts than may be unusual come to over a hundredth of the largest, it is not a hundred times the usual.
 */
function limitOf(sizes: Float64Array): number | undefined {
  let [amounts, largest] = [0, 0];
  for (let at = 0; at < sizes.length; at++) {
    const amount = sizes[at] as number;
    if (amount > 0) amounts++;
    if (amount > largest) largest = amount;
  }
  if (amounts < enough) return undefined;
  const unusual = mostUnusual(amounts);
  let large = 0;
  for (let at = 0; at < sizes.length && large <= unusual; at++) if ((sizes[at] as number) * times > largest) large++;
  if (large > unusual) return undefined;
  const ordinary = sizes.filter((amount) => amount > 0 && amount * times <= largest).sort();
  // Less than the largest by so much, the usual amount is the largest but `unusual` of all.
  const usual = ordinary.at(large - unusual - 1);
  return usual === undefined ? undefined : usual * times;
}

/**
 * How many of a column's amounts nearly all of them leave over: one in 20, up to five; one in a hundred, up to 50; then one in
 * a thousand. Of honest amounts whose natural logarithm has a standard deviation of 2, one column in a hundred at the most is
 * warned of so, of any length up to 100,000.
 */
function mostUnusual(amounts: number): number {
  const oneIn = (share: number, most: number) => Math.min(Math.floor(amounts / share), most);
  return Math.max(oneIn(20, 5), oneIn(100, 50), oneIn(1000, amounts));
}
