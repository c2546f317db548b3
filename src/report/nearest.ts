import type { CriterionResult, TierAssessment } from "../assess/assessment.ts";
import { type Ask, apartWays } from "./apart-ways.ts";
import { comparisonText, openRepeats } from "./repeated.ts";
import { leavesOf } from "./tree.ts";
import { byCost, type Costed, costOf, join, keepCheapest, type MissingLeaf, nothing } from "./way-cost.ts";

/** A minimal set of comparisons: with all of them met, and nothing else changed, the tier passes. */
export interface Way {
  readonly leaves: readonly MissingLeaf[];
  /** By the tier's `provisional` requirements. */
  readonly provisional: boolean;
}

/**
 * The minimal sets that would reach a tier, cheapest first, at most `limit`; none when it passes already. Cheapest: what
 * needs no missing data, then no time or condition, then the smallest sum of gap ÷ threshold (amounts in different units
 * have no other common measure), then the fewest comparisons, then the rulebook's order. A comparison that stands in the
 * tree more than once is met, and counted, once.
 *
 * `allowed`: only sets of such failed comparisons are looked for.
 */
export function nearestWays(tier: TierAssessment, limit = 20, allowed: Allowed = anything): Way[] {
  if (tier.status === "pass") return [];
  const requires = waysTo(tier.requires, limit, allowed);
  const provisional = tier.provisionalResult ? waysTo(tier.provisionalResult, limit, allowed) : [];
  const best = [...requires];
  for (const way of provisional) keepCheapest(best, way, limit);
  return best.map((way) => ({ leaves: way.leaves, provisional: provisional.includes(way) }));
}

type Allowed = (leaf: CriterionResult) => boolean;
const anything: Allowed = () => true;

function waysTo(root: CriterionResult, limit: number, allowed: Allowed): readonly Costed[] {
  const costed: Ask = (leaf) => (allowed(leaf) ? costOf(leaf) : undefined);
  const repeats = openRepeats(root).slice(0, mostRepeats);
  return repeats.length === 0 ? apartWays(root, limit, costed) : sharedWays(root, limit, costed, repeats);
}

/** Each one more doubles the work. No tree of a policy comes near; beyond, the sets are right but may be larger than need be. */
const mostRepeats = 10;

/**
 * The cheapest minimal sets where some comparisons stand in the tree more than once: for every choice of these, as if they
 * were met and the others of them could not be, what else it takes. Every minimal set is found under the choice of the
 * repeated ones in it; what another set makes needless is left out.
 */
function sharedWays(root: CriterionResult, limit: number, ask: Ask, repeats: readonly CriterionResult[]): Costed[] {
  let choices = [nothing];
  for (const leaf of repeats) {
    const cost = ask(leaf);
    if (cost) choices = choices.concat(choices.map((chosen) => join(chosen, cost)));
  }
  const repeated = new Set(repeats.map(comparisonText));
  const found = choices.flatMap((chosen) => {
    const met = textsOf(chosen);
    const rest = apartWays(root, limit, (leaf) => {
      const text = comparisonText(leaf);
      return met.has(text) ? nothing : repeated.has(text) ? undefined : ask(leaf);
    });
    return rest.map((way) => join(chosen, way));
  });
  return inOrder(root, minimal(found.sort(byCost)).slice(0, limit));
}

/** Of sets in order of their cost, those that hold no other: what is held costs no more, so it comes first. */
function minimal(ways: readonly Costed[]): Costed[] {
  const kept: { way: Costed; texts: ReadonlySet<string> }[] = [];
  for (const way of ways) {
    const texts = textsOf(way);
    if (!kept.some((other) => [...other.texts].every((text) => texts.has(text)))) kept.push({ way, texts });
  }
  return kept.map(({ way }) => way);
}

/** Each comparison once, in the rulebook's order. */
function inOrder(root: CriterionResult, ways: readonly Costed[]): Costed[] {
  const place = new Map(leavesOf(root).map((leaf, index) => [leaf, index]));
  return ways.map((way) => {
    const leaves = [...way.leaves].sort((a, b) => place.get(a.result)! - place.get(b.result)!);
    const texts = leaves.map(({ result }) => comparisonText(result));
    return { ...way, leaves: leaves.filter((_, index) => texts.indexOf(texts[index]!) === index) };
  });
}

function textsOf({ leaves }: Costed): ReadonlySet<string> {
  return new Set(leaves.map(({ result }) => comparisonText(result)));
}
