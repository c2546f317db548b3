import { Unknown } from "../formula/value.ts";
import type { Action } from "../rulebook/decision.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Tier } from "../rulebook/tier.ts";
import type { Lang, Text } from "../text/text.ts";
import { branchColumn, type PersonReport, subjectWords } from "./person-report.ts";
import { adviceLabel, shown } from "./phrases.ts";
import { standingText } from "./standing-text.ts";
import { actionWords, words } from "./words.ts";

/** A column of 评定结果, the table that is signed; every format shows it, or part of it. */
export interface ResultColumn {
  readonly key:
    | "number"
    | "branch"
    | "id"
    | "name"
    | "current"
    | "currentLevel"
    | "qualified"
    | "qualifiedLevel"
    | "recommended"
    | "recommendedLevel"
    | "score"
    | "standing"
    | "action"
    | "reasons"
    | "approvals"
    | "override"
    | "final"
    | "signature";
  readonly heading: Text;
  text(one: PersonReport, position: number, lang: Lang): string;
}

/** Levels in columns of their own, to filter and sort by, or behind the tier: 中级 B. */
export type LevelPlace = "own-columns" | "behind-tier";

/**
 * The columns, in order; those that the rulebook can say nothing in are left out. Without a decision there are no reasons,
 * so each score and standing has a column. The last ones are for people's hands, and empty but for what people decided before.
 */
export function resultColumns(rulebook: Rulebook, place: LevelPlace): ResultColumn[] {
  const { tiers, levels, decision, standing, subject, metrics } = rulebook;
  const column = (
    key: Exclude<ResultColumn["key"], "score" | "standing">,
    text: ResultColumn["text"],
  ): ResultColumn => ({
    key,
    heading: key === "id" || key === "name" || key === "branch" ? subjectWords(rulebook)[key] : words[key],
    text,
  });
  const handwritten = () => "";
  const own = levels !== undefined && place === "own-columns";
  const behind = levels !== undefined && place === "behind-tier";
  const only = (wanted: boolean, ...columns: readonly ResultColumn[]) => (wanted ? columns : []);
  const held = countedTiers(rulebook).includes("current");
  const scores = metrics.filter(({ measure, tierScoped }) => measure.kind === "score" && !tierScoped);
  const heldLevel = subject.columns.some(({ name }) => name === "current_level");
  return [
    column("number", (_, position) => String(position + 1)),
    ...only(
      branchColumn(subject) !== undefined,
      column("branch", (one) => one.branch),
    ),
    column("id", (one) => one.id),
    column("name", (one) => one.name),
    ...only(
      held,
      column("current", (one, _, lang) => currentText(one, lang, behind)),
    ),
    ...only(
      own && heldLevel,
      column("currentLevel", (one, _, lang) =>
        levelText(levels?.lines.has(String(one.frame.current)) ? one.frame.currentLevel : "", lang),
      ),
    ),
    ...only(
      tiers.length > 0,
      column("qualified", (one, _, lang) => qualifiedText(one, lang, behind)),
    ),
    ...only(
      own,
      column("qualifiedLevel", (one, _, lang) => levelText(one.assessment.level?.name, lang)),
    ),
    ...only(
      tiers.length > 0 && decision !== undefined,
      column("recommended", (one, _, lang) => recommendedText(one, lang, behind)),
      ...only(
        own,
        column("recommendedLevel", (one) => one.recommendation.recommendedLevel ?? ""),
      ),
    ),
    ...(decision
      ? [
          column("action", (one, _, lang) => actionText(rulebook, one.recommendation.action, lang)),
          column("reasons", (one, _, lang) => reasonsText(one, lang)),
          column("approvals", (one) => one.recommendation.approvals.join(" → ")),
        ]
      : [
          ...scores.map((score): ResultColumn => {
            const text: ResultColumn["text"] = ({ frame }, _, lang) =>
              shown(frame.shared[score.slot], score.type, { rulebook, lang });
            return { key: "score", heading: score.label, text };
          }),
          ...standing.map((one): ResultColumn => {
            const { id } = one;
            const text: ResultColumn["text"] = ({ assessment }, _, lang) =>
              standingText(assessment, id, rulebook, lang);
            return { key: "standing", heading: adviceLabel(one), text };
          }),
        ]),
    column("override", (one) => overrideText(one)),
    ...only(
      tiers.length > 0,
      column("final", (one, _, lang) => finalText(one, lang)),
    ),
    column("signature", handwritten),
  ];
}

/** In which respects the rulebook counts people per tier. */
export function countedTiers({ decision, subject, tiers }: Rulebook): ("current" | "qualified" | "recommended")[] {
  if (tiers.length === 0) return [];
  const held = subject.columns.some(({ name }) => name === "current");
  return [...(held ? ["current" as const] : []), "qualified", ...(decision ? ["recommended" as const] : [])];
}

export function actionText(rulebook: Rulebook, action: Action | undefined, lang: Lang): string {
  return action ? (rulebook.decision?.labels[action] ?? actionWords[action])[lang] : "";
}

function tierText(tier: Tier | undefined, lang: Lang): string {
  return tier?.label[lang] ?? words.none[lang];
}

/** Empty where there is no level. */
function levelText(name: unknown, lang: Lang): string {
  if (name instanceof Unknown) return words.unknown[lang];
  return typeof name === "string" ? name : "";
}

/** A tier with its level, if there is one: 中级 B. */
function withLevel(label: string, name: unknown): string {
  return typeof name === "string" && name !== "" ? `${label} ${name}` : label;
}

/** 未知 where the roster's cell could not be read, 无 where there is no present tier. */
export function currentText(one: PersonReport, lang: Lang, level: boolean): string {
  const { current } = one.recommendation;
  if (!current && one.frame.current instanceof Unknown) return words.unknown[lang];
  return level && current ? withLevel(current.label[lang], one.frame.currentLevel) : tierText(current, lang);
}

/** The tier, with 暂定 behind it if so; 待定 where what is missing could still give one. */
export function qualifiedText({ assessment, recommendation }: PersonReport, lang: Lang, level: boolean): string {
  const { qualified, provisional } = recommendation;
  if (!qualified) return assessment.undecided.length > 0 ? words.undecided[lang] : words.none[lang];
  const label = level ? withLevel(qualified.label[lang], assessment.level?.name) : qualified.label[lang];
  if (!provisional) return label;
  return lang === "zh" ? `${label}（${words.provisional.zh}）` : `${label} (${words.provisional.en})`;
}

/** Empty for review and leave. */
export function recommendedText({ recommendation }: PersonReport, lang: Lang, level: boolean): string {
  const { recommended, recommendedLevel } = recommendation;
  if (!recommended) return "";
  return level ? withLevel(recommended.label[lang], recommendedLevel) : recommended.label[lang];
}

export function reasonsText({ recommendation }: PersonReport, lang: Lang): string {
  return recommendation.reasons.map((reason) => reason[lang]).join(words.semicolon[lang]);
}

/** Why, who and when: 顾全大局（王行长 2026-12-20）. Empty for whom nobody decided about. */
export function overrideText({ recommendation: { override } }: PersonReport): string {
  return override ? `${override.reason}（${override.approver} ${override.date}）` : "";
}

/** The tier and level to be announced: what a person decided, else what is recommended. Empty for who is still open. */
export function settledText(one: PersonReport, lang: Lang): string {
  return one.recommendation.override ? finalText(one, lang) : recommendedText(one, lang, true);
}

/** The tier that stands in the end; empty while no decisions were given, and for who is still open. */
export function finalText({ final, recommendation, overridden }: PersonReport, lang: Lang): string {
  const { override, recommendedLevel } = recommendation;
  if (override) return override.to ? withLevel(override.to.label[lang], override.level) : words.none[lang];
  return overridden && final ? withLevel(final.label[lang], recommendedLevel) : "";
}
