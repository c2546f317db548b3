import { diagnose } from "../diagnostic/diagnostic.ts";
import type { Column } from "../rulebook/input.ts";
import type { InputRows } from "./input-rows.ts";
import type { Problems } from "./problems.ts";

/** Warns of amounts of a column in one sheet that are too large to be true, once for all of them; answers whether there are any. */
export function reportLarge(
  code: "facts/magnitude" | "facts/outlying-amounts",
  rows: InputRows,
  column: Column,
  [first, ...rest]: readonly number[],
  problems: Problems,
): boolean {
  if (first === undefined) return false;
  const header = rows.tables[rows.tableOf(first)]?.columns.get(column.name)?.header ?? column.label;
  const more = rest.slice(0, problems.named(0)).map((row) => ({
    note: { zh: "也这样大", en: "as large" },
    location: rows.locate(row, column.slot),
  }));
  problems.add(diagnose(code, rows.locate(first, column.slot), { header, count: rest.length + 1 }, more));
  return true;
}
