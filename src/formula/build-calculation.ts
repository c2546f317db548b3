import type { Exact } from "../number/exact.ts";
import { same, type Text } from "../text/text.ts";
import { exampleOpposite, isBare, isNumeric } from "./agree.ts";
import { dateCalculation } from "./build-date-calculation.ts";
import { calculationType, type Operand } from "./calculation-type.ts";
import type { Calculation, Negation, Operator } from "./expression.ts";
import { print } from "./print.ts";
import { noAdvice } from "./problem.ts";
import { rangeOf, rangeOfCalculation } from "./range.ts";
import { describe } from "./type-words.ts";
import { type Typed, typed, type Workshop } from "./typed.ts";
import { joinUnknown, type Result, Unknown } from "./value.ts";

/** `+ - * /` on figures and dates. A zero divisor makes the result unknown. */
export function buildCalculation<F>(expression: Calculation, workshop: Workshop<F>): Typed<F> | undefined {
  const { op, left, right, span } = expression;
  const [a, b] = [workshop.build(left), workshop.build(right)];
  if (op === "/" && workshop.env.context === "row") return workshop.report(span, "formula/no-division", {});
  if (!a || !b) return undefined;
  const [first, second] = [
    { type: a.type, expression: left },
    { type: b.type, expression: right },
  ];
  const type = calculationType(op, first, second, workshop.env.currency);
  if (!type) return nonsense(op, first, second, workshop);
  if (op === "/" && a.type.kind === "money" && isBare(b.type) && right.node === "figure" && right.unit) {
    const [figure, plain] = [right.text, right.value.toString()];
    const example = `${print(left)} / ${figure}${a.type.currency === "CNY" ? "元" : ` ${a.type.currency}`}`;
    return workshop.report(right.span, "formula/ambiguous-divisor", { figure, example, plain });
  }
  if (a.type.kind === "date" || b.type.kind === "date") return dateCalculation(expression, type, a, b);
  const combine = combining(op, () => new Unknown([{ why: "zero-divisor", what: same(print(right)) }]));
  const made = typed<F>(type, [a, b], (frame) => {
    const [x, y] = [a.run(frame), b.run(frame)];
    return x instanceof Unknown || y instanceof Unknown ? joinUnknown(x, y) : combine(x as Exact, y as Exact);
  });
  if (!a.range && !b.range) return made;
  const range = (frame: F) => {
    const [x, y] = [rangeOf(a, frame), rangeOf(b, frame)];
    return x && y && rangeOfCalculation(op, x, y);
  };
  return { ...made, range };
}

function combining(op: Operator, zeroDivisor: () => Unknown): (x: Exact, y: Exact) => Result {
  switch (op) {
    case "+":
      return (x, y) => x.add(y);
    case "-":
      return (x, y) => x.sub(y);
    case "*":
      return (x, y) => x.mul(y);
    case "/":
      return (x, y) => x.div(y) ?? zeroDivisor();
  }
}

function nonsense<F>(op: Operator, left: Operand, right: Operand, workshop: Workshop<F>): undefined {
  if (op === "+" || op === "-") {
    for (const [bare, other] of [
      [left, right],
      [right, left],
    ] as const) {
      const date = other.type.kind === "date";
      const example = date ? `${print(bare.expression)}年` : exampleOpposite(bare.expression, other.type);
      if (!isBare(bare.type) || !example) continue;
      const figure = print(bare.expression);
      const type = describe(other.type);
      return workshop.report(bare.expression.span, "formula/needs-unit", { figure, type, example });
    }
  }
  const span = { start: left.expression.span.start, end: right.expression.span.end };
  const [a, b] = [describe(left.type), describe(right.type)];
  return workshop.report(span, "formula/cannot-calculate", {
    op,
    left: a,
    right: b,
    advice: adviceOn(op, left, right),
  });
}

function adviceOn(op: Operator, left: Operand, right: Operand): Text {
  const kinds = [left.type.kind, right.type.kind];
  if (kinds.every((kind) => kind === "money") && op !== "*") {
    return { zh: "币种不同，先用 as 折算", en: "the currencies differ: convert one with as" };
  }
  if (op === "*" && kinds.includes("duration")) {
    const years = left.type.kind === "duration" ? left : right;
    const text = print(years.expression);
    return { zh: `把年限化成数：${text} / 1年`, en: `make a number of the duration: ${text} / 1年` };
  }
  if (kinds.includes("ratio") && (op === "+" || op === "-")) {
    return { zh: "比率只能与比率相加减；按比率增减写 x * (1 + 5%) 的形式", en: "add ratios to ratios only" };
  }
  return noAdvice;
}

/** `-x`, of any figure. */
export function buildNegation<F>({ operand, span }: Negation, workshop: Workshop<F>): Typed<F> | undefined {
  const inner = workshop.build(operand);
  if (!inner) return undefined;
  if (!isNumeric(inner.type)) {
    const [expected, found] = [{ zh: "数", en: "a figure" }, describe(inner.type)];
    return workshop.report(span, "formula/wrong-type", { expected, found, advice: noAdvice });
  }
  const made = typed<F>(inner.type, [inner], (frame) => {
    const value = inner.run(frame);
    return value instanceof Unknown ? value : (value as Exact).neg();
  });
  if (!inner.range) return made;
  const range = (frame: F) => {
    const found = rangeOf(inner, frame);
    return found && { low: found.high.neg(), high: found.low.neg() };
  };
  return { ...made, range };
}
