import type { Assessment, CriterionResult, Status } from "../assess/assessment.ts";
import type { Recommendation } from "../decide/recommendation.ts";
import type { PersonFrame } from "../rulebook/frame.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";

/** What became of a test's person. */
export interface Outcome {
  readonly rulebook: Rulebook;
  /** False: `applies_to` leaves the person out, so that no run would grade them. */
  readonly applies: boolean;
  readonly frame: PersonFrame;
  readonly assessment: Assessment;
  readonly recommendation: Recommendation;
  /** Every node of every tree by id; a tier's id is its whole tree. */
  readonly nodes: ReadonlyMap<string, CriterionResult>;
}

/** Every node of an assessment by id. Of two candidates with one id the first stands. */
export function nodesOf({ tiers, standing }: Assessment): Map<string, CriterionResult> {
  const nodes = new Map<string, CriterionResult>();
  const add = (result: CriterionResult): void => {
    if (!nodes.has(result.criterion.id)) nodes.set(result.criterion.id, result);
    for (const part of result.parts) add(part);
  };
  for (const { requires, provisionalResult } of tiers) {
    add(requires);
    if (provisionalResult) add(provisionalResult);
  }
  for (const { result } of standing) add(result);
  return nodes;
}

/** A tier's own id says whether the tier is met, provisionally or not; any other id is a node. */
export function statusAt({ assessment, nodes }: Outcome, id: string): Status {
  const tier = assessment.tiers.find((one) => one.tier.id === id);
  return tier?.status ?? nodes.get(id)?.status ?? "unknown";
}
