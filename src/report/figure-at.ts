import type { Result } from "../formula/value.ts";
import type { Figure } from "../rulebook/figure.ts";
import type { PersonFrame } from "../rulebook/frame.ts";
import type { Tier } from "../rulebook/tier.ts";

/** A person's figure; of one that differs by tier, that tier's. Undefined where there is no tier to take it at. */
export function figureAt(frame: PersonFrame, figure: Figure, tier: Tier | undefined): Result | undefined {
  if (!figure.tierScoped) return frame.shared[figure.slot];
  return tier && frame.byTier[tier.index]?.[figure.slot];
}
