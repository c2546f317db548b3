import type { Decision } from "../rulebook/decision.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Tier } from "../rulebook/tier.ts";
import { stepsBetween } from "./steps.ts";

/**
 * Who must approve a tier, recommended or decided by a person, in order; nobody where there is none. A move of more than one
 * step from the present ladder tier (越级) needs those of `beyond` in addition; a first grading has no step to skip.
 */
export function approvalsOf(
  rulebook: Rulebook,
  { approvals }: Decision,
  current: Tier | undefined,
  tier: Tier | undefined,
): readonly string[] {
  if (!approvals || !tier) return [];
  const usual = approvals.byTier.get(tier.id) ?? approvals.fallback;
  const steps = stepsBetween(rulebook, current, tier) ?? 0;
  return Math.abs(steps) > 1 ? [...new Set([...usual, ...approvals.beyond])] : usual;
}
