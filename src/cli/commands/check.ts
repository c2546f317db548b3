import type { Command } from "../command.ts";
import { strictOption } from "../run-options.ts";

/** `dingji check RULEBOOK…` */
export const checkCommand: Command = {
  name: "check",
  summary: { zh: "检查规则文件，一次列出所有问题", en: "check rule files, and list every problem at once" },
  arguments: [
    {
      name: "RULEBOOK",
      says: {
        zh: "规则文件、文件夹，或内置规则的编号",
        en: "a rule file, a folder, or the id of a shipped rulebook",
      },
      required: true,
      many: true,
      completes: "rulebook",
    },
  ],
  options: [
    {
      flags: "-f, --format <FORMAT>",
      says: { zh: "格式：text（默认）、json", en: "the format: text (default) or json" },
      choices: ["text", "json"],
    },
    strictOption,
  ],
  examples: [
    { line: "dingji check my-rules.yml", says: { zh: "检查自己的规则", en: "check rules of your own" } },
    { line: "dingji check bocom-nanchang -f json", says: { zh: "给程序用", en: "for programs" } },
  ],
  async run(invocation) {
    const { runCheck } = await import("../run-check.ts");
    return runCheck(invocation);
  },
};
