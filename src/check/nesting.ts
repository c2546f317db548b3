import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import { foldWidth } from "../number/width.ts";
import type { Criterion, Leaf } from "../rulebook/criterion.ts";
import type { Metric } from "../rulebook/figure.ts";
import type { Checked } from "./check.ts";

/**
 * Metrics through which a tier's requirements are no stricter version of the next one's: floors differ by tier, and a row
 * that begins to count may lower the sum. A customer who grows past a floor can then cost a manager a tier.
 */
export function notNested({ rulebook, document }: Checked): Diagnostic[] {
  const used = new Set(rulebook.tiers.filter((tier) => tier.ladder).flatMap((tier) => names(tier.requires)));
  return rulebook.metrics.flatMap((metric) => {
    const { measure } = metric;
    if (measure.kind !== "aggregate" || !measure.within?.tierScoped || !used.has(metric.name)) return [];
    if (measure.fn !== "sum" || !canBeNegative(metric)) return [];
    const args = { metric: metric.label, scope: measure.within.label };
    return [diagnose("check/not-nested", document.keyAt(["metrics", metric.name]), args)];
  });
}

/** A difference, or a column without `min: 0`. */
function canBeNegative({ measure }: Metric): boolean {
  if (measure.kind !== "aggregate" || !measure.argument) return false;
  const { argument, input } = measure;
  const columns = argument.uses.map((name) =>
    input.columns.find((one) => name === one.name || name === `${input.id}.${one.name}`),
  );
  return (
    foldWidth(argument.text).includes("-") || columns.some((column) => column?.min === undefined || column.min.sign < 0)
  );
}

function names(node: Criterion): string[] {
  return node.kind === "leaf" ? [(node as Leaf).name] : node.of.flatMap(names);
}
