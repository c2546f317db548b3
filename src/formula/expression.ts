import type { Exact } from "../number/exact.ts";
import type { Unit } from "../number/unit.ts";
import type { Span } from "./formula.ts";

/** What a formula's text says, as a tree. Brackets leave no node; `print` puts back those that are needed. */
export type Expression =
  | Figure
  | DateLiteral
  | TextLiteral
  | NameRef
  | Negation
  | Not
  | Calculation
  | Comparison
  | Logic
  | Membership
  | Between
  | InPeriod
  | Conversion
  | Pinned
  | Call;

export interface Figure {
  readonly node: "figure";
  /** Canonical: half-width, `2.5亿`, `500万 USD`, `3年`. */
  readonly text: string;
  /** In the base unit, the unit's scale applied. */
  readonly value: Exact;
  readonly unit?: Unit;
  readonly span: Span;
}

export interface DateLiteral {
  readonly node: "date";
  /** `YYYY-MM-DD`, a day that exists. */
  readonly value: string;
  readonly span: Span;
}

export interface TextLiteral {
  readonly node: "text";
  readonly value: string;
  readonly span: Span;
}

/** A name, or a word opposite an enum or a tier: which of the two is found when the formula is checked. */
export interface NameRef {
  readonly node: "name";
  /** `deposits`, `quality.npl`. */
  readonly name: string;
  readonly span: Span;
}

export interface Negation {
  readonly node: "negate";
  readonly operand: Expression;
  readonly span: Span;
}

export interface Not {
  readonly node: "not";
  readonly operand: Expression;
  readonly span: Span;
}

export type Operator = "+" | "-" | "*" | "/";

export interface Calculation {
  readonly node: "calculate";
  readonly op: Operator;
  readonly left: Expression;
  readonly right: Expression;
  readonly span: Span;
}

export type Comparator = "==" | "!=" | "<" | "<=" | ">" | ">=";

export interface Comparison {
  readonly node: "compare";
  readonly op: Comparator;
  readonly left: Expression;
  readonly right: Expression;
  readonly span: Span;
}

export interface Logic {
  readonly node: "logic";
  readonly op: "and" | "or";
  readonly left: Expression;
  readonly right: Expression;
  readonly span: Span;
}

/** `x in [a, b]`. */
export interface Membership {
  readonly node: "in";
  readonly operand: Expression;
  readonly items: readonly Expression[];
  readonly span: Span;
}

/** `x between low and high`, both ends included. */
export interface Between {
  readonly node: "between";
  readonly operand: Expression;
  readonly low: Expression;
  readonly high: Expression;
  readonly span: Span;
}

/** `date in period`, both ends included. */
export interface InPeriod {
  readonly node: "in-period";
  readonly operand: Expression;
  readonly span: Span;
}

/** `x as CNY`. */
export interface Conversion {
  readonly node: "as";
  readonly operand: Expression;
  /** ISO code. */
  readonly currency: string;
  readonly span: Span;
}

/** `x at senior`, `x at current`, `x at recommended_level`. */
export interface Pinned {
  readonly node: "at";
  readonly operand: Expression;
  readonly tier: NameRef | TextLiteral;
  readonly span: Span;
}

export interface Call {
  readonly node: "call";
  /** As written; whether there is such a function is checked later. */
  readonly callee: string;
  readonly args: readonly Expression[];
  readonly span: Span;
}
