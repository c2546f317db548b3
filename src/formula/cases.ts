import { agree, disagree } from "./agree.ts";
import { buildCondition, choose } from "./build-logic.ts";
import { Builder, Findings } from "./builder.ts";
import { formulaOf, settled } from "./compile.ts";
import type { Environment } from "./environment.ts";
import type { Expression } from "./expression.ts";
import type { Formula, FormulaProblem } from "./formula.ts";
import { meaningFor } from "./opposite.ts";
import { parse } from "./parse.ts";
import { print } from "./print.ts";
import type { Type } from "./type.ts";
import type { Typed, Typing } from "./typed.ts";

/** A stepped table: the first `when` that holds gives the value. */
export interface CasesText {
  readonly cases: readonly { readonly when: string; readonly give: string }[];
  readonly else: string;
}

/** A problem, and in which text it is. */
export interface CasesProblem extends FormulaProblem {
  /** An index of `cases`; absent for the text of `else`. */
  readonly case?: number;
  readonly part: "when" | "give" | "else";
}

export interface CompiledCases<F> {
  readonly formula?: Formula<F>;
  readonly problems: readonly CasesProblem[];
  /** The table as one nested `if`; the spans in it are those of the single texts. */
  readonly ast?: Expression;
  readonly typing: ReadonlyMap<Expression, Typing>;
}

/** One text of the table, parsed. */
interface Part {
  readonly place: { readonly case?: number; readonly part: CasesProblem["part"] };
  readonly ast: Expression;
}

/**
 * Compiles a stepped table. All outcomes are of one kind. Where a `when` is unknown, the table is decided if every outcome
 * that can still be reached agrees.
 */
export function compileCases<F>(table: CasesText, env: Environment<F>, expected?: Type): CompiledCases<F> {
  const problems: CasesProblem[] = [];
  const findings = new Findings();
  const read = (text: string, place: Part["place"]): Part | undefined => {
    const parsed = parse(text);
    if ("ast" in parsed) return { place, ast: parsed.ast };
    problems.push({ ...parsed.problem, ...place });
    return undefined;
  };
  const whens = table.cases.map(({ when }, index) => read(when, { case: index, part: "when" }));
  const gives = table.cases.map(({ give }, index) => read(give, { case: index, part: "give" }));
  const outcomes = [...gives, read(table.else, { part: "else" })];

  /** Builds one text; what is wrong in it is noted with its place. */
  const build = (part: Part | undefined, make: (builder: Builder<F>, ast: Expression) => Typed<F> | undefined) => {
    if (!part) return undefined;
    const from = findings.problems.length;
    const made = make(new Builder(env, findings), part.ast);
    problems.push(...findings.problems.slice(from).map((problem) => ({ ...problem, ...part.place })));
    return made;
  };
  const conditions = whens.map((part) => build(part, (builder, ast) => buildCondition(ast, builder)));
  const asts = outcomes.flatMap((part) => (part ? [part.ast] : []));
  let type = expected;
  const values = outcomes.map((part) =>
    build(part, (builder, ast) => {
      const made = builder.build(ast, meaningFor(asts, asts.indexOf(ast), env, expected));
      const both = made && (type ? agree(type, made.type, env.currency) : made.type);
      if (made && type && !both) {
        const code = expected ? "formula/wrong-type" : "formula/branches-differ";
        return disagree(builder, code, ast.span, { type: made.type, expression: ast }, { type });
      }
      type = both ?? type;
      return made;
    }),
  );
  const { typing } = findings;
  if (problems.length > 0 || !type) return { problems, typing };
  const kind = settled(type, env.context);
  const branches = outcomes.map((part, index) => ({ ast: (part as Part).ast, made: values[index] as Typed<F> }));
  const whole = branches.reduceRight((rest, { ast, made }, index) => {
    const when = (whens[index] as Part).ast;
    const node: Expression = { node: "call", callee: "if", args: [when, ast, rest.ast], span: when.span };
    const chosen = choose(kind, conditions[index] as Typed<F>, made, rest.made);
    typing.set(node, chosen);
    return { ast: node, made: chosen };
  });
  const formula = formulaOf(print(whole.ast), { ...whole.made, type: kind }, findings);
  return { formula, problems, typing, ast: whole.ast };
}
