import { agree, disagree, isBare } from "./agree.ts";
import { Builder, Findings } from "./builder.ts";
import type { Context, Environment } from "./environment.ts";
import type { Expression } from "./expression.ts";
import type { Formula, FormulaProblem } from "./formula.ts";
import { buildOpposites } from "./opposite.ts";
import { parse } from "./parse.ts";
import type { Type } from "./type.ts";
import type { Typed, Typing } from "./typed.ts";

/** A formula, or why there is none: `formula` is there exactly when `problems` is empty. */
export interface Compiled<F> {
  readonly formula?: Formula<F>;
  readonly problems: readonly FormulaProblem[];
  /** There as soon as the text could be parsed. */
  readonly ast?: Expression;
  /** What every node of `ast` is; words opposite an enum or a tier are constants in it. */
  readonly typing: ReadonlyMap<Expression, Typing>;
}

/**
 * Parses, checks and compiles a formula. `expected` is the kind that its place asks for (`where` a boolean, a param its
 * kind): a bare figure or a word becomes that kind, anything else is `formula/wrong-type`.
 */
export function compile<F>(text: string, env: Environment<F>, expected?: Type): Compiled<F> {
  const parsed = parse(text);
  if ("problem" in parsed) return { problems: [parsed.problem], typing: new Map() };
  const { ast } = parsed;
  const findings = new Findings();
  const made = finish(new Builder(env, findings), ast, expected);
  const { problems, typing } = findings;
  if (!made || problems.length > 0) return { problems, typing, ast };
  return { formula: formulaOf(text, made, findings), problems, typing, ast };
}

/** Checks the whole formula, and that it is of the expected kind. */
function finish<F>(builder: Builder<F>, ast: Expression, expected: Type | undefined): Typed<F> | undefined {
  const made = buildOpposites(builder, [ast], "formula/cannot-compare", expected)?.sides[0];
  if (!made) return undefined;
  const { currency, context } = builder.env;
  if (!expected) return { ...made, type: settled(made.type, context) };
  const type = agree(made.type, expected, currency);
  if (!type)
    return disagree(builder, "formula/wrong-type", ast.span, { type: made.type, expression: ast }, { type: expected });
  const asked = type.kind === "number" && expected.kind === "count" ? { ...type, kind: expected.kind } : type;
  return { ...made, type: settled(asked, context) };
}

/** A figure without a unit is a number once it is a measured thing; as a constant it can still become money. */
export function settled(type: Type, context: Context): Type {
  return context !== "constant" && isBare(type) ? { kind: "number" } : type;
}

export function formulaOf<F>(text: string, made: Typed<F>, findings: Findings): Formula<F> {
  const { type, tierScoped, run } = made;
  return { text, type, tierScoped, uses: [...findings.uses], evaluate: run };
}
