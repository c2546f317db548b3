import { addDays } from "../formula/calendar.ts";
import type { PersonFrame } from "../rulebook/frame.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Paid } from "./recommendation.ts";

/** What goes with the grade. `frame.qualified` and `frame.recommended` must be set. */
export function benefitsOf(rulebook: Rulebook, frame: PersonFrame): readonly Paid[] {
  const { from, to } = frame.run;
  return rulebook.benefits.map((benefit) => ({
    id: benefit.id,
    amount: benefit.amount.evaluate(frame),
    ...(benefit.from ? { from: benefit.from === "period" ? from : addDays(to, 1) } : {}),
  }));
}
