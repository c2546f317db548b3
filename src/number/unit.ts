import { Exact } from "./exact.ts";
import { foldWidth } from "./width.ts";

/** A unit as people write it behind a figure or in a header: `万元`, `USD`, `%`, `个月`, `千美元`, `张`, or a scale alone: `万`. */
export interface Unit {
  /** What to multiply the figure with: 万元 10000 (in 元), % 1/100, 个月 1/12 (in years), 天 1 (in days), 张 1. */
  readonly scale: Exact;
  /** At most one of these four; none for a scale alone. The currency is an ISO code. */
  readonly currency?: string;
  readonly ratio?: true;
  /** Years and months are measured in years, days in days. */
  readonly duration?: "year" | "day";
  /** What is counted, as written: 分, 张, 次, 户, 学时. */
  readonly other?: string;
}

// biome-ignore format: a table
const scales: Readonly<Record<string, number>> = {
  十: 1, 百: 2, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8, 十亿: 9, 百亿: 10, 千亿: 11, 万亿: 12,
};

/** Upper case here; Latin letters are matched in any case. A sign that several currencies use means the first in Chinese usage. */
// biome-ignore format: a table
const currencies: Readonly<Record<string, string>> = {
  元: "CNY", 圆: "CNY", 块: "CNY", 元整: "CNY", 圆整: "CNY", 人民币: "CNY", 人民币元: "CNY", 元人民币: "CNY", CNY: "CNY", RMB: "CNY", "¥": "CNY",
  美元: "USD", 美金: "USD", USD: "USD", $: "USD", US$: "USD",
  欧元: "EUR", EUR: "EUR", "€": "EUR",
  港元: "HKD", 港币: "HKD", HKD: "HKD", HK$: "HKD",
  日元: "JPY", 日圆: "JPY", JPY: "JPY",
  英镑: "GBP", GBP: "GBP", "£": "GBP",
  澳元: "AUD", AUD: "AUD", 加元: "CAD", CAD: "CAD", 新加坡元: "SGD", 新元: "SGD", SGD: "SGD",
  瑞士法郎: "CHF", 瑞郎: "CHF", CHF: "CHF", 澳门元: "MOP", MOP: "MOP", 新台币: "TWD", TWD: "TWD",
};

// biome-ignore format: a table
const ratios: Readonly<Record<string, Exact>> = {
  "%": Exact.of(1, 100), 百分点: Exact.of(1, 100), 个百分点: Exact.of(1, 100), 百分比: Exact.of(1, 100),
  "‰": Exact.of(1, 1000), 千分点: Exact.of(1, 1000), 个千分点: Exact.of(1, 1000), 千分比: Exact.of(1, 1000),
};

const durations: Readonly<Record<string, Unit>> = {
  年: { scale: Exact.one, duration: "year" },
  个月: { scale: Exact.of(1, 12), duration: "year" },
  月: { scale: Exact.of(1, 12), duration: "year" },
  天: { scale: Exact.one, duration: "day" },
  日: { scale: Exact.one, duration: "day" },
};

const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** ISO 4217 as the platform knows it. In capitals only: "all" and "top" are codes too. */
const isoCodes: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

/** The ISO code of a currency's name, code or sign (元, RMB, 美元, $, HKD, SEK); undefined for what is not one. */
export function currencyOf(text: string): string | undefined {
  const word = foldWidth(text).trim();
  return own(currencies, word.toUpperCase()) ?? (isoCodes.has(word) ? word : undefined);
}

/**
 * Reads a unit: a scale, a currency, both in either order (万美元, 人民币万元, USD 万), %, ‰, a duration, or else what is
 * counted, with or without a scale (张, 万户). Full-width forms, blanks and brackets do not matter. Undefined for an empty
 * text and for one that has digits or other signs in it.
 */
export function unitOf(text: string): Unit | undefined {
  const word = foldWidth(text).replace(/[\s()[\]【】]/gu, "");
  if (!/^(?:[\p{L}%‰¥$€£]+)(?:\/\p{L}+)?$/u.test(word)) return undefined;
  const plain = own(ratios, word);
  if (plain) return { scale: plain, ratio: true };
  const duration = own(durations, word);
  if (duration) return duration;
  const currency = currencyOf(word);
  if (currency) return { scale: Exact.one, currency };
  return scaled(word);
}

/**
 * 万, 万元, 人民币万元, USD万, 万户: a scale and what may stand around it, but not two currencies. Anything else is a word of
 * its own, and so are 千克 and 百分制.
 */
function scaled(word: string): Unit | undefined {
  const plain = { scale: Exact.one, other: word };
  const match = /^(.*?)([十百千万]亿|[十百千]万|[十百千万亿])(.*)$/u.exec(word);
  if (!match || /^(?:千克|千米|千瓦|百分)/u.test(word)) return plain;
  const [, before = "", scale = "", after = ""] = match;
  const size = Exact.of(10n ** BigInt(scales[scale] ?? 0));
  if (before === "" && after === "") return { scale: size };
  const [first, last] = [currencyOf(before), currencyOf(after)];
  if (before === "") return last ? { scale: size, currency: last } : { scale: size, other: after };
  if (first && (after === "" || last === first)) return { scale: size, currency: first };
  return first && last ? undefined : plain;
}
