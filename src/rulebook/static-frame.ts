import { Unknown } from "../formula/value.ts";
import { Exact } from "../number/exact.ts";
import type { Leaf } from "./criterion.ts";
import type { PersonFrame } from "./frame.ts";
import type { Rulebook } from "./rulebook.ts";

const nobody = new Unknown([]);

/** A frame of nobody at one tier, long after every dated value began: what thresholds and params can be read from. */
export function staticFrame(rulebook: Rulebook, tier: number): PersonFrame {
  const slots = rulebook.figures.map(() => nobody);
  return {
    run: { asOf: "9999-12-31", from: "9999-01-01", to: "9999-12-31" },
    columns: rulebook.subject.columns.map(() => nobody),
    shared: slots,
    byTier: rulebook.tiers.map(() => slots),
    tier,
    current: nobody,
    qualified: nobody,
    recommended: nobody,
    currentLevel: nobody,
    qualifiedLevel: nobody,
    recommendedLevel: nobody,
  };
}

/** A leaf's threshold where it is a figure that does not depend on the person. */
export function staticThreshold(rulebook: Rulebook, leaf: Leaf, tier: number): Exact | undefined {
  const threshold = leaf.threshold(staticFrame(rulebook, tier));
  return threshold instanceof Exact ? threshold : undefined;
}
