import { diagnose } from "../diagnostic/diagnostic.ts";
import type { Column } from "../rulebook/input.ts";
import { approximate, rowsOfEqualFigures } from "./equal-figures.ts";
import type { InputRows } from "./input-rows.ts";
import type { Problems } from "./problems.ts";
import { textOfRow } from "./row-text.ts";

/** More rows than these are not named in one message. */
const shownRows = 10;
const amounts: ReadonlySet<Column["kind"]> = new Set(["money", "number", "count"]);
const figures: ReadonlySet<Column["kind"]> = new Set([...amounts, "duration", "ratio"]);

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
  const compared = columns(({ kind }) => figures.has(kind));
  if (ids.length === 0 || sums.length === 0) return;
  for (const [place, start] of rows.starts.entries()) {
    const end = rows.starts[place + 1] ?? rows.rows;
    const seen = new Map<string, number>();
    const found: [row: number, twin: number][] = [];
    for (const row of rowsOfEqualFigures(compared, owner, start, end)) {
      if (!ids.some((values) => typeof values.at(row) === "string")) continue;
      if (!sums.some((values) => approximate(values, row) !== 0)) continue;
      const text = textOfRow(rows, row);
      const twin = seen.get(text);
      if (twin === undefined) seen.set(text, row);
      else found.push([row, twin]);
    }
    report(rows, found, problems);
  }
}

function report(rows: InputRows, [first, ...more]: readonly [number, number][], problems: Problems): void {
  if (!first) return;
  const related = [
    { note: { zh: "相同的行", en: "the same row" }, location: rows.locate(first[1]) },
    ...more.slice(0, problems.named(shownRows)).map(([row]) => ({
      note: { zh: "又一行", en: "one more such row" },
      location: rows.locate(row),
    })),
  ];
  const args = { label: rows.input.label, count: more.length + 1 };
  problems.add(diagnose("facts/repeated-in-sheet", rows.locate(first[0]), args, related));
}
