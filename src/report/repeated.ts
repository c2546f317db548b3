import type { CriterionResult } from "../assess/assessment.ts";
import { type Criterion, type Leaf, leavesIn } from "../rulebook/criterion.ts";
import { leavesOf } from "./tree.ts";

/** As written, what stands in each tree more than once: asked once a tree, not once a person. */
const known = new WeakMap<Criterion, ReadonlySet<string>>();

/** The comparisons of a tree that are not met and stand in it more than once, each at its first place, in order. */
export function openRepeats(root: CriterionResult): CriterionResult[] {
  const texts = repeatedTexts(root.criterion);
  if (texts.size === 0) return [];
  const found = new Map<string, CriterionResult>();
  for (const leaf of leavesOf(root)) {
    const text = comparisonText(leaf);
    if (texts.has(text) && leaf.status !== "pass" && !found.has(text)) found.set(text, leaf);
  }
  return [...found.values()];
}

/** What makes two comparisons of one tier the same: how they are written. */
export function comparisonText({ criterion }: CriterionResult): string {
  return (criterion as Leaf).text;
}

function repeatedTexts(root: Criterion): ReadonlySet<string> {
  const before = known.get(root);
  if (before) return before;
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { text } of leavesIn(root)) (seen.has(text) ? repeated : seen).add(text);
  known.set(root, repeated);
  return repeated;
}
