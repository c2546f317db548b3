import type { Decision } from "../rulebook/decision.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Tier } from "../rulebook/tier.ts";
import { stepsBetween } from "./steps.ts";

/**
 * Who must approve the recommended tier, in order; nobody where none is recommended. A recommendation of more than one step
 * from the present ladder tier (越级) needs those of `beyond` in addition; a first grading has no step to skip.
 */
export function approvalsOf(
  rulebook: Rulebook,
  { approvals }: Decision,
  current: Tier | undefined,
  recommended: Tier | undefined,
): readonly string[] {
  if (!approvals || !recommended) return [];
  const usual = approvals.byTier.get(recommended.id) ?? approvals.fallback;
  const steps = stepsBetween(rulebook, current, recommended) ?? 0;
  return Math.abs(steps) > 1 ? [...new Set([...usual, ...approvals.beyond])] : usual;
}
