import type { Facts } from "../facts/facts.ts";
import { isKnown, joinUnknown, type Result, type Truth, type Unknown } from "../formula/value.ts";
import type { AggregateMeasure } from "../rulebook/figure.ts";
import type { PersonFrame, RowFrame } from "../rulebook/frame.ts";
import type { Groups } from "./groups.ts";

/** A row that may count: `where` does not rule it out. */
export interface RowEntry {
  readonly row: number;
  /** What `where` says: true, or unknown. */
  readonly where: Truth;
  /** Its scope group; undefined without a scope. */
  readonly group: number | Unknown | undefined;
  /** Its `per` group: a key, Unknown when missing; undefined without `per`. */
  readonly per: Result | undefined;
  readonly value: Result | undefined;
  readonly divisor: Result | undefined;
}

/** The rows of one person that `where` does not rule out, at the tier that the frame is set to. */
export function candidateRows(
  facts: Facts,
  measure: AggregateMeasure,
  person: PersonFrame,
  personIndex: number,
  groups: Groups | undefined,
): RowEntry[] {
  const data = facts.inputs[measure.input.index];
  if (!data) return [];
  const rows = data.rowsOf[personIndex] ?? [];
  const groupOf = groups?.groupOf[measure.input.index];
  const perColumn = measure.per && data.columns[measure.per.slot];
  const frame: RowFrame = { person, columns: data.columns, row: 0 };
  const entries: RowEntry[] = [];
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as number;
    frame.row = row;
    const where = measure.where ? (measure.where.evaluate(frame) as Truth) : true;
    if (where === false) continue;
    entries.push({
      row,
      where,
      group: groupOf?.[index],
      per: perColumn?.at(row),
      value: measure.argument?.evaluate(frame),
      divisor: measure.divisor?.evaluate(frame),
    });
  }
  return entries;
}

/** The groups of those rows, one more than once if it has several. */
export function* candidateGroups(
  facts: Facts,
  { input, where }: AggregateMeasure,
  person: PersonFrame,
  personIndex: number,
  groups: Groups,
): Generator<number> {
  const data = facts.inputs[input.index];
  const groupOf = groups.groupOf[input.index];
  if (!data || !groupOf) return;
  const rows = data.rowsOf[personIndex] ?? [];
  const frame: RowFrame = { person, columns: data.columns, row: 0 };
  for (let at = 0; at < rows.length; at++) {
    const group = groupOf[at];
    if (typeof group !== "number") continue;
    frame.row = rows[at] as number;
    if (where?.evaluate(frame) !== false) yield group;
  }
}

/** Whether a candidate counts, given which groups are in scope: `where` and `within`, Kleene. */
export function counts(entry: RowEntry, members: readonly Truth[] | undefined): Truth {
  if (!members || entry.group === undefined) return entry.where;
  const within = typeof entry.group === "number" ? (members[entry.group] as Truth) : entry.group;
  if (within === false) return false;
  if (isKnown(within)) return entry.where;
  return entry.where === true ? within : joinUnknown(entry.where, within);
}

/** Whether rows count, or come to, something else at another tier, apart from the scope. */
export function rowsDiffer({ where, argument, divisor }: AggregateMeasure): boolean {
  return [where, argument, divisor].some((part) => part?.tierScoped);
}
