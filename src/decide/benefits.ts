import { addDays } from "../formula/calendar.ts";
import { type Result, Unknown } from "../formula/value.ts";
import type { PersonFrame } from "../rulebook/frame.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Paid } from "./recommendation.ts";

/** What goes with the grade, to whom there is one. `frame.qualified` and `frame.recommended` must be set. */
export function benefitsOf(rulebook: Rulebook, frame: PersonFrame): readonly Paid[] {
  const { from, to } = frame.run;
  return rulebook.benefits.map((benefit) => ({
    id: benefit.id,
    amount: amountOf(benefit.amount.evaluate(frame)),
    ...(benefit.from ? { from: benefit.from === "period" ? from : addDays(to, 1) } : {}),
  }));
}

/** At no tier there is nothing to pay, which is another thing than not to know how much. */
function amountOf(result: Result): Result | undefined {
  if (!(result instanceof Unknown) || result.reasons.length === 0) return result;
  return result.reasons.every(({ why }) => why === "no-tier") ? undefined : result;
}
