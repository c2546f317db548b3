import type { CriterionResult, TierAssessment } from "../assess/assessment.ts";
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

/** A minimal set of comparisons: with all of them met, and nothing else changed, the tier passes. */
export interface Way {
  readonly leaves: readonly MissingLeaf[];
  /** By the tier's `provisional` requirements. */
  readonly provisional: boolean;
}

interface Costed {
  readonly leaves: readonly MissingLeaf[];
  readonly unknown: number;
  readonly fixed: number;
  /** Sum over amounts of gap ÷ threshold, in billionths: whole numbers, so that sums do not depend on their order. */
  readonly share: number;
}

/**
 * The minimal sets that would reach a tier, cheapest first, at most `limit`; none when it passes already. Cheapest: what
 * needs no missing data, then no time or condition, then the smallest sum of gap ÷ threshold (amounts in different units
 * have no other common measure), then the fewest comparisons, then the rulebook's order.
 *
 * The parts of a tree share no comparison, so costs add up, and the best `limit` sets of a k-of-n group are made from
 * the best `limit` sets of its parts: the list is exact, and the work is bounded however many sets there are.
 *
 * `allowed`: only sets of such failed comparisons are looked for.
 */
export function nearestWays(tier: TierAssessment, limit = 20, allowed: Allowed = anything): Way[] {
  if (tier.status === "pass") return [];
  const requires = waysTo(tier.requires, limit, allowed).map((way) => ({ ...way, provisional: false }));
  const provisional = tier.provisionalResult
    ? waysTo(tier.provisionalResult, limit, allowed).map((way) => ({ ...way, provisional: true }))
    : [];
  return [...requires, ...provisional].sort(byCost).slice(0, limit);
}

type Allowed = (leaf: CriterionResult) => boolean;
const anything: Allowed = () => true;

const nothing: Costed = { leaves: [], unknown: 0, fixed: 0, share: 0 };

function waysTo(node: CriterionResult, limit: number, allowed: Allowed): Costed[] {
  if (node.status === "pass") return [nothing];
  const { criterion } = node;
  if (criterion.kind === "leaf") return allowed(node) ? [costOf(node)] : [];
  const need = criterion.kind === "choice" ? criterion.of.length : criterion.need;
  const passed = node.parts.filter((part) => part.status === "pass").length;
  const open = node.parts.filter((part) => part.status !== "pass").map((part) => waysTo(part, limit, allowed));
  return chooseParts(open, need - passed, limit);
}

/** The best sets that bring `need` of the parts to pass. `best[j]`: those of the parts so far that bring j. */
function chooseParts(parts: readonly (readonly Costed[])[], need: number, limit: number): Costed[] {
  const best: Costed[][] = [[nothing], ...Array.from({ length: Math.max(need, 0) }, () => [])];
  for (const ways of parts) {
    for (let chosen = need; chosen >= 1; chosen--) {
      const joined = best[chosen - 1]!.flatMap((before) => ways.map((way) => join(before, way)));
      if (joined.length > 0) best[chosen] = [...best[chosen]!, ...joined].sort(byCost).slice(0, limit);
    }
  }
  return best[Math.max(need, 0)]!;
}

function join(a: Costed, b: Costed): Costed {
  return {
    leaves: [...a.leaves, ...b.leaves],
    unknown: a.unknown + b.unknown,
    fixed: a.fixed + b.fixed,
    share: a.share + b.share,
  };
}

function costOf(leaf: CriterionResult): Costed {
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
  const share = Number(gap.n) / Number(gap.d) / (Number(threshold.n) / Number(threshold.d));
  return Math.round(Math.abs(share) * billion);
}

/** Sorting is stable, and sets are made in the rulebook's order: that settles ties. */
function byCost(a: Costed, b: Costed): number {
  return a.unknown - b.unknown || a.fixed - b.fixed || a.share - b.share || a.leaves.length - b.leaves.length;
}
