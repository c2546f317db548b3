import type { Argument, Option } from "./command.ts";

/** What is read; without any, the inputs of the project file. */
export const spreadsheets: Argument = {
  name: "FILE",
  says: {
    zh: "xlsx、xls、csv、tsv 文件，文件夹，通配符，或 -（标准输入）",
    en: "an xlsx, xls, csv or tsv file, a folder, a pattern, or - for standard input",
  },
  required: false,
  many: true,
  completes: "spreadsheet",
};

/** What `grade` and whatever grades before it says something ask for. */
export const runOptions: readonly Option[] = [
  {
    flags: "-r, --rulebook <RULEBOOK>",
    says: { zh: "规则：文件路径，或内置规则的编号", en: "the rulebook: a path, or the id of a shipped one" },
    completes: "rulebook",
  },
  {
    flags: "-p, --period <PERIOD>",
    says: {
      zh: "考核期：2026、2026H2、2026Q4 或 2026-11",
      en: "the period: 2026, 2026H2, 2026Q4 or 2026-11",
    },
  },
  {
    flags: "--as-of <DATE>",
    says: {
      zh: "基准日（默认为考核期最后一天）；不写 -p 时评定该日所在的季度",
      en: "the day of assessment (default: the period's last day); without -p, the quarter that holds it is graded",
    },
  },
  {
    flags: "--appoint",
    says: {
      zh: "不论考核期，按本次结果调整等级（规则为按年聘任时，季度评定默认不调整）",
      en: "move tiers whatever the period (where the rulebook appoints by the year, a quarter alone moves none)",
    },
  },
];

export const maskOption: Option = {
  flags: "--mask",
  says: {
    zh: "姓名、工号和客户用代号代替（如 员工001、P001、客户001）；结论不变",
    en: "put masks in place of names, ids and customers (Person 001, P001, Customer 001); verdicts stay the same",
  },
};

export const strictOption: Option = {
  flags: "--strict",
  says: { zh: "有警告时退出码也为 1", en: "count warnings as findings: exit code 1" },
};
