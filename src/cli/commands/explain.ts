import type { Command } from "../command.ts";
import { overridesOption } from "../grade-options.ts";
import { readingOptionList } from "../reading-options.ts";
import { maskOption, runOptions } from "../run-options.ts";

/** `dingji explain ID FILE… -r RULEBOOK -p PERIOD` */
export const explainCommand: Command = {
  name: "explain",
  summary: {
    zh: "说明一个人为什么是这个等级，离上一级还差什么",
    en: "say why a person got this tier, and what is missing for the next",
  },
  arguments: [
    {
      name: "ID",
      says: {
        zh: "工号，或不重名的姓名；--mask 时代号也行",
        en: "an id, or a name that only one person has; with --mask a mask will do too",
      },
      required: true,
      many: false,
    },
    {
      name: "FILE",
      says: {
        zh: "与 grade 相同的表格；不写则按 dingji.yml",
        en: "the same spreadsheets as for grade; if none, those of dingji.yml",
      },
      required: false,
      many: true,
      completes: "spreadsheet",
    },
  ],
  options: [
    ...runOptions,
    {
      flags: "-f, --format <FORMAT>",
      says: { zh: "格式：tree（默认）、json", en: "the format: tree (default) or json" },
      choices: ["tree", "json"],
    },
    maskOption,
    overridesOption,
    ...readingOptionList,
  ],
  examples: [
    {
      line: "dingji explain 000353 quarter.xlsx -r bocom-nanchang -p 2026Q4",
      says: { zh: "按工号", en: "by id" },
    },
    {
      line: "dingji explain 000353 quarter.xlsx -r bocom-nanchang -p 2026Q4 --lang en | less",
      says: { zh: "英文", en: "in English, page by page" },
    },
  ],
  async run(invocation) {
    const { runExplain } = await import("../run-explain.ts");
    return runExplain(invocation);
  },
};
