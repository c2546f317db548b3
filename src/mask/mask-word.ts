import type { Result } from "../formula/value.ts";
import { hidden, type Masks } from "./masks.ts";

/** A text as it may be shown: under its mask if it is an id, a name or a customer, hidden if it names anybody. */
export function maskWord<V extends Result | undefined>(value: V, masks: Masks): V | string {
  if (typeof value !== "string" || value === "") return value;
  return masks.known(value) ?? (masks.isIn(value) ? hidden : value);
}
