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
  options: [],
  examples: [{ line: "dingji schema > rulebook.schema.json", says: { zh: "存成文件", en: "save it to a file" } }],
  async run({ terminal }) {
    const { rulebookJsonSchema } = await import("../../rulebook/schema/json-schema.ts");
    await terminal.out(`${JSON.stringify(rulebookJsonSchema(), undefined, 2)}\n`);
    return 0;
  },
};
