import type { Facts } from "../facts/facts.ts";
import { isKnown, joinUnknown, type Result, type Truth, type Unknown } from "../formula/value.ts";
import { Exact } from "../number/exact.ts";
import type { AggregateMeasure } from "../rulebook/figure.ts";
import type { ColumnValues, PersonFrame, RowFrame } from "../rulebook/frame.ts";
import { GroupSums } from "./group-sums.ts";
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

/** Whether the rows of one group count or fail together, and a sum, or the sums of the same groups, is all that is asked. */
export function collapsible({ fn, per, within }: AggregateMeasure): boolean {
  return within !== undefined && (per ? per.name === within.each : fn === "sum");
}

/** Candidate rows with those of one group added up. */
export interface GroupedRows {
  /** By group: what its plain rows come to; undefined: it has none. */
  readonly sums: readonly (Exact | undefined)[];
  /** By group: the first of them. */
  readonly first: readonly number[];
  /** What is not plainly counted, a figure, and of a known group stays a row of its own. */
  readonly others: readonly RowEntry[];
}

/** Adds up the candidate rows of each group: six tiers then add up groups, not rows. */
export function groupedRows(
  facts: Facts,
  measure: AggregateMeasure,
  person: PersonFrame,
  personIndex: number,
  groups: Groups,
): GroupedRows {
  const sums = new GroupSums(groups.keys.length);
  const first = new Array<number>(groups.keys.length).fill(-1);
  const others: RowEntry[] = [];
  const data = facts.inputs[measure.input.index];
  if (!data) return { sums: [], first, others };
  const { where: condition, argument } = measure;
  const column = measure.column && data.columns[measure.column.slot];
  const groupOf = groups.groupOf[measure.input.index];
  const frame: RowFrame = { person, columns: data.columns, row: 0 };
  const rows = data.rowsOf[personIndex] ?? [];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    frame.row = row;
    const where = condition ? (condition.evaluate(frame) as Truth) : true;
    if (where === false) continue;
    const group = groupOf?.[at];
    if (where === true && typeof group === "number" && addTo(sums, group, column, row, argument, frame)) {
      if (first[group] === -1) first[group] = row;
    } else {
      const per = typeof group === "number" ? groups.keys[group] : group;
      others.push({ row, where, group, per, value: argument?.evaluate(frame), divisor: undefined });
    }
  }
  return { sums: first.map((row, group) => (row < 0 ? undefined : sums.of(group))), first, others };
}

/** False, and nothing added, where the row's value is no figure. */
function addTo(
  sums: GroupSums,
  group: number,
  column: ColumnValues | undefined,
  row: number,
  argument: AggregateMeasure["argument"],
  frame: RowFrame,
): boolean {
  if (column) return sums.addRow(group, column, row);
  const value = argument?.evaluate(frame);
  if (value instanceof Exact) sums.add(group, value);
  return value instanceof Exact;
}

/** One entry a group, and the others. */
export function entriesOf({ sums, first, others }: GroupedRows, groups: Groups): readonly RowEntry[] {
  const entries: RowEntry[] = [];
  for (const [group, value] of sums.entries()) {
    if (value) entries.push(entryOf(first[group] as number, group, value, groups));
  }
  return [...entries, ...others];
}

/** Groups that always count together joined in their turn: by their sum, or for `max` by the greatest. */
export function joined(
  fn: "sum" | "max",
  { sums, first, others }: GroupedRows,
  alike: readonly number[],
  groups: Groups,
): readonly RowEntry[] {
  const entries = new Map<number, Joined>();
  for (let group = 0; group < sums.length; group++) {
    const value = sums[group];
    if (!value) continue;
    const before = entries.get(alike[group] as number);
    if (!before) entries.set(alike[group] as number, entryOf(first[group] as number, group, value, groups));
    else before.value = fn === "sum" ? before.value.add(value) : greater(before.value, value);
  }
  return [...entries.values(), ...others];
}

type Joined = RowEntry & { value: Exact };

function entryOf(row: number, group: number, value: Exact, groups: Groups): Joined {
  return { row, where: true, group, per: groups.keys[group], value, divisor: undefined };
}

function greater(a: Exact, b: Exact): Exact {
  return b.compare(a) > 0 ? b : a;
}
