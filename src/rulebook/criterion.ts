import type { Type } from "../formula/type.ts";
import type { Result, Truth, Value } from "../formula/value.ts";
import type { Exact } from "../number/exact.ts";
import type { Text } from "../text/text.ts";
import type { PersonFrame } from "./frame.ts";
import type { Reading } from "./reading.ts";

/** What a tier asks for: a tree that is evaluated whole, never cut short. */
export type Criterion = Group | Leaf | Choice;

interface Common {
  /** Dotted, from the tier down: `senior.business.a`. */
  readonly id: string;
  readonly label: Text;
  /** The policy's clause; inherited from the nearest ancestor that has one. */
  readonly cite: string | undefined;
  /** The figure is this rulebook's assumption, not the policy's. */
  readonly assumed: boolean;
  readonly waivable: boolean;
  /** Declared readings that touch this node, by `touches`. */
  readonly readings: readonly Reading[];
}

/** At least `need` of the parts: all is n of n, any is 1 of n. */
export interface Group extends Common {
  readonly kind: "group";
  readonly need: number;
  readonly of: readonly Criterion[];
}

/** A name, or a name compared with a constant. */
export interface Leaf extends Common {
  readonly kind: "leaf";
  /** The name that is measured: `deposits`, `quality.npl`. */
  readonly name: string;
  readonly nameLabel: Text;
  readonly type: Type;
  readonly op: ComparisonOp;
  /** As written in the rulebook: `deposits >= 2.5亿`. */
  readonly text: string;
  readonly tierScoped: boolean;
  value(frame: PersonFrame): Result;
  /** What the value is compared with; undefined for a bare boolean, `in` and `between`. */
  threshold(frame: PersonFrame): Result | undefined;
  /** Every line is a literal: how it comes out depends on the value alone. */
  readonly isFixed: boolean;
  /** `value`: what `value(frame)` gives, where that is known already. */
  test(frame: PersonFrame, value?: Result): LeafTest;
}

/** How a leaf came out. */
export interface LeafTest {
  readonly truth: Truth;
  readonly value: Result;
  readonly threshold: Value | undefined;
  /** What is missing to pass, in the value's base unit, 0 when passed; undefined where there is no distance. */
  readonly gap: Exact | undefined;
}

export type ComparisonOp = ">=" | ">" | "<=" | "<" | "==" | "!=" | "is" | "not" | "in" | "between";

/** How an operator is written for people; empty for what is said in words. */
export const comparisonSigns: Readonly<Record<ComparisonOp, string>> = {
  ">=": "≥",
  ">": ">",
  "<=": "≤",
  "<": "<",
  "==": "=",
  "!=": "≠",
  is: "",
  not: "",
  in: "",
  between: "",
};

/** Several readings of a defective text: passes when all candidates pass, fails when all fail, else unknown. */
export interface Choice extends Common {
  readonly kind: "choice";
  readonly reading: Reading;
  readonly of: readonly Leaf[];
}

/** Every comparison of a tree, in order, the candidates of a choice among them. */
export function leavesIn(criterion: Criterion): readonly Leaf[] {
  return criterion.kind === "leaf" ? [criterion] : criterion.of.flatMap(leavesIn);
}
