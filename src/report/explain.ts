import type { ChalkInstance } from "chalk";
import type { Status } from "../assess/assessment.ts";
import { missingText } from "../decide/phrases.ts";
import { bracketed, type Lang } from "../text/text.ts";
import { actionPaint, statusPaint, statusSigns } from "./colour.ts";
import { explainLevel, explainScores } from "./explain-score.ts";
import { ExplainTree } from "./explain-tree.ts";
import { nearestWays } from "./nearest.ts";
import type { PersonReport } from "./person-report.ts";
import { readingText, shown, wayText } from "./phrases.ts";
import { type Reader, readerOf } from "./reader.ts";
import type { Report } from "./report.ts";
import {
  actionText,
  currentText,
  finalText,
  overrideText,
  qualifiedText,
  reasonsText,
  recommendedText,
} from "./result-columns.ts";
import { oneLine } from "./text-width.ts";
import { assessmentAt, nextTier } from "./tree.ts";
import { uncountedOf } from "./uncounted.ts";
import { statusWords, words } from "./words.ts";

/** How many of the nearest ways, and of the customers left out, a person reads. */
const waysShown = 5;
const customersShown = 5;

/** Why this person got this tier: every criterion of every tier, where its figures come from, and what is still missing. */
export function renderExplain(
  report: Report,
  one: PersonReport,
  { lang, chalk }: { readonly lang: Lang; readonly chalk: ChalkInstance },
): string {
  const reader = readerOf(report, lang);
  const tree = new ExplainTree(report, one, reader, chalk);
  const verdict = (status: Status) => statusPaint(chalk, status)(`${statusSigns[status]} ${statusWords[status][lang]}`);
  const tiers = one.assessment.tiers
    .filter(({ tier }) => tier.ladder)
    .map((each) => {
      const note = each.provisional ? bracketed(words.provisional[lang], lang) : "";
      return [`${chalk.bold(each.tier.label[lang])}  ${verdict(each.status)}${note}`, ...tree.tier(each)].join("\n");
    });
  const standing = one.assessment.standing.flatMap((each) => [
    `${chalk.bold(each.standing.label[lang])}  ${verdict(each.status)}`,
    ...tree.standing(each.result),
  ]);
  const blocks = [
    headOf(report, one, reader, chalk),
    ...tiers,
    ...(standing.length > 0 ? [standing.join("\n")] : []),
    ...explainScores(one, reader, chalk),
    ...section(words.level[lang], explainLevel(one, reader), chalk),
    ...section(lang === "zh" ? "未计入的客户" : "Customers not counted", uncountedLines(report, one, reader), chalk),
    ...section(lang === "zh" ? "所依读法" : "Readings", readings(report, tree.readingsMet, lang), chalk),
    ...section(nearestTitle(report, one, lang), nearestLines(report, one, reader), chalk),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function headOf(report: Report, one: PersonReport, { lang }: Reader, chalk: ChalkInstance): string {
  const { recommendation, assessment } = one;
  const who = oneLine([one.name, one.id, one.branch].filter((part) => part !== "").join(" · "));
  const action = actionPaint(chalk, recommendation.action)(actionText(report.rulebook, recommendation.action, lang));
  const facts: [string, string][] = [
    [words.current[lang], currentText(one, lang, true)],
    [words.qualified[lang], qualifiedText(one, lang, true)],
    [words.recommended[lang], recommendedText(one, lang, true) || words.dash[lang]],
    [words.action[lang], action],
    [words.reasons[lang], oneLine(reasonsText(one, lang))],
    [
      lang === "zh" ? "缺少" : "Missing",
      assessment.missing.map((one) => missingText(one)[lang]).join(words.comma[lang]),
    ],
    [words.approvals[lang], recommendation.approvals.join(" → ")],
    [words.override[lang], overrideText(one)],
    [words.final[lang], finalText(one, lang)],
  ];
  const colon = lang === "zh" ? "：" : ": ";
  return [
    `${chalk.bold(who)}  ${report.period.label}  ${words.asOf[lang]} ${report.asOf}`,
    ...facts.filter(([, text]) => text !== "").map(([name, text]) => `${chalk.dim(name + colon)}${text}`),
  ].join("\n");
}

function section(title: string, lines: readonly string[], chalk: ChalkInstance): string[] {
  return lines.length > 0 ? [[chalk.bold(title), ...lines.map((line) => `  ${line}`)].join("\n")] : [];
}

/** A person's largest customers that do not count, a line each. */
export function uncountedLines(report: Report, one: PersonReport, reader: Reader): string[] {
  const { lang } = reader;
  const groups = uncountedOf(report, one);
  const lines = groups.slice(0, customersShown).map(({ group, value, floor, type, tiers, metrics }) => {
    const distance = `${shown(value, type, reader)} < ${shown(floor, type, reader)}`;
    const where = tiers.map((tier) => tier.label[lang]).join(words.comma[lang]);
    return [
      group,
      ...(value === undefined ? [] : [distance]),
      where,
      metrics.map((metric) => metric[lang]).join(words.comma[lang]),
    ].join("  ");
  });
  const rest = groups.length - lines.length;
  if (rest > 0) lines.push(lang === "zh" ? `另 ${rest} 条` : `and ${rest} more`);
  return lines;
}

function readings({ rulebook }: Report, met: ReadonlySet<string>, lang: Lang): string[] {
  return rulebook.readings
    .filter((reading) => met.has(reading.id))
    .map((reading) => [reading.id, reading.cite ?? "", readingText(reading, lang)].filter((part) => part).join("  "));
}

export function nearestTitle(report: Report, one: PersonReport, lang: Lang): string {
  const next = nextTier(report.rulebook.tiers, one.assessment.qualified);
  return lang === "zh" ? `距 ${next?.label.zh} 还差` : `The nearest way to ${next?.label.en}`;
}

/** The nearest ways to the next tier, a line each; none at the top. */
export function nearestLines(report: Report, one: PersonReport, reader: Reader): string[] {
  const tier = assessmentAt(one.assessment, nextTier(report.rulebook.tiers, one.assessment.qualified));
  if (!tier) return [];
  const ways = nearestWays(tier, waysShown).map((way) => wayText(way, reader));
  return ways.map((way, index) => (index === 0 ? way : `${reader.lang === "zh" ? "或 " : "or "}${way}`));
}
