import { diagnose } from "../diagnostic/diagnostic.ts";
import type { CellLocation } from "../diagnostic/location.ts";
import type { Column } from "../rulebook/input.ts";
import { didYouMean } from "../text/suggest.ts";
import type { Text } from "../text/text.ts";
import type { IdCodes } from "./id-codes.ts";
import { IdColumn } from "./id-column.ts";
import type { InputRows } from "./input-rows.ts";
import type { Problems } from "./problems.ts";
import type { Roster } from "./roster.ts";

const shownUnknown = 20;

/** Whose each row is: `Person.index`, or -1 for nobody. An id that is not on the roster is reported once, with the number of its rows. */
export function ownersOf(
  rows: InputRows,
  refers: Column,
  roster: Roster,
  rosterLabel: Text,
  problems: Problems,
): Int32Array {
  const owner = new Int32Array(rows.rows).fill(-1);
  const unknown: UnknownIds = new Map();
  const column = rows.columns[refers.slot];
  if (!(column instanceof IdColumn)) return owner;
  const { codes, ids } = column;
  const personOf = peopleByCode(roster, ids);
  for (let row = 0; row < owner.length; row++) {
    const code = codes[row] as number;
    if (code < 0) continue;
    const person = personOf[code] as number;
    owner[row] = person;
    if (person >= 0) continue;
    const id = ids.text(code);
    const seen = unknown.get(id);
    if (seen) {
      seen.rows++;
      if (problems.every) seen.more.push(row);
    } else unknown.set(id, { first: row, rows: 1, more: [] });
  }
  reportUnknown(unknown, rows, refers, roster, rosterLabel, problems);
  return owner;
}

/** `Person.index` by the number of an id; -1: the id is not on the roster. */
function peopleByCode({ byId }: Roster, ids: IdCodes): Int32Array {
  const codes = [...byId.keys()].map((id) => ids.code(id));
  const people = new Int32Array(ids.size).fill(-1);
  for (const [place, person] of [...byId.values()].entries()) people[codes[place] as number] = person;
  return people;
}

/** By id: its first row, how many there are, and the others where every one is asked for. */
type UnknownIds = Map<string, { readonly first: number; rows: number; readonly more: number[] }>;

function reportUnknown(
  unknown: UnknownIds,
  rows: InputRows,
  refers: Column,
  roster: Roster,
  rosterLabel: Text,
  problems: Problems,
): void {
  let [shown, rest, restRows] = [0, 0, 0];
  let next: CellLocation | undefined;
  for (const [id, found] of unknown) {
    if (++shown <= problems.named(shownUnknown)) {
      const args = { id, roster: rosterLabel, rows: found.rows, meant: whoIsMeant(id, roster.byId) };
      const more = found.more.map((row) => ({
        note: { zh: "同一编号的又一行", en: "one more row of the same id" },
        location: rows.locate(row, refers.slot),
      }));
      problems.add(diagnose("facts/unknown-person", rows.locate(found.first, refers.slot), args, more));
      continue;
    }
    next ??= rows.locate(found.first, refers.slot);
    rest++;
    restRows += found.rows;
  }
  if (!next) return;
  const args = { label: rows.input.label, count: rest, roster: rosterLabel, rows: restRows };
  problems.add(diagnose("facts/unknown-people", next, args));
}

/** Whoever's id differs by leading zeros alone, else the nearest. */
export function whoIsMeant(id: string, roster: ReadonlyMap<string, number>): Text {
  const bare = id.replace(/^0+/, "");
  for (const known of roster.keys()) if (known.replace(/^0+/, "") === bare) return didYouMean(known, [known]);
  return didYouMean(id, roster.keys());
}

/** Each person's rows, by `Person.index`. */
export function rowsByPerson(owner: Int32Array, people: number): number[][] {
  const rowsOf: number[][] = Array.from({ length: people }, () => []);
  for (let row = 0; row < owner.length; row++) rowsOf[owner[row] ?? -1]?.push(row);
  return rowsOf;
}
