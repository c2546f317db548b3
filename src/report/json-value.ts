import type { Result } from "../formula/value.ts";
import { Unknown } from "../formula/value.ts";
import { Exact } from "../number/exact.ts";

/** A figure as JSON text: numbers as decimal strings in the base unit, booleans as they are, unknown and absent as null. */
export function jsonValue(value: Result | undefined): string {
  if (value instanceof Exact) return `"${value.toString()}"`;
  if (value === undefined || value instanceof Unknown) return "null";
  return typeof value === "boolean" ? String(value) : JSON.stringify(value);
}
