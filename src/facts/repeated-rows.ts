import { diagnose } from "../diagnostic/diagnostic.ts";
import type { Text } from "../text/text.ts";
import { type InputRows, placeOf } from "./input-rows.ts";
import type { Problems } from "./problems.ts";
import { placesOfTwins, type Twin, textOfRow } from "./twins.ts";

/**
 * Reports rows that stand, the same in every column, in two sheets: most likely reported twice. One message a pair of sheets;
 * of equal rows within one sheet, which may be two pieces of business, `reportRepeatedInSheet` tells.
 */
export function reportRepeatedRows(rows: InputRows, rowsOf: readonly (readonly number[])[], problems: Problems): void {
  if (rows.tables.length < 2) return;
  const pairs = new Map<string, { earlier: number; rows: Twin[] }>();
  for (const own of rowsOf) {
    const tables = own.map((row) => rows.tableOf(row));
    // Rows come table by table, so that a person whose rows are all in one sheet shows at both ends.
    if (tables[0] === tables[tables.length - 1]) continue;
    for (const [row, twin] of twinsOf(rows, own, tables)) {
      const [later, earlier] = [rows.tableOf(row), rows.tableOf(twin)];
      const pair = pairs.get(`${later} ${earlier}`);
      if (pair) pair.rows.push([row, twin]);
      else pairs.set(`${later} ${earlier}`, { earlier, rows: [[row, twin]] });
    }
  }
  for (const pair of pairs.values()) report(rows, pair.earlier, pair.rows, problems);
}

/** Rows that are equal to a row of an earlier sheet, each with it. */
function twinsOf(rows: InputRows, own: readonly number[], tables: readonly number[]): Twin[] {
  const found: Twin[] = [];
  const seen = new Map<string, { row: number; table: number }>();
  for (const [place, row] of own.entries()) {
    const table = tables[place] ?? 0;
    const text = textOfRow(rows, row);
    const twin = seen.get(text);
    if (!twin) seen.set(text, { row, table });
    else if (twin.table !== table) found.push([row, twin.row]);
  }
  return found;
}

function report(rows: InputRows, earlier: number, found: Twin[], problems: Problems): void {
  const [first] = found.sort(([a], [b]) => a - b);
  if (!first) return;
  const args = { label: rows.input.label, count: found.length, other: nameOf(rows, earlier) };
  problems.add(diagnose("facts/repeated-rows", rows.locate(first[0]), args, placesOfTwins(rows, found, problems)));
}

function nameOf(rows: InputRows, place: number): Text | string {
  const table = rows.tables[place];
  if (!table) return rows.input.label;
  const { file, sheet } = placeOf(table);
  return sheet === undefined ? file : `${file} ${sheet}`;
}
