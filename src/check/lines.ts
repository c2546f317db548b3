import type { Leaf } from "../rulebook/criterion.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { staticThreshold } from "../rulebook/static-frame.ts";
import { type Interval, oneSided } from "./interval.ts";

/** A leaf and the values with which it passes. */
export interface Line {
  readonly leaf: Leaf;
  readonly passes: Interval;
}

/** The line of a leaf at a tier; undefined where it is no figure that is known beforehand. */
export function lineOf(rulebook: Rulebook, leaf: Leaf, tier: number): Line | undefined {
  const { op, name } = leaf;
  if (op !== ">=" && op !== ">" && op !== "<=" && op !== "<" && op !== "==") return undefined;
  const at = staticThreshold(rulebook, leaf, tier);
  const passes = at && oneSided(name, op, at);
  return passes && { leaf, passes };
}
