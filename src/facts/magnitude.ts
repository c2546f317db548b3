import type { Column } from "../rulebook/input.ts";
import type { InputRows } from "./input-rows.ts";
import { reportLarge } from "./large-amounts.ts";
import type { Problems } from "./problems.ts";

/** So many amounts in the other sheets show what is usual; fewer than `few` show nothing. */
const [few, enough] = [4, 20];
const times = 100;

/**
 * Warns of a sheet whose amounts are at least a hundred times what is usual in the other sheets of the input (their 99th
 * percentile): a branch that filled in 元 where the header says 万元. Beside a handful of amounts half of the sheet's own must be
 * as large: one great customer is none of a wrong unit. Only floats are compared here: nothing is decided by it.
 *
 * @returns the columns that were warned of, each as `place name` with the sheet's place among the tables
 */
export function reportMagnitudes(rows: InputRows, problems: Problems): Set<string> {
  const said = new Set<string>();
  if (rows.tables.length < 2) return said;
  for (const column of rows.input.columns) if (column.kind === "money") reportColumn(rows, column, problems, said);
  return said;
}

function reportColumn(rows: InputRows, column: Column, problems: Problems, said: Set<string>): void {
  const values = rows.columns[column.slot] as InputRows["columns"][number];
  const amounts = [...values.sizes(0, rows.rows)];
  const largestFirst = amounts
    .map((_, row) => row)
    .filter((row) => (amounts[row] ?? 0) > 0)
    .sort((a, b) => (amounts[b] ?? 0) - (amounts[a] ?? 0));
  for (const { place, start, end } of rows.ranges) {
    const isOwn = (row: number) => row >= start && row < end;
    const own = countOwn(amounts, start, end);
    const others = largestFirst.length - own;
    if (others < few) continue;
    const usual = percentile99(largestFirst, others, isOwn);
    const limit = (amounts[usual] ?? 0) * times;
    const found = rowsAbove(amounts, start, end, limit);
    if (others < enough && found.length * 2 < own) continue;
    if (reportLarge("facts/magnitude", rows, column, found, problems)) said.add(`${place} ${column.name}`);
  }
}

function countOwn(amounts: readonly number[], start: number, end: number): number {
  let count = 0;
  for (let row = start; row < end; row++) if ((amounts[row] ?? 0) > 0) count++;
  return count;
}

/** The row whose amount is the 99th percentile of the other sheets' rows. */
function percentile99(largestFirst: readonly number[], others: number, isOwn: (row: number) => boolean): number {
  let left = Math.floor(others / 100);
  for (const row of largestFirst) {
    if (isOwn(row)) continue;
    if (left-- === 0) return row;
  }
  return -1;
}

function rowsAbove(amounts: readonly number[], start: number, end: number, limit: number): number[] {
  const found: number[] = [];
  for (let row = start; row < end; row++) if ((amounts[row] ?? 0) >= limit && limit > 0) found.push(row);
  return found;
}
