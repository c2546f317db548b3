import type { CriterionResult } from "../assess/assessment.ts";
import { showValue } from "../formula/show.ts";
import type { Type } from "../formula/type.ts";
import { type Result, Unknown } from "../formula/value.ts";
import { comparisonSigns, type Leaf } from "../rulebook/criterion.ts";
import type { Reading } from "../rulebook/reading.ts";
import { tierOf } from "../rulebook/rulebook.ts";
import type { Lang, Text } from "../text/text.ts";
import type { Way } from "./nearest.ts";
import type { Reader } from "./reader.ts";
import { oneLine } from "./text-width.ts";
import type { MissingLeaf } from "./way-cost.ts";
import { words } from "./words.ts";

/** A figure in words: 2.5亿元, 98.5%, 是; 未知 where it is not known. */
export function shown(
  value: Result | undefined,
  type: Type,
  { rulebook, lang }: Pick<Reader, "rulebook" | "lang">,
): string {
  if (value === undefined) return words.dash[lang];
  if (value instanceof Unknown) return words.unknown[lang];
  const tier = type.kind === "tier" && typeof value === "string" ? tierOf(rulebook, value) : undefined;
  return oneLine(tier ? tier.label[lang] : showValue(value, type, lang));
}

/** What a leaf asks for, after its name: `≥ 2.5亿元`; for a bare boolean 是; as written for `in` and `between`. */
export function demand(leaf: Leaf, threshold: CriterionResult["threshold"], reader: Reader): string {
  if (leaf.op === "is" || leaf.op === "not") return (leaf.op === "is" ? words.yes : words.no)[reader.lang];
  if (comparisonSigns[leaf.op] === "" || threshold === undefined) return leaf.text;
  return `${comparisonSigns[leaf.op]} ${shown(threshold, leaf.type, reader)}`;
}

/** A rule of thumb is marked as one wherever it is named. */
export function adviceLabel({ label, advice }: { readonly label: Text; readonly advice: boolean }): Text {
  return advice ? { zh: `${label.zh}（${words.advice.zh}）`, en: `${label.en} (${words.advice.en})` } : label;
}

/** How a group asks: all of 3, 2 of 4. */
export function groupDemand(need: number, of: number, lang: Lang): string {
  if (need === of) return lang === "zh" ? "须全部满足" : "all";
  return lang === "zh" ? `${of} 项中至少 ${need} 项` : `at least ${need} of ${of}`;
}

/** A reading in a sentence: what is printed, what is adopted, why. */
export function readingText(reading: Reading, lang: Lang): string {
  const adopted =
    reading.adopted === undefined
      ? `${words.candidates[lang]} ${reading.candidates.join(" / ")}`
      : `${words.adopted[lang]} ${quote(reading.adopted, lang)}`;
  const parts = [`${words.printed[lang]} ${quote(reading.printed, lang)}`, adopted, reading.why ?? ""];
  return parts.filter((part) => part !== "").join(words.semicolon[lang]);
}

/** A reading in a few words, for a cell: its name and what it adopts; the run sheet has it whole. */
export function readingName(reading: Reading, lang: Lang): string {
  const adopted =
    reading.adopted === undefined ? words.candidates[lang] : `${words.adopted[lang]} ${quote(reading.adopted, lang)}`;
  return `${reading.id}${lang === "zh" ? "：" : ": "}${adopted}`;
}

function quote(text: string, lang: Lang): string {
  return lang === "zh" ? `“${text}”` : `"${text}"`;
}

/** A way to the next tier: 日均存款 1,200万元 且 最大单户存款 300万元. */
export function wayText(way: Way, reader: Reader): string {
  const { lang } = reader;
  const text = way.leaves.map((leaf) => leafNeed(leaf, reader)).join(lang === "zh" ? " 且 " : " and ");
  if (!way.provisional) return text;
  return lang === "zh" ? `${text}（${words.provisional.zh}）` : `${text} (${words.provisional.en})`;
}

/** What one missing comparison asks for. */
function leafNeed({ result, need }: MissingLeaf, reader: Reader): string {
  const { lang } = reader;
  const leaf = result.criterion as Leaf;
  const name = leaf.nameLabel[lang];
  if (need === "unknown") return lang === "zh" ? `补齐 ${name} 的数据` : `data for ${name}`;
  // A gap of 0 is a line that has to be passed, not only reached: > 0%.
  if (need === "condition" || result.gap === undefined || result.gap.sign === 0)
    return `${name} ${demand(leaf, result.threshold, reader)}`;
  const gap = shown(result.gap, leaf.type, reader);
  if (leaf.op.startsWith("<")) return lang === "zh" ? `${name} 减少 ${gap}` : `${name} down by ${gap}`;
  return lang === "zh" ? `${gap} ${name}` : `${name} up by ${gap}`;
}
