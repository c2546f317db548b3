import type { CriterionResult } from "../assess/assessment.ts";
import type { Tier } from "../rulebook/tier.ts";
import type { PersonReport } from "./person-report.ts";
import type { Report } from "./report.ts";
import { assessmentAt, isChosenFrom, nextTier } from "./tree.ts";

/** A line of 指标明细: a comparison, or a group of which not all parts are asked. */
export interface CriterionRow {
  readonly one: PersonReport;
  readonly tier: Tier;
  readonly node: CriterionResult;
  /** The part of a k-of-n group that the comparison belongs to. */
  readonly part: CriterionResult | undefined;
}

/** The tiers that matter to a person: present, qualified, next; highest first, ladder only. */
function relevantTiers(report: Report, { recommendation, assessment }: PersonReport): Tier[] {
  const { tiers } = report.rulebook;
  const wanted = [recommendation.current, recommendation.qualified, nextTier(tiers, assessment.qualified)];
  return tiers.filter((tier) => tier.ladder && wanted.includes(tier));
}

/** Everyone's lines at their relevant tiers, in roster order. */
export function criteriaRows(report: Report): CriterionRow[] {
  const rows: CriterionRow[] = [];
  for (const one of report.people) {
    for (const tier of relevantTiers(report, one)) {
      const assessed = assessmentAt(one.assessment, tier);
      if (!assessed) continue;
      const add = (node: CriterionResult, part: CriterionResult | undefined, root: boolean): void => {
        const { criterion } = node;
        const choosing = isChosenFrom(criterion);
        if (!root && (criterion.kind === "leaf" || choosing)) rows.push({ one, tier, node, part });
        for (const below of node.parts) add(below, choosing ? below : part, false);
      };
      add(assessed.requires, undefined, true);
      if (assessed.provisionalResult) add(assessed.provisionalResult, assessed.provisionalResult, true);
    }
  }
  return rows;
}
