import type { CriterionResult } from "../assess/assessment.ts";
import { Exact } from "../number/exact.ts";

/**
 * What a missing criterion asks for: `amount`, more (or less) of a figure; `time`, which only passes; `condition`, a state
 * without a distance (an exam, a degree); `unknown`, the figure itself.
 */
export type Need = "amount" | "time" | "condition" | "unknown";

export interface MissingLeaf {
  readonly result: CriterionResult;
  readonly need: Need;
}

/** A set of comparisons with what it costs to meet them. */
export interface Costed {
  readonly leaves: readonly MissingLeaf[];
  readonly unknown: number;
  readonly fixed: number;
  /** Sum over amounts of gap ÷ threshold, in billionths: whole numbers, so that sums do not depend on their order. */
  readonly share: number;
}

/** Costs nothing. */
export const nothing: Costed = { leaves: [], unknown: 0, fixed: 0, share: 0 };

/** Both sets, which share no comparison. */
export function join(a: Costed, b: Costed): Costed {
  if (a === nothing) return b;
  return {
    leaves: a.leaves.concat(b.leaves),
    unknown: a.unknown + b.unknown,
    fixed: a.fixed + b.fixed,
    share: a.share + b.share,
  };
}

export function costOf(leaf: CriterionResult): Costed {
  const need = needOf(leaf);
  return {
    leaves: [{ result: leaf, need }],
    unknown: need === "unknown" ? 1 : 0,
    fixed: need === "condition" || need === "time" ? 1 : 0,
    share: need === "amount" ? shareOf(leaf) : 0,
  };
}

function needOf({ criterion, status, gap }: CriterionResult): Need {
  if (status === "unknown") return "unknown";
  if (criterion.kind !== "leaf" || gap === undefined) return "condition";
  if (criterion.type.kind === "duration" || criterion.type.kind === "date") return "time";
  return criterion.op === "==" || criterion.op === "!=" ? "condition" : "amount";
}

const billion = 1_000_000_000;

/** Gap ÷ threshold in billionths; opposite a threshold of zero the whole gap counts as one. */
function shareOf({ gap, threshold }: CriterionResult): number {
  if (!gap || !(threshold instanceof Exact) || threshold.sign === 0) return billion;
  const share = gap.approximate / threshold.approximate;
  return Math.round(Math.abs(share) * billion);
}

/** Cheapest first. Sorting is stable, and sets are made in the rulebook's order: that settles ties. */
export function byCost(a: Costed, b: Costed): number {
  return a.unknown - b.unknown || a.fixed - b.fixed || a.share - b.share || a.leaves.length - b.leaves.length;
}

/** Puts a set in its place among the cheapest so far, behind those that cost as much; of more than `limit` the last one goes. */
export function keepCheapest(best: Costed[], way: Costed, limit: number): void {
  let at = best.length;
  while (at > 0 && byCost(way, best[at - 1] as Costed) < 0) at--;
  if (at >= limit) return;
  best.splice(at, 0, way);
  if (best.length > limit) best.pop();
}
