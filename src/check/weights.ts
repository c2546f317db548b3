import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import { Exact } from "../number/exact.ts";
import type { Checked } from "./check.ts";

/** Scores whose weights do not sum to 100 (points) or 100 % (shares). */
export function weightsThatDoNotSum({ rulebook, document }: Checked): Diagnostic[] {
  return rulebook.metrics.flatMap((metric) => {
    if (metric.measure.kind !== "score") return [];
    const weights = metric.measure.score.items.flatMap((item) => (item.kind === "weighted" ? [item.weight] : []));
    if (weights.length === 0) return [];
    // A share of a mark out of 100 (40%) weighs as much as 40 points for a completion.
    const points = weights.map((weight) => (weight.compare(Exact.one) <= 0 ? weight.mul(Exact.of(100)) : weight));
    const sum = points.reduce((total, weight) => total.add(weight), Exact.zero);
    if (sum.equals(Exact.of(100))) return [];
    const at = document.at(["scores", metric.name, "items"]);
    return [diagnose("check/weights", at, { score: metric.label, sum: sum.toString() })];
  });
}
