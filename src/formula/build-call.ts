import { Exact } from "../number/exact.ts";
import { didYouMean } from "../text/suggest.ts";
import { isNumeric } from "./agree.ts";
import { buildAggregate } from "./build-aggregate.ts";
import { buildIf } from "./build-logic.ts";
import { yearsBetween } from "./calendar.ts";
import type { Call, Expression } from "./expression.ts";
import { aggregateOf, usages } from "./functions.ts";
import { buildOpposites } from "./opposite.ts";
import { orderOf } from "./ordering.ts";
import { noAdvice } from "./problem.ts";
import type { Type } from "./type.ts";
import { describe } from "./type-words.ts";
import { type Typed, typed, type Workshop } from "./typed.ts";
import { isKnown, joinUnknown, type Result, Unknown, type Value } from "./value.ts";

export function buildCall<F>(call: Call, opposite: Type | undefined, workshop: Workshop<F>): Typed<F> | undefined {
  const { callee, args, span } = call;
  const usage = usages.get(callee);
  if (!usage) {
    const suggestion = didYouMean(callee, usages.keys());
    return workshop.report(span, "formula/unknown-function", { name: callee, suggestion });
  }
  const count = args.length;
  if (!takes(callee, count)) {
    return workshop.report(span, "formula/wrong-arguments", { function: callee, usage, count });
  }
  const aggregate = aggregateOf(callee, count);
  if (aggregate) return buildAggregate(aggregate, call, workshop);
  switch (callee) {
    case "if":
      return buildIf(args, opposite, workshop);
    case "min":
    case "max":
      return buildExtreme(callee, call, workshop);
    case "years_between":
      return buildYearsBetween(args, workshop);
    case "known":
      return buildKnown(args[0] as Expression, workshop);
    default:
      return buildRounding(callee as Rounding, args, workshop);
  }
}

function takes(callee: string, count: number): boolean {
  if (callee === "if") return count === 3;
  if (callee === "min" || callee === "max") return count >= 1;
  if (callee === "round") return count === 1 || count === 2;
  return count === (callee === "years_between" ? 2 : 1);
}

/** `min(a, b, …)` and `max(a, b, …)`, of figures or dates. */
function buildExtreme<F>(callee: "min" | "max", { args, span }: Call, workshop: Workshop<F>): Typed<F> | undefined {
  const found = buildOpposites(workshop, args, "formula/cannot-compare");
  if (!found) return undefined;
  const order = isNumeric(found.type) || found.type.kind === "date" ? orderOf(found.type, []) : undefined;
  if (!order) {
    const expected = { zh: "数或日期", en: "figures or dates" };
    const type = describe(found.type);
    return workshop.report(span, "formula/wrong-type", { expected, found: type, advice: noAdvice });
  }
  const wanted = callee === "max" ? 1 : -1;
  return typed(found.type, found.sides, (frame): Result => {
    const values = found.sides.map((side) => side.run(frame));
    if (!values.every(isKnown)) return joinUnknown(...values);
    return values.reduce<Value>(
      (best, value) => ((order(value, best) ?? 0) * wanted > 0 ? value : best),
      values[0] as Value,
    );
  });
}

/** Completed years as a whole number of 年. */
function buildYearsBetween<F>(args: readonly Expression[], workshop: Workshop<F>): Typed<F> | undefined {
  const dates = args.map((arg) => {
    const date = workshop.build(arg);
    if (!date || date.type.kind === "date") return date;
    const [expected, found] = [describe({ kind: "date" }), describe(date.type)];
    return workshop.report(arg.span, "formula/wrong-type", { expected, found, advice: noAdvice });
  });
  const [from, to] = dates;
  if (!from || !to) return undefined;
  return typed({ kind: "number", unit: "年" }, [from, to], (frame): Result => {
    const [a, b] = [from.run(frame), to.run(frame)];
    if (a instanceof Unknown || b instanceof Unknown) return joinUnknown(a, b);
    return Exact.of(yearsBetween(a as string, b as string));
  });
}

/** `known(x)`: never unknown itself. */
function buildKnown<F>(arg: Expression, workshop: Workshop<F>): Typed<F> | undefined {
  const inner = workshop.build(arg);
  return inner && typed({ kind: "boolean" }, [inner], (frame) => isKnown(inner.run(frame)));
}

type Rounding = "round" | "floor" | "ceil";

/**
 * `round`, `floor`, `ceil`: the kind stays, but a ratio rounded to whole figures (`floor(deposits / target)`, how many
 * times) is a number. `round(x, 2)` keeps two decimal places, halves away from zero.
 */
function buildRounding<F>(callee: Rounding, args: readonly Expression[], workshop: Workshop<F>): Typed<F> | undefined {
  const [arg, places] = args as [Expression, Expression?];
  const inner = workshop.build(arg);
  const digits = places && decimalPlaces(places);
  if (places && digits === undefined) return workshop.report(places.span, "formula/wrong-places", {});
  if (!inner) return undefined;
  if (!isNumeric(inner.type)) {
    const [expected, found] = [{ zh: "数", en: "a figure" }, describe(inner.type)];
    return workshop.report(arg.span, "formula/wrong-type", { expected, found, advice: noAdvice });
  }
  const apply = (value: Exact): Exact => {
    if (callee === "round") return value.round(digits ?? 0);
    return Exact.of(callee === "floor" ? value.floor() : value.ceil());
  };
  const type: Type = inner.type.kind === "ratio" && !places ? { kind: "number" } : inner.type;
  const made = typed<F>(type, [inner], (frame) => {
    const value = inner.run(frame);
    return value instanceof Unknown ? value : apply(value as Exact);
  });
  if (!inner.range) return made;
  const range = (frame: F) => {
    const found = inner.range?.(frame);
    return found && { low: apply(found.low), high: apply(found.high) };
  };
  return { ...made, range };
}

function decimalPlaces(expression: Expression): number | undefined {
  if (expression.node !== "figure" || expression.unit || !expression.value.isInteger) return undefined;
  const places = Number(expression.value.floor());
  return places <= 12 ? places : undefined;
}
