import { type Diagnostic, diagnose } from "../../diagnostic/diagnostic.ts";
import { columnName } from "../../diagnostic/location.ts";
import type { Place } from "../header/bind.ts";
import type { Merge } from "../sheet.ts";
import type { BuiltColumn } from "./built-column.ts";
import type { RowNumbers } from "./row-numbers.ts";
import { addsUp } from "./totals.ts";

/**
 * Gives the value of a merged cell to the rows that it reaches down to (one 机构 for many rows), and says so once for each
 * column. A merged amount is left in its first row and reported: it may be one sum for all rows or the same for each.
 */
export function fillDown(
  merges: readonly Merge[],
  columns: readonly BuiltColumn[],
  numbers: RowNumbers,
  place: Place,
): Diagnostic[] {
  const downward = merges.filter(({ top, bottom }) => bottom > top).sort((a, b) => a.top - b.top);
  return columns.flatMap((column) => {
    const own = downward.filter(({ left }) => left === column.label.column);
    const amount = addsUp(column.spec.kind);
    let first: string | undefined;
    let [count, rows, reached] = [0, 0, 0];
    for (const merge of own) {
      // Ranges that overlap are damage; each row is filled from one only.
      if (merge.top <= reached) continue;
      reached = merge.bottom;
      const top = topRow(merge, column, numbers);
      const below = top === undefined ? [] : rowsBelow(top, merge, column, numbers);
      if (top === undefined || below.length === 0) continue;
      first ??= `${columnName(merge.left)}${merge.top}`;
      count++;
      rows += below.length;
      if (!amount) for (const row of below) column.cells.copy(top, row);
    }
    if (first === undefined) return [];
    const code = amount ? "workbook/merged-amount" : "workbook/filled-down";
    return [diagnose(code, { ...place, cell: first }, { header: column.label.printed, count, rows })];
  });
}

/** The data row that a merged range begins in; undefined if that is no data or has no value there. */
function topRow(merge: Merge, column: BuiltColumn, numbers: RowNumbers): number | undefined {
  const top = numbers.from(merge.top);
  return top < numbers.length && numbers.row(top) === merge.top && !column.cells.isBlank(top) ? top : undefined;
}

function rowsBelow(top: number, merge: Merge, column: BuiltColumn, numbers: RowNumbers): number[] {
  const rows: number[] = [];
  for (let row = top + 1; row < numbers.length && numbers.row(row) <= merge.bottom; row++) {
    if (column.cells.isBlank(row)) rows.push(row);
  }
  return rows;
}
