import type { Command } from "../command.ts";
import { formOption } from "../form-option.ts";
import { formats } from "../format.ts";
import { gradeOptions } from "../grade-options.ts";
import { readingOptionList } from "../reading-options.ts";
import { maskOption, runOptions, spreadsheets, strictOption } from "../run-options.ts";

/** `dingji grade FILE… -r RULEBOOK -p PERIOD`: the main job. */
export const gradeCommand: Command = {
  name: "grade",
  summary: {
    zh: "读表格，按规则评定每个人的等级",
    en: "read spreadsheets and settle everyone's grade by a rulebook",
  },
  description: [
    {
      zh: "结果写到标准输出或 -o 的文件；提醒和数据问题写到标准错误。当前文件夹有 dingji.yml（rulebook、inputs、outputs、period、as_of、appoint、margin、overrides、previous、mask、mapping、forms、limits、language）时，没写的从那里取。",
      en: "The result goes to standard output or to the files of -o; warnings and data problems go to standard error. What is not given is taken from dingji.yml in the folder at hand (rulebook, inputs, outputs, period, as_of, appoint, margin, overrides, previous, mask, mapping, forms, limits, language).",
    },
  ],
  arguments: [spreadsheets],
  options: [
    ...runOptions,
    {
      flags: "-o, --output <FILE>",
      says: {
        zh: "写到文件，格式看后缀；写到文件夹（以 / 结尾）则为每人的通知书和审批表；可写多次；全部写成或一个不写",
        en: "write to a file, its format by its ending; to a folder (with a / at the end) everyone's notice and approval form; repeatable; all are written or none",
      },
      many: true,
      completes: "file",
    },
    {
      flags: "-f, --format <FORMAT>",
      says: { zh: `格式：${formats.join("、")}`, en: `the format: ${formats.join(", ")}` },
      choices: formats,
    },
    {
      flags: "--profile <PROFILE>",
      says: {
        zh: "写什么：full（全部，默认）、publicity（公示名单：只有机构、姓名和拟评等级）",
        en: "what to write: full (everything, the default) or publicity (a public notice: branch, name and proposed tier alone)",
      },
      choices: ["full", "publicity"],
    },
    { flags: "--force", says: { zh: "覆盖已有的输出文件", en: "replace outputs that exist" } },
    {
      flags: "--no-bom",
      says: {
        zh: "CSV 文件开头不写 BOM（写了 Excel 才认得中文）",
        en: "no BOM at the start of CSV files (Excel needs it for Chinese)",
      },
    },
    ...gradeOptions,
    formOption,
    maskOption,
    strictOption,
    ...readingOptionList,
  ],
  examples: [
    {
      line: "dingji grade quarter.xlsx -r bocom-nanchang -p 2026Q4",
      says: { zh: "在屏幕上看结果", en: "see the result on the screen" },
    },
    {
      line: "dingji grade branches/ -r bocom-nanchang -p 2026Q4 -o q4.xlsx -o q4.html -o q4.json",
      says: {
        zh: "各支行的文件放在一个文件夹里，写成工作簿、网页和 JSON",
        en: "a folder of branch files, to a workbook, a page and JSON",
      },
    },
    {
      line: "dingji grade quarter.xlsx -r bocom-nanchang -p 2026Q4 -f ndjson | head -1",
      says: { zh: "给程序用：每人一行", en: "for programs: a line a person" },
    },
    {
      line: "dingji grade quarter.xlsx -r bocom-nanchang -p 2026Q4 -o public.xlsx --profile publicity",
      says: { zh: "公示名单", en: "a public notice" },
    },
    {
      line: "dingji grade quarter.xlsx -r bocom-nanchang -p 2026Q4 -o forms/",
      says: { zh: "每人一份通知书和审批表", en: "a notice and an approval form for everyone" },
    },
    {
      line: "dingji grade quarter.xlsx -r bocom-nanchang -p 2026Q4 --overrides decided.csv --previous q3.json -o q4.xlsx",
      says: { zh: "加上人工调整，并与上期比较", en: "with people's decisions, and against the last period" },
    },
    { line: "dingji grade", says: { zh: "全部按 dingji.yml", en: "everything as dingji.yml says" } },
  ],
  async run(invocation) {
    const { runGrade } = await import("../run-grade.ts");
    return runGrade(invocation);
  },
};
