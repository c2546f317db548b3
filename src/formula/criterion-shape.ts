import type { Text } from "../text/text.ts";
import type { Builder } from "./builder.ts";
import type { Comparator, Expression } from "./expression.ts";
import { print } from "./print.ts";

/** The parts of a criterion. */
export interface Anatomy {
  readonly op: "true" | Comparator | "in" | "between" | "in-period";
  readonly negated: boolean;
  /** The name, perhaps pinned by `at`; in a team check any figure. */
  readonly left: Expression;
  readonly thresholds: readonly Expression[];
}

const flipped = { "==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<=" } as const;

/** Takes a checked criterion apart; reports why it is none. */
export function anatomyOf<F>(ast: Expression, builder: Builder<F>): Anatomy | undefined {
  const found = taken(ast);
  if (!found) {
    const [why, advice] = whyNot(ast);
    return builder.report(ast.span, "formula/not-a-criterion", { why, advice });
  }
  // What the parts are is not known where one of them is wrong.
  if (builder.findings.problems.length > 0) return undefined;
  const { left, thresholds } = found;
  const odd = thresholds.find((threshold) => !isConstant(threshold, builder));
  if (isMeasured(left, builder) && !odd) return found;
  const [why, advice] = whyNotParts(ast, left, odd, builder);
  return builder.report(ast.span, "formula/not-a-criterion", { why, advice });
}

function taken(ast: Expression): Anatomy | undefined {
  if (ast.node === "not" && (ast.operand.node === "in" || ast.operand.node === "name" || ast.operand.node === "at")) {
    const inner = taken(ast.operand);
    return inner && { ...inner, negated: true };
  }
  switch (ast.node) {
    case "name":
    case "at":
      return { op: "true", negated: false, left: ast, thresholds: [] };
    case "compare":
      return { op: ast.op, negated: false, left: ast.left, thresholds: [ast.right] };
    case "between":
      return { op: "between", negated: false, left: ast.operand, thresholds: [ast.low, ast.high] };
    case "in":
      return { op: "in", negated: false, left: ast.operand, thresholds: ast.items };
    case "in-period":
      return { op: "in-period", negated: false, left: ast.operand, thresholds: [] };
    default:
      return undefined;
  }
}

function isMeasured<F>(expression: Expression, builder: Builder<F>): boolean {
  if (builder.env.context === "team" || builder.env.context === "scope") return true;
  const name = expression.node === "at" ? expression.operand : expression;
  return name.node === "name" && !isConstant(expression, builder);
}

/** A literal, a word that stands for a value, or a name that the rulebook sets. */
function isConstant<F>(expression: Expression, builder: Builder<F>): boolean {
  switch (expression.node) {
    case "figure":
    case "date":
    case "text":
      return true;
    case "negate":
      return expression.operand.node === "figure";
    case "name":
      if (builder.findings.typing.get(expression)?.constant !== undefined) return true;
      return builder.env.resolve(expression.name)?.constant === true;
    case "at":
      return isConstant(expression.operand, builder);
    default:
      return false;
  }
}

function whyNot(ast: Expression): readonly [Text, Text] {
  if (ast.node === "logic") {
    const [zh, en] = ast.op === "and" ? ["all", "all"] : ["any", "any"];
    return [
      { zh: `用了 ${ast.op}`, en: `this joins several with ${ast.op}` },
      {
        zh: `拆成几个条件：${zh}: [${print(ast.left)}, ${print(ast.right)}]`,
        en: `write a tree: ${en}: [${print(ast.left)}, ${print(ast.right)}]`,
      },
    ];
  }
  if (ast.node === "not") {
    return [
      { zh: "用了 not", en: "this negates a comparison" },
      { zh: "改用相反的比较，如 >= 换成 <", en: "write the opposite comparison, such as < for >=" },
    ];
  }
  return [
    { zh: "是一个算式", en: "this is calculated" },
    {
      zh: `先在 metrics 里定义一个指标：value: "${print(ast)}"，再用它的名称`,
      en: `make it a metric first (value: "${print(ast)}") and use its name`,
    },
  ];
}

function whyNotParts<F>(
  ast: Expression,
  left: Expression,
  odd: Expression | undefined,
  builder: Builder<F>,
): readonly [Text, Text] {
  if (ast.node === "compare" && isConstant(left, builder) && isMeasured(ast.right, builder)) {
    const better = `${print(ast.right)} ${flipped[ast.op]} ${print(left)}`;
    return [
      { zh: "名称应写在左边", en: "the name stands on the left" },
      { zh: `写成 ${better}`, en: `write ${better}` },
    ];
  }
  if (!isMeasured(left, builder)) {
    const text = print(left);
    return isConstant(left, builder)
      ? [
          { zh: `“${text}”不是量出来的`, en: `"${text}" is not measured` },
          { zh: "左边写指标或列的名称", en: "write a metric or a column on the left" },
        ]
      : [
          { zh: `左边“${text}”是算式`, en: `"${text}" on the left is calculated` },
          {
            zh: `先在 metrics 里定义一个指标：value: "${text}"，再用它的名称`,
            en: `make it a metric first (value: "${text}") and use its name`,
          },
        ];
  }
  const text = odd ? print(odd) : "";
  const difference = `${print(left)} - ${text}`;
  return [
    { zh: `右边“${text}”不是常量`, en: `"${text}" on the right is no constant` },
    {
      zh: `先在 metrics 里定义一个指标，如 value: "${difference}"，再与常量比较`,
      en: `make a metric first, such as value: "${difference}", and compare it with a constant`,
    },
  ];
}
