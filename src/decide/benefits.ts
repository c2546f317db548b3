import { addDays } from "../formula/calendar.ts";
import { type Result, Unknown } from "../formula/value.ts";
import type { PersonFrame } from "../rulebook/frame.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Paid } from "./recommendation.ts";

/**
 * What goes with the grade. `frame.qualified` and `frame.recommended` must be set. `open`: the person is in review, so that
 * the tier to pay by is not known yet.
 */
export function benefitsOf(rulebook: Rulebook, frame: PersonFrame, open: boolean): readonly Paid[] {
  const { from, to } = frame.run;
  return rulebook.benefits.map((benefit) => {
    const amount = benefit.amount.evaluate(frame);
    return {
      id: benefit.id,
      amount: open || !isAtNoTier(amount) ? amount : undefined,
      ...(benefit.from ? { from: benefit.from === "period" ? from : addDays(to, 1) } : {}),
    };
  });
}

/** At no tier there is nothing to pay, which is another thing than not to know how much. */
function isAtNoTier(amount: Result): boolean {
  return amount instanceof Unknown && amount.reasons.length > 0 && amount.reasons.every(({ why }) => why === "no-tier");
}
