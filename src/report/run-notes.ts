import { countingOf } from "./counting.ts";
import type { OutsidePerson, PersonReport } from "./person-report.ts";
import { shown } from "./phrases.ts";
import type { QuotaReport } from "./quota-report.ts";
import type { Reader } from "./reader.ts";
import type { Report } from "./report.ts";
import { oneLine } from "./text-width.ts";
import { words } from "./words.ts";

/** What concerns more than one person: caps that are exceeded or open, and whom the rulebook leaves out. A line each. */
export function runNotes(report: Report, reader: Reader, mostNames: number): string[] {
  const beyond = report.quotas.filter(({ over, open }) => over.length > 0 || open.length > 0);
  return [
    ...(report.masked ? [maskedNote[reader.lang]] : []),
    ...beyond.map((quota) => quotaLine(quota, reader, mostNames)),
    ...(report.outside.length > 0 ? [outsideLine(report.outside, reader, mostNames)] : []),
  ];
}

const maskedNote = {
  zh: "已脱敏：姓名、工号和客户用代号代替",
  en: "Masked: names, ids and customers are replaced",
} as const;

/** `高级客户经理职数：8 人的 20%，即 1 人，现 2 人，超出 1 人：T002 郝秀英`. */
function quotaLine(quota: QuotaReport, reader: Reader, most: number): string {
  const { tier, share, base, seats, holders, over, open } = quota;
  const { lang } = reader;
  const count = (number: number) => countingOf(reader.rulebook).count(number, lang);
  const percent = shown(share, { kind: "ratio" }, reader);
  const names = (people: readonly PersonReport[]) => named(people, reader, most);
  const parts =
    lang === "zh"
      ? [
          `${tier.label.zh}职数：${count(base)}的 ${percent}，即 ${count(seats)}，现 ${count(holders)}`,
          ...(over.length > 0 ? [`超出 ${count(over.length)}：${names(over)}`] : []),
          ...(open.length > 0 ? [`待定 ${count(open.length)}：${names(open)}`] : []),
        ]
      : [
          `${tier.label.en} quota: ${percent} of ${base} is ${seats}, held by ${holders}`,
          ...(over.length > 0 ? [`${over.length} beyond it: ${names(over)}`] : []),
          ...(open.length > 0 ? [`${open.length} open: ${names(open)}`] : []),
        ];
  return parts.join(lang === "zh" ? "，" : ", ");
}

function outsideLine(outside: readonly OutsidePerson[], reader: Reader, most: number): string {
  const names = named(outside, reader, most);
  const all = countingOf(reader.rulebook).count(outside.length, reader.lang);
  if (reader.lang === "zh") return `${all}不适用本办法：${names}`;
  return `The rulebook does not apply to ${outside.length === 1 ? "one" : all}: ${names}`;
}

/** `T002 郝秀英、T007 冯国栋 等 12 人`. */
function named(people: readonly OutsidePerson[], { rulebook, lang }: Reader, most: number): string {
  const shownNames = people.slice(0, most).map(({ id, name }) => oneLine(name === "" ? id : `${id} ${name}`));
  const text = shownNames.join(words.comma[lang]);
  if (people.length <= most) return text;
  return lang === "zh"
    ? `${text} 等 ${countingOf(rulebook).count(people.length, lang)}`
    : `${text} and ${people.length - most} more`;
}
