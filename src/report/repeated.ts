import type { CriterionResult } from "../assess/assessment.ts";
import type { Criterion } from "../rulebook/criterion.ts";

/** As written, what stands in each tree more than once: asked once a tree, not once a person. */
const known = new WeakMap<Criterion, ReadonlySet<string>>();

/** The comparisons of a tree that are not met and stand in it more than once, each at its first place, in order. */
export function openRepeats(root: CriterionResult): CriterionResult[] {
  const texts = repeatedTexts(root.criterion);
  if (texts.size === 0) return [];
  const found = new Map<string, CriterionResult>();
  const visit = (node: CriterionResult) => {
    const text = comparisonText(node);
    if (text !== undefined && texts.has(text) && node.status !== "pass" && !found.has(text)) found.set(text, node);
    node.parts.forEach(visit);
  };
  visit(root);
  return [...found.values()];
}

/** What makes two comparisons of one tier the same: how they are written; undefined for a group. */
export function comparisonText({ criterion }: CriterionResult): string | undefined {
  return criterion.kind === "leaf" ? criterion.text : undefined;
}

function repeatedTexts(root: Criterion): ReadonlySet<string> {
  const before = known.get(root);
  if (before) return before;
  const seen = new Set<string>();
  const repeated = new Set<string>();
  const visit = (criterion: Criterion) => {
    if (criterion.kind !== "leaf") criterion.of.forEach(visit);
    else if (seen.has(criterion.text)) repeated.add(criterion.text);
    else seen.add(criterion.text);
  };
  visit(root);
  known.set(root, repeated);
  return repeated;
}
