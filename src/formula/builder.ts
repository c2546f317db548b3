import type { Args } from "../diagnostic/diagnostic.ts";
import { buildPinned } from "./build-at.ts";
import { buildCalculation, buildNegation } from "./build-calculation.ts";
import { buildCall } from "./build-call.ts";
import { buildBetween, buildComparison, buildInPeriod, buildMembership } from "./build-comparison.ts";
import { buildConversion } from "./build-conversion.ts";
import { buildLogic, buildNot } from "./build-logic.ts";
import { buildDate, buildFigure, buildName, buildText } from "./build-name.ts";
import type { Environment } from "./environment.ts";
import type { Expression } from "./expression.ts";
import type { FormulaProblem, Span } from "./formula.ts";
import { type FormulaCode, problemAt } from "./problem.ts";
import type { Type } from "./type.ts";
import type { Typed, Typing, Workshop } from "./typed.ts";

/** What is gathered while a formula is checked. */
export class Findings {
  readonly problems: FormulaProblem[] = [];
  readonly uses = new Set<string>();
  readonly typing = new Map<Expression, Typing>();
}

/** Checks a tree against an environment, node by node, and makes the closures. All problems are found, not only the first. */
export class Builder<F> implements Workshop<F> {
  /** The closures of the nodes that stand in this environment; those inside an aggregate have their own builder. */
  readonly made = new Map<Expression, Typed<F>>();

  constructor(
    readonly env: Environment<F>,
    readonly findings: Findings,
  ) {}

  build(expression: Expression, opposite?: Type): Typed<F> | undefined {
    const made = this.node(expression, opposite);
    if (!made) return undefined;
    this.made.set(expression, made);
    this.findings.typing.set(expression, made);
    return made;
  }

  report<C extends FormulaCode>(span: Span, code: C, args: Args<C>): undefined {
    this.findings.problems.push(problemAt(span, code, args));
  }

  use(name: string): void {
    this.findings.uses.add(name);
  }

  inside<E>(env: Environment<E>): Workshop<E> {
    return new Builder(env, this.findings);
  }

  private node(expression: Expression, opposite: Type | undefined): Typed<F> | undefined {
    switch (expression.node) {
      case "figure":
        return buildFigure(expression, opposite, this);
      case "date":
        return buildDate(expression);
      case "text":
        return buildText(expression, opposite, this);
      case "name":
        return buildName(expression, opposite, this);
      case "negate":
        return buildNegation(expression, this);
      case "not":
        return buildNot(expression, this);
      case "calculate":
        return buildCalculation(expression, this);
      case "compare":
        return buildComparison(expression, this);
      case "logic":
        return buildLogic(expression, this);
      case "in":
        return buildMembership(expression, this);
      case "between":
        return buildBetween(expression, this);
      case "in-period":
        return buildInPeriod(expression, this);
      case "as":
        return buildConversion(expression, this);
      case "at":
        return buildPinned(expression, this);
      case "call":
        return buildCall(expression, opposite, this);
    }
  }
}
