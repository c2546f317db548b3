import { diagnose } from "../diagnostic/diagnostic.ts";
import type { CellLocation } from "../diagnostic/location.ts";
import type { Result } from "../formula/value.ts";
import type { Column, Input } from "../rulebook/input.ts";
import type { Person } from "./facts.ts";
import type { InputRows } from "./input-rows.ts";
import type { Problems } from "./problems.ts";

const shownDuplicates = 20;

/** Who is graded: one person a row of the roster that has an id, in the order of the rows. */
export interface Roster {
  readonly rows: InputRows;
  /** `Person.index` by id. */
  readonly byId: ReadonlyMap<string, number>;
  /** The roster row of each person. */
  readonly rowOf: readonly number[];
  /** The person of each roster row, -1 for nobody. */
  readonly owner: Int32Array;
  readonly hasDuplicates: boolean;
}

/** Takes the people from the roster's key column. One id on two rows cannot be graded: both places are reported. */
export function readRoster(rows: InputRows, key: Column, problems: Problems): Roster {
  const byId = new Map<string, number>();
  const rowOf: number[] = [];
  const owner = new Int32Array(rows.rows).fill(-1);
  let duplicates = 0;
  let next: CellLocation | undefined;
  for (let row = 0; row < rows.rows; row++) {
    const id = rows.columns[key.slot]?.at(row);
    if (typeof id !== "string") continue;
    const known = byId.get(id);
    if (known === undefined) {
      owner[row] = rowOf.length;
      byId.set(id, rowOf.length);
      rowOf.push(row);
    } else if (++duplicates <= problems.named(shownDuplicates)) {
      const first = {
        note: { zh: "第一次在这里", en: "first here" },
        location: rows.locate(rowOf[known] ?? 0, key.slot),
      };
      const at = rows.locate(row, key.slot);
      problems.add(diagnose("facts/duplicate-person", at, { id, label: rows.input.label }, [first]));
    } else {
      next ??= rows.locate(row, key.slot);
    }
  }
  if (next) {
    const count = duplicates - shownDuplicates;
    problems.add(diagnose("facts/more-duplicates", next, { label: rows.input.label, count }));
  }
  return { rows, byId, rowOf, owner, hasDuplicates: duplicates > 0 };
}

/** The people themselves, when all that is wrong with their data has been settled. */
export function peopleOf(roster: Roster, input: Input, problems: Problems): Person[] {
  const { rows, rowOf } = roster;
  const people: Person[] = [];
  for (const [id, index] of roster.byId) {
    const row = rowOf[index] ?? 0;
    const columns = input.columns.map((column) => rows.columns[column.slot]?.at(row) as Result);
    const locate = (slot?: number) => rows.locate(row, slot);
    people.push({ id, index, columns, locate, problems: problems.of(index) });
  }
  return people;
}
