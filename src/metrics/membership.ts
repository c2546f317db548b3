import type { Facts } from "../facts/facts.ts";
import { joinUnknown, type Result, type Truth, Unknown } from "../formula/value.ts";
import { Exact } from "../number/exact.ts";
import type { Scope, ScopeSplit } from "../rulebook/figure.ts";
import type { PersonFrame } from "../rulebook/frame.ts";
import { GroupSums } from "./group-sums.ts";
import type { Groups } from "./groups.ts";
import { despite, type Strays, straysOf } from "./strays.ts";

/** What the left side of a scope comes to, by group. */
export type GroupValues = GroupSums | readonly Result[];

/**
 * Whether each group is in the scope, at whatever tier the person's frame is set to. `known` keeps what the groups come to,
 * which scopes with other floors share.
 */
export function membership(
  facts: Facts,
  scope: Scope,
  groups: Groups,
  person: PersonFrame,
  known: Map<string, GroupValues>,
): () => Truth[] {
  const { split } = scope;
  const strays = straysOf(facts, scope, groups);
  if (!split || split.left.tierScoped) {
    const frames = groups.map((group) => groups.frame(group, person));
    return () =>
      frames.map((frame) => {
        const truth = scope.keep.evaluate(frame) as Truth;
        return strays ? joinUnknown(truth, strays.missing) : truth;
      });
  }
  // What the groups come to is the same at every tier: only the floor is looked up again.
  const key = valuesKey(scope, split);
  const values = known.get(key) ?? valuesOf(split, facts, groups, person);
  known.set(key, values);
  const any = groups.count > 0 ? groups.frame(0, person) : undefined;
  const byFloor: { readonly floor: Exact; readonly truths: Truth[] }[] = [];
  return () => {
    const floor = any ? split.floor.evaluate(any) : undefined;
    // Tiers with the same floor have the same members.
    const before = floor instanceof Exact ? byFloor.find((one) => one.floor.equals(floor)) : undefined;
    if (before) return before.truths;
    const plain = floor instanceof Exact && !strays ? inHundredths(split, values, floor) : undefined;
    const truths = plain ?? inFull(split, groups, values, floor, strays);
    if (floor instanceof Exact) byFloor.push({ floor, truths });
    return truths;
  };
}

/** Scopes that differ in nothing but the floor have the same. */
export function valuesKey({ each }: Scope, { left }: ScopeSplit): string {
  return `${each} ${left.text}`;
}

/** What a group comes to. */
export function valueAt(values: GroupValues, group: number): Result | undefined {
  return values instanceof GroupSums ? values.of(group) : values[group];
}

/** By hundredths, as numbers; undefined where the floor or a sum is none. */
function inHundredths(split: ScopeSplit, values: GroupValues, floor: Exact): Truth[] | undefined {
  const line = floor.timesHundred;
  if (!(values instanceof GroupSums) || !values.inHundredths || Number.isNaN(line)) return undefined;
  // How figures compare is a matter of which is greater alone.
  const [below, at, above] = [floor.sub(Exact.one), floor, floor.add(Exact.one)].map((one) =>
    split.compare(one, floor),
  );
  const { totals } = values;
  const truths = new Array<Truth>(totals.length);
  for (let group = 0; group < truths.length; group++) {
    const sum = totals[group] as number;
    truths[group] = (sum < line ? below : sum > line ? above : at) as Truth;
  }
  return truths;
}

function inFull(
  split: ScopeSplit,
  groups: Groups,
  values: GroupValues,
  floor: Result | undefined,
  strays: Strays | undefined,
): Truth[] {
  return groups.map((group) => {
    const value = valueAt(values, group) as Result;
    if (strays) return despite(strays, split, value, floor);
    const open = value instanceof Unknown || floor === undefined || floor instanceof Unknown;
    return open ? joinUnknown(value, floor ?? value) : split.compare(value, floor);
  });
}

/** What each group comes to. The plain sum of a column, which nearly every scope is, is added up without a formula. */
function valuesOf({ left, sumOf }: ScopeSplit, facts: Facts, groups: Groups, person: PersonFrame): GroupValues {
  const column = sumOf && facts.inputs[sumOf.input.index]?.columns[sumOf.column.slot];
  const sums = column && groups.sums(sumOf.input.index, column);
  // Anything but a figure is the formula's business: it knows what is missing.
  return sums ?? groups.map((group) => left.evaluate(groups.frame(group, person)));
}
