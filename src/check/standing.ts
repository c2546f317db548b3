import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import { type Criterion, type Leaf, leavesIn } from "../rulebook/criterion.ts";
import type { AggregateMeasure } from "../rulebook/figure.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { listOf } from "../text/text.ts";
import type { Checked } from "./check.ts";

/** Ladder tiers that can be reached by people who miss a pass line: through criteria that do not measure what it measures. */
export function tiersWithoutStanding({ rulebook, document }: Checked): Diagnostic[] {
  const ladder = rulebook.tiers.filter((tier) => tier.ladder);
  return rulebook.standing.flatMap((standing, index) => {
    const measured = leavesIn(standing.criterion).filter((leaf) => leaf.op === ">=" || leaf.op === ">");
    const inputs = new Set(measured.map((leaf) => inputOf(rulebook, leaf)).filter((input) => input !== undefined));
    if (standing.advice || inputs.size === 0) return [];
    const open = ladder.filter((tier) =>
      reachable(tier.requires, (leaf) => !inputs.has(inputOf(rulebook, leaf) ?? "")),
    );
    if (open.length === 0) return [];
    const tiers = listOf(open.map(({ label }) => label));
    return [
      diagnose("check/tier-without-standing", document.at(["standing", index]), { tiers, standing: standing.label }),
    ];
  });
}

/** Whether the tree can pass when only the leaves that `may` allows do. */
function reachable(node: Criterion, may: (leaf: Leaf) => boolean): boolean {
  if (node.kind === "leaf") return may(node);
  const passing = node.of.filter((part) => reachable(part, may)).length;
  return node.kind === "choice" ? passing === node.of.length : passing >= node.need;
}

/** The input whose rows a leaf adds up by the amount; a count of rows or a column is no measure of business. */
function inputOf(rulebook: Rulebook, leaf: Leaf): string | undefined {
  const measure = rulebook.metrics.find((metric) => metric.name === leaf.name)?.measure;
  if (measure?.kind !== "aggregate" || !sums(measure)) return undefined;
  return measure.input.id;
}

function sums(measure: AggregateMeasure): boolean {
  // A difference of two columns does not bound either of them.
  return measure.argument?.uses.length === 1 && (measure.fn === "sum" || measure.fn === "max");
}
