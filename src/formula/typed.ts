import type { Args } from "../diagnostic/diagnostic.ts";
import type { Exact } from "../number/exact.ts";
import type { Environment } from "./environment.ts";
import type { Expression } from "./expression.ts";
import type { Span } from "./formula.ts";
import type { FormulaCode } from "./problem.ts";
import type { Type } from "./type.ts";
import { isKnown, type Result, type Value } from "./value.ts";

/** What a checked expression is, for the checks and compilers that read the tree: its kind, and its value where it is a constant. */
export interface Typing {
  readonly type: Type;
  readonly constant?: Value;
  /** Uses a tier-scoped name that is not pinned by `at`. */
  readonly tierScoped: boolean;
}

/** A checked expression with the closure that evaluates it. */
export interface Typed<F> extends Typing {
  run(frame: F): Result;
  /**
   * Where counting is cut short by what is missing: the least and the greatest that the figure can be. Only in team
   * formulas, only below `count` and `share`.
   */
  range?(frame: F): Range | undefined;
}

/** Both ends included. */
export interface Range {
  readonly low: Exact;
  readonly high: Exact;
}

/** What the builders of the single nodes work with. */
export interface Workshop<F> {
  readonly env: Environment<F>;
  /**
   * Checks an expression and makes its closure; undefined when something is wrong in it, which has then been reported.
   * `opposite` is the kind of what it is compared with: a word opposite an enum, a tier or a level is its value.
   */
  build(expression: Expression, opposite?: Type): Typed<F> | undefined;
  report<C extends FormulaCode>(span: Span, code: C, args: Args<C>): undefined;
  /** Notes a name that the formula uses. */
  use(name: string): void;
  /** The same for the elements of an aggregate: problems, names and typings go to the same place. */
  inside<E>(env: Environment<E>): Workshop<E>;
}

/** A closure with its kind; what is made of constants alone is worked out here, once. */
export function typed<F>(type: Type, parts: readonly Typing[], run: (frame: F) => Result): Typed<F> {
  const tierScoped = parts.some((part) => part.tierScoped);
  if (parts.length === 0 || parts.some((part) => part.constant === undefined)) return { type, tierScoped, run };
  // No name is read below constants, so there is no frame to read it from.
  const value = run(undefined as F);
  return isKnown(value) ? constant(type, value) : { type, tierScoped, run };
}

export function constant<F>(type: Type, value: Value): Typed<F> {
  return { type, tierScoped: false, constant: value, run: () => value };
}
