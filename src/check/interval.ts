import type { Expression } from "../formula/expression.ts";
import type { Exact } from "../number/exact.ts";

/** The values of one name for which a condition holds. An end left out is open to infinity. */
export interface Interval {
  readonly name: string;
  readonly low: Exact | undefined;
  readonly lowIn: boolean;
  readonly high: Exact | undefined;
  readonly highIn: boolean;
}

/** Reads `years <= 10年`, `10 < x`, `x between 5 and 10`, and `and` of such over one name; undefined for anything else. */
export function intervalOf(ast: Expression): Interval | undefined {
  if (ast.node === "logic" && ast.op === "and") {
    const [left, right] = [intervalOf(ast.left), intervalOf(ast.right)];
    return left && right && left.name === right.name ? meet(left, right) : undefined;
  }
  if (
    ast.node === "between" &&
    ast.operand.node === "name" &&
    ast.low.node === "figure" &&
    ast.high.node === "figure"
  ) {
    return { name: ast.operand.name, low: ast.low.value, lowIn: true, high: ast.high.value, highIn: true };
  }
  if (ast.node !== "compare") return undefined;
  const { left, right, op } = ast;
  if (left.node === "name" && right.node === "figure") return oneSided(left.name, op, right.value);
  if (left.node === "figure" && right.node === "name") return oneSided(right.name, mirrored[op], left.value);
  return undefined;
}

type Op = "==" | "!=" | "<" | "<=" | ">" | ">=";
const mirrored: Readonly<Record<Op, Op>> = { "==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<=" };

/** The values of a name that compare so with a figure; undefined for `!=`, which leaves both sides. */
export function oneSided(name: string, op: Op, at: Exact): Interval | undefined {
  const open = { name, low: undefined, lowIn: false, high: undefined, highIn: false };
  if (op === "<" || op === "<=") return { ...open, high: at, highIn: op === "<=" };
  if (op === ">" || op === ">=") return { ...open, low: at, lowIn: op === ">=" };
  return op === "==" ? { name, low: at, lowIn: true, high: at, highIn: true } : undefined;
}

function meet(a: Interval, b: Interval): Interval {
  const low = startsAfter(a, b) ? a : b;
  const high = endsBefore(a, b) ? a : b;
  return { name: a.name, low: low.low, lowIn: low.lowIn, high: high.high, highIn: high.highIn };
}

/** Whether `a` begins later than `b`, or at the same point without it. */
export function startsAfter(a: Interval, b: Interval): boolean {
  if (!a.low || !b.low) return a.low !== undefined;
  const order = a.low.compare(b.low);
  return order > 0 || (order === 0 && !a.lowIn && b.lowIn);
}

/** Whether `a` ends earlier than `b`, or at the same point without it. */
export function endsBefore(a: Interval, b: Interval): boolean {
  if (!a.high || !b.high) return a.high !== undefined;
  const order = a.high.compare(b.high);
  return order < 0 || (order === 0 && !a.highIn && b.highIn);
}

/** Whether all of `inner` lies in `outer`. */
export function covers(outer: Interval, inner: Interval): boolean {
  return !startsAfter(outer, inner) && !endsBefore(outer, inner);
}

/** Whether no value lies in both. */
export function areApart(a: Interval, b: Interval): boolean {
  const [first, second] = startsAfter(a, b) ? [b, a] : [a, b];
  if (!first.high || !second.low) return false;
  const order = first.high.compare(second.low);
  return order < 0 || (order === 0 && !(first.highIn && second.lowIn));
}

/** Below zero: there is a gap between the end of `a` and the start of `b`; zero: they touch; above: they overlap. */
export function reach(a: Interval, b: Interval): number {
  if (!a.high || !b.low) return 1;
  const order = a.high.compare(b.low);
  if (order !== 0) return order;
  if (a.highIn && b.lowIn) return 1;
  return a.highIn || b.lowIn ? 0 : -1;
}

/** Whether a whole number lies in the gap between the end of `a` and the start of `b`. */
export function hasWholeBetween(a: Interval, b: Interval): boolean {
  if (!a.high || !b.low) return false;
  const first = a.highIn ? a.high.floor() + 1n : a.high.ceil();
  const last = b.lowIn ? b.low.ceil() - 1n : b.low.floor();
  return first <= last;
}
