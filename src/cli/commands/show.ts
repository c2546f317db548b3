import type { Command } from "../command.ts";

/** `dingji show RULEBOOK` */
export const showCommand: Command = {
  name: "show",
  summary: { zh: "把规则列成表：条件 × 等级", en: "show a rulebook as tables: criteria × tiers" },
  description: [
    {
      zh: "列出各等级的条件、参数、计入范围、聘任决定、待遇和读法，供负责人对照原文审签。用 extends 写成的规则按合并后的样子显示。",
      en: "Lists what each tier needs, the constants, what counts, the decision, benefits and readings, for a head of HR to hold against the policy and sign. A rulebook that extends another is shown as it comes out.",
    },
  ],
  arguments: [
    {
      name: "RULEBOOK",
      says: { zh: "规则文件，或内置规则的编号", en: "a rule file, or the id of a shipped rulebook" },
      required: true,
      many: false,
      completes: "rulebook",
    },
  ],
  options: [
    {
      flags: "-f, --format <FORMAT>",
      says: { zh: "格式：text（默认）、md", en: "the format: text (default) or md" },
      choices: ["text", "md"],
    },
  ],
  examples: [
    { line: "dingji show bocom-nanchang", says: { zh: "在终端看", en: "look at it in the terminal" } },
    {
      line: "dingji show bocom-nanchang -f md > rules.md",
      says: { zh: "存成 Markdown 送审", en: "save it as Markdown to be signed" },
    },
  ],
  async run(invocation) {
    const { runShow } = await import("../run-show.ts");
    return runShow(invocation);
  },
};
