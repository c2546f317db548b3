import type { CriterionResult, TierAssessment } from "../assess/assessment.ts";
import { Exact } from "../number/exact.ts";
import type { Leaf } from "../rulebook/criterion.ts";
import type { Tier } from "../rulebook/tier.ts";
import { nearestWays } from "./nearest.ts";
import type { PersonReport } from "./person-report.ts";
import { comparisonText } from "./repeated.ts";
import type { Report } from "./report.ts";
import { leavesOf } from "./tree.ts";

/** How near is near, unless the run says otherwise: 5 % of the standard. */
export const usualMargin = Exact.of(1n, 20n);

/** A comparison within the margin of its line. */
export interface NearLeaf {
  readonly result: CriterionResult;
  /** From the figure to its line, in the base unit, never below zero: what is missing, or what there is to spare. */
  readonly distance: Exact;
  /** `distance` ÷ the line, without sign: 0.05 is 5 %. */
  readonly share: Exact;
}

/** Someone on the point of gaining or losing a tier. */
export interface NearLine {
  readonly one: PersonReport;
  readonly tier: Tier;
  readonly direction: "gain" | "lose";
  /** What it hangs on, in the rulebook's order. Several: a gain that takes all of them together. */
  readonly leaves: readonly NearLeaf[];
  /** Of the furthest of them. */
  readonly share: Exact;
  /** A gain by the tier's provisional conditions (暂定). */
  readonly provisional: boolean;
}

/**
 * Who is within the margin of gaining or losing a tier, nearest first.
 *
 * - **Within the margin**: the distance from the figure to its line is at most `margin` × the line; both ends count. Only
 *   figures (money, ratios, numbers, counts) compared with one line by ≥ > ≤ < have a distance: an exam is passed or not,
 *   and time only goes on. Opposite a line of zero nothing is near: no share of nothing is a distance.
 * - **gain**: a minimal set of failed comparisons, each within the margin, with which a ladder tier above the qualified one
 *   would pass, all else as it is. What all tiers ask for alike is said once, at the highest tier that it would give.
 * - **lose**: a passed comparison within the margin, without which alone the qualified tier would not pass any more, neither
 *   in full nor provisionally: one of three met where two are asked is nothing to lose. It counts as lost even if only
 *   missing data could then still save it.
 *
 * A comparison that stands in a tree more than once, as written, is one comparison. All of it is exact arithmetic; ties are
 * in roster order, then the higher tier first. Standing lines, caps and limits of steps play no part.
 */
export function nearLines({ people, rulebook, margin }: Pick<Report, "people" | "rulebook" | "margin">): NearLine[] {
  const ladder = rulebook.tiers.filter((tier) => tier.ladder);
  return people
    .flatMap((one) => [...gains(one, ladder, margin), ...losses(one, margin)])
    .sort((a, b) => a.share.compare(b.share) || a.leaves.length - b.leaves.length);
}

function gains(one: PersonReport, ladder: readonly Tier[], margin: Exact): NearLine[] {
  const { qualified, tiers } = one.assessment;
  const found: NearLine[] = [];
  const saidAbove: ReadonlySet<string>[] = [];
  for (const tier of ladder) {
    const assessed = tiers[tier.index];
    if (!assessed || (qualified && tier.index >= qualified.index) || !couldPass(assessed, margin)) continue;
    const ways = nearestWays(assessed, undefined, (leaf) => nearLeaf(leaf, margin) !== undefined);
    const sets = ways.map(({ leaves }) => new Set(leaves.map(({ result }) => comparisonText(result))));
    for (const [index, { leaves, provisional }] of ways.entries()) {
      const set = sets[index]!;
      const isMinimal = !sets.some((other, at) => isSubset(other, set) && (other.size < set.size || at < index));
      if (!isMinimal || saidAbove.some((other) => isSubset(other, set))) continue;
      if (leaves.every(({ result }) => !(result.criterion as Leaf).tierScoped)) saidAbove.push(set);
      const near = leaves.flatMap(({ result }) => nearLeaf(result, margin) ?? []);
      found.push({ one, tier, direction: "gain", leaves: near, share: furthest(near), provisional });
    }
  }
  return found;
}

function losses(one: PersonReport, margin: Exact): NearLine[] {
  const { qualified, tiers } = one.assessment;
  const assessed = qualified && tiers[qualified.index];
  if (!assessed) return [];
  const { requires, provisionalResult } = assessed;
  const all = [...leavesOf(requires), ...(provisionalResult ? leavesOf(provisionalResult) : [])];
  const near = all.filter((leaf) => leaf.status === "pass").map((leaf) => nearLeaf(leaf, margin));
  const found = new Map<string, NearLine>();
  for (const leaf of near) {
    if (!leaf) continue;
    const text = comparisonText(leaf.result);
    if (found.has(text) || passesWithout(assessed, text)) continue;
    found.set(text, { one, tier: qualified, direction: "lose", leaves: [leaf], share: leaf.share, provisional: false });
  }
  return [...found.values()];
}

/** Whether a tier would pass with everything met that is near: the quick answer for nearly everybody is no. */
function couldPass({ requires, provisionalResult }: TierAssessment, margin: Exact): boolean {
  const could = (node: CriterionResult): boolean => {
    const { criterion, status, parts } = node;
    if (status === "pass") return true;
    if (criterion.kind === "leaf") return nearLeaf(node, margin) !== undefined;
    const missing = criterion.kind === "choice" ? 0 : parts.length - criterion.need;
    let failed = 0;
    for (const part of parts) if (!could(part) && ++failed > missing) return false;
    return true;
  };
  return could(requires) || (provisionalResult !== undefined && could(provisionalResult));
}

/** The distance of a known figure to its one line; undefined where there is none, or more than the margin. */
function nearLeaf(result: CriterionResult, margin: Exact): NearLeaf | undefined {
  const { criterion, status, value, threshold } = result;
  if (criterion.kind !== "leaf" || status === "unknown" || !lined.has(criterion.op)) return undefined;
  if (!measured.has(criterion.type.kind) || !(value instanceof Exact) || !(threshold instanceof Exact))
    return undefined;
  const distance = value.sub(threshold).abs();
  const line = threshold.abs();
  if (distance.compare(line.mul(margin)) > 0) return undefined;
  const share = distance.div(line);
  return share && { result, distance, share };
}

const lined: ReadonlySet<string> = new Set([">=", ">", "<=", "<"]);
const measured: ReadonlySet<string> = new Set(["money", "ratio", "number", "count"]);

function passesWithout({ requires, provisionalResult }: TierAssessment, text: string): boolean {
  return holds(requires, text) || (provisionalResult !== undefined && holds(provisionalResult, text));
}

/** Whether a tree passes when one comparison, wherever it stands, does not. */
function holds(node: CriterionResult, without: string): boolean {
  const { criterion, parts } = node;
  if (criterion.kind === "leaf") return node.status === "pass" && criterion.text !== without;
  const passed = parts.filter((part) => holds(part, without)).length;
  return passed >= (criterion.kind === "choice" ? parts.length : criterion.need);
}

function isSubset(small: ReadonlySet<string>, large: ReadonlySet<string>): boolean {
  return small.size <= large.size && [...small].every((text) => large.has(text));
}

function furthest(leaves: readonly NearLeaf[]): Exact {
  return leaves.reduce((most, { share }) => (share.compare(most) > 0 ? share : most), Exact.zero);
}
