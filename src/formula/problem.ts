import type { Code } from "../diagnostic/catalogue.ts";
import { type Args, diagnose } from "../diagnostic/diagnostic.ts";
import type { Text } from "../text/text.ts";
import type { FormulaProblem, Span } from "./formula.ts";

export type FormulaCode = Extract<Code, `formula/${string}`>;

/** A problem at a place of the formula's text. */
export function problemAt<C extends FormulaCode>(span: Span, code: C, args: Args<C>): FormulaProblem {
  return { span, problem: diagnose(code, undefined, args) };
}

/** For a hint that has nothing to say. */
export const noAdvice: Text = { zh: "", en: "" };

/** Ends the reading of a formula at its first syntax error; caught by `parse`, never seen outside. */
export class SyntaxStop extends Error {
  constructor(readonly problem: FormulaProblem) {
    super("syntax");
  }
}

export function stop<C extends FormulaCode>(span: Span, code: C, args: Args<C>): never {
  throw new SyntaxStop(problemAt(span, code, args));
}
