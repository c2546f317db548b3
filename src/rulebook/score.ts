import type { Formula } from "../formula/formula.ts";
import type { Exact } from "../number/exact.ts";
import type { Text } from "../text/text.ts";
import type { Criterion } from "./criterion.ts";
import type { PersonFrame } from "./frame.ts";

/** A score: start + items − deductions, or nothing at all after a veto. */
export interface Score {
  readonly start: Formula<PersonFrame> | undefined;
  readonly items: readonly ScoreItem[];
  readonly deduct: readonly DeductGroup[];
  readonly veto: readonly Criterion[];
}

/** One line of a score. */
export type ScoreItem = WeightedItem | SteppedItem;

interface ItemCommon {
  readonly id: string;
  readonly label: Text;
  readonly cite: string | undefined;
  readonly of: Formula<PersonFrame>;
}

/** min(`of`, `cap`) × `weight`. */
export interface WeightedItem extends ItemCommon {
  readonly kind: "weighted";
  readonly cap: Exact | undefined;
  readonly weight: Exact;
}

/** `points` for every whole `every` in what `of` has above `over`; never below 0, never above `cap` points. */
export interface SteppedItem extends ItemCommon {
  readonly kind: "stepped";
  readonly every: Exact;
  readonly points: Exact;
  readonly over: Exact;
  readonly cap: Exact | undefined;
}

/** Deductions that together take at most `cap` points. */
export interface DeductGroup {
  readonly id: string;
  readonly label: Text;
  readonly cite: string | undefined;
  readonly cap: Exact | undefined;
  readonly items: readonly ScoreItem[];
}
