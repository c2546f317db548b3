import type { Type } from "./type.ts";
import type { Result } from "./value.ts";

/** A part of a formula's text, as offsets into it; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What is wrong with a formula, at a place in its text. The rulebook turns it into a diagnostic at the YAML's line and column. */
export interface FormulaProblem {
  readonly span: Span;
  readonly problem: import("../diagnostic/diagnostic.ts").Diagnostic;
}

/** A formula that has been parsed, checked and compiled. */
export interface Formula<F> {
  readonly text: string;
  readonly type: Type;
  readonly tierScoped: boolean;
  /** The names it uses, each once, in order: `deposits`, `quality.npl`. */
  readonly uses: readonly string[];
  evaluate(frame: F): Result;
}
