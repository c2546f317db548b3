import type { Command } from "../command.ts";

/** `dingji schema` */
export const schemaCommand: Command = {
  name: "schema",
  summary: {
    zh: "输出规则语言的 JSON Schema，供编辑器补全和校验",
    en: "print the JSON Schema of the rulebook language, for editors",
  },
  description: [
    {
      zh: "在规则文件第一行写 # yaml-language-server: $schema=路径，编辑器即可补全和校验。随产品发布的一份在 rules/rulebook.schema.json。",
      en: "Put # yaml-language-server: $schema=PATH on the first line of a rulebook, and an editor completes and validates it. The published one is rules/rulebook.schema.json.",
    },
  ],
  arguments: [],
  options: [
    {
      flags: "--tests",
      says: {
        zh: "输出规则测试文件（*.test.yml）的 JSON Schema",
        en: "print the schema of rule tests (*.test.yml) instead",
      },
    },
  ],
  examples: [
    { line: "dingji schema > rulebook.schema.json", says: { zh: "存成文件", en: "save it to a file" } },
    { line: "dingji schema --tests", says: { zh: "规则测试的一份", en: "the one of rule tests" } },
  ],
  async run({ options, terminal }) {
    const schema = options.has("tests")
      ? (await import("../../ruletest/json-schema.ts")).ruleTestJsonSchema()
      : (await import("../../rulebook/schema/json-schema.ts")).rulebookJsonSchema();
    await terminal.out(`${JSON.stringify(schema, undefined, 2)}\n`);
    return 0;
  },
};
