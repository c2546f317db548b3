import type { Option } from "./command.ts";

/** Decisions of people, for whatever grades. */
export const overridesOption: Option = {
  flags: "--overrides <FILE>",
  says: {
    zh: "人工调整表（工号、原等级、新等级、原因、批准人、日期）：照办并列出，不改变达标和建议；可写多次",
    en: "a sheet of overrides (工号, 原等级, 新等级, 原因, 批准人, 日期): they stand and are listed, what is qualified for and recommended stays; repeatable",
  },
  many: true,
  completes: "spreadsheet",
};

/** What only `grade` asks for, beside where its result goes. */
export const gradeOptions: readonly Option[] = [
  {
    flags: "--margin <SHARE>",
    says: {
      zh: "离标准多近算临界（默认 5%）：临界名单列出差这么多就达到、或只高出这么多的人",
      en: "how near a line is near (default 5%): who misses or tops a line by no more is listed as near it",
    },
  },
  overridesOption,
  {
    flags: "--previous <FILE>",
    says: {
      zh: "上期结果（dingji grade 写的 JSON）：列出环比变动、主因和连续次数",
      en: "the last period's result (JSON of dingji grade): what has changed since, why, and how often in a row",
    },
    completes: "file",
  },
];
