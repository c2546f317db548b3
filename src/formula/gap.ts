import { Exact } from "../number/exact.ts";
import type { Anatomy } from "./criterion-shape.ts";
import type { Result, Truth } from "./value.ts";

/**
 * What is missing to pass: 0 when it passes, the distance to the nearest threshold when it fails (to the bound itself for
 * `<` and `>`). Undefined when the verdict is unknown, or when it is not figures that are compared.
 */
export function gapTo(
  op: Anatomy["op"],
  negated: boolean,
  truth: Truth,
  value: Result,
  thresholds: readonly Result[],
): Exact | undefined {
  if (typeof truth !== "boolean" || !(value instanceof Exact)) return undefined;
  const only = thresholds[0];
  // One line to reach, as nearly every criterion has.
  if (thresholds.length === 1 && only instanceof Exact && !negated && op !== "!=" && op !== "in") {
    return truth ? Exact.zero : value.sub(only).abs();
  }
  const figures = thresholds.filter((threshold) => threshold instanceof Exact);
  if (op === "true" || op === "in-period" || figures.length < thresholds.length) return undefined;
  if (truth) return Exact.zero;
  // No nearest figure is different from all that are ruled out.
  if (negated || op === "!=") return undefined;
  const distances = figures.map((figure) => value.sub(figure).abs());
  return distances.reduce((least, distance) => (distance.compare(least) < 0 ? distance : least));
}
