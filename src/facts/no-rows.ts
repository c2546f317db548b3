import { diagnose } from "../diagnostic/diagnostic.ts";
import type { Table } from "../workbook/table.ts";
import { type InputRows, placeOf } from "./input-rows.ts";
import type { Problems } from "./problems.ts";
import type { Roster } from "./roster.ts";

const shownIds = 5;

interface Home {
  /** The sheet where people's rows should stand; undefined: their file has none, and others have theirs. */
  readonly table: Table | undefined;
  readonly file: string;
}

/** People of one place without a row. */
interface Lacking extends Home {
  readonly people: { readonly id: string; readonly person: number }[];
}

/**
 * People of whom a supplied input says nothing: no business, or (one row a person) nothing known. Said once for each file of
 * the roster, at that file's own sheet of the input where it has one, and in other words where not even one row stands there.
 */
export function reportNoRows(
  rows: InputRows,
  roster: Roster,
  rowsOf: readonly (readonly number[])[],
  problems: Problems,
): void {
  const homes = roster.rows.tables.map(({ file }) => homeOf(rows, file));
  const places = new Map<Table | string, Lacking>();
  for (const [id, person] of roster.byId) {
    if (rowsOf[person]?.length !== 0) continue;
    const home = homes[roster.rows.tableOf(roster.rowOf[person] ?? 0)] as Home;
    const key = home.table ?? home.file;
    const known = places.get(key);
    if (known) known.people.push({ id, person });
    else places.set(key, { ...home, people: [{ id, person }] });
  }
  for (const place of places.values()) report(rows, roster, place, problems);
}

/** Where the rows of a roster file's people belong. It may hold several sheets of an input: one with rows is named rather than one without. */
function homeOf(rows: InputRows, file: string): Home {
  const own = rows.tables.filter((table) => table.file === file);
  const [only] = rows.tables.length === 1 ? rows.tables : [];
  return { table: own.find((table) => table.rows > 0) ?? own[0] ?? only, file };
}

/** By the input's role, and whether not even one row stands in the sheet. */
const codes = {
  "one-row": { empty: "facts/empty-sheet-unknown", filled: "facts/no-row" },
  other: { empty: "facts/empty-sheet", filled: "facts/no-rows" },
} as const;

function report(rows: InputRows, roster: Roster, { table, file, people }: Lacking, problems: Problems): void {
  const { input } = rows;
  const ids = people.map(({ id }) => id);
  const shown = ids.slice(0, shownIds).join(" ") + (ids.length > shownIds ? " …" : "");
  const code = codes[input.role === "one-row" ? "one-row" : "other"][table?.rows === 0 ? "empty" : "filled"];
  const related = people.slice(0, problems.named(0)).map(({ person }) => ({
    note: { zh: "没有数据的人", en: "someone without a row" },
    location: roster.rows.locate(roster.rowOf[person] ?? 0),
  }));
  const args = { count: ids.length, label: input.label, ids: shown };
  problems.add(diagnose(code, table ? placeOf(table) : { file }, args, related));
}
