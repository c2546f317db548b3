import type { Criterion } from "../rulebook/criterion.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";

const known = new WeakMap<Rulebook, ReadonlyMap<string, Criterion>>();

/** Every node of a rulebook's trees by id, each before its parts; of two with one id the first. Worked out once a rulebook. */
export function criteriaOf(rulebook: Rulebook): ReadonlyMap<string, Criterion> {
  const before = known.get(rulebook);
  if (before) return before;
  const { tiers, standing } = rulebook;
  const trees = [
    ...tiers.flatMap((tier) => (tier.provisional ? [tier.requires, tier.provisional] : [tier.requires])),
    ...standing.map((one) => one.criterion),
  ];
  const found = new Map<string, Criterion>();
  for (const node of trees.flatMap(nodesIn)) if (!found.has(node.id)) found.set(node.id, node);
  known.set(rulebook, found);
  return found;
}

/** A tree's nodes, each before its parts. */
export function nodesIn(criterion: Criterion): Criterion[] {
  return [criterion, ...(criterion.kind === "leaf" ? [] : criterion.of.flatMap(nodesIn))];
}
