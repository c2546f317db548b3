import type { Formula } from "../formula/formula.ts";
import type { Type } from "../formula/type.ts";
import type { Value } from "../formula/value.ts";
import type { Text } from "../text/text.ts";
import type { PersonFrame } from "./frame.ts";

export type Action = "promote" | "keep" | "demote" | "confirm" | "review" | "leave";
export const actions: readonly Action[] = ["promote", "keep", "demote", "confirm", "review", "leave"];

/** How an assessment becomes a recommendation. */
export interface Decision {
  /** What the bank calls each action: 高聘, 续聘, 低聘. */
  readonly labels: Readonly<Record<Action, Text>>;
  /** `year`: only a run whose period ends the year moves tiers. */
  readonly appoint: "year" | "always";
  readonly rules: readonly DecisionRule[];
  readonly noneReached: Action;
  /** At most so many steps at once; undefined: no limit. */
  readonly maxUp: number | undefined;
  readonly maxDown: number | undefined;
  readonly approvals: Approvals | undefined;
}

export interface DecisionRule {
  readonly id: string;
  readonly when: Formula<PersonFrame>;
  readonly then: Action;
  readonly cite: string | undefined;
}

/** Who must approve, in order, by the recommended tier's id. */
export interface Approvals {
  readonly byTier: ReadonlyMap<string, readonly string[]>;
  readonly fallback: readonly string[];
  /** In addition, when the recommendation is more than one step (越级). */
  readonly beyond: readonly string[];
}

/** What goes with a grade: allowances, pay, training. */
export interface Benefit {
  readonly id: string;
  readonly label: Text;
  readonly every: "month" | "quarter" | "year" | undefined;
  /** Paid from the first day of the period that is graded, or from the day after its last; undefined: not said. */
  readonly from: "period" | "next_period" | undefined;
  readonly type: Type;
  readonly amount: Formula<PersonFrame>;
  readonly cite: string | undefined;
}

/** A named constant. */
export interface Param {
  readonly id: string;
  readonly label: Text;
  readonly type: Type;
  readonly by: "tier" | "level" | undefined;
  readonly cite: string | undefined;
  readonly assumed: boolean;
  /** Oldest first; an undated one is in force from "". */
  readonly versions: readonly ParamVersion[];
}

export interface ParamVersion {
  readonly from: string;
  /** Last day in force, included; undefined: until the next version. */
  readonly to: string | undefined;
  /** One value; by tier: one a tier in `Tier.index` order (undefined: no value there). Empty for a param by level. */
  readonly values: readonly (Value | undefined)[];
  /** By level: each tier's values by its id, the highest level first. */
  readonly levels?: ReadonlyMap<string, readonly Value[]>;
}
