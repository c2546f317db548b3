import type { PersonFrame } from "../rulebook/frame.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Recommendation } from "./recommendation.ts";

/** What goes with the grade. `frame.qualified` and `frame.recommended` must be set. */
export function benefitsOf(rulebook: Rulebook, frame: PersonFrame): Recommendation["benefits"] {
  return rulebook.benefits.map(({ id, amount }) => ({ id, amount: amount.evaluate(frame) }));
}
