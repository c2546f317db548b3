import type { Missing, Result, Truth, Unknown, Value } from "../formula/value.ts";
import type { Exact } from "../number/exact.ts";
import type { Criterion } from "../rulebook/criterion.ts";
import type { Standing, Tier } from "../rulebook/tier.ts";

export type Status = "pass" | "fail" | "unknown";

/** How one node of a tier's tree came out, with all its parts: nothing is cut short. */
export interface CriterionResult {
  readonly criterion: Criterion;
  readonly status: Status;
  /** Leaves only. */
  readonly value: Result | undefined;
  readonly threshold: Value | undefined;
  /** What is missing, in the base unit; 0 when passed; undefined where there is no distance. */
  readonly gap: Exact | undefined;
  readonly parts: readonly CriterionResult[];
  /** One object for everybody to whom it applies, its parts too: what is made of it may be kept. See `Testers`. */
  readonly shared: boolean;
}

export interface TierAssessment {
  readonly tier: Tier;
  readonly status: Status;
  /** Passes only by `provisional` (暂定). */
  readonly provisional: boolean;
  readonly requires: CriterionResult;
  readonly provisionalResult: CriterionResult | undefined;
}

export interface StandingResult {
  readonly standing: Standing;
  readonly status: Status;
  readonly result: CriterionResult;
}

/** Where in its tier a person stands. */
export interface LevelResult {
  /** The level's name; Unknown when the figure or a bonus is; undefined when no line is met. */
  readonly name: string | Unknown | undefined;
  /** Steps that a bonus added, after the rule for the top. */
  readonly raised: number;
  /** A bonus would go beyond the highest level and the rulebook leaves that to a person. */
  readonly beyondTop: boolean;
}

/** Every tier and every criterion of one person. */
export interface Assessment {
  readonly personIndex: number;
  /** In the rulebook's order, highest first; tiers off the ladder included, with status `fail` and no criteria of their own. */
  readonly tiers: readonly TierAssessment[];
  readonly standing: readonly StandingResult[];
  /** The highest ladder tier whose requirements pass. */
  readonly qualified: Tier | undefined;
  readonly provisional: boolean;
  /** Ladder tiers above `qualified` that are unknown: the person cannot be settled without what is missing. */
  readonly undecided: readonly Tier[];
  /** The level at the qualified tier; undefined when the rulebook has no levels or no tier is reached. */
  readonly level: LevelResult | undefined;
  /** What is missing for those. */
  readonly missing: readonly Missing[];
}

export function statusOf(truth: Truth): Status {
  return truth === true ? "pass" : truth === false ? "fail" : "unknown";
}
