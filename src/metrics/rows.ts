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

/** The same rows with those of one group added up: six tiers then add up groups, not rows. */
export function collapsed(entries: readonly RowEntry[]): readonly RowEntry[] {
  return merged(
    entries,
    ({ group }) => group as number,
    (a, b) => a.add(b),
  );
}

/** Those of groups that always count together, joined in their turn: by their sum, or for `max` by the greatest. */
export function joined(fn: "sum" | "max", entries: readonly RowEntry[], alike: readonly number[]): readonly RowEntry[] {
  const greatest = (a: Exact, b: Exact) => (b.compare(a) > 0 ? b : a);
  return merged(entries, ({ group }) => alike[group as number] as number, fn === "sum" ? (a, b) => a.add(b) : greatest);
}

function merged(
  entries: readonly RowEntry[],
  keyOf: (entry: RowEntry) => number,
  join: (a: Exact, b: Exact) => Exact,
): readonly RowEntry[] {
  const first = new Map<number, { -readonly [key in keyof RowEntry]: RowEntry[key] }>();
  const others: RowEntry[] = [];
  for (const entry of entries) {
    const { group, value, where } = entry;
    if (typeof group !== "number" || where !== true || !(value instanceof Exact)) {
      others.push(entry);
      continue;
    }
    const key = keyOf(entry);
    const before = first.get(key);
    if (before) before.value = join(before.value as Exact, value);
    else first.set(key, { ...entry });
  }
  return others.length > 0 ? [...first.values(), ...others] : [...first.values()];
}
