import { diagnose } from "../diagnostic/diagnostic.ts";
import { Unknown } from "../formula/value.ts";
import type { Column } from "../rulebook/input.ts";
import type { InputRows } from "./input-rows.ts";
import type { Problems } from "./problems.ts";

/** More places than these are not named in one message. */
const shownPlaces = 10;

/** Holds an input to one row a person. Where there are more, none is better than another: their values become unknown. */
export function requireOneRowEach(
  rows: InputRows,
  key: Column,
  rowsOf: readonly (readonly number[])[],
  problems: Problems,
): void {
  for (const [person, own] of rowsOf.entries()) {
    const [first, second] = own;
    if (first === undefined || second === undefined) continue;
    const id = rows.columns[key.slot]?.at(first) as string;
    const others = own.filter((row) => row !== second).slice(0, problems.named(shownPlaces));
    const related = others.map((row) => ({
      note: { zh: "另一行", en: "another row" },
      location: rows.locate(row, key.slot),
    }));
    const args = { id, label: rows.input.label, rows: own.length };
    const problem = diagnose("facts/two-rows", rows.locate(second, key.slot), args, related);
    problems.add(problem);
    problems.touch(person, problem);
    for (const row of own) makeUnknown(rows, row);
  }
}

/** Holds an input that is not about persons to its one row. */
export function requireOneRow(rows: InputRows, problems: Problems): void {
  if (rows.rows === 1) return;
  const [table] = rows.tables;
  const at = rows.rows > 1 ? rows.locate(1) : table && { file: table.file };
  problems.add(diagnose("facts/not-one-row", at, { label: rows.input.label, rows: rows.rows }));
  for (let row = 0; row < rows.rows; row++) makeUnknown(rows, row);
}

/** Everything of the row but its key. */
function makeUnknown(rows: InputRows, row: number): void {
  for (const column of rows.input.columns) {
    if (column === rows.input.key) continue;
    const location = rows.locate(row, column.slot);
    rows.columns[column.slot]?.set(row, new Unknown([{ why: "bad-cell", what: column.label, location }]));
  }
}
