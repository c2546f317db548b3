import type { Related } from "../diagnostic/diagnostic.ts";
import { type Result, Unknown } from "../formula/value.ts";
import type { InputRows } from "./input-rows.ts";
import type { Problems } from "./problems.ts";

/** A row that is the same as an earlier one. */
export type Twin = readonly [row: number, earlier: number];

/** More rows than these are not named in one message. */
const shownRows = 10;

/** A row as one text: equal for rows that say the same, however their figures are written. */
export function textOfRow(rows: InputRows, row: number): string {
  return rows.columns.map((values) => show(values.at(row))).join("\u0000");
}

function show(value: Result | undefined): string {
  return value === undefined || value instanceof Unknown ? "" : value.toString();
}

/** What a message of twins names beside the first of them: the row that it repeats, and the others. */
export function placesOfTwins(rows: InputRows, [first, ...more]: readonly Twin[], problems: Problems): Related[] {
  if (!first) return [];
  return [
    { note: { zh: "相同的行", en: "the same row" }, location: rows.locate(first[1]) },
    ...more.slice(0, problems.named(shownRows)).map(([row]) => ({
      note: { zh: "又一行", en: "one more such row" },
      location: rows.locate(row),
    })),
  ];
}
