import type { Decision } from "../rulebook/decision.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Tier } from "../rulebook/tier.ts";

/** How many tiers of the ladder lie from one to the other; above zero for a rise. Undefined when either is off the ladder. */
export function stepsBetween(rulebook: Rulebook, from: Tier | undefined, to: Tier | undefined): number | undefined {
  if (!from?.ladder || !to?.ladder) return undefined;
  const ladder = rulebook.tiers.filter((tier) => tier.ladder);
  return ladder.indexOf(from) - ladder.indexOf(to);
}

/** The qualified tier, or as far towards it as `max_up` and `max_down` allow at once. */
export function limitedStep(rulebook: Rulebook, decision: Decision, current: Tier, qualified: Tier): Tier {
  const ladder = rulebook.tiers.filter((tier) => tier.ladder);
  const steps = stepsBetween(rulebook, current, qualified) ?? 0;
  const allowed = Math.max(-(decision.maxDown ?? ladder.length), Math.min(decision.maxUp ?? ladder.length, steps));
  return ladder[ladder.indexOf(current) - allowed] ?? qualified;
}
