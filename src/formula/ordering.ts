import type { Exact } from "../number/exact.ts";
import { same } from "../text/text.ts";
import type { Comparator } from "./expression.ts";
import type { Type } from "./type.ts";
import { type Truth, Unknown, type Value } from "./value.ts";

/** How the values of a kind compare: below, at or above zero; undefined where a value has no place in the order. */
export type Order = (a: Value, b: Value) => number | undefined;

const exact: Order = (a, b) => (a as Exact).compare(b as Exact);
const text: Order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The order of a kind's values; undefined for kinds that have none. Enums go by their declared values, least first; tiers
 * by the rulebook's list (`tierOrder`, highest first), with no tier below them all.
 */
export function orderOf(type: Type, tierOrder: readonly string[]): Order | undefined {
  switch (type.kind) {
    case "money":
    case "ratio":
    case "number":
    case "count":
    case "duration":
      return exact;
    case "date":
      return text;
    case "enum":
      return type.ordered ? ranked(type.values) : undefined;
    case "tier":
      return ranked(["", ...tierOrder.toReversed()]);
    default:
      return undefined;
  }
}

/** Whether two values of a kind are the same. */
export function sameValue(a: Value, b: Value): boolean {
  return typeof a === "object" && typeof b === "object" ? a.equals(b) : a === b;
}

function ranked(values: readonly string[]): Order {
  const ranks = new Map<Value, number>(values.map((value, index) => [value, index]));
  return (a, b) => {
    const [left, right] = [ranks.get(a), ranks.get(b)];
    return left === undefined || right === undefined ? undefined : left - right;
  };
}

/** The comparison of two known values. Without an order only `==` and `!=` are asked. */
export function comparing(op: Comparator, order: Order | undefined): (a: Value, b: Value) => Truth {
  if (op === "==") return sameValue;
  if (op === "!=") return (a, b) => !sameValue(a, b);
  const holds = holding(op);
  return (a, b) => {
    const found = order?.(a, b);
    return found === undefined ? outside(a, b) : holds(found);
  };
}

function holding(op: Exclude<Comparator, "==" | "!=">): (order: number) => boolean {
  switch (op) {
    case "<":
      return (order) => order < 0;
    case "<=":
      return (order) => order <= 0;
    case ">":
      return (order) => order > 0;
    case ">=":
      return (order) => order >= 0;
  }
}

function outside(a: Value, b: Value): Unknown {
  return new Unknown([{ why: "bad-cell", what: same(`${a}, ${b}`) }]);
}
