import type { Command } from "../command.ts";

/** `dingji forms [-o FOLDER]` */
export const formsCommand: Command = {
  name: "forms",
  summary: {
    zh: "列出通知书和审批表可用的占位符，取出现成的模板来改",
    en: "list what notices and approval forms can ask for, and give the shipped templates to edit",
  },
  description: [
    {
      zh: "模板是普通的 .xlsx：单元格里写 {{姓名}} 这样的占位符，字体、边框、合并、打印设置都照样保留。含有 {{条款}}、{{指标}} 等的行，按指标逐条重复。改好后在 dingji.yml 写 forms: {notice: 文件.xlsx, approval: 文件.xlsx}，或加 --form。",
      en: "A template is a plain .xlsx whose cells hold placeholders like {{name}}; fonts, borders, merged cells and print setup stay. A row with {{criteria.clause}} or the like is repeated for every criterion. Name yours in dingji.yml, forms: {notice: FILE.xlsx, approval: FILE.xlsx}, or with --form.",
    },
  ],
  arguments: [],
  options: [
    {
      flags: "-o, --output <FOLDER>",
      says: {
        zh: "把现成的模板复制到文件夹（已有的不覆盖）",
        en: "copy the shipped templates into a folder (what is there is not replaced)",
      },
      completes: "file",
    },
  ],
  examples: [
    { line: "dingji forms", says: { zh: "看有哪些占位符", en: "see the placeholders" } },
    { line: "dingji forms -o my-forms/", says: { zh: "取出模板来改", en: "get the templates to edit" } },
    {
      line: "dingji grade quarter.xlsx -r bocom-nanchang -p 2026Q4 -o out/ --form notice=my-forms/notice.zh.xlsx",
      says: { zh: "用改过的通知书", en: "use an edited notice" },
    },
  ],
  async run(invocation) {
    const { runForms } = await import("../run-forms.ts");
    return runForms(invocation);
  },
};
