import type { Command } from "../command.ts";
import { readingOptionList } from "../reading-options.ts";

/** `dingji template -r RULEBOOK -o FILE.xlsx` */
export const templateCommand: Command = {
  name: "template",
  summary: {
    zh: "按规则生成采集表，发给支行填报",
    en: "make the collection workbook for the branches to fill",
  },
  description: [
    {
      zh: "规则的每类数据一张表：表头带单位，等级、学历、是否等有下拉，工号是文本，表头批注说明该列应填什么、空着怎样计、对应哪一条；另有一张填写说明。填好的表，grade 和 inspect 可直接读。",
      en: "A sheet for each input of the rulebook: headers with their units, lists to choose tiers and words from, ids as text, a note on each header that says what goes in, what a blank means and which clause it is for; and a sheet of instructions. grade and inspect read what comes back as it is.",
    },
    {
      zh: "--branch 给出花名册时，-o 是一个文件夹：每个机构一个文件，花名册里已有的人和工号先填好。花名册的机构列是规则里名为 branch 的列，或表头像机构的列。",
      en: "With a roster after --branch, -o is a folder: a file for each branch, its people and their ids filled in. The branch is the rulebook's column of that name, or one whose header says so.",
    },
  ],
  arguments: [],
  options: [
    {
      flags: "-r, --rulebook <RULEBOOK>",
      says: { zh: "规则：文件路径，或内置规则的编号", en: "the rulebook: a path, or the id of a shipped one" },
      completes: "rulebook",
    },
    {
      flags: "-o, --output <FILE.xlsx>",
      says: {
        zh: "写到这个文件；有 --branch 时是文件夹，没有就新建",
        en: "the file to write; with --branch a folder, which is made if it is not there",
      },
      completes: "file",
    },
    {
      flags: "--branch <ROSTER>",
      says: {
        zh: "花名册（文件或文件夹）：每个机构生成一个文件，人员先填好",
        en: "a roster (a file or a folder): a file for each branch, its people filled in",
      },
      completes: "spreadsheet",
    },
    {
      flags: "-p, --period <PERIOD>",
      says: { zh: "考核期，写在填写说明里：2026Q4", en: "the period, said in the instructions: 2026Q4" },
    },
    { flags: "--force", says: { zh: "覆盖已有的输出文件", en: "replace outputs that exist" } },
    ...readingOptionList,
  ],
  examples: [
    {
      line: "dingji template -r bocom-nanchang -o collect.xlsx",
      says: { zh: "一份空的采集表", en: "an empty collection workbook" },
    },
    {
      line: "dingji template -r bocom-nanchang --branch roster.xlsx -o branches",
      says: { zh: "每个机构一份，放在文件夹 branches", en: "one a branch, in the folder branches" },
    },
    {
      line: "dingji template -r bocom-nanchang -o collect-en.xlsx --lang en",
      says: { zh: "英文说明", en: "with instructions in English" },
    },
  ],
  async run(invocation) {
    const { runTemplate } = await import("../run-template.ts");
    return runTemplate(invocation);
  },
};
