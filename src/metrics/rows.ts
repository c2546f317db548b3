import type { Facts } from "../facts/facts.ts";
import { isKnown, joinUnknown, type Result, type Truth, type Unknown } from "../formula/value.ts";
import { Exact } from "../number/exact.ts";
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
      per: perColumn?.[row],
      value: measure.argument?.evaluate(frame),
      divisor: measure.divisor?.evaluate(frame),
    });
  }
  return entries;
}

/** Whether a candidate counts, given which groups are in scope: `where` and `within`, Kleene. */
export function counts(entry: RowEntry, members: readonly Truth[] | undefined): Truth {
  if (!members || entry.group === undefined) return entry.where;
  const within = typeof entry.group === "number" ? (members[entry.group] as Truth) : entry.group;
  if (within === false) return false;
  if (isKnown(within)) return entry.where;
  return entry.where === true ? within : joinUnknown(entry.where, within);
}

/** Whether the rows of one group count or fail together, and a sum, or the sums of the same groups, is all that is asked. */
export function collapsible({ fn, per, within }: AggregateMeasure): boolean {
  return within !== undefined && (per ? per.name === within.each : fn === "sum");
}

/**
 * The candidate rows with those of one group added up: six tiers then add up groups, not rows. What is not plainly counted,
 * a figure, and of a known group stays a row of its own.
 */
export function groupedRows(
  facts: Facts,
  measure: AggregateMeasure,
  person: PersonFrame,
  personIndex: number,
  groups: Groups,
): readonly RowEntry[] {
  const data = facts.inputs[measure.input.index];
  if (!data) return [];
  const { where: condition, argument } = measure;
  const groupOf = groups.groupOf[measure.input.index];
  const frame: RowFrame = { person, columns: data.columns, row: 0 };
  const sums = new Array<Joined | undefined>(groups.keys.length);
  const others: RowEntry[] = [];
  for (const [index, row] of (data.rowsOf[personIndex] ?? []).entries()) {
    frame.row = row;
    const where = condition ? (condition.evaluate(frame) as Truth) : true;
    if (where === false) continue;
    const group = groupOf?.[index];
    const value = argument?.evaluate(frame);
    const plain = where === true && typeof group === "number" && value instanceof Exact;
    const per = typeof group === "number" ? groups.keys[group] : group;
    if (!plain) others.push({ row, where, group, per, value, divisor: undefined });
    else join(sums, group, { row, where, group, per, value, divisor: undefined }, addUp);
  }
  return [...sums.filter((sum) => sum !== undefined), ...others];
}

/** Those of groups that always count together, joined in their turn: by their sum, or for `max` by the greatest. */
export function joined(fn: "sum" | "max", entries: readonly RowEntry[], alike: readonly number[]): readonly RowEntry[] {
  const sums = new Array<Joined | undefined>(alike.length);
  const others: RowEntry[] = [];
  for (const entry of entries) {
    const { group, where, value } = entry;
    const plain = where === true && typeof group === "number" && value instanceof Exact;
    if (plain) join(sums, alike[group] as number, entry, fn === "sum" ? addUp : greater);
    else others.push(entry);
  }
  return [...sums.filter((sum) => sum !== undefined), ...others];
}

type Joined = { -readonly [key in keyof RowEntry]: RowEntry[key] };

function join(sums: (Joined | undefined)[], place: number, entry: RowEntry, how: (a: Exact, b: Exact) => Exact): void {
  const before = sums[place];
  if (before) before.value = how(before.value as Exact, entry.value as Exact);
  else sums[place] = { ...entry };
}

const addUp = (a: Exact, b: Exact): Exact => a.add(b);
const greater = (a: Exact, b: Exact): Exact => (b.compare(a) > 0 ? b : a);
