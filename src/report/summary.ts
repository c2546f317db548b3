import { type Action, actions } from "../rulebook/decision.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Tier } from "../rulebook/tier.ts";
import type { PersonReport } from "./person-report.ts";
import { countedTiers } from "./result-columns.ts";

/** The run in numbers. */
export interface Summary {
  readonly people: number;
  /** Every action, 0 included, in a fixed order; empty when the rulebook decides nothing. */
  readonly actions: ReadonlyMap<Action, number>;
  /** Highest tier first. */
  readonly tiers: readonly TierCount[];
  /** Present tier → recommended tier → people. */
  readonly matrix: Matrix;
  /** Present tier → the tier that stands in the end: another one only where a person decided. */
  readonly finalMatrix: Matrix;
  /** In the order in which the roster first names them. */
  readonly branches: readonly BranchCount[];
  readonly provisional: number;
  /** How many a person decided otherwise about, or the same. */
  readonly overrides: number;
}

/** People by tier and tier; the keys are tier ids, or `none`. Cells of nobody are absent. */
export type Matrix = ReadonlyMap<string, ReadonlyMap<string, number>>;

export interface TierCount {
  readonly tier: Tier;
  readonly current: number;
  readonly qualified: number;
  readonly recommended: number;
  /** Where it stands in the end. */
  readonly final: number;
}

export interface BranchCount {
  readonly branch: string;
  readonly people: number;
  readonly actions: ReadonlyMap<Action, number>;
}

/** The matrix's key for no tier; the language keeps the word from being a tier's id. */
export const noTier = "none";

export function summarize(rulebook: Rulebook, people: readonly PersonReport[]): Summary {
  return {
    people: people.length,
    actions: countActions(rulebook, people),
    tiers: rulebook.tiers.map((tier) => ({
      tier,
      current: people.filter((one) => one.recommendation.current === tier).length,
      qualified: people.filter((one) => one.recommendation.qualified === tier).length,
      recommended: people.filter((one) => one.recommendation.recommended === tier).length,
      final: people.filter((one) => one.final === tier).length,
    })),
    matrix: matrixOf(rulebook, people, ({ recommendation }) => recommendation.recommended),
    finalMatrix: matrixOf(rulebook, people, ({ final }) => final),
    branches: countBranches(rulebook, people),
    overrides: people.filter((one) => one.recommendation.override !== undefined).length,
    provisional: people.filter((one) => one.recommendation.provisional).length,
  };
}

/** In which respects a run counts people per tier: in the end too, where people decided otherwise than was recommended. */
export function countedOf({
  rulebook,
  summary,
}: {
  readonly rulebook: Rulebook;
  readonly summary: Summary;
}): Counted[] {
  const counted = countedTiers(rulebook);
  return summary.overrides > 0 && counted.includes("recommended") ? [...counted, "final"] : counted;
}

export type Counted = "current" | "qualified" | "recommended" | "final";

function matrixOf(
  rulebook: Rulebook,
  people: readonly PersonReport[],
  to: (one: PersonReport) => Tier | undefined,
): Matrix {
  const counted = new Map<string, Map<string, number>>();
  for (const one of people) count(row(counted, one.recommendation.current?.id ?? noTier), to(one)?.id ?? noTier);
  const order = [...rulebook.tiers.map((tier) => tier.id), noTier];
  return new Map(ordered(order, counted).map(([from, cells]) => [from, new Map(ordered(order, cells))]));
}

function countBranches(rulebook: Rulebook, people: readonly PersonReport[]): BranchCount[] {
  const byBranch = new Map<string, PersonReport[]>();
  for (const one of people) {
    const members = byBranch.get(one.branch);
    if (members) members.push(one);
    else byBranch.set(one.branch, [one]);
  }
  return [...byBranch].map(([branch, members]) => ({
    branch,
    people: members.length,
    actions: countActions(rulebook, members),
  }));
}

function countActions(rulebook: Rulebook, people: readonly PersonReport[]): Map<Action, number> {
  if (!rulebook.decision) return new Map();
  const found = new Map<Action, number>(actions.map((action) => [action, 0]));
  for (const { recommendation } of people) if (recommendation.action) count(found, recommendation.action);
  return found;
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function row(rows: Map<string, Map<string, number>>, key: string): Map<string, number> {
  const found = rows.get(key) ?? new Map<string, number>();
  rows.set(key, found);
  return found;
}

/** A map's entries by a given order of its keys. */
function ordered<V>(keys: readonly string[], map: ReadonlyMap<string, V>): [string, V][] {
  return keys.flatMap((key) => (map.has(key) ? [[key, map.get(key) as V] as [string, V]] : []));
}
