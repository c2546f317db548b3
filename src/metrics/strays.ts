import type { Facts } from "../facts/facts.ts";
import { joinUnknown, type Result, type Truth, type Unknown } from "../formula/value.ts";
import { Exact } from "../number/exact.ts";
import type { Scope, ScopeSplit } from "../rulebook/figure.ts";
import type { Groups } from "./groups.ts";

/**
 * What rows of unknown groups may do to any group: a deposit without a customer may be this customer's. Whether a group is in a
 * scope is decided only where it comes out the same with them and without.
 */
export interface Strays {
  /** What is missing of them. */
  readonly missing: Unknown;
  /** What they may take away from a group's sum, and add to it; undefined: nobody can say. */
  readonly range: readonly [least: Exact, most: Exact] | undefined;
}

/** Undefined: every row that the scope looks at has its group. */
export function straysOf(facts: Facts, { reads, split }: Scope, groups: Groups): Strays | undefined {
  const strays = reads.flatMap((input) => groups.strays(input.index));
  if (strays.length === 0) return undefined;
  const missing = joinUnknown(...strays.map((stray) => stray.missing));
  const column = split?.sumOf && facts.inputs[split.sumOf.input.index]?.columns[split.sumOf.column.slot];
  if (!column) return { missing, range: undefined };
  let [least, most] = [Exact.zero, Exact.zero];
  for (const { row } of strays) {
    const amount = column.at(row);
    if (!(amount instanceof Exact)) return { missing: joinUnknown(missing, amount ?? missing), range: undefined };
    if (amount.sign < 0) least = least.add(amount);
    else most = most.add(amount);
  }
  return { missing, range: [least, most] };
}

/** What a comparison says of a sum that strays may change, where it is the same whichever of them belong to it. */
export function despite(
  { missing, range }: Strays,
  { compare }: ScopeSplit,
  sum: Result,
  floor: Result | undefined,
): Truth {
  if (!range || !(sum instanceof Exact) || !(floor instanceof Exact)) return joinUnknown(sum, floor ?? sum, missing);
  const [least, most] = [sum.add(range[0]), sum.add(range[1])];
  const reached = [least, most].map((end) => compare(end, floor));
  // Between the ends a sum may lie on the floor itself.
  if (least.compare(floor) < 0 && most.compare(floor) > 0) reached.push(compare(floor, floor));
  const [first, ...others] = reached as [Truth, ...Truth[]];
  return others.every((truth) => truth === first) ? first : missing;
}
