import type { Facts } from "../facts/facts.ts";
import type { Result, Truth } from "../formula/value.ts";
import { Exact } from "../number/exact.ts";
import type { AggregateMeasure } from "../rulebook/figure.ts";
import type { PersonFrame, RowFrame } from "../rulebook/frame.ts";
import { nothingCounted } from "./aggregate.ts";
import { GroupSums } from "./group-sums.ts";
import type { Groups } from "./groups.ts";
import { Hundredths } from "./hundredths.ts";
import type { RowEntry } from "./rows.ts";

/** Whether the rows of one group count or fail together, and a sum, or the sums of the same groups, is all that is asked. */
export function collapsible({ fn, per, within }: AggregateMeasure): boolean {
  return within !== undefined && (per ? per.name === within.each : fn === "sum");
}

/** One person's candidate rows, those of a group added up: six tiers then go through groups, not rows. */
export class GroupedRows {
  private readonly sums: GroupSums;
  /** The groups of which rows were added up, and by group the first of them; -1: it has none. */
  private readonly present: readonly number[];
  private readonly first: readonly number[];
  /** What is not plainly counted, a figure, and of a known group stays a row of its own. */
  private readonly others: readonly RowEntry[];

  constructor(
    facts: Facts,
    measure: AggregateMeasure,
    person: PersonFrame,
    personIndex: number,
    private readonly groups: Groups,
  ) {
    const sums = new GroupSums(groups.count);
    const present: number[] = [];
    const first = new Array<number>(groups.count).fill(-1);
    const others: RowEntry[] = [];
    [this.sums, this.present, this.first, this.others] = [sums, present, first, others];
    const data = facts.inputs[measure.input.index];
    if (!data) return;
    const { where: condition, argument } = measure;
    const figures = new Hundredths(measure.terms ?? [], data.columns);
    const groupOf = groups.groupOf[measure.input.index];
    const frame: RowFrame = { person, columns: data.columns, row: 0 };
    const rows = data.rowsOf[personIndex] ?? [];
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number;
      frame.row = row;
      const where = condition ? (condition.evaluate(frame) as Truth) : true;
      if (where === false) continue;
      const group = groupOf?.[at];
      if (where === true && typeof group === "number" && addTo(sums, group, figures, frame, argument)) {
        if (first[group] !== -1) continue;
        first[group] = row;
        present.push(group);
      } else {
        const per = typeof group === "number" ? groups.key(group) : group;
        others.push({ row, where, group, per, value: argument?.evaluate(frame), divisor: undefined });
      }
    }
  }

  /**
   * The sum, or the greatest, of the groups that count, as `aggregate` has it; undefined where it takes more than adding up
   * hundredths: rows that stand alone, groups of which it is unknown whether they count, fractions, great figures.
   */
  total(measure: AggregateMeasure, members: readonly Truth[]): Result | undefined {
    const { fn } = measure;
    const { sums, present } = this;
    if ((fn !== "sum" && fn !== "max") || this.others.length > 0 || !sums.inHundredths) return undefined;
    const { totals } = sums;
    let [total, counted] = [0, 0];
    for (let at = 0; at < present.length; at++) {
      const group = present[at] as number;
      if (members[group] === false) continue;
      if (members[group] !== true) return undefined;
      const sum = totals[group] as number;
      if (fn === "sum") total += sum;
      else if (counted === 0 || sum > total) total = sum;
      if (Math.abs(total) > Number.MAX_SAFE_INTEGER) return undefined;
      counted++;
    }
    return counted === 0 ? nothingCounted(measure) : Exact.hundredths(total);
  }

  /** One entry a group, in their order, and the others. */
  entries(): readonly RowEntry[] {
    const { sums, groups } = this;
    const entries: RowEntry[] = [];
    for (const group of [...this.present].sort((a, b) => a - b)) {
      const row = this.first[group] as number;
      entries.push({ row, where: true, group, per: groups.key(group), value: sums.of(group), divisor: undefined });
    }
    return [...entries, ...this.others];
  }
}

/** Adds the row that the frame is set to; false, and nothing added, where its value is no figure. */
function addTo(
  sums: GroupSums,
  group: number,
  figures: Hundredths,
  frame: RowFrame,
  argument: AggregateMeasure["argument"],
): boolean {
  if (sums.addHundredths(group, figures.at(frame.row))) return true;
  const value = argument?.evaluate(frame);
  if (value instanceof Exact) sums.add(group, value);
  return value instanceof Exact;
}
