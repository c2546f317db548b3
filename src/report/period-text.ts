import type { Period } from "../rulebook/period.ts";
import type { Lang } from "../text/text.ts";

/** A period as a document's title has it: 2026年第四季度, the fourth quarter of 2026. */
export function periodText({ from, to }: Period, lang: Lang): string {
  const [year, first, last] = [from.slice(0, 4), Number(from.slice(5, 7)), Number(to.slice(5, 7))];
  const zh = lang === "zh";
  if (first === last) return zh ? `${year}年${first}月` : from.slice(0, 7);
  if (last - first === 2) {
    const quarter = (last / 3) as 1 | 2 | 3 | 4;
    const [ordinal, nth] = quarters[quarter];
    return zh ? `${year}年第${ordinal}季度` : `${nth} quarter of ${year}`;
  }
  if (last - first === 5) {
    if (zh) return `${year}年${first === 1 ? "上" : "下"}半年`;
    return `${first === 1 ? "first" : "second"} half of ${year}`;
  }
  return zh ? `${year}年度` : year;
}

const quarters = {
  1: ["一", "first"],
  2: ["二", "second"],
  3: ["三", "third"],
  4: ["四", "fourth"],
} as const;
