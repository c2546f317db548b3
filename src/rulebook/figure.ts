import type { Formula } from "../formula/formula.ts";
import type { Type } from "../formula/type.ts";
import type { Truth, Value } from "../formula/value.ts";
import type { Text } from "../text/text.ts";
import type { GroupFrame, PersonFrame, RowFrame } from "./frame.ts";
import type { Column, Input } from "./input.ts";
import type { Score } from "./score.ts";

/** Whatever has a name and a value for a person: a metric, a score, a standing, a column of a one-row input. */
export interface Figure {
  /** `deposits`, `quality.npl`. */
  readonly name: string;
  /** Its place in `PersonFrame.shared` and `byTier`. */
  readonly slot: number;
  readonly label: Text;
  readonly type: Type;
  readonly tierScoped: boolean;
}

export type Metric = Figure & {
  readonly cite: string | undefined;
  readonly assumed: boolean;
  readonly measure: Measure;
};

/** How a figure is measured. */
/** How a figure is measured. */
export type Measure =
  | AggregateMeasure
  | { readonly kind: "value"; readonly formula: Formula<PersonFrame> }
  | { readonly kind: "score"; readonly score: Score };

/** Rows of one input, counted when `where` and `within` are both true. */
export interface AggregateMeasure {
  readonly kind: "aggregate";
  readonly fn: "sum" | "max" | "min" | "mean" | "count" | "distinct" | "ratio";
  readonly input: Input;
  /** Undefined for `count`. For `ratio` the numerator. */
  readonly argument: Formula<RowFrame> | undefined;
  /** The argument is nothing but a column, or two added or one less the other, which needs no formula to be worked out. */
  readonly terms: readonly Term[] | undefined;
  /** `ratio` only: what the sum of `argument` is divided by. */
  readonly divisor: Formula<RowFrame> | undefined;
  readonly where: Formula<RowFrame> | undefined;
  /** Sum within each group of this column first, then aggregate the groups. */
  readonly per: Column | undefined;
  readonly within: Scope | undefined;
  /** What the figure is when no row counts; undefined: the language's default. */
  readonly empty: Value | undefined;
}

/** A column that is added, or with sign -1 subtracted. */
export interface Term {
  readonly column: Column;
  readonly sign: 1 | -1;
}

/** Which groups of a person's rows count: customers at or above a floor. */
export interface Scope {
  readonly id: string;
  /** The column, by name, in every input that has it: `customer`. */
  readonly each: string;
  readonly keep: Formula<GroupFrame>;
  /** The inputs of which `keep` looks at the group's rows. */
  readonly reads: readonly Input[];
  /** What a group came to and the floor it was held against; undefined where `keep` is no comparison with a constant. */
  judge(frame: GroupFrame): { readonly value: Value | undefined; readonly threshold: Value | undefined } | undefined;
  /** `keep` in two: what a group comes to, and the floor, which is the same for all groups of a person at a tier. */
  readonly split: ScopeSplit | undefined;
  readonly tierScoped: boolean;
  readonly label: Text;
  readonly cite: string | undefined;
  /** As written: `sum(deposits.average) >= customer_floor`. */
  readonly text: string;
}

/** A scope's `keep` where it compares an aggregate with a constant. */
export interface ScopeSplit {
  readonly left: Formula<GroupFrame>;
  readonly floor: Formula<GroupFrame>;
  /** `left` is the plain sum of one column, which needs no formula to be added up. */
  readonly sumOf: { readonly input: Input; readonly column: Column } | undefined;
  compare(value: Value, floor: Value): Truth;
}
