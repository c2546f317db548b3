import type { Assessment, CriterionResult } from "../assess/assessment.ts";
import { Unknown } from "../formula/value.ts";
import { type Leaf, leavesIn } from "../rulebook/criterion.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { maskWord } from "./mask-word.ts";
import type { Masks } from "./masks.ts";
import type { Privacy } from "./private-columns.ts";

export type MaskAssessment = (assessment: Assessment) => Assessment;

/**
 * Takes the private values out of assessments: of a comparison on a private column only the verdict is left. Most rulebooks
 * compare no such column; their assessments stay as they are.
 */
export function assessmentMasker(rulebook: Rulebook, masks: Masks): MaskAssessment {
  const names = privateNames(rulebook, masks);
  if (!comparisons(rulebook).some((leaf) => names.has(leaf.name) || isWord(leaf))) return (assessment) => assessment;

  /** What many people share stays one object when it is masked. */
  const shared = new Map<CriterionResult, CriterionResult>();
  const node = (result: CriterionResult): CriterionResult => {
    if (!result.shared) return masked(result);
    const known = shared.get(result) ?? masked(result);
    shared.set(result, known);
    return known;
  };
  const masked = (result: CriterionResult): CriterionResult => {
    const { criterion, value } = result;
    if (criterion.kind !== "leaf") return { ...result, parts: result.parts.map(node) };
    const privacy = names.get(criterion.name);
    if (privacy === undefined) return isWord(criterion) ? { ...result, value: maskWord(value, masks) } : result;
    if (value === undefined || value instanceof Unknown) return result;
    return { ...result, value: masks.value(privacy, value), gap: undefined };
  };
  return (assessment) => ({
    ...assessment,
    tiers: assessment.tiers.map((tier) => ({
      ...tier,
      requires: node(tier.requires),
      provisionalResult: tier.provisionalResult && node(tier.provisionalResult),
    })),
    standing: assessment.standing.map((standing) => ({ ...standing, result: node(standing.result) })),
  });
}

/** Names of the private columns as criteria call them: those of the subject plainly, those of a one-row input with its id. */
export function privateNames({ subject }: Rulebook, masks: Masks): ReadonlyMap<string, Privacy> {
  return new Map(
    [...masks.columns].map(([column, privacy]) => [
      column.input === subject.id ? column.name : `${column.input}.${column.name}`,
      privacy,
    ]),
  );
}

/** Every comparison of tiers and pass lines. */
export function comparisons({ tiers, standing }: Rulebook): readonly Leaf[] {
  return [
    ...tiers.flatMap(({ requires, provisional }) => [requires, ...(provisional ? [provisional] : [])]),
    ...standing.map(({ criterion }) => criterion),
  ].flatMap(leavesIn);
}

/** A figure that is a text or an id may have been taken from a private column. */
function isWord({ type }: Leaf): boolean {
  return type.kind === "text" || type.kind === "id";
}
