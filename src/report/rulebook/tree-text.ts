import type { Criterion } from "../../rulebook/criterion.ts";

/** A tree on one line, as the rulebook writes its comparisons: `any(exam; mark >= 60)`. */
export function treeText(node: Criterion): string {
  if (node.kind === "leaf") return node.text;
  const word =
    node.kind === "choice" ? "=" : node.need === node.of.length ? "all" : node.need === 1 ? "any" : `${node.need} of`;
  return node.of.length === 1 ? treeText(node.of[0] as Criterion) : `${word}(${node.of.map(treeText).join("; ")})`;
}
