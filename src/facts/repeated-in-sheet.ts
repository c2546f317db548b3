import { diagnose } from "../diagnostic/diagnostic.ts";
import type { Result } from "../formula/value.ts";
import { Exact } from "../number/exact.ts";
import type { Column } from "../rulebook/input.ts";
import { rowsOfEqualFigures } from "./equal-figures.ts";
import type { InputRows } from "./input-rows.ts";
import type { Problems } from "./problems.ts";
import { placesOfTwins, type Twin, textOfRow } from "./twins.ts";

const amounts: ReadonlySet<Column["kind"]> = new Set(["money", "number", "count"]);

/**
 * Warns of rows that stand, the same in every column, twice in one sheet: pasted twice, perhaps, or two equal deposits of one
 * customer, so that they count all the same. Only rows that say what they are of (an id beside their owner's) and that come to
 * something are compared: without these, equal rows are nothing out of the ordinary.
 *
 * @param owner whose each row is, -1 for nobody
 */
export function reportRepeatedInSheet(rows: InputRows, owner: Int32Array, problems: Problems): void {
  const { input } = rows;
  const columns = (wanted: (column: Column) => boolean) =>
    input.columns.filter(wanted).map(({ slot }) => rows.columns[slot] as InputRows["columns"][number]);
  const ids = columns((column) => column.kind === "id" && column !== input.refers);
  const sums = columns(({ kind }) => amounts.has(kind));
  if (ids.length === 0 || sums.length === 0) return;
  for (const { start, end } of rows.ranges) {
    const seen = new Map<string, number>();
    const found: Twin[] = [];
    for (const row of rowsOfEqualFigures(rows.columns, owner, start, end)) {
      if (!ids.some((values) => typeof values.at(row) === "string")) continue;
      if (!sums.some((values) => isSum(values.at(row)))) continue;
      const text = textOfRow(rows, row);
      const twin = seen.get(text);
      if (twin === undefined) seen.set(text, row);
      else found.push([row, twin]);
    }
    report(rows, found, problems);
  }
}

function report(rows: InputRows, found: readonly Twin[], problems: Problems): void {
  const [first] = found;
  if (!first) return;
  const args = { label: rows.input.label, count: found.length };
  problems.add(diagnose("facts/repeated-in-sheet", rows.locate(first[0]), args, placesOfTwins(rows, found, problems)));
}

function isSum(value: Result | undefined): boolean {
  return value instanceof Exact && value.sign !== 0;
}
