import type { Formula } from "../formula/formula.ts";
import type { Result } from "../formula/value.ts";
import type { Exact } from "../number/exact.ts";
import type { PersonFrame } from "./frame.ts";

/** Levels within a tier (三级九档, 六级十七档), by lines of one figure. */
export interface Levels {
  /** The figure's name: a score, a metric or a column. */
  readonly by: string;
  value(frame: PersonFrame): Result;
  /** Highest first, a name a line; by default 1, 2, … */
  readonly names: readonly string[];
  /** By tier id, highest line first. The last one is a requirement of the tier. */
  readonly lines: ReadonlyMap<string, readonly Exact[]>;
  readonly bonus: readonly LevelBonus[];
  readonly cite: string | undefined;
  readonly assumed: boolean;
}

/** Raises the level that the lines give. */
export interface LevelBonus {
  readonly when: Formula<PersonFrame>;
  readonly steps: number;
  /** Beyond the highest level: stay there, or let a person decide. */
  readonly atTop: "stop" | "review";
  readonly cite: string | undefined;
}
