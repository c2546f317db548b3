import type { Facts } from "../facts/facts.ts";
import { joinUnknown, type Result, type Truth, Unknown } from "../formula/value.ts";
import { Exact } from "../number/exact.ts";
import type { Scope, ScopeSplit } from "../rulebook/figure.ts";
import type { GroupFrame, PersonFrame } from "../rulebook/frame.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";

/** One person's rows, grouped by the values of a scope's `each` column over every input that has it. */
export interface Groups {
  /** The values of `each`: customer ids, in the order in which they were met. */
  readonly keys: readonly string[];
  /** Rows of each group by `Input.index`. */
  readonly rows: readonly (readonly (number[] | undefined)[])[];
  /** By `Input.index`: the group of the person's n-th row; Unknown where the row's `each` is missing. */
  readonly groupOf: readonly (readonly (number | Unknown)[] | undefined)[];
}

/** Groups one person's rows by a column name. */
export function groupRows(facts: Facts, rulebook: Rulebook, person: number, each: string): Groups {
  const keys: string[] = [];
  const indexOf = new Map<string, number>();
  const rows: (number[] | undefined)[][] = [];
  const supplied = rulebook.inputs.map((input) => facts.inputs[input.index] !== undefined);
  const groupOf = rulebook.inputs.map((input) => {
    const data = facts.inputs[input.index];
    const column = input.columns.find((one) => one.name === each);
    if (input.role !== "detail" || !data || !column) return undefined;
    const values = data.columns[column.slot] ?? [];
    return (data.rowsOf[person] ?? []).map((row) => {
      const key = values[row];
      if (key === undefined || key instanceof Unknown) return key ?? noGroup;
      const name = String(key);
      let group = indexOf.get(name);
      if (group === undefined) {
        group = keys.push(name) - 1;
        indexOf.set(name, group);
        // A supplied sheet in which the group has no row adds up to nothing; an absent one is unknown.
        rows.push(supplied.map((there) => (there ? [] : undefined)));
      }
      rows[group]?.[input.index]?.push(row);
      return group;
    });
  });
  return { keys, rows, groupOf };
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
  const inputs = facts.inputs.map((input) => input?.columns);
  const frames = groups.rows.map((rows): GroupFrame => ({ person, rows, inputs }));
  const { split } = scope;
  if (!split || split.left.tierScoped) return () => frames.map((frame) => scope.keep.evaluate(frame) as Truth);
  // What the groups come to is the same at every tier: only the floor is looked up again.
  const key = `${scope.each} ${split.left.text}`;
  const values = known.get(key) ?? frames.map(evaluator(split, facts));
  known.set(key, values);
  const [any] = frames;
  const byFloor = new Map<string, Truth[]>();
  return () => {
    const floor = any ? split.floor.evaluate(any) : undefined;
    // Tiers with the same floor have the same members.
    const key = floor instanceof Exact ? floor.key : undefined;
    const before = key === undefined ? undefined : byFloor.get(key);
    if (before) return before;
    const truths = values.map((value): Truth => {
      if (value instanceof Unknown || floor === undefined || floor instanceof Unknown)
        return joinUnknown(value, floor ?? value);
      return split.compare(value, floor);
    });
    if (key !== undefined) byFloor.set(key, truths);
    return truths;
  };
}

/** What one group comes to. The plain sum of a column, which nearly every scope is, is added up without a formula. */
function evaluator({ left, sumOf }: ScopeSplit, facts: Facts): (frame: GroupFrame) => Result {
  const column = sumOf && facts.inputs[sumOf.input.index]?.columns[sumOf.column.slot];
  if (!sumOf || !column) return (frame) => left.evaluate(frame);
  const { index } = sumOf.input;
  return (frame) => {
    let sum = Exact.zero;
    for (const row of frame.rows[index] ?? []) {
      const value = column[row];
      // Anything but a figure is the formula's business: it knows what is missing.
      if (!(value instanceof Exact)) return left.evaluate(frame);
      sum = sum.add(value);
    }
    return sum;
  };
}
