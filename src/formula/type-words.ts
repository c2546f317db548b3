import { listOf, type Text } from "../text/text.ts";
import type { Type } from "./type.ts";

/** The kind in the words of a message: `金额 (USD)`, `数 (分)`. */
export function describe(type: Type): Text {
  switch (type.kind) {
    case "money":
      return { zh: `金额(${type.currency})`, en: `money in ${type.currency}` };
    case "ratio":
      return { zh: "比率(%)", en: "a ratio (%)" };
    case "number":
      if (type.bare) return { zh: "没有单位的数字", en: "a bare figure" };
      return type.unit ? { zh: `数(${type.unit})`, en: `a number (${type.unit})` } : { zh: "数", en: "a number" };
    case "count":
      return type.unit ? { zh: `个数(${type.unit})`, en: `a count (${type.unit})` } : { zh: "个数", en: "a count" };
    case "duration":
      return type.base === "year"
        ? { zh: "年限(年、月)", en: "a duration in years" }
        : { zh: "天数", en: "a duration in days" };
    case "date":
      return { zh: "日期", en: "a date" };
    case "text":
      return { zh: "文字", en: "text" };
    case "boolean":
      return { zh: "是非判断", en: "a yes-or-no value" };
    case "enum":
      return { zh: `“${type.name}”的值`, en: `a value of "${type.name}"` };
    case "tier":
      return { zh: "等级", en: "a tier" };
    case "level":
      return { zh: "档次", en: "a level" };
    case "id":
      return { zh: "编号", en: "an id" };
  }
}

/** A list of names or values, cut where nobody would read on. */
export function listed(words: readonly string[]): Text {
  const shown = words.slice(0, 12);
  const more = words.length - shown.length;
  const list = listOf(shown);
  if (more === 0) return list;
  return { zh: `${list.zh} 等 ${words.length} 个`, en: `${list.en} and ${more} more` };
}
