import type { Text } from "../text/text.ts";
import { type Aggregation, aggregation } from "./aggregation.ts";
import { isBare, isNumeric } from "./agree.ts";
import { buildCondition } from "./build-logic.ts";
import type { Elements } from "./environment.ts";
import type { Call, Expression } from "./expression.ts";
import type { Aggregate } from "./functions.ts";
import { print } from "./print.ts";
import { noAdvice } from "./problem.ts";
import type { Type } from "./type.ts";
import { describe } from "./type-words.ts";
import type { Typed, Workshop } from "./typed.ts";
import { walk } from "./walk.ts";

/** `sum(deposits.average)` over a scope's rows, `share(credit)` over a team's people. */
export function buildAggregate<F>(callee: Aggregate, call: Call, workshop: Workshop<F>): Typed<F> | undefined {
  const { env } = workshop;
  const [arg] = call.args as [Expression];
  if (!env.elements) {
    const advice = adviceIn(env.context, callee, arg);
    return workshop.report(call.span, "formula/no-aggregate", { function: callee, advice });
  }
  // `count(deposits)`: an input's name counts its rows.
  const rows =
    callee === "count" && arg.node === "name" && env.context === "scope" ? env.elements(arg.name) : undefined;
  if (rows)
    return counted({ type: { kind: "count" }, tierScoped: false, run: () => true }, rows, callee, call, workshop);
  const elements = elementsOf(callee, arg, workshop);
  if (!elements) return undefined;
  const inside = workshop.inside(elements.environment);
  const each = callee === "count" || callee === "share" ? buildCondition(arg, inside) : inside.build(arg);
  if (!each) return undefined;
  const type = resultType(callee, each.type);
  if (!type) {
    const [expected, found] = [{ zh: "数", en: "a figure" }, describe(each.type)];
    return workshop.report(arg.span, "formula/wrong-type", { expected, found, advice: noAdvice });
  }
  return counted({ ...each, type }, elements, callee, call, workshop);
}

function counted<F>(
  each: Typed<never>,
  elements: Elements<F>,
  callee: Aggregate,
  call: Call,
  workshop: Workshop<F>,
): Typed<F> {
  const found: Aggregation<F> = aggregation(callee, each, elements, print(call));
  const run = (frame: F) => elements.absent?.(frame) ?? found.run(frame);
  const made: Typed<F> = { type: each.type, tierScoped: each.tierScoped, run };
  // Rows are never counted in part; people are, where the answer is the same whatever is missing.
  return found.range && workshop.env.context === "team" ? { ...made, range: found.range } : made;
}

/** The rows of the one input that the argument names, or the people. */
function elementsOf<F>(callee: Aggregate, arg: Expression, workshop: Workshop<F>): Elements<F> | undefined {
  const { env } = workshop;
  if (env.context === "team") {
    const people = env.elements?.(undefined);
    if (people) return people;
  }
  const inputs = [...new Set(inputsIn(arg))].filter((name) => env.elements?.(name));
  const [first, second] = inputs;
  if (first !== undefined && second !== undefined) {
    return workshop.report(arg.span, "formula/two-inputs", { function: callee, first, second });
  }
  const found = first === undefined ? undefined : env.elements?.(first);
  const example =
    arg.node === "name" && !arg.name.includes(".") ? `${callee}(deposits.${arg.name})` : `${callee}(deposits.average)`;
  return found ?? workshop.report(arg.span, "formula/aggregate-input", { function: callee, example });
}

/** What stands before the dot in every dotted name. */
function inputsIn(expression: Expression): string[] {
  return [...walk(expression)].flatMap((node) => {
    return node.node === "name" && node.name.includes(".") ? [node.name.slice(0, node.name.indexOf("."))] : [];
  });
}

function resultType(callee: Aggregate, each: Type): Type | undefined {
  switch (callee) {
    case "count":
    case "distinct":
      return { kind: "count" };
    case "share":
      return { kind: "ratio" };
    case "mean":
      if (each.kind !== "count") return isNumeric(each) ? each : undefined;
      return each.unit === undefined ? { kind: "number" } : { kind: "number", unit: each.unit };
    default:
      if (isBare(each)) return { kind: "number" };
      return isNumeric(each) ? each : undefined;
  }
}

function adviceIn(context: string, callee: string, arg: Expression): Text {
  if (context === "row") return { zh: "逐行的公式里不能再汇总", en: "a formula over rows cannot aggregate again" };
  if (context === "constant") return { zh: "这里只能写常量", en: "only constants can stand here" };
  if (callee === "min" || callee === "max") {
    return {
      zh: `比较几个数写 ${callee}(a, b)；汇总写成指标`,
      en: `write ${callee}(a, b) to compare figures, or a metric to aggregate`,
    };
  }
  const text = print(arg);
  return {
    zh: `先在 metrics 里定义一个指标，如 {${callee}: ${text}}，再用它的名称`,
    en: `define a metric first, such as {${callee}: ${text}}, and use its name`,
  };
}
