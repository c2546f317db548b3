import { Unknown } from "../formula/value.ts";
import type { Action } from "../rulebook/decision.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Tier } from "../rulebook/tier.ts";
import type { Lang, Text } from "../text/text.ts";
import type { PersonReport } from "./person-report.ts";
import { actionWords, words } from "./words.ts";

/** A column of 评定结果, the table that is signed; every format shows it, or part of it. */
export interface ResultColumn {
  readonly key:
    | "number"
    | "branch"
    | "id"
    | "name"
    | "current"
    | "qualified"
    | "recommended"
    | "action"
    | "reasons"
    | "approvals"
    | "override"
    | "final"
    | "signature";
  readonly heading: Text;
  text(one: PersonReport, position: number, lang: Lang): string;
}

/** The columns, in order. The last three are for people's hands, and empty. */
export function resultColumns(rulebook: Rulebook): ResultColumn[] {
  const column = (key: ResultColumn["key"], text: ResultColumn["text"]): ResultColumn => ({
    key,
    heading: words[key],
    text,
  });
  const handwritten = () => "";
  return [
    column("number", (_, position) => String(position + 1)),
    column("branch", (one) => one.branch),
    column("id", (one) => one.id),
    column("name", (one) => one.name),
    column("current", (one, _, lang) => currentText(one, lang)),
    column("qualified", (one, _, lang) => qualifiedText(one, lang)),
    column("recommended", (one, _, lang) => one.recommendation.recommended?.label[lang] ?? ""),
    column("action", (one, _, lang) => actionText(rulebook, one.recommendation.action, lang)),
    column("reasons", (one, _, lang) => reasonsText(one, lang)),
    column("approvals", (one) => one.recommendation.approvals.join(" → ")),
    column("override", handwritten),
    column("final", handwritten),
    column("signature", handwritten),
  ];
}

export function actionText(rulebook: Rulebook, action: Action | undefined, lang: Lang): string {
  return action ? (rulebook.decision?.labels[action] ?? actionWords[action])[lang] : "";
}

function tierText(tier: Tier | undefined, lang: Lang): string {
  return tier?.label[lang] ?? words.none[lang];
}

/** 未知 where the roster's cell could not be read, 无 where there is no present tier. */
export function currentText(one: PersonReport, lang: Lang): string {
  if (!one.recommendation.current && one.frame.current instanceof Unknown) return words.unknown[lang];
  return tierText(one.recommendation.current, lang);
}

/** The tier and level, with 暂定 behind them if so; 待定 where what is missing could still give one. */
export function qualifiedText({ assessment, recommendation }: PersonReport, lang: Lang): string {
  const { qualified, provisional } = recommendation;
  if (!qualified) return assessment.undecided.length > 0 ? words.undecided[lang] : words.none[lang];
  const level = assessment.level?.name;
  const label = typeof level === "string" ? `${qualified.label[lang]} ${level}` : qualified.label[lang];
  if (!provisional) return label;
  return lang === "zh" ? `${label}（${words.provisional.zh}）` : `${label} (${words.provisional.en})`;
}

export function reasonsText({ recommendation }: PersonReport, lang: Lang): string {
  return recommendation.reasons.map((reason) => reason[lang]).join(words.semicolon[lang]);
}
