import { Exact } from "../number/exact.ts";
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
  const inHundredMillions = over(value, hundredMillion);
  if (size.compare(hundredMillion) >= 0 && decimals(inHundredMillions) <= 2)
    return `${decimal(inHundredMillions)}亿${name}`;
  const inTenThousands = over(value, tenThousand);
  return decimals(inTenThousands) <= 6 ? `${decimal(inTenThousands)}万${name}` : decimal(value) + name;
}

function years(value: Exact, lang: Lang): string {
  const months = value.mul(Exact.of(12));
  if (decimals(value) > 2 && months.isInteger && value.sign > 0) {
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
  return hasEnd(value) ? grouped(value.toString()) : `≈${grouped(value.round(6).toString())}`;
}

function hasEnd(value: Exact): boolean {
  // A fraction need not be in lowest terms: three thirds have an end too.
  return ends(value.d) || Exact.parse(value.toString())?.equals(value) === true;
}

/** Whether a fraction with this denominator has an end as a decimal: 2 and 5 are all that divides it. */
function ends(denominator: bigint): boolean {
  if (denominator === 1n) return true;
  let known = endings.get(denominator);
  if (known === undefined) {
    let rest = denominator;
    while (rest % 10n === 0n) rest /= 10n;
    while (rest % 2n === 0n) rest /= 2n;
    while (rest % 5n === 0n) rest /= 5n;
    known = rest === 1n;
    // Amounts have few denominators; quotients of any two figures may have ever new ones.
    if (endings.size < 1000) endings.set(denominator, known);
  }
  return known;
}

const endings = new Map<bigint, boolean>();

function grouped(text: string): string {
  const point = text.indexOf(".");
  const whole = point < 0 ? text : text.slice(0, point);
  if (whole.length <= 3) return text;
  const fraction = point < 0 ? undefined : text.slice(point + 1);
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}

/** How many decimals the number has; above 20 for one without end. */
function decimals(value: Exact): number {
  if (value.d === 1n) return 0;
  return hasEnd(value) ? (value.toString().split(".")[1] ?? "").length : Number.POSITIVE_INFINITY;
}

function over(value: Exact, unit: Exact): Exact {
  return Exact.of(value.n * unit.d, value.d * unit.n);
}
