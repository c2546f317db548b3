import { agree, disagree } from "./agree.ts";
import type { Expression, Logic, Not } from "./expression.ts";
import { buildOpposites } from "./opposite.ts";
import { sameValue } from "./ordering.ts";
import { and, not, or, truthOf } from "./truth.ts";
import type { Type } from "./type.ts";
import { type Typed, typed, type Workshop } from "./typed.ts";
import { joinUnknown, type Result, Unknown } from "./value.ts";

const boolean: Type = { kind: "boolean" };

export function buildLogic<F>({ op, left, right }: Logic, workshop: Workshop<F>): Typed<F> | undefined {
  const [a, b] = [buildCondition(left, workshop), buildCondition(right, workshop)];
  if (!a || !b) return undefined;
  const join = op === "and" ? and : or;
  return typed(boolean, [a, b], (frame) => join(truthOf(a.run(frame)), truthOf(b.run(frame))));
}

export function buildNot<F>({ operand }: Not, workshop: Workshop<F>): Typed<F> | undefined {
  const inner = buildCondition(operand, workshop);
  return inner && typed(boolean, [inner], (frame) => not(truthOf(inner.run(frame))));
}

/** An expression that must be true or false. */
export function buildCondition<F>(expression: Expression, workshop: Workshop<F>): Typed<F> | undefined {
  const condition = workshop.build(expression);
  if (!condition) return undefined;
  if (agree(condition.type, boolean, workshop.env.currency)) return condition;
  return disagree(workshop, "formula/wrong-type", expression.span, { type: condition.type }, { type: boolean });
}

/** `if(c, a, b)`; its outcomes take the meaning of their words from each other, or from what the whole stands opposite. */
export function buildIf<F>(
  [condition, ...outcomes]: readonly Expression[],
  opposite: Type | undefined,
  workshop: Workshop<F>,
): Typed<F> | undefined {
  const when = condition && buildCondition(condition, workshop);
  const found = buildOpposites(workshop, outcomes, "formula/branches-differ", opposite);
  const [then, otherwise] = found?.sides ?? [];
  return when && found && then && otherwise ? choose(found.type, when, then, otherwise) : undefined;
}

/** One of two outcomes; where the condition is unknown, what both agree on. */
export function choose<F>(type: Type, when: Typed<F>, then: Typed<F>, otherwise: Typed<F>): Typed<F> {
  return typed(type, [when, then, otherwise], (frame): Result => {
    const condition = when.run(frame);
    if (condition === true) return then.run(frame);
    if (condition === false) return otherwise.run(frame);
    const [a, b] = [then.run(frame), otherwise.run(frame)];
    if (!(a instanceof Unknown || b instanceof Unknown) && sameValue(a, b)) return a;
    return joinUnknown(condition, a, b);
  });
}
