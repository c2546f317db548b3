import type { Result } from "../formula/value.ts";
import { type ScoreLine, scoreLines } from "../metrics/score.ts";
import type { Metric } from "../rulebook/figure.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Score } from "../rulebook/score.ts";
import type { Tier } from "../rulebook/tier.ts";
import { figureAt } from "./figure-at.ts";
import type { PersonReport } from "./person-report.ts";
import { nextTier } from "./tree.ts";

/** A person's score, line by line. */
export interface ScoreReport {
  readonly metric: Metric;
  readonly score: Score;
  /** Where it was taken, if it differs by tier: at the qualified tier, else the lowest. */
  readonly tier: Tier | undefined;
  readonly total: Result | undefined;
  readonly lines: readonly ScoreLine[];
}

/** Every score of the rulebook, in its order. */
export function scoresOf({ metrics, tiers }: Rulebook, { frame, assessment }: PersonReport): ScoreReport[] {
  return metrics.flatMap((metric): ScoreReport[] => {
    const { measure } = metric;
    if (measure.kind !== "score") return [];
    const { score } = measure;
    const tier = metric.tierScoped ? (assessment.qualified ?? nextTier(tiers, undefined)) : undefined;
    const before = frame.tier;
    frame.tier = tier?.index ?? -1;
    const lines = scoreLines(score, frame);
    frame.tier = before;
    return [{ metric, score, tier, total: figureAt(frame, metric, tier), lines }];
  });
}

/** Whether a line adds up the deductions above it: what a group takes away, within its cap. */
export function isGroupTotal({ kind, value }: ScoreLine): boolean {
  return kind === "deduction" && value === undefined;
}
