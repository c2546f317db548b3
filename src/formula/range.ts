import { Exact } from "../number/exact.ts";
import type { Comparator, Operator } from "./expression.ts";
import type { Range, Typed } from "./typed.ts";

/** Where a figure certainly lies, from both its ends; undefined where nothing is known of it. */
export function rangeOf<F>(side: Typed<F>, frame: F): Range | undefined {
  const value = side.run(frame);
  return value instanceof Exact ? { low: value, high: value } : side.range?.(frame);
}

/** The range of a sum, a difference, a product or a quotient. */
export function rangeOfCalculation(op: Operator, a: Range, b: Range): Range | undefined {
  switch (op) {
    case "+":
      return { low: a.low.add(b.low), high: a.high.add(b.high) };
    case "-":
      return { low: a.low.sub(b.high), high: a.high.sub(b.low) };
    case "*":
      return products(a, b);
    case "/": {
      if (b.low.sign * b.high.sign <= 0) return undefined;
      const [low, high] = [Exact.one.div(b.high), Exact.one.div(b.low)];
      return low && high && products(a, { low, high });
    }
  }
}

function products(a: Range, b: Range): Range {
  const ends = [a.low.mul(b.low), a.low.mul(b.high), a.high.mul(b.low), a.high.mul(b.high)];
  return {
    low: ends.reduce((least, end) => (end.compare(least) < 0 ? end : least)),
    high: ends.reduce((most, end) => (end.compare(most) > 0 ? end : most)),
  };
}

/** The comparison, if it comes out the same wherever in their ranges the two figures are. */
export function decided(op: Comparator, a: Range, b: Range): boolean | undefined {
  switch (op) {
    case "<":
      return a.high.compare(b.low) < 0 ? true : a.low.compare(b.high) >= 0 ? false : undefined;
    case "<=":
      return a.high.compare(b.low) <= 0 ? true : a.low.compare(b.high) > 0 ? false : undefined;
    case ">":
      return decided("<", b, a);
    case ">=":
      return decided("<=", b, a);
    case "==":
      return a.high.compare(b.low) < 0 || b.high.compare(a.low) < 0 ? false : undefined;
    case "!=":
      return a.high.compare(b.low) < 0 || b.high.compare(a.low) < 0 ? true : undefined;
  }
}
