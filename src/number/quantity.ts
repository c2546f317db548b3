import { withoutInvisible } from "../text/invisible.ts";
import { withoutTextMark } from "../text/text-mark.ts";
import { Exact } from "./exact.ts";
import { currencyOf, type Unit, unitOf } from "./unit.ts";
import { foldWidth } from "./width.ts";

/** A figure with the unit that is written beside it. */
export interface Quantity {
  /** In the base unit, the unit's scale applied: `1.2亿` is 120000000, `12.3%` is 0.123, `6个月` is 1/2 (year). */
  readonly value: Exact;
  /** As written beside the figure; undefined for a bare figure. A scale alone (`3千`) is a unit without a measure. */
  readonly unit?: Unit;
}

const figure = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+`;
const pieces = new RegExp(String.raw`(${figure})(e[+-]?\d{1,3}(?![\d.]))?([^\d.,]*)`, "iuy");

/** No figure is longer; a cell may have 32,767 characters, and a million cells the same. */
const longest = 200;

/**
 * Reads a figure as people write it, in a cell or a rulebook: grouped thousands, full-width digits, accounting brackets,
 * a currency before or a unit behind, and several parts from great to small (`1亿2000万元`, `3年6个月`, `八年半`). Undefined for
 * anything else: words, dates, ranges, wrong grouping, two currencies.
 */
export function parseQuantity(text: string): Quantity | undefined {
  if (text.length > longest && text.trim().length > longest) return undefined;
  let rest = withDigits(foldWidth(withoutInvisible(text)).trim());
  let negative = false;
  const bracketed = /^\((.*)\)$/su.exec(rest);
  if (bracketed) [rest, negative] = [(bracketed[1] ?? "").trim(), true];
  const lead = /^([+-]?)\s*([\p{L}$¥€£]*)\s*([+-]?)\s*(?=[\d.])/u.exec(rest);
  if (!lead) return undefined;
  const [all, sign = "", prefix = "", inner = ""] = lead;
  if (sign + inner !== "" && (negative || sign.length + inner.length > 1)) return undefined;
  if (sign + inner === "-") negative = true;
  const currency = prefix === "" ? undefined : currencyOf(prefix);
  if (prefix !== "" && !currency) return undefined;
  const parts = readParts(rest.slice(all.length));
  const sum = parts && joinParts(parts);
  if (!sum) return undefined;
  const unit = currency ? withCurrency(sum.unit, currency) : sum.unit;
  if (currency && !unit) return undefined;
  const value = negative ? sum.value.neg() : sum.value;
  return unit ? { value, unit } : { value };
}

/** As {@link parseQuantity}, for a cell, where a spreadsheet may have put a mark around the figure to keep it text. */
export function parseCellQuantity(text: string): Quantity | undefined {
  return parseQuantity(text) ?? parseQuantity(withoutTextMark(text));
}

/** 半年 is 0.5年, 3年半 is 3.5年, 八年 is 8年, 十二个月 is 12个月: as people write a time, and no sum of money. */
function withDigits(text: string): string {
  const words = /^([一二两三四五六七八九]?十?[一二三四五六七八九]?)(年|个月)(半?)$/u.exec(text);
  const plain = words?.[1] ? `${numeral(words[1])}${words[2]}${words[3]}` : text;
  if (!plain.includes("半")) return plain;
  return plain.replace(/^半(?=年$|个月$)/u, "0.5").replace(/^(\d+)(年|个月)半$/u, "$1.5$2");
}

function numeral(words: string): string {
  const digit = (word: string | undefined) => "一二三四五六七八九".indexOf((word ?? "").replace("两", "二")) + 1;
  const [tens, ones] = words.includes("十") ? words.split("十") : ["", words];
  return String((words.includes("十") ? (tens ? digit(tens) : 1) : 0) * 10 + (ones ? digit(ones) : 0));
}

interface Part {
  readonly figure: Exact;
  readonly unit: Unit | undefined;
}

function readParts(text: string): Part[] | undefined {
  const parts: Part[] = [];
  pieces.lastIndex = 0;
  while (pieces.lastIndex < text.length) {
    const match = pieces.exec(text);
    if (!match) return undefined;
    const [, digits = "", exponent = "", behind = ""] = match;
    const value = Exact.parse(digits.replaceAll(",", "") + exponent);
    // 零 and 又 join the parts of one figure: 2年零3个月.
    const word = pieces.lastIndex < text.length ? behind.trim().replace(/[零又]$/u, "") : behind.trim();
    const unit = word === "" ? undefined : unitOf(word);
    if (!value || (word !== "" && !unit)) return undefined;
    parts.push({ figure: value, unit });
  }
  return parts.length > 0 ? parts : undefined;
}

/** One figure of its parts; each part but the last is a bare scale or years, and greater than what follows. */
function joinParts(parts: readonly Part[]): Quantity | undefined {
  const last = parts[parts.length - 1];
  if (!last) return undefined;
  let value = last.unit ? last.figure.mul(last.unit.scale) : last.figure;
  let below = last.unit?.scale ?? Exact.one;
  for (const { figure: size, unit } of parts.slice(0, -1).reverse()) {
    if (!unit || unit.currency || unit.ratio || unit.other || unit.duration !== last.unit?.duration) return undefined;
    if (unit.scale.compare(below) <= 0 || !size.isInteger) return undefined;
    value = value.add(size.mul(unit.scale));
    below = unit.scale;
  }
  const unit = parts.length === 1 ? last.unit : whole(parts[0]?.unit, last.unit);
  return unit ? { value, unit } : { value };
}

/** The unit of a figure in parts: the last part's measure, the first part's scale. */
function whole(first: Unit | undefined, last: Unit | undefined): Unit | undefined {
  return first && { ...last, scale: first.scale };
}

/** `¥5万`, `人民币5万元`: the currency in front, which nothing behind may contradict. */
function withCurrency(unit: Unit | undefined, currency: string): Unit | undefined {
  if (!unit) return { scale: Exact.one, currency };
  if (unit.ratio || unit.duration || unit.other || (unit.currency ?? currency) !== currency) return undefined;
  return { scale: unit.scale, currency };
}
