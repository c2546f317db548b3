import type { Expression } from "./expression.ts";

/** The parts of an expression, from left to right. The tier of `at` is none: it is no value of its own. */
export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.node) {
    case "figure":
    case "date":
    case "text":
    case "name":
      return [];
    case "calculate":
    case "compare":
    case "logic":
      return [expression.left, expression.right];
    case "in":
      return [expression.operand, ...expression.items];
    case "between":
      return [expression.operand, expression.low, expression.high];
    case "call":
      return expression.args;
    default:
      return [expression.operand];
  }
}

/** The expression and everything below it. */
export function* walk(expression: Expression): Generator<Expression> {
  yield expression;
  for (const child of childrenOf(expression)) yield* walk(child);
}
