import { showValue } from "../formula/show.ts";
import type { Column, Input } from "../rulebook/input.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Lang } from "../text/text.ts";
import { clausesOf } from "./column-use.ts";
import { words } from "./words.ts";

/** What a cell of a column should hold, in words for whoever fills it in. */
export interface Expectation {
  /** `金额，单位万元`. */
  readonly what: string;
  /** `不小于 0元`; undefined: anything of the kind. */
  readonly range: string | undefined;
  /** What a blank cell means. */
  readonly blank: string;
  /** What the rulebook's author says to whoever fills it in. */
  readonly note: string | undefined;
  /** The clauses that it decides. */
  readonly clauses: readonly string[];
  readonly needed: Need;
}

/** `key`: the row is nobody's without it; `value`: unknown without it; `optional`: a blank has a meaning; `remark`: decides nothing. */
export type Need = "key" | "value" | "optional" | "remark";

/** More clauses than these say no more. */
const shownClauses = 4;

/** @param unit what figures are in: the header's or the sheet's unit, or the one that a template asks for */
export function expectationOf(
  rulebook: Rulebook,
  input: Input,
  column: Column,
  unit: string | undefined,
  lang: Lang,
): Expectation {
  const clauses = clausesOf(rulebook, input, column);
  const needed = needOf(input, column, clauses);
  return {
    what: whatOf(rulebook, column, unit, lang),
    range: rangeOf(column, lang),
    blank: blankOf(column, needed, lang),
    note: column.note,
    clauses: clauses.slice(0, shownClauses),
    needed,
  };
}

/** The lines of a note on a header or a cell. */
export function expectationLines({ what, range, blank, note, clauses }: Expectation, lang: Lang): string[] {
  const colon = lang === "zh" ? "：" : ": ";
  return [
    `${lang === "zh" ? "应填" : "expected"}${colon}${range === undefined ? what : `${what}${lang === "zh" ? "，" : ", "}${range}`}`,
    `${lang === "zh" ? "空着" : "blank"}${colon}${blank}`,
    ...(note === undefined ? [] : [`${lang === "zh" ? "说明" : "note"}${colon}${note}`]),
    ...(clauses.length === 0 ? [] : [`${words.clause[lang]}${colon}${clauses.join(words.comma[lang])}`]),
  ];
}

/** The words that a cell of the column may hold; undefined: it is no choice. */
export function choicesOf({ tiers, levels }: Rulebook, column: Column, lang: Lang): readonly string[] | undefined {
  switch (column.kind) {
    case "boolean": {
      const [yes, no] = [column.yes[0], column.no[0]];
      if (yes !== undefined && no !== undefined) return [yes, no];
      return lang === "zh" ? ["是", "否"] : ["Yes", "No"];
    }
    case "enum":
      return column.type.kind === "enum" ? column.type.values : undefined;
    case "tier":
      return [...tiers.map(({ label }) => label[lang]), lang === "zh" ? "无" : "none"];
    case "level":
      return levels && levels.names.length > 0 ? levels.names : undefined;
    default:
      return undefined;
  }
}

function whatOf(rulebook: Rulebook, column: Column, unit: string | undefined, lang: Lang): string {
  const zh = lang === "zh";
  const inUnit = unit === undefined ? "" : zh ? `，单位${unit}` : ` in ${unit}`;
  switch (column.kind) {
    case "id":
      return zh ? "编号，按文本填写（前面的 0 要保留）" : "an id, as text (leading zeros count)";
    case "text":
      return zh ? "文字" : "text";
    case "money":
      return (zh ? "金额" : "an amount") + inUnit;
    case "ratio":
      if (unit === "%") return zh ? "百分数，填 1.5 即 1.5%" : "a percentage: 1.5 is 1.5%";
      return zh ? "百分数，带百分号" : "a percentage, with its % sign";
    case "count":
      return (zh ? "整数" : "a whole number") + inUnit;
    case "number":
      return (zh ? "数字" : "a number") + inUnit;
    case "duration":
      return (zh ? "时长" : "a length of time") + inUnit;
    case "date":
      return zh ? "日期，如 2026-09-30" : "a date, such as 2026-09-30";
    default: {
      const choices = choicesOf(rulebook, column, lang);
      if (!choices) return zh ? "文字" : "text";
      return `${zh ? "选填其一：" : "one of: "}${choices.join(words.comma[lang])}`;
    }
  }
}

function rangeOf({ min, max, type }: Column, lang: Lang): string | undefined {
  const [low, high] = [min, max].map((end) => end && showValue(end, type, lang));
  const zh = lang === "zh";
  if (low !== undefined && high !== undefined) return zh ? `${low} 至 ${high}` : `from ${low} to ${high}`;
  if (low !== undefined) return zh ? `不小于 ${low}` : `at least ${low}`;
  return high === undefined ? undefined : zh ? `不大于 ${high}` : `at most ${high}`;
}

function needOf(input: Input, column: Column, clauses: readonly string[]): Need {
  if (column === input.key || column === input.refers) return "key";
  if (column.missing !== undefined) return "optional";
  const names = column.kind === "text" && clauses.length === 0;
  return names ? "remark" : "value";
}

function blankOf({ missing, type }: Column, needed: Need, lang: Lang): string {
  const zh = lang === "zh";
  switch (needed) {
    case "key":
      return zh ? "不可以，这一行会不知道是谁的" : "not allowed: the row would be nobody's";
    case "optional": {
      const value = missing === undefined ? "" : showValue(missing, type, lang);
      return zh ? `按“${value}”计` : `counts as ${value}`;
    }
    case "remark":
      return zh ? "可以，不影响评定" : "allowed: it decides nothing";
    default:
      return zh ? "按未知处理，要用到它的人转人工核定" : "is unknown: whoever it matters for is sent to review";
  }
}
