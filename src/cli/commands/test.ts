import type { Command } from "../command.ts";

/** `dingji test [TESTFILE…]` */
export const testCommand: Command = {
  name: "test",
  summary: { zh: "运行规则测试", en: "run rule tests" },
  arguments: [
    {
      name: "TESTFILE",
      says: {
        zh: "测试文件（*.test.yml）或文件夹；不写则为当前文件夹的，没有则为内置规则的",
        en: "test files (*.test.yml) or folders; if none, those of the folder at hand, or else those of the shipped rulebooks",
      },
      required: false,
      many: true,
      completes: "testfile",
    },
  ],
  options: [
    {
      flags: "--filter <TEXT>",
      says: { zh: "只运行名称含有这段文字的测试", en: "only tests whose name has this text" },
    },
    {
      flags: "--coverage",
      says: { zh: "列出没有测试到的条件", en: "list what no test has seen" },
    },
    {
      flags: "-f, --format <FORMAT>",
      says: { zh: "格式：text（默认）、json、junit", en: "the format: text (default), json or junit" },
      choices: ["text", "json", "junit"],
    },
  ],
  examples: [
    { line: "dingji test", says: { zh: "全部测试", en: "all of them" } },
    { line: "dingji test my-rules.test.yml", says: { zh: "一个文件", en: "one file" } },
  ],
  async run(invocation) {
    const { runTest } = await import("../run-test.ts");
    return runTest(invocation);
  },
};
