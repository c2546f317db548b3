import type { CellLocation } from "../diagnostic/location.ts";
import type { Exact } from "../number/exact.ts";
import type { Text } from "../text/text.ts";

/**
 * A known value. Money in the currency's base unit (元), ratios as fractions (0.985), durations in years or days, all as
 * `Exact`; dates as `YYYY-MM-DD`; text, ids, enum values, tier ids and level names as strings. `none` (no tier) is "".
 */
export type Value = Exact | string | boolean;

/** Not known, and why. Unknown is kept apart from failed all the way to the report. */
export class Unknown {
  constructor(readonly reasons: readonly Missing[]) {}
}

/** One thing that is missing. */
export interface Missing {
  readonly why:
    | "blank"
    | "bad-cell"
    | "no-row"
    | "no-column"
    | "no-sheet"
    | "no-value"
    | "no-tier"
    | "nothing-counted"
    | "zero-divisor"
    | "readings-differ"
    | "not-given";
  /** What is missing, as the report names it: a column's header, a metric's label. */
  readonly what: Text;
  readonly location?: CellLocation;
}

export type Result = Value | Unknown;

/** The three truth values of Kleene's logic. */
export type Truth = boolean | Unknown;

export function isKnown(result: Result): result is Value {
  return !(result instanceof Unknown);
}

/** All that is missing from several results, the same thing once. */
export function joinUnknown(...results: readonly Result[]): Unknown {
  const reasons = new Set<Missing>();
  for (const result of results) if (result instanceof Unknown) for (const reason of result.reasons) reasons.add(reason);
  return new Unknown([...reasons]);
}
