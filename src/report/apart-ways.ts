import type { CriterionResult } from "../assess/assessment.ts";
import { type Costed, join, keepCheapest, nothing } from "./way-cost.ts";

/** What it costs to meet an open comparison; undefined: it cannot be. */
export type Ask = (leaf: CriterionResult) => Costed | undefined;

/**
 * The cheapest minimal sets where the parts of a tree share no open comparison: costs then add up, and the best `limit`
 * sets of a k-of-n group are made from the best `limit` sets of its parts. The list is exact, and the work is bounded
 * however many sets there are.
 */
export function apartWays(node: CriterionResult, limit: number, ask: Ask): readonly Costed[] {
  if (node.status === "pass") return passed;
  const { criterion } = node;
  if (criterion.kind === "leaf") {
    const cost = ask(node);
    return cost === nothing ? passed : cost ? [cost] : [];
  }
  const open: (readonly Costed[])[] = [];
  for (const part of node.parts) {
    const ways = apartWays(part, limit, ask);
    if (ways !== passed) open.push(ways);
  }
  const need = criterion.kind === "choice" ? criterion.of.length : criterion.need;
  const missing = need - (node.parts.length - open.length);
  return missing > 0 ? chooseParts(open, missing, limit) : passed;
}

/** The only minimal way to pass what passes. */
const passed: readonly Costed[] = [nothing];

/** The best sets that bring `need` of the parts to pass. */
function chooseParts(parts: readonly (readonly Costed[])[], need: number, limit: number): readonly Costed[] {
  if (need === 1) return onePart(parts, limit);
  if (need < parts.length) return chooseSome(parts, need, limit);
  let all = passed;
  for (const ways of parts) all = joinEach(all, ways, [], limit);
  return all;
}

function onePart(parts: readonly (readonly Costed[])[], limit: number): readonly Costed[] {
  const best: Costed[] = [];
  for (const ways of parts) for (const way of ways) keepCheapest(best, way, limit);
  return best;
}

/** `best[j]`: the best of the parts so far that bring j. */
function chooseSome(parts: readonly (readonly Costed[])[], need: number, limit: number): readonly Costed[] {
  const best: Costed[][] = [[nothing], ...Array.from({ length: need }, () => [])];
  for (const [place, ways] of parts.entries()) {
    // Fewer than the parts still to come can make up for lead nowhere.
    const fewest = Math.max(1, need - (parts.length - 1 - place));
    for (let chosen = Math.min(need, place + 1); chosen >= fewest; chosen--) {
      joinEach(best[chosen - 1]!, ways, best[chosen]!, limit);
    }
  }
  return best[need]!;
}

/** Adds each of the one with each of the other to the best. */
function joinEach(before: readonly Costed[], ways: readonly Costed[], best: Costed[], limit: number): Costed[] {
  for (const one of before) for (const way of ways) keepCheapest(best, join(one, way), limit);
  return best;
}
