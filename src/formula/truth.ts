import { joinUnknown, type Result, type Truth, Unknown } from "./value.ts";

/** Kleene's logic: a false settles `and` and a true settles `or`, whatever the other side is. Both sides are always evaluated. */
export function and(left: Truth, right: Truth): Truth {
  if (left === false || right === false) return false;
  if (left instanceof Unknown || right instanceof Unknown) return joinUnknown(left, right);
  return true;
}

export function or(left: Truth, right: Truth): Truth {
  if (left === true || right === true) return true;
  if (left instanceof Unknown || right instanceof Unknown) return joinUnknown(left, right);
  return false;
}

export function not(operand: Truth): Truth {
  return operand instanceof Unknown ? operand : !operand;
}

/** A boolean formula's result as a truth value. */
export function truthOf(result: Result): Truth {
  return result instanceof Unknown ? result : result === true;
}
