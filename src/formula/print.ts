import type { Expression } from "./expression.ts";

/** How tightly a node binds, as the parser reads it. */
const strength = { or: 1, and: 2, not: 3, compare: 4, sum: 5, product: 6, negate: 7, postfix: 8, primary: 9 };

/** The formula's canonical text: one blank around operators, half-width signs, only the brackets that it needs. */
export function print(expression: Expression): string {
  switch (expression.node) {
    case "figure":
      return expression.text;
    case "date":
      return expression.value;
    case "text":
      return quote(expression.value);
    case "name":
      return expression.name;
    case "negate":
      return `-${inner(expression.operand, strength.negate)}`;
    case "not":
      return `not ${inner(expression.operand, strength.not)}`;
    case "calculate": {
      const own = strengthOf(expression);
      return `${inner(expression.left, own)} ${expression.op} ${inner(expression.right, own + 1)}`;
    }
    case "compare":
      return `${side(expression.left)} ${expression.op} ${side(expression.right)}`;
    case "logic": {
      const own = strengthOf(expression);
      return `${inner(expression.left, own)} ${expression.op} ${inner(expression.right, own + 1)}`;
    }
    case "in":
      return `${side(expression.operand)} in [${expression.items.map(print).join(", ")}]`;
    case "between":
      return `${side(expression.operand)} between ${side(expression.low)} and ${side(expression.high)}`;
    case "in-period":
      return `${side(expression.operand)} in period`;
    case "as":
      return `${inner(expression.operand, strength.postfix)} as ${expression.currency}`;
    case "at":
      return `${inner(expression.operand, strength.postfix)} at ${print(expression.tier)}`;
    case "call":
      return `${expression.callee}(${expression.args.map(print).join(", ")})`;
  }
}

/** One side of a comparison: comparisons do not chain, so another one is bracketed. */
function side(expression: Expression): string {
  return inner(expression, strength.sum);
}

function inner(expression: Expression, least: number): string {
  const text = print(expression);
  return strengthOf(expression) < least ? `(${text})` : text;
}

function strengthOf(expression: Expression): number {
  switch (expression.node) {
    case "logic":
      return strength[expression.op];
    case "not":
      return strength.not;
    case "compare":
    case "in":
    case "between":
    case "in-period":
      return strength.compare;
    case "calculate":
      return expression.op === "+" || expression.op === "-" ? strength.sum : strength.product;
    case "negate":
      return strength.negate;
    case "as":
    case "at":
      return strength.postfix;
    default:
      return strength.primary;
  }
}

/** A quotation mark in the text is doubled. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
