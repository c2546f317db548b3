import type { CriterionResult } from "../assess/assessment.ts";
import { showLocation } from "../diagnostic/location.ts";
import { showValue } from "../formula/show.ts";
import { type Missing, Unknown, type Value } from "../formula/value.ts";
import type { Exact } from "../number/exact.ts";
import { type ComparisonOp, comparisonSigns, type Leaf } from "../rulebook/criterion.ts";
import { type Rulebook, tierOf } from "../rulebook/rulebook.ts";
import { type Lang, spoken, type Text } from "../text/text.ts";

/** How a figure lies to the line that it fails. */
const failing: Partial<Record<ComparisonOp, Text>> = {
  ">=": { zh: "低于", en: "below" },
  ">": { zh: "未超过", en: "not above" },
  "<=": { zh: "高于", en: "above" },
  "<": { zh: "不低于", en: "not below" },
  "==": { zh: "应为", en: "should be" },
  "!=": { zh: "不应为", en: "should not be" },
};

/** A comparison that fails: `日均存款 1.2亿元（低于 1.5亿元，差 3,000万元）`. */
export function failedText(result: CriterionResult, leaf: Leaf, rulebook: Rulebook): Text {
  const { value, threshold, gap } = result;
  const name = leaf.nameLabel;
  if (value instanceof Unknown) return both(name, { zh: "未知", en: " unknown" });
  const line = failing[leaf.op];
  return spoken((lang) => {
    // No value: it is private, and people are masked.
    const shown = value === undefined ? "***" : inWords(value, leaf, rulebook, lang);
    if (line && threshold !== undefined) {
      const wanted = `${line[lang]} ${inWords(threshold, leaf, rulebook, lang)}${shortfall(gap, leaf, lang)}`;
      return { zh: `${name.zh} ${shown}（${wanted}）`, en: `${name.en} ${shown} (${wanted})` }[lang];
    }
    if (leaf.op === "is" || leaf.op === "not")
      return { zh: `${name.zh}为“${shown}”`, en: `${name.en}: ${shown}` }[lang];
    return { zh: `${name.zh} ${shown}（不符合 ${leaf.text}）`, en: `${name.en} ${shown} (against ${leaf.text})` }[lang];
  });
}

/** A comparison that passes: `日均存款 1.8亿元（≥ 1.5亿元）`. */
export function passedText(result: CriterionResult, leaf: Leaf, rulebook: Rulebook): Text {
  const { value, threshold } = result;
  const name = leaf.nameLabel;
  if (value === undefined || value instanceof Unknown) return name;
  const sign = comparisonSigns[leaf.op];
  return spoken((lang) => {
    const shown = `${name[lang]} ${inWords(value, leaf, rulebook, lang)}`;
    if (sign === "" || threshold === undefined) return shown;
    const wanted = `${sign} ${inWords(threshold, leaf, rulebook, lang)}`;
    return { zh: `${shown}（${wanted}）`, en: `${shown} (${wanted})` }[lang];
  });
}

function inWords(value: Value, { type }: Leaf, rulebook: Rulebook, lang: Lang): string {
  const tier = type.kind === "tier" && typeof value === "string" ? tierOf(rulebook, value) : undefined;
  return tier ? tier.label[lang] : showValue(value, type, lang);
}

function shortfall(gap: Exact | undefined, { type, op }: Leaf, lang: Lang): string {
  if (!gap || gap.sign === 0 || op === "==" || op === "!=") return "";
  return { zh: "，差 ", en: ", off by " }[lang] + showValue(gap, type, lang);
}

const whyMissing: Readonly<Record<Missing["why"], Text>> = {
  blank: { zh: "空白", en: "blank" },
  "bad-cell": { zh: "无法读取", en: "unreadable" },
  "no-row": { zh: "没有这一行", en: "no row" },
  "no-column": { zh: "没有这一列", en: "no such column" },
  "no-sheet": { zh: "没有这张表", en: "no such sheet" },
  "no-value": { zh: "没有值", en: "no value" },
  "no-tier": { zh: "没有等级可依", en: "no tier to take it at" },
  "nothing-counted": { zh: "没有可计的行", en: "nothing to count" },
  "zero-divisor": { zh: "除数为零", en: "division by zero" },
  "readings-differ": { zh: "各读法结论不同", en: "its readings differ" },
  "not-given": { zh: "未提供", en: "not given" },
};

/** What is missing, why, and at which cell: `正常类占比（空白，q.xlsx 资产质量!C17）`. */
export function missingText({ what, why, location }: Missing): Text {
  const at = location ? showLocation(location) : undefined;
  return {
    zh: `${what.zh}（${whyMissing[why].zh}${at ? `，${at}` : ""}）`,
    en: `${what.en} (${whyMissing[why].en}${at ? `, ${at}` : ""})`,
  };
}

/** The first few of a list, `、` between; how many there are in all (in Chinese with their measure word), or how many more. */
export function listed(texts: readonly Text[], most: number, measure = "项"): Text {
  const shown = texts.slice(0, most);
  const more = texts.length - shown.length;
  return spoken((lang) => {
    const rest = { zh: ` 等 ${texts.length} ${measure}`, en: ` and ${more} more` }[lang];
    return shown.map((text) => text[lang]).join({ zh: "、", en: ", " }[lang]) + (more > 0 ? rest : "");
  });
}

/** A label that may itself be a sentence, as a part of one. */
export function quoted({ zh, en }: Text): Text {
  return { zh: `“${zh}”`, en: `"${en}"` };
}

export function both(...parts: readonly Text[]): Text {
  return spoken((lang) => parts.map((part) => part[lang]).join(""));
}
