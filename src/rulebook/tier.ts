import type { Text } from "../text/text.ts";
import type { Criterion, Group } from "./criterion.ts";

/** A grade that a person can hold. */
export interface Tier {
  readonly id: string;
  readonly label: Text;
  readonly aliases: readonly string[];
  /** Place in the rulebook, highest first: 0 is the highest. */
  readonly index: number;
  /** The other way round: the lowest is 1. */
  readonly rank: number;
  /** False: held, but never reached by meeting requirements (见习). */
  readonly ladder: boolean;
  readonly requires: Group;
  /** Passing these instead gives the tier provisionally (暂定). */
  readonly provisional: Group | undefined;
}

/** A pass line apart from the ladder: to stay in post, or (advice) a rule of thumb. */
export interface Standing {
  readonly id: string;
  readonly label: Text;
  /** Its place among the figures, so that rules can use it by name. */
  readonly slot: number;
  readonly criterion: Criterion;
  readonly advice: boolean;
}
