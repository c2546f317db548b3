import type { Lang, Text } from "../../text/text.ts";
import { countingOf } from "../counting.ts";
import { periodText } from "../period-text.ts";
import { branchColumn, type PersonReport } from "../person-report.ts";
import type { Report } from "../report.ts";
import { settledText } from "../result-columns.ts";
import { countReasons, type Unsettled, unsettled } from "../settled.ts";
import { words } from "../words.ts";

/**
 * A public notice of proposed tiers (公示): who is to hold which tier, and nothing else of anybody. It is made from four
 * columns of the report, so that no format can tell more.
 */
export interface PublicNotice {
  readonly title: string;
  readonly intro: string;
  readonly headings: readonly string[];
  /** 序号, 机构 if the rulebook has one, 姓名, 拟评等级. */
  readonly rows: readonly (readonly string[])[];
  /** Lines to be filled in by hand: how long it is up, where to object, who signs. */
  readonly footer: readonly string[];
}

export function publicNotice(report: Report, lang: Lang): PublicNotice {
  const zh = lang === "zh";
  const { rulebook, period } = report;
  const { count } = countingOf(rulebook);
  const listed = report.people.filter((one) => notListed(one) === undefined);
  const hasBranch = branchColumn(rulebook.subject) !== undefined;
  const subject = rulebook.subject.label[lang];
  const when = periodText(period, lang);
  const policy = rulebook.title[lang];
  return {
    title: zh ? `${when}${subject}等级评定公示` : `${subject}: proposed tiers, ${when}`,
    intro: zh
      ? `依据《${policy}》，经评定，现将 ${count(listed.length, "zh")}的拟评等级予以公示。对公示内容有异议的，请在公示期内以书面形式向受理部门反映。`
      : `Under "${policy}" the following ${count(listed.length, "en")} ${listed.length === 1 ? "is" : "are"} proposed for these tiers. Objections may be raised in writing while the notice is up.`,
    headings: [
      words.number[lang],
      ...(hasBranch ? [words.branch[lang]] : []),
      words.name[lang],
      zh ? "拟评等级" : "Proposed tier",
    ],
    rows: listed.map((one, position) => [
      String(position + 1),
      ...(hasBranch ? [one.branch] : []),
      one.name,
      proposed(one, lang),
    ]),
    footer: zh
      ? [
          "公示期：________年____月____日 至 ________年____月____日",
          "受理部门：____________________　　联系电话：____________________",
          "单位（盖章）：____________________　　日期：________年____月____日",
        ]
      : [
          "On display: from ____________________ to ____________________",
          "Objections to: ____________________    Telephone: ____________________",
          "Signed and sealed: ____________________    Date: ____________________",
        ],
  };
}

/** The tier and level that stand in the end, 暂定 where they rest on provisional requirements rather than on a person. */
function proposed(one: PersonReport, lang: Lang): string {
  const { provisional, qualified, recommended, override } = one.recommendation;
  const tier = settledText(one, lang);
  if (override || !provisional || qualified !== recommended) return tier;
  return lang === "zh" ? `${tier}（${words.provisional.zh}）` : `${tier} (${words.provisional.en})`;
}

type Reason = Unsettled | "no-name" | "outside";

/** Why a person is not on the notice; undefined: they are. Only whose tier is settled is made public. */
function notListed(one: PersonReport): Reason | undefined {
  return unsettled(one) ?? (one.name === "" ? "no-name" : undefined);
}

/** People on the notice of whom nobody can say who is who: of one branch and of one name, however it is spaced. */
export function namesakes({ people }: Pick<Report, "people">): PersonReport[][] {
  const groups = new Map<string, PersonReport[]>();
  for (const one of people) {
    if (notListed(one) !== undefined) continue;
    const key = JSON.stringify([one.branch, one.name].map((text) => text.normalize("NFKC").replace(/\s/gu, "")));
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

const reasonWords = {
  "no-name": { zh: "没有姓名", en: "without a name" },
  outside: { zh: "不适用本办法", en: "not covered" },
} as const satisfies Partial<Record<Reason, Text>>;

/** For whoever makes the notice: how many are on it, and how many are not, and why. */
export function noticeSummary(report: Report): Text {
  const { people, outside } = report;
  const reasons: Reason[] = [
    ...people.flatMap((one) => notListed(one) ?? []),
    ...outside.map(() => "outside" as const),
  ];
  const listed = people.length + outside.length - reasons.length;
  const { count } = countingOf(report.rulebook);
  if (reasons.length === 0) return { zh: `公示 ${count(listed, "zh")}`, en: `The notice lists ${count(listed, "en")}` };
  const why = (lang: Lang) => countReasons(reasons, report, lang, reasonWords);
  return {
    zh: `公示 ${count(listed, "zh")}，未列入 ${count(reasons.length, "zh")}：${why("zh")}`,
    en: `The notice lists ${count(listed, "en")} and leaves out ${reasons.length}: ${why("en")}`,
  };
}
