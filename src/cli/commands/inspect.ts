import type { Command } from "../command.ts";
import { readingOptionList } from "../reading-options.ts";
import { spreadsheets, strictOption } from "../run-options.ts";

/** `dingji inspect FILE… [-r RULEBOOK]` */
export const inspectCommand: Command = {
  name: "inspect",
  summary: {
    zh: "查看表格是怎样读懂的，列出所有数据问题",
    en: "show how spreadsheets were understood, and every data problem",
  },
  description: [
    {
      zh: "不评定等级，所以不用考核期。没写 -r 时用 dingji.yml 的 rulebook；都没有时，只列出各表的前几行。没写文件时用 dingji.yml 的 inputs。",
      en: "Nobody is graded, so no period is needed. Without -r the rulebook of dingji.yml is used; without either, only the first rows of each sheet are listed. Without files, the inputs of dingji.yml are read.",
    },
  ],
  arguments: [spreadsheets],
  options: [
    {
      flags: "-r, --rulebook <RULEBOOK>",
      says: { zh: "规则：文件路径，或内置规则的编号", en: "the rulebook: a path, or the id of a shipped one" },
      completes: "rulebook",
    },
    {
      flags: "-f, --format <FORMAT>",
      says: { zh: "格式：text（默认）、json", en: "the format: text (default) or json" },
      choices: ["text", "json"],
    },
    {
      flags: "-o, --output <FILE.xlsx>",
      says: {
        zh: "另把原表写成工作簿：有问题的格子着色、加框、批注，第一张表列出全部问题，可发回支行改",
        en: "also write the sheets as they came to a workbook, every bad cell coloured, framed and with a note, and a list of all problems before them: to send back to the branch",
      },
      completes: "file",
    },
    { flags: "--force", says: { zh: "覆盖已有的输出文件", en: "replace an output that exists" } },
    {
      flags: "--suggest",
      says: {
        zh: "只输出可贴进 dingji.yml 的 mapping，用于没有认出的表和列",
        en: "print only the mapping to paste into dingji.yml, for sheets and columns that were not recognised",
      },
    },
    strictOption,
    ...readingOptionList,
  ],
  examples: [
    {
      line: "dingji inspect branches/ -r bocom-nanchang",
      says: { zh: "评定之前先看一遍各支行的文件", en: "look through the branches' files before grading" },
    },
    {
      line: "dingji inspect east-lake.xlsx -r bocom-nanchang -o problems.xlsx",
      says: { zh: "把东湖支行的表连同问题写成工作簿，发回去改", en: "mark a branch's sheets, to send them back" },
    },
    { line: "dingji inspect quarter.xlsx -r bocom-nanchang -f json", says: { zh: "给程序用", en: "for programs" } },
    {
      line: "dingji inspect quarter.xlsx -r bocom-nanchang --suggest",
      says: { zh: "为认不出的表和列写 mapping", en: "write a mapping for what was not recognised" },
    },
  ],
  async run(invocation) {
    const { runInspect } = await import("../run-inspect.ts");
    return runInspect(invocation);
  },
};
