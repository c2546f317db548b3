import type { Result } from "../formula/value.ts";
import type { Action } from "../rulebook/decision.ts";
import type { Tier } from "../rulebook/tier.ts";
import type { Text } from "../text/text.ts";
import type { Override } from "./override.ts";

/** What the tool recommends; a person confirms it. */
export interface Recommendation {
  readonly personIndex: number;
  readonly current: Tier | undefined;
  readonly qualified: Tier | undefined;
  /** None for review and leave. */
  readonly recommended: Tier | undefined;
  /** Undefined: the rulebook has no `decision`. */
  readonly action: Action | undefined;
  /** In a run that does not move tiers: what the year's end would bring. */
  readonly due: { readonly action: Action; readonly recommended: Tier | undefined } | undefined;
  readonly provisional: boolean;
  /** Beyond the seats of the recommended tier, where the rulebook only says so (`over: flag`). */
  readonly overQuota?: boolean;
  /** Names of the levels at the qualified and the recommended tier; undefined: none, or not known. */
  readonly level?: string | undefined;
  readonly recommendedLevel?: string | undefined;
  /** Why, in order of weight; short sentences for the 理由 column. */
  readonly reasons: readonly Text[];
  /** Who must approve the tier that stands in the end, in order. */
  readonly approvals: readonly string[];
  readonly benefits: readonly Paid[];
  /** What a person decided in its stead; undefined: the recommendation stands. */
  readonly override?: Override;
}

/** The tier that stands in the end; none while it is open. */
export function finalTier({ override, recommended }: Recommendation): Tier | undefined {
  return override ? override.to : recommended;
}

/** One benefit as it comes out. */
export interface Paid {
  readonly id: string;
  /** Undefined where there is no tier to pay by; unknown where it hangs on what is missing. */
  readonly amount: Result | undefined;
  /** The day it begins, `YYYY-MM-DD`; undefined: the rulebook does not say. */
  readonly from?: string | undefined;
}
