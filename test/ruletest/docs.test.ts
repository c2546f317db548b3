import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { loadRulebook } from "../../src/rulebook/load.ts";
import { parseRuleTests } from "../../src/ruletest/parse.ts";
import { runRuleTests } from "../../src/ruletest/run.ts";

const page = readFileSync("docs/rule-tests.md", "utf8");
const examples = [...page.matchAll(/```yaml\n(.*?)```/gs)].map((match) => match[1] ?? "");

it.each(examples.map((text, index) => [index + 1, text] as const))("example %i of the page passes", async (_, text) => {
  const { suite, diagnostics } = parseRuleTests("example.test.yml", text);
  expect(diagnostics).toEqual([]);
  const { rulebook } = await loadRulebook("bocom-nanchang");
  const run = runRuleTests(suite!, rulebook!);
  expect(run.diagnostics).toEqual([]);
  expect(run.results.flatMap((one) => one.differences)).toEqual([]);
});

it("has examples", () => {
  expect(examples).toHaveLength(3);
});
