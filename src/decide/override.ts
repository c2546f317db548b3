import { levelAt } from "../assess/level.ts";
import { type Diagnostic, diagnose, message } from "../diagnostic/diagnostic.ts";
import type { CellLocation } from "../diagnostic/location.ts";
import type { OverrideFacts, OverrideRow } from "../facts/overrides.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Tier } from "../rulebook/tier.ts";
import { spoken, type Text } from "../text/text.ts";
import { type Candidate, withTier } from "./apply-quotas.ts";
import { approvalsOf } from "./approvals.ts";
import { benefitsOf } from "./benefits.ts";
import { type QuotaResult, seat } from "./quotas.ts";
import type { Recommendation } from "./recommendation.ts";

/** What a person decided about somebody, whatever was recommended. */
export interface Override {
  /** The recommended tier; none for review and leave. */
  readonly from: Tier | undefined;
  readonly to: Tier | undefined;
  /** The level at `to`, if it has levels. */
  readonly level?: string;
  readonly reason: string;
  readonly approver: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly location: CellLocation;
}

export interface Overridden {
  readonly recommendations: readonly Recommendation[];
  /** What is wrong with an override that does not fit this run, by `Person.index`. */
  readonly faults: ReadonlyMap<number, readonly Diagnostic[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Puts the decisions of people beside the recommendations. One stands after everything, caps included, and changes neither
 * what is qualified for nor what is recommended; what goes with the grade follows it, and the frame's `recommended` is the
 * tier that it gives, so that team checks see the people as they will be. Whoever has an override with a fault is in review.
 * `told`: a fault as it may be told of, in reasons and among the faults; the diagnostics are as they were found.
 */
export function applyOverrides(
  rulebook: Rulebook,
  candidates: readonly Candidate[],
  { rows, faults: unreadable }: OverrideFacts,
  told: (fault: Diagnostic) => Diagnostic = (fault) => fault,
): Overridden {
  const faults = new Map([...unreadable].map(([person, list]) => [person, list.map(told)]));
  const diagnostics: Diagnostic[] = [];
  const rowOf = new Map(rows.map((row) => [row.person, row]));
  const graded = new Map(candidates.map(({ recommendation }) => [recommendation.personIndex, recommendation]));
  for (const row of rows) {
    const misfit = misfitOf(row, graded.get(row.person));
    if (!misfit) continue;
    diagnostics.push(misfit);
    faults.set(row.person, [told(misfit)]);
  }
  const recommendations = candidates.map(({ recommendation, frame }): Recommendation => {
    const fault = faults.get(recommendation.personIndex);
    if (fault) return withTier(rulebook, recommendation, frame, undefined, reasonOf(fault));
    const row = rowOf.get(recommendation.personIndex);
    if (!row) return recommendation;
    const { to, reason, approver, date, location } = row;
    const level = to && levelAt(rulebook, frame, to)?.name;
    frame.recommended = to?.id ?? "";
    frame.recommendedLevel = level ?? "";
    const named = typeof level === "string" ? { level } : {};
    const override = { from: recommendation.recommended, to, ...named, reason, approver, date, location };
    return {
      ...recommendation,
      override,
      approvals: approvalsOfMove(rulebook, recommendation, to),
      benefits: benefitsOf(rulebook, frame, false),
    };
  });
  return { recommendations, faults, diagnostics };
}

/** Who must approve what a person decided. In a run that moves nobody, leaving one's tier as it is needs nobody. */
function approvalsOfMove(
  rulebook: Rulebook,
  { current, due }: Recommendation,
  to: Tier | undefined,
): readonly string[] {
  const isUnmoved = due !== undefined && to === current;
  return rulebook.decision && !isUnmoved ? approvalsOf(rulebook, rulebook.decision, current, to) : [];
}

/** How the caps come out on the tiers that stand in the end. */
export function finalQuotas(rulebook: Rulebook, candidates: readonly Candidate[]): readonly QuotaResult[] {
  if (!rulebook.quotas) return [];
  const finals = candidates.map(({ recommendation, frame }): Candidate => {
    const { override } = recommendation;
    return {
      frame,
      recommendation: override ? { ...recommendation, recommended: override.to, action: "keep" } : recommendation,
    };
  });
  return seat(rulebook, { ...rulebook.quotas, over: "flag" }, finals).results;
}

function misfitOf(row: OverrideRow, recommendation: Recommendation | undefined): Diagnostic | undefined {
  const { id, from, location } = row;
  if (!recommendation) return diagnose("decide/override-outside", location, { id });
  const { recommended } = recommendation;
  if (from === "not-said" || from === recommended) return undefined;
  return diagnose("decide/override-from", location, {
    id,
    written: tierText(from),
    recommended: tierText(recommended),
  });
}

function tierText(tier: Tier | undefined): Text {
  return tier?.label ?? { zh: "无", en: "none" };
}

function reasonOf(faults: readonly Diagnostic[]): Text {
  return spoken((lang) => {
    const said = faults.map((fault) => message(fault, lang)).join({ zh: "；", en: "; " }[lang]);
    return { zh: `人工调整有误：${said}`, en: `bad override: ${said}` }[lang];
  });
}
