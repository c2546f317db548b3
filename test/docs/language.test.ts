import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checkRulebook } from "../../src/check/check.ts";
import { message } from "../../src/diagnostic/diagnostic.ts";
import { showLocation } from "../../src/diagnostic/location.ts";
import { loadRulebookText } from "../../src/rulebook/load.ts";
import { parseRuleTests } from "../../src/ruletest/parse.ts";
import { runRuleTests } from "../../src/ruletest/run.ts";

const folder = fileURLToPath(new URL("../../docs/", import.meta.url));
const text = readFileSync(`${folder}language.md`, "utf8");
const header = "dingji: 1\nextends: ./examples/base.yml\nid: example\ntitle: 例\n";

interface Example {
  readonly title: string;
  readonly rules: string;
  readonly tests: string | undefined;
}

/** Every yaml block under its heading, with the test block behind it. */
const examples = text.split(/^## /m).flatMap((section): Example[] => {
  const title = section.split("\n", 1)[0] ?? "";
  const blocks = [...section.matchAll(/^```yaml\n([\s\S]*?)^```\n(?:```yaml test\n([\s\S]*?)^```)?/gm)];
  return blocks.map(([, rules = "", tests], index) => ({ title: `${title} (${index + 1})`, rules, tests }));
});

describe("docs/language.md", () => {
  it("has an example of every section of a rulebook", () => {
    const sections =
      "inputs params scopes metrics requirements tiers levels scores standing decision quotas team benefits readings rates";
    for (const section of sections.split(" ")) expect(text, section).toMatch(new RegExp(`^${section}:`, "m"));
    expect(examples.length).toBeGreaterThanOrEqual(20);
  });

  it.each(examples)("$title compiles without a finding and passes its tests", async ({ rules, tests }) => {
    const loaded = await loadRulebookText(`${folder}example.yml`, new TextEncoder().encode(header + rules));
    const { rulebook, document, places } = loaded;
    const shown = (list: typeof loaded.diagnostics) =>
      list.map((one) => `${one.location ? showLocation(one.location) : ""} ${message(one, "en")}`);
    expect(shown(loaded.diagnostics)).toEqual([]);
    if (!rulebook || !document || !places) throw new Error("no rulebook, and no finding");
    const odd = checkRulebook(rulebook, document, places).filter(({ code }) => code !== "check/unused");
    expect(shown(odd.filter(({ code }) => code !== "check/equal-line"))).toEqual([]);
    if (tests === undefined) return;
    const { suite, diagnostics } = parseRuleTests("example.test.yml", `tests:\n${tests.replace(/^/gm, "  ")}`);
    expect(shown(diagnostics)).toEqual([]);
    if (!suite) throw new Error("no suite, and no finding");
    const { results, diagnostics: problems } = runRuleTests(suite, rulebook);
    expect(shown(problems)).toEqual([]);
    const failed = results.filter(({ status }) => status !== "pass");
    expect(failed.map(({ test, differences }) => ({ name: test.name, differences }))).toEqual([]);
    expect(results.length).toBeGreaterThan(0);
  });
});
