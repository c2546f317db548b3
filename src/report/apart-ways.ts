import type { CriterionResult } from "../assess/assessment.ts";
import { byCost, type Costed, join, nothing } from "./way-cost.ts";

/** What it costs to meet an open comparison; undefined: it cannot be. */
export type Ask = (leaf: CriterionResult) => Costed | undefined;

/**
 * The cheapest minimal sets where the parts of a tree share no open comparison: costs then add up, and the best `limit`
 * sets of a k-of-n group are made from the best `limit` sets of its parts. The list is exact, and the work is bounded
 * however many sets there are.
 */
export function apartWays(node: CriterionResult, limit: number, ask: Ask): Costed[] {
  if (node.status === "pass") return passed;
  const { criterion } = node;
  if (criterion.kind === "leaf") {
    const cost = ask(node);
    return cost === nothing ? passed : cost ? [cost] : [];
  }
  const need = criterion.kind === "choice" ? criterion.of.length : criterion.need;
  const parts = node.parts.map((part) => apartWays(part, limit, ask));
  const open = parts.filter((ways) => ways !== passed);
  const missing = need - (parts.length - open.length);
  return missing > 0 ? chooseParts(open, missing, limit) : passed;
}

/** The only minimal way to pass what passes. */
const passed: Costed[] = [nothing];

/** The best sets that bring `need` of the parts to pass. */
function chooseParts(parts: readonly (readonly Costed[])[], need: number, limit: number): Costed[] {
  if (need === 1) return cheapest(parts.flat(), limit);
  if (need < parts.length) return chooseSome(parts, need, limit);
  let all = passed;
  for (const ways of parts) all = cheapest(joinEach(all, ways), limit);
  return all;
}

/** `best[j]`: the best of the parts so far that bring j. */
function chooseSome(parts: readonly (readonly Costed[])[], need: number, limit: number): Costed[] {
  const best: Costed[][] = [passed, ...Array.from({ length: need }, () => [])];
  for (const [place, ways] of parts.entries()) {
    // Fewer than the parts still to come can make up for lead nowhere.
    const fewest = Math.max(1, need - (parts.length - 1 - place));
    for (let chosen = Math.min(need, place + 1); chosen >= fewest; chosen--) {
      const joined = joinEach(best[chosen - 1]!, ways);
      if (joined.length > 0) best[chosen] = cheapest([...best[chosen]!, ...joined], limit);
    }
  }
  return best[need]!;
}

function joinEach(before: readonly Costed[], ways: readonly Costed[]): Costed[] {
  const joined: Costed[] = [];
  for (const one of before) for (const way of ways) joined.push(join(one, way));
  return joined;
}

function cheapest(ways: Costed[], limit: number): Costed[] {
  return ways.length > 1 ? ways.sort(byCost).slice(0, limit) : ways;
}
