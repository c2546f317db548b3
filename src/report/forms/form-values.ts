import type { CriterionResult } from "../../assess/assessment.ts";
import type { Tier } from "../../rulebook/tier.ts";
import type { Lang } from "../../text/text.ts";
import { benefitColumns } from "../benefit-columns.ts";
import { statusSigns } from "../colour.ts";
import { nearestWays } from "../nearest.ts";
import { periodText } from "../period-text.ts";
import type { PersonReport } from "../person-report.ts";
import { demand, groupDemand, shown, wayText } from "../phrases.ts";
import { type Reader, readerOf } from "../reader.ts";
import type { Report } from "../report.ts";
import {
  actionText,
  currentText,
  overrideText,
  qualifiedText,
  reasonsText,
  recommendedText,
  settledText,
} from "../result-columns.ts";
import { assessmentAt, nextTier } from "../tree.ts";
import { statusWords, words } from "../words.ts";

/** What the placeholders of a form stand for, by their keys. */
export interface FormValues {
  readonly person: ReadonlyMap<string, string>;
  readonly criteria: readonly ReadonlyMap<string, string>[];
}

const waysNamed = 2;

export function formValues(report: Report, one: PersonReport, lang: Lang): FormValues {
  const { rulebook, period, asOf } = report;
  const { override } = one.recommendation;
  const reader = readerOf(report, lang);
  const dash = words.dash[lang];
  const basis = basisOf(report, one);
  const person = {
    id: one.id,
    name: one.name,
    branch: one.branch,
    subject: rulebook.subject.label[lang],
    current: currentText(one, lang, true),
    qualified: qualifiedText(one, lang, true),
    recommended: recommendedText(one, lang, true) || dash,
    final: settledText(one, lang) || dash,
    override: overrideText(one) || dash,
    overrideApprover: override?.approver ?? dash,
    action: actionText(rulebook, one.recommendation.action, lang),
    reason: reasonsText(one, lang),
    approver: one.recommendation.approvals.join(" → ") || dash,
    period: periodText(period, lang),
    asOf: lang === "zh" ? asOf.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, "$1年$2月$3日") : asOf,
    rulebook: rulebook.title[lang],
    basis: basis?.label[lang] ?? dash,
    nearest: nearest(report, one, reader) || dash,
    benefits: benefits(one, reader) || dash,
  };
  return { person: new Map(Object.entries(person)), criteria: criteriaOf(one, basis, reader) };
}

/**
 * The tier whose criteria say why, or what a person set aside: the one that stands in the end, but the present one for who
 * loses it, and the one in doubt for who is in review; the lowest where there is none.
 */
function basisOf({ rulebook }: Report, { recommendation, assessment, final }: PersonReport): Tier | undefined {
  const { action, current, recommended, override } = recommendation;
  const lowest = nextTier(rulebook.tiers, undefined);
  const held = current?.ladder ? current : undefined;
  if (override) {
    if (!final?.ladder) return held ?? lowest;
    return held && held.rank > final.rank ? held : final;
  }
  if (action === "demote" || action === "leave") return held ?? lowest;
  if (action === "review") return assessment.undecided.at(-1) ?? held ?? lowest;
  return recommended?.ladder ? recommended : lowest;
}

function criteriaOf(one: PersonReport, tier: Tier | undefined, reader: Reader): Map<string, string>[] {
  const assessed = assessmentAt(one.assessment, tier);
  if (!assessed) return [];
  const { lang } = reader;
  const rows: Map<string, string>[] = [];
  const add = (node: CriterionResult, within: string): void => {
    const { criterion, status, value, threshold, gap, parts } = node;
    const isGroup = criterion.kind !== "leaf";
    const chooses = criterion.kind === "choice" || (isGroup && criterion.need < criterion.of.length);
    const name = isGroup ? criterion.label[lang] : criterion.nameLabel[lang];
    if (!isGroup || chooses) {
      const passed = parts.filter((part) => part.status === "pass").length;
      rows.push(
        new Map([
          ["criteria.clause", criterion.cite ?? ""],
          ["criteria.metric", within + name],
          ["criteria.standard", isGroup ? groupAsks(criterion, lang) : demand(criterion, threshold, reader)],
          [
            "criteria.actual",
            isGroup ? (lang === "zh" ? `满足 ${passed} 项` : `${passed} met`) : shown(value, criterion.type, reader),
          ],
          ["criteria.gap", isGroup || !gap || gap.sign === 0 ? "" : shown(gap, criterion.type, reader)],
          ["criteria.verdict", `${statusSigns[status]} ${statusWords[status][lang]}`],
        ]),
      );
    }
    for (const part of parts) add(part, chooses ? `${within}　` : within);
  };
  const root = assessed.provisional && assessed.provisionalResult ? assessed.provisionalResult : assessed.requires;
  for (const part of root.parts) add(part, "");
  return rows;
}

function groupAsks(criterion: Exclude<CriterionResult["criterion"], { kind: "leaf" }>, lang: Lang): string {
  return criterion.kind === "choice" ? words.candidates[lang] : groupDemand(criterion.need, criterion.of.length, lang);
}

/** What is missing to the tier above the one qualified for, or above a higher one that a person gave. */
function nearest({ rulebook }: Report, { assessment, recommendation }: PersonReport, reader: Reader): string {
  const { qualified } = assessment;
  const given = recommendation.override?.to;
  const reached = given && given.rank > (qualified?.rank ?? 0) ? given : qualified;
  const tier = assessmentAt(assessment, nextTier(rulebook.tiers, reached));
  if (!tier) return "";
  const ways = nearestWays(tier, waysNamed).map((way) => wayText(way, reader));
  const or = reader.lang === "zh" ? "；或 " : "; or ";
  return ways.length === 0
    ? ""
    : `${tier.tier.label[reader.lang]}${reader.lang === "zh" ? "：" : ": "}${ways.join(or)}`;
}

function benefits({ recommendation }: PersonReport, reader: Reader): string {
  const { lang, rulebook } = reader;
  const texts = benefitColumns(rulebook).flatMap(({ benefit, heading }) => {
    const paid = recommendation.benefits.find(({ id }) => id === benefit.id);
    return paid ? [`${heading[lang]} ${shown(paid.amount, benefit.type, reader)}`] : [];
  });
  return texts.join(words.semicolon[lang]);
}
