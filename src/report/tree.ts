import type { Assessment, CriterionResult, TierAssessment } from "../assess/assessment.ts";
import type { Type } from "../formula/type.ts";
import type { Criterion } from "../rulebook/criterion.ts";
import type { Tier } from "../rulebook/tier.ts";

/** Every comparison of a tree, candidates of a defective text included, in order. */
export function leavesOf(root: CriterionResult): CriterionResult[] {
  if (root.parts.length > 0) return root.parts.flatMap(leavesOf);
  return root.criterion.kind === "leaf" ? [root] : [];
}

/** Not all of its parts are asked for: a k-of-n group, or the candidates of a defective text. */
export function isChosenFrom(criterion: Criterion): boolean {
  return criterion.kind === "choice" || (criterion.kind === "group" && criterion.need < criterion.of.length);
}

/** The parts that must all hold: groups that ask for all their parts are opened, others stand as one. */
export function collectRequired(root: CriterionResult, into: CriterionResult[]): void {
  for (const part of root.parts) {
    const { criterion } = part;
    const opened = criterion.kind === "group" && criterion.need === criterion.of.length && criterion.of.length > 1;
    if (opened) collectRequired(part, into);
    else into.push(part);
  }
}

export function assessmentAt(assessment: Assessment, tier: Tier | undefined): TierAssessment | undefined {
  return tier && assessment.tiers[tier.index];
}

/** The next ladder tier above what a person qualifies for; the lowest for nobody yet; undefined at the top. */
export function nextTier(tiers: readonly Tier[], qualified: Tier | undefined): Tier | undefined {
  const above = tiers.filter((tier) => tier.ladder && (qualified === undefined || tier.rank > qualified.rank));
  return above[above.length - 1];
}

/** What a value's plain number is in: a currency's code, `ratio`, `year`, `day`, what is counted, or null. */
export function unitOf(type: Type): string | null {
  switch (type.kind) {
    case "money":
      return type.currency;
    case "ratio":
      return "ratio";
    case "duration":
      return type.base;
    case "number":
    case "count":
      return type.unit ?? null;
    default:
      return null;
  }
}
