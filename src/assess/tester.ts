import type { PersonFrame } from "../rulebook/frame.ts";
import type { CriterionResult } from "./assessment.ts";

/** Tests one node of a tree, and all below it, for one person after the other. */
export interface Tester {
  test(frame: PersonFrame): CriterionResult;
}
