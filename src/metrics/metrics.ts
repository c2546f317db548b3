import type { CellLocation } from "../diagnostic/location.ts";
import type { Result, Value } from "../formula/value.ts";
import type { PersonFrame } from "../rulebook/frame.ts";
import type { Text } from "../text/text.ts";

/** Every figure of every person. */
export interface Metrics {
  /** By `Person.index`. */
  readonly people: readonly PersonFrame[];
}

/** Where a figure came from, worked out on demand for `explain` and the reports. */
export interface Trace {
  readonly figure: string;
  readonly value: Result;
  /** Rows that counted, with the cell and the value each gave. */
  readonly counted: readonly TraceCell[];
  /** Rows left out by `where` or a scope, and why. */
  readonly leftOut: readonly (TraceCell & { readonly by: "where" | "within" })[];
}

export interface TraceCell {
  readonly location: CellLocation;
  readonly value: Value | undefined;
}

/** A customer that a scope leaves out at a tier. Amounts in base units. */
export interface UncountedGroup {
  readonly person: string;
  readonly scope: string;
  /** The value of `each`: the customer's id. */
  readonly group: string;
  readonly tier: string;
  /** What the scope's left side came to, and the floor it missed; undefined where `keep` is not of that shape. */
  readonly value: Value | undefined;
  readonly floor: Value | undefined;
  /** Labels of the metrics that would have been larger. */
  readonly metrics: readonly Text[];
}
