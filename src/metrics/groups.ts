import type { Facts } from "../facts/facts.ts";
import { joinUnknown, type Result, type Truth, Unknown } from "../formula/value.ts";
import { Exact } from "../number/exact.ts";
import type { Scope, ScopeSplit } from "../rulebook/figure.ts";
import type { ColumnValues, GroupFrame, PersonFrame } from "../rulebook/frame.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { GroupSums } from "./group-sums.ts";

/** One person's rows, grouped by the values of a scope's `each` column over every input that has it. */
export class Groups {
  /** The values of `each`: customer ids, in the order in which they were met. */
  readonly keys: string[] = [];
  /** By `Input.index`: the group of the person's n-th row; Unknown where the row's `each` is missing. */
  readonly groupOf: readonly (readonly (number | Unknown)[] | undefined)[];
  private gathered: (number[] | undefined)[][] | undefined;

  constructor(
    private readonly facts: Facts,
    rulebook: Rulebook,
    private readonly person: number,
    each: string,
  ) {
    const indexOf = new Map<string, number>();
    this.groupOf = rulebook.inputs.map((input) => {
      const data = facts.inputs[input.index];
      const column = input.columns.find((one) => one.name === each);
      if (input.role !== "detail" || !data || !column) return undefined;
      const values = data.columns[column.slot];
      const groupOf: (number | Unknown)[] = [];
      for (const row of data.rowsOf[person] ?? []) {
        const key = values?.at(row);
        if (key === undefined || key instanceof Unknown) {
          groupOf.push(key ?? noGroup);
          continue;
        }
        const name = String(key);
        let group = indexOf.get(name);
        if (group === undefined) {
          group = this.keys.push(name) - 1;
          indexOf.set(name, group);
        }
        groupOf.push(group);
      }
      return groupOf;
    });
  }

  /** The rows of a group by `Input.index`: none in a sheet where the group has no row, undefined for an absent sheet. */
  rows(group: number): readonly (readonly number[] | undefined)[] {
    this.gathered ??= this.gather();
    return this.gathered[group] ?? [];
  }

  /** A group as formulas see it. Its rows are gathered only if one asks for them: there are as many groups as customers. */
  frame(group: number, person: PersonFrame): GroupFrame {
    const rows = () => this.rows(group);
    return {
      person,
      get rows() {
        return rows();
      },
      inputs: this.facts.inputs.map((input) => input?.columns),
    };
  }

  /** What each group has in a column, added up; undefined where anything in it is no figure. */
  sums(input: number, column: ColumnValues): (Exact | undefined)[] {
    const sums = new GroupSums(this.keys.length);
    const lacking = new Set<number>();
    const groupOf = this.groupOf[input] ?? [];
    const rows = this.facts.inputs[input]?.rowsOf[this.person] ?? [];
    for (let at = 0; at < groupOf.length; at++) {
      const group = groupOf[at];
      if (typeof group === "number" && !sums.addRow(group, column, rows[at] as number)) lacking.add(group);
    }
    return this.keys.map((_, group) => (lacking.has(group) ? undefined : sums.of(group)));
  }

  private gather(): (number[] | undefined)[][] {
    const { inputs } = this.facts;
    const gathered = this.keys.map(() => inputs.map((input): number[] | undefined => (input ? [] : undefined)));
    for (const [input, groups] of this.groupOf.entries()) {
      const rows = inputs[input]?.rowsOf[this.person] ?? [];
      for (const [at, group] of (groups ?? []).entries()) {
        if (typeof group === "number") gathered[group]?.[input]?.push(rows[at] as number);
      }
    }
    return gathered;
  }
}

const noGroup = new Unknown([]);

/**
 * Whether each group is in the scope, at whatever tier the person's frame is set to. `known` keeps what the groups come to,
 * which scopes with other floors share.
 */
export function membership(
  facts: Facts,
  scope: Scope,
  groups: Groups,
  person: PersonFrame,
  known: Map<string, readonly Result[]>,
): () => Truth[] {
  const { split } = scope;
  if (!split || split.left.tierScoped) {
    const frames = groups.keys.map((_, group) => groups.frame(group, person));
    return () => frames.map((frame) => scope.keep.evaluate(frame) as Truth);
  }
  // What the groups come to is the same at every tier: only the floor is looked up again.
  const key = valuesKey(scope, split);
  const values = known.get(key) ?? valuesOf(split, facts, groups, person);
  known.set(key, values);
  const any = groups.keys.length > 0 ? groups.frame(0, person) : undefined;
  const byFloor: { readonly floor: Exact; readonly truths: Truth[] }[] = [];
  return () => {
    const floor = any ? split.floor.evaluate(any) : undefined;
    // Tiers with the same floor have the same members.
    const before = floor instanceof Exact ? byFloor.find((one) => one.floor.equals(floor)) : undefined;
    if (before) return before.truths;
    const truths: Truth[] = [];
    for (const value of values) {
      const open = value instanceof Unknown || floor === undefined || floor instanceof Unknown;
      truths.push(open ? joinUnknown(value, floor ?? value) : split.compare(value, floor));
    }
    if (floor instanceof Exact) byFloor.push({ floor, truths });
    return truths;
  };
}

/** Scopes that differ in nothing but the floor have the same. */
export function valuesKey({ each }: Scope, { left }: ScopeSplit): string {
  return `${each} ${left.text}`;
}

/** What each group comes to. The plain sum of a column, which nearly every scope is, is added up without a formula. */
function valuesOf({ left, sumOf }: ScopeSplit, facts: Facts, groups: Groups, person: PersonFrame): Result[] {
  const column = sumOf && facts.inputs[sumOf.input.index]?.columns[sumOf.column.slot];
  if (!sumOf || !column) return groups.keys.map((_, group) => left.evaluate(groups.frame(group, person)));
  // Anything but a figure is the formula's business: it knows what is missing.
  return groups.sums(sumOf.input.index, column).map((sum, group) => sum ?? left.evaluate(groups.frame(group, person)));
}
