import { agree, disagree } from "./agree.ts";
import type { Environment } from "./environment.ts";
import type { Expression } from "./expression.ts";
import type { Type } from "./type.ts";
import type { Typed, Workshop } from "./typed.ts";
import { givesMeaning } from "./words.ts";

/** Expressions that stand opposite each other, checked, and the kind that they have in common. */
export interface Opposites<F> {
  readonly sides: readonly Typed<F>[];
  readonly type: Type;
}

/**
 * Checks expressions that must be of one kind: the sides of a comparison, the outcomes of `if`. Words among them take
 * their meaning from the others, or from `given`. Undefined when anything was wrong; all that is wrong is reported.
 */
export function buildOpposites<F>(
  workshop: Workshop<F>,
  expressions: readonly Expression[],
  code: "formula/cannot-compare" | "formula/branches-differ",
  given?: Type,
): Opposites<F> | undefined {
  const sides = expressions.map((expression, index) => {
    return workshop.build(expression, meaningFor(expressions, index, workshop.env, given));
  });
  let type: Type | undefined;
  let against: Expression | undefined;
  let agreed = true;
  for (const [index, side] of sides.entries()) {
    const expression = expressions[index];
    if (!side || !expression) {
      agreed = false;
    } else if (type === undefined || against === undefined) {
      [type, against] = [side.type, expression];
    } else {
      const both = agree(type, side.type, workshop.env.currency);
      if (!both) {
        const span = { start: against.span.start, end: expression.span.end };
        disagree(workshop, code, span, { type, expression: against }, { type: side.type, expression });
        agreed = false;
      }
      type = both ?? type;
    }
  }
  return agreed && type ? { sides: sides as readonly Typed<F>[], type } : undefined;
}

/** The kind that gives the expression's words their meaning: the first of the others that has one. */
export function meaningFor<F>(
  expressions: readonly Expression[],
  index: number,
  env: Environment<F>,
  given?: Type,
): Type | undefined {
  if (given && givesMeaning(given)) return given;
  for (const [other, expression] of expressions.entries()) {
    const type = other === index ? undefined : hintOf(expression, env);
    if (type && givesMeaning(type)) return type;
  }
  return undefined;
}

/** The kind that an expression will have, as far as it can be told without checking it. */
function hintOf<F>(expression: Expression, env: Environment<F>): Type | undefined {
  switch (expression.node) {
    case "name":
      return env.resolve(expression.name)?.type;
    case "at":
      return hintOf(expression.operand, env);
    case "call":
      if (expression.callee !== "if") return undefined;
      return expression.args.slice(1).reduce<Type | undefined>((type, arg) => type ?? hintOf(arg, env), undefined);
    default:
      return undefined;
  }
}
