import type { Between, Comparator, Comparison, Expression, InPeriod, Membership } from "./expression.ts";
import { buildOpposites } from "./opposite.ts";
import { comparing, orderOf } from "./ordering.ts";
import { noAdvice } from "./problem.ts";
import { decided, rangeOf } from "./range.ts";
import { and, or } from "./truth.ts";
import type { Type } from "./type.ts";
import { describe } from "./type-words.ts";
import { type Typed, typed, type Workshop } from "./typed.ts";
import { joinUnknown, type Result, type Truth, Unknown } from "./value.ts";

const boolean: Type = { kind: "boolean" };

export function buildComparison<F>({ op, left, right, span }: Comparison, workshop: Workshop<F>): Typed<F> | undefined {
  const found = buildOpposites(workshop, [left, right], "formula/cannot-compare");
  const [a, b] = found?.sides ?? [];
  if (!found || !a || !b) return undefined;
  if (op !== "==" && op !== "!=" && !ordered(found.type, span, workshop)) return undefined;
  return typed(boolean, [a, b], comparison(op, a, b, found.type, workshop));
}

export function buildBetween<F>({ operand, low, high, span }: Between, workshop: Workshop<F>): Typed<F> | undefined {
  const found = buildOpposites(workshop, [operand, low, high], "formula/cannot-compare");
  const [value, least, most] = found?.sides ?? [];
  if (!found || !value || !least || !most || !ordered(found.type, span, workshop)) return undefined;
  const above = comparison(">=", value, least, found.type, workshop);
  const below = comparison("<=", value, most, found.type, workshop);
  return typed(boolean, [value, least, most], (frame) => and(above(frame), below(frame)));
}

export function buildMembership<F>({ operand, items }: Membership, workshop: Workshop<F>): Typed<F> | undefined {
  const found = buildOpposites(workshop, [operand, ...items], "formula/cannot-compare");
  const [value, ...rest] = found?.sides ?? [];
  if (!found || !value) return undefined;
  const equals = rest.map((item) => comparison("==", value, item, found.type, workshop));
  return typed(boolean, [value, ...rest], (frame) => {
    return equals.reduce<Truth>((truth, equal) => or(truth, equal(frame)), false);
  });
}

export function buildInPeriod<F>({ operand, span }: InPeriod, workshop: Workshop<F>): Typed<F> | undefined {
  const date = workshop.build(operand);
  const { period } = workshop.env;
  if (!period) return workshop.report(span, "formula/no-period", {});
  if (!date) return undefined;
  if (date.type.kind !== "date") {
    const [expected, found] = [describe({ kind: "date" }), describe(date.type)];
    return workshop.report(operand.span, "formula/wrong-type", { expected, found, advice: noAdvice });
  }
  const run = (frame: F): Result => {
    const day = date.run(frame);
    if (day instanceof Unknown) return day;
    const { from, to } = period.call(workshop.env, frame);
    return day >= from && day <= to;
  };
  return { type: boolean, tierScoped: date.tierScoped, run };
}

/** Reports a kind that `<`, `between` and the like cannot be asked of. */
function ordered<F>(type: Type, span: Expression["span"], workshop: Workshop<F>): boolean {
  if (orderOf(type, workshop.env.tierOrder)) return true;
  const advice =
    type.kind === "enum"
      ? {
          zh: "如果它有高低，在列上写 ordered: yes，取值由低到高",
          en: "if it has, write ordered: yes on its column, values least first",
        }
      : noAdvice;
  workshop.report(span, "formula/unordered", { type: describe(type), advice });
  return false;
}

function comparison<F>(
  op: Comparator,
  a: Typed<F>,
  b: Typed<F>,
  type: Type,
  { env }: Workshop<F>,
): (frame: F) => Truth {
  const compare = comparing(op, orderOf(type, env.tierOrder));
  const ranged = a.range !== undefined || b.range !== undefined;
  const fixed = b.constant;
  if (fixed !== undefined && !ranged) {
    return (frame) => {
      const left = a.run(frame);
      return left instanceof Unknown ? left : compare(left, fixed);
    };
  }
  return (frame) => {
    const [left, right] = [a.run(frame), b.run(frame)];
    if (!(left instanceof Unknown || right instanceof Unknown)) return compare(left, right);
    const [from, to] = ranged ? [rangeOf(a, frame), rangeOf(b, frame)] : [];
    return (from && to && decided(op, from, to)) ?? joinUnknown(left, right);
  };
}
