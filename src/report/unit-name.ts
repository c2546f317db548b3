import { showValue } from "../formula/show.ts";
import type { Type } from "../formula/type.ts";
import { Exact } from "../number/exact.ts";
import type { Lang } from "../text/text.ts";

/** The base unit in words: 元, USD, 年, 张; empty for what has none. A ratio is a plain fraction: 1 is 100 %. */
export function baseUnit(type: Type, lang: Lang): string {
  switch (type.kind) {
    case "ratio":
      return lang === "zh" ? "小数" : "fraction";
    case "money":
      return lang === "zh" ? unitBehind(type, lang) : type.currency;
    case "duration":
    case "number":
    case "count":
      return unitBehind(type, lang);
    default:
      return "";
  }
}

/** The base unit in brackets, to put behind a heading; empty where there is none. */
export function unitName(type: Type, lang: Lang): string {
  const unit = baseUnit(type, lang);
  if (unit === "") return "";
  return lang === "zh" ? `（${unit}）` : ` (${unit})`;
}

/** What a shown figure has behind its digits. */
function unitBehind(type: Type, lang: Lang): string {
  return showValue(Exact.zero, type, lang).slice(1).trim();
}
