import type { Figure } from "../rulebook/figure.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";

/**
 * For each summed metric the one that is the largest customer's share of it: a `max` per group over the same rows. A
 * figure resting on one customer is another thing than one resting on many.
 */
export function largestSingles({ metrics }: Rulebook): Map<string, Figure> {
  const found = new Map<string, Figure>();
  for (const whole of metrics) {
    const sum = whole.measure;
    if (sum.kind !== "aggregate" || sum.fn !== "sum") continue;
    const single = metrics.find(
      ({ measure }) =>
        measure.kind === "aggregate" &&
        measure.fn === "max" &&
        measure.per !== undefined &&
        measure.input.id === sum.input.id &&
        measure.argument?.text === sum.argument?.text &&
        measure.where?.text === sum.where?.text &&
        measure.within?.id === sum.within?.id,
    );
    if (single) found.set(whole.name, single);
  }
  return found;
}
