import { diagnose } from "../diagnostic/diagnostic.ts";
import type { Table } from "../workbook/table.ts";
import { type InputRows, placeOf } from "./input-rows.ts";
import type { Problems } from "./problems.ts";
import type { Roster } from "./roster.ts";

const shownIds = 5;

/** People of one place without a row. */
interface Lacking {
  /** The sheet where their rows should stand; undefined: their file has none, and others have theirs. */
  readonly table: Table | undefined;
  readonly file: string;
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
  const places = new Map<Table | string, Lacking>();
  for (const [id, person] of roster.byId) {
    if (rowsOf[person]?.length !== 0) continue;
    const place = placeOfPerson(rows, roster, person);
    const key = place.table ?? place.file;
    const known = places.get(key);
    if (known) known.people.push({ id, person });
    else places.set(key, { ...place, people: [{ id, person }] });
  }
  for (const place of places.values()) report(rows, roster, place, problems);
}

/** A file may hold several sheets of an input: one with rows is named rather than one without. */
function placeOfPerson(rows: InputRows, roster: Roster, person: number): Pick<Lacking, "table" | "file"> {
  const row = roster.rowOf[person] ?? 0;
  const file = roster.rows.tables[roster.rows.tableOf(row)]?.file ?? "";
  const own = rows.tables.filter((table) => table.file === file);
  const [only] = rows.tables.length === 1 ? rows.tables : [];
  return { table: own.find((table) => table.rows > 0) ?? own[0] ?? only, file };
}

function report(rows: InputRows, roster: Roster, { table, file, people }: Lacking, problems: Problems): void {
  const { input } = rows;
  const ids = people.map(({ id }) => id);
  const shown = ids.slice(0, shownIds).join(" ") + (ids.length > shownIds ? " …" : "");
  const code =
    table?.rows === 0
      ? input.role === "one-row"
        ? "facts/empty-sheet-unknown"
        : "facts/empty-sheet"
      : input.role === "one-row"
        ? "facts/no-row"
        : "facts/no-rows";
  const related = people.slice(0, problems.named(0)).map(({ person }) => ({
    note: { zh: "没有数据的人", en: "someone without a row" },
    location: roster.rows.locate(roster.rowOf[person] ?? 0),
  }));
  const args = { count: ids.length, label: input.label, ids: shown };
  problems.add(diagnose(code, table ? placeOf(table) : { file }, args, related));
}
