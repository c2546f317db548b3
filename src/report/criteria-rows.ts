import type { CriterionResult } from "../assess/assessment.ts";
import type { Criterion } from "../rulebook/criterion.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Tier } from "../rulebook/tier.ts";
import type { PersonReport } from "./person-report.ts";
import type { Report } from "./report.ts";
import { assessmentAt, isChosenFrom, nextTier } from "./tree.ts";

/** A line of 指标明细: a comparison, or a group of which not all parts are asked. */
export interface CriterionRow {
  readonly one: PersonReport;
  /** Undefined: every tier of the ladder asks for the same. */
  readonly tier: Tier | undefined;
  readonly node: CriterionResult;
  /** The part of a k-of-n group that the comparison belongs to. */
  readonly part: CriterionResult | undefined;
}

/** The tiers that matter to a person: present, qualified, next; highest first, ladder only. */
function relevantTiers(report: Report, { recommendation, assessment }: PersonReport): Tier[] {
  const { tiers } = report.rulebook;
  const wanted = [recommendation.current, recommendation.qualified, nextTier(tiers, assessment.qualified)];
  return tiers.filter((tier) => tier.ladder && wanted.includes(tier));
}

/**
 * Everyone's lines at their relevant tiers, in roster order; gates that all tiers share once, before the tiers. They are made
 * anew whenever they are asked for: 10,000 people have half a million.
 */
export function criteriaRows(report: Report): { readonly length: number } & Iterable<CriterionRow> {
  let length = 0;
  for (const one of report.people) length += rowsOf(report, one).length;
  return {
    length,
    *[Symbol.iterator]() {
      for (const one of report.people) yield* rowsOf(report, one);
    },
  };
}

function rowsOf(report: Report, one: PersonReport): CriterionRow[] {
  const gates = gatesOf(report.rulebook);
  const rows: CriterionRow[] = [];
  const relevant = relevantTiers(report, one);
  const add = (
    node: CriterionResult,
    tier: Tier | undefined,
    part: CriterionResult | undefined,
    root: boolean,
  ): void => {
    const { criterion } = node;
    if (tier && gates.has(criterion)) return;
    const choosing = isChosenFrom(criterion);
    if (!root && (criterion.kind === "leaf" || choosing)) rows.push({ one, tier, node, part });
    for (const below of node.parts) add(below, tier, choosing ? below : part, false);
  };
  const [first] = relevant;
  const top = first && assessmentAt(one.assessment, first);
  if (top && gates.size > 0) {
    for (const node of required(top.requires)) if (gates.has(node.criterion)) add(node, undefined, undefined, false);
  }
  for (const tier of relevant) {
    const assessed = assessmentAt(one.assessment, tier);
    if (!assessed) continue;
    add(assessed.requires, tier, undefined, true);
    if (assessed.provisionalResult) add(assessed.provisionalResult, tier, assessed.provisionalResult, true);
  }
  return rows;
}

/** The parts that must all hold, whatever groups they stand in. */
function required(node: CriterionResult): CriterionResult[] {
  return node.parts.flatMap((part) => (isConjunction(part.criterion) ? required(part) : [part]));
}

const gatesKnown = new WeakMap<Rulebook, ReadonlySet<Criterion>>();

/** The required parts of every ladder tier that stand, the same to the last word, in all of them. */
function gatesOf(rulebook: Rulebook): ReadonlySet<Criterion> {
  const known = gatesKnown.get(rulebook);
  if (known) return known;
  const ladder = rulebook.tiers.filter((tier) => tier.ladder);
  const parts = ladder.map((tier) => conjuncts(tier.requires));
  const wordings = parts.map((some) => new Set(some.map(wording)));
  const shared = parts.flat().filter((part) => wordings.every((all) => all.has(wording(part))) && !hangsOnTier(part));
  const gates = new Set(ladder.length > 1 ? shared : []);
  gatesKnown.set(rulebook, gates);
  return gates;
}

function conjuncts(criterion: Criterion): Criterion[] {
  if (criterion.kind === "leaf") return [criterion];
  return criterion.of.flatMap((part) => (isConjunction(part) ? conjuncts(part) : [part]));
}

function isConjunction(criterion: Criterion): boolean {
  return criterion.kind === "group" && criterion.need === criterion.of.length;
}

function hangsOnTier(criterion: Criterion): boolean {
  return criterion.kind === "leaf" ? criterion.tierScoped : criterion.of.some(hangsOnTier);
}

/** What a criterion says, apart from where it stands. */
function wording(criterion: Criterion): string {
  const { label, cite, assumed, readings } = criterion;
  const own =
    criterion.kind === "leaf"
      ? criterion.text
      : [criterion.kind === "group" ? criterion.need : "", ...criterion.of.map(wording)];
  return JSON.stringify([label, cite, assumed, readings.map(({ id }) => id), own]);
}
