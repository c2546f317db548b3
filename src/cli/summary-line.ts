import { countingOf } from "../report/counting.ts";
import type { Report } from "../report/report.ts";
import { actionText } from "../report/result-columns.ts";
import { words } from "../report/words.ts";
import type { Lang, Text } from "../text/text.ts";
import type { Target } from "./outputs.ts";

/** What was done, in a line: `2026Q4: 60 people: promote 12, keep 30; written: q4.xlsx, q4.json`. */
export function summaryLine({ rulebook, period, summary }: Report, targets: readonly Target[]): Text {
  const files = targets.map(({ file }) => file);
  const counts = (lang: Lang) =>
    [...summary.actions]
      .filter(([, count]) => count > 0)
      .map(([action, count]) => `${actionText(rulebook, action, lang)} ${count}`)
      .concat(summary.overrides > 0 ? [`${words.override[lang]} ${summary.overrides}`] : []);
  const { count } = countingOf(rulebook);
  const zh = [`${period.label} 共 ${count(summary.people, "zh")}`, ...counts("zh")].join("，");
  const en = [`${period.label}: ${count(summary.people, "en")}`, ...counts("en")].join(", ");
  return { zh: `${zh}。已写：${files.join("、")}`, en: `${en}. Written: ${files.join(", ")}` };
}
