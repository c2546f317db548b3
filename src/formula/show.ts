import { Exact } from "../number/exact.ts";
import { grouped } from "../number/grouped.ts";
import type { Lang } from "../text/text.ts";
import type { Type } from "./type.ts";
import type { Value } from "./value.ts";

/**
 * A value as people write it, with its unit: `2.5亿元`, `1,200万元`, `98.5%`, `3年`; in English `CNY 250,000,000`, `3 years`.
 * Exact to the last fen: whatever has no finite decimal (a third) is rounded and marked with ≈. Tiers and levels are shown
 * by their id, since their labels are the rulebook's.
 */
export function showValue(value: Value, type: Type, lang: Lang): string {
  if (typeof value === "boolean") return lang === "zh" ? (value ? "是" : "否") : value ? "yes" : "no";
  if (typeof value === "string") return value === "" && type.kind === "tier" ? (lang === "zh" ? "无" : "none") : value;
  switch (type.kind) {
    case "money":
      return lang === "zh" ? moneyZh(value, type.currency) : `${type.currency} ${decimal(value)}`;
    case "ratio":
      return `${decimal(value.mul(hundred))}%`;
    case "duration":
      return type.base === "day" ? days(value, lang) : years(value, lang);
    case "number":
    case "count":
      return type.unit === undefined ? decimal(value) : `${decimal(value)}${lang === "zh" ? "" : " "}${type.unit}`;
    default:
      return decimal(value);
  }
}

const hundred = Exact.of(100);
const tenThousand = Exact.of(10_000);
const hundredMillion = Exact.of(100_000_000);

const currencyNames: Readonly<Record<string, string>> = {
  CNY: "元",
  USD: "美元",
  EUR: "欧元",
  HKD: "港元",
  JPY: "日元",
  GBP: "英镑",
};

/** 亿 when two decimals are enough, 万 from ten thousand on, else the bare unit. */
function moneyZh(value: Exact, currency: string): string {
  const name = currencyNames[currency] ?? ` ${currency}`;
  const size = value.abs();
  if (size.compare(tenThousand) < 0) return decimal(value) + name;
  // Two decimals of 亿 are whole 百万, six of 万 are whole 分.
  const millions = value.shifted(-6);
  if (size.compare(hundredMillion) >= 0 && millions.isInteger) return `${decimal(millions.shifted(-2))}亿${name}`;
  return value.shifted(2).isInteger ? `${decimal(value.shifted(-4))}万${name}` : decimal(value) + name;
}

function years(value: Exact, lang: Lang): string {
  const months = value.isInteger || decimals(value) <= 2 ? undefined : value.mul(Exact.of(12));
  if (months?.isInteger && value.sign > 0) {
    const [whole, rest] = [value.floor(), months.floor() % 12n];
    const parts = [whole > 0n ? named(whole, "年", "year", lang) : "", named(rest, "个月", "month", lang)];
    return parts.filter((part) => part !== "").join(lang === "zh" ? "" : " ");
  }
  return lang === "zh" ? `${decimal(value)}年` : `${decimal(value)} ${value.equals(Exact.one) ? "year" : "years"}`;
}

function days(value: Exact, lang: Lang): string {
  return lang === "zh" ? `${decimal(value)}天` : `${decimal(value)} ${value.equals(Exact.one) ? "day" : "days"}`;
}

function named(count: bigint, zh: string, en: string, lang: Lang): string {
  return lang === "zh" ? `${count}${zh}` : `${count} ${en}${count === 1n ? "" : "s"}`;
}

/** The number with its thousands grouped; ≈ and six places where it has no finite decimal. */
function decimal(value: Exact): string {
  return value.isDecimal ? grouped(value.toString()) : `≈${grouped(value.round(6).toString())}`;
}

/** How many decimals the number has; above 20 for one without end. */
function decimals(value: Exact): number {
  return value.isDecimal ? (value.toString().split(".")[1] ?? "").length : Number.POSITIVE_INFINITY;
}
