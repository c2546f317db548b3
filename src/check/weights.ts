import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import { Exact } from "../number/exact.ts";
import type { Checked } from "./check.ts";

/** Scores whose weights do not sum to 100 (points) or 100 % (shares). */
export function weightsThatDoNotSum({ rulebook, document }: Checked): Diagnostic[] {
  return rulebook.metrics.flatMap((metric) => {
    if (metric.measure.kind !== "score") return [];
    const weights = metric.measure.score.items.flatMap((item) => (item.kind === "weighted" ? [item.weight] : []));
    if (weights.length === 0) return [];
    const sum = weights.reduce((total, weight) => total.add(weight), Exact.zero);
    if (sum.equals(Exact.one) || sum.equals(Exact.of(100))) return [];
    // Shares are all at most 1; said as percent, as they were written.
    const shares = weights.every((weight) => weight.compare(Exact.one) <= 0);
    const shown = shares ? `${sum.mul(Exact.of(100))}%` : sum.toString();
    return [
      diagnose("check/weights", document.at(["scores", metric.name, "items"]), { score: metric.label, sum: shown }),
    ];
  });
}
