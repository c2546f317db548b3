import type { Status } from "../assess/assessment.ts";
import { Exact } from "../number/exact.ts";
import type { Leaf } from "../rulebook/criterion.ts";
import { type Action, actions } from "../rulebook/decision.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { criteriaOf } from "./criteria.ts";
import type { Outcome } from "./outcome.ts";

/** What a suite's tests have seen of the rulebook. A line that no test crosses can be changed without a test failing. */
export interface Coverage {
  readonly leaves: readonly LeafCoverage[];
  /** Ladder tiers by id, highest first, and `none`: how many tests end there. */
  readonly tiers: readonly { readonly id: string; readonly tests: number }[];
  /** Actions that the rulebook can come to, what the year would bring among them; none when it has no decision. */
  readonly actions: readonly { readonly action: Action; readonly tests: number }[];
  /** Of every comparison's two outcomes, pass and fail, those that a test has seen. */
  readonly seen: number;
  readonly of: number;
  /** Of the comparisons with a line, those of which a test stands exactly on it. */
  readonly onTheLine: number;
  readonly lines: number;
}

/** How many tests saw a comparison come out so. */
export interface LeafCoverage extends Readonly<Record<Status, number>> {
  readonly leaf: Leaf;
  /** Tests whose value is the threshold itself; undefined for comparisons without one. */
  readonly exact: number | undefined;
}

export function coverageOf(rulebook: Rulebook, outcomes: readonly Outcome[]): Coverage {
  const comparisons = [...criteriaOf(rulebook).values()].filter((node) => node.kind === "leaf");
  const leaves = comparisons.map((leaf) => leafCoverage(leaf, outcomes));
  const ends = [...rulebook.tiers.filter((tier) => tier.ladder).map((tier) => tier.id), "none"];
  const lines = leaves.filter((one) => one.exact !== undefined);
  return {
    leaves,
    tiers: ends.map((id) => ({
      id,
      tests: outcomes.filter(({ assessment }) => (assessment.qualified?.id ?? "none") === id).length,
    })),
    actions: possibleActions(rulebook).map((action) => ({
      action,
      tests: outcomes.filter(({ recommendation: { action: own, due } }) => own === action || due?.action === action)
        .length,
    })),
    seen: leaves.reduce((sum, one) => sum + (one.pass > 0 ? 1 : 0) + (one.fail > 0 ? 1 : 0), 0),
    of: leaves.length * 2,
    onTheLine: lines.filter((one) => one.exact !== 0).length,
    lines: lines.length,
  };
}

function possibleActions({ decision, tiers }: Rulebook): Action[] {
  if (!decision) return [];
  const written = new Set([decision.noneReached, ...decision.rules.map((rule) => rule.then)]);
  const steps = tiers.filter((tier) => tier.ladder).length > 1;
  return actions.filter((action) => {
    if (action === "leave") return written.has(action);
    return action === "promote" || action === "demote" ? steps || written.has(action) : true;
  });
}

function leafCoverage(leaf: Leaf, outcomes: readonly Outcome[]): LeafCoverage {
  const counts = { pass: 0, fail: 0, unknown: 0 };
  let exact = 0;
  let hasLine = false;
  for (const { nodes } of outcomes) {
    const result = nodes.get(leaf.id);
    if (!result) continue;
    counts[result.status]++;
    if (!(result.threshold instanceof Exact)) continue;
    hasLine = true;
    if (result.value instanceof Exact && result.value.equals(result.threshold)) exact++;
  }
  return { leaf, ...counts, exact: hasLine ? exact : undefined };
}

/** A share in per cent, rounded down: 100 only when nothing is left. */
export function percent(seen: number, of: number): number {
  return of === 0 ? 100 : Math.floor((seen / of) * 100);
}
