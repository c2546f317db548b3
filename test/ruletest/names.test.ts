import { describe, expect, it } from "vitest";
import { message } from "../../src/diagnostic/diagnostic.ts";
import { parseRuleTests } from "../../src/ruletest/parse.ts";
import { runRuleTests } from "../../src/ruletest/run.ts";
import { head, load, marked, problems, runTests, small, smallText } from "./small.ts";

const bad = (test: string) => runTests(`  - {name: t, like: gold, ${test}}`);

describe("what the rulebook does not know", () => {
  it.each([
    ["a figure", "given: {«deposit»: 1亿}, expect: {tier: gold}", "ruletest/unknown-reference"],
    ["a tier of a figure", "given: {«deposits at golden»: 1亿}, expect: {tier: gold}", "ruletest/unknown-reference"],
    ["a figure that has no tiers", "given: {«settlement at gold»: 0}, expect: {tier: gold}", "ruletest/not-by-tier"],
    ["a column at a tier", "given: {«years at gold»: 3年}, expect: {tier: gold}", "ruletest/not-by-tier"],
    ["a standing, which is worked out", "given: {«on_post»: yes}, expect: {tier: gold}", "ruletest/worked-out"],
    ["a param", "given: {«floor»: 1万}, expect: {tier: gold}", "ruletest/unknown-reference"],
    ["money in another currency", "given: {deposits: «1亿 USD»}, expect: {tier: gold}", "ruletest/bad-value"],
    ["foreign money without its unit", "given: {settlement: «100万»}, expect: {tier: gold}", "ruletest/bad-value"],
    ["years without their unit", "given: {years: «3»}, expect: {tier: gold}", "ruletest/bad-value"],
    ["a ratio without its sign", "given: {quality.npl: «0.02»}, expect: {tier: gold}", "ruletest/bad-value"],
    ["words for a figure", "given: {deposits: «很多»}, expect: {tier: gold}", "ruletest/bad-value"],
    ["a value of an enum", "given: {education: «硕士»}, expect: {tier: gold}", "ruletest/unknown-value"],
    ["a yes-or-no", "given: {exam: «及格»}, expect: {tier: gold}", "ruletest/unknown-value"],
    ["a tier given", "given: {current: «bronze»}, expect: {tier: gold}", "ruletest/unknown-value"],
    ["a tier expected", "expect: {tier: «bronze»}", "ruletest/unknown-value"],
    ["a tier recommended", "expect: {recommended: «bronze»}", "ruletest/unknown-value"],
    ["an action", "expect: {action: «fire»}", "ruletest/unknown-value"],
    ["an action due", "expect: {due: {action: «fire»}}", "ruletest/unknown-value"],
    ["due that is not none", "expect: {due: «promote»}", "ruletest/unknown-value"],
    ["a criterion", "expect: {passes: [gold, «gold.busines»]}", "ruletest/unknown-reference"],
    ["a blocker", "expect: {blocked_by: [«busines»]}", "ruletest/unknown-reference"],
    ["a standing expected", "expect: {standing: {«on_pots»: pass}}", "ruletest/unknown-reference"],
    ["an outcome of a standing", "expect: {standing: {on_post: «passed»}}", "ruletest/unknown-value"],
    ["a benefit", "expect: {benefits: {«pya»: 1元}}", "ruletest/unknown-reference"],
    ["a benefit's unit", "expect: {benefits: {pay: «1次»}}", "ruletest/bad-value"],
    ["the gap of a group", "expect: {gap: {«gold.business»: 0}}", "ruletest/not-a-comparison"],
    ["the gap of a yes-or-no", "expect: {gap: {«gold.base.exam»: 0}}", "ruletest/no-gap"],
    ["a gap in another unit", "expect: {gap: {gold.years: «1元»}}", "ruletest/bad-value"],
    ["the value of a figure by tier", "expect: {value: {«deposits»: 1亿}}", "ruletest/which-tier"],
    ["the value of nothing", "expect: {value: {«nothing»: 1亿}}", "ruletest/unknown-reference"],
    ["a sheet", "rows: {«deposit»: []}, expect: {tier: gold}", "ruletest/unknown-reference"],
    ["a column of a sheet", "rows: {deposits: [{«averge»: 1}]}, expect: {tier: gold}", "ruletest/unknown-reference"],
    ["a roster without rows", "rows: {«managers»: []}, expect: {tier: gold}", "ruletest/no-one"],
    [
      "a cell that cannot be read",
      "rows: {deposits: [{customer: C, average: «很多»}]}, expect: {tier: gold}",
      "facts/not-a-number",
    ],
    [
      "somebody who is not on the roster",
      'rows: {managers: [{manager: "1"}], deposits: [{manager: «"2"»}]}, expect: {tier: gold}',
      "facts/unknown-person",
    ],
    [
      "the same person twice",
      'rows: {managers: [{manager: "1"}, {manager: «"1"»}]}, expect: {tier: gold}',
      "facts/duplicate-person",
    ],
    ["a period", "period: «2026Q5», expect: {tier: gold}", "ruletest/bad-period"],
    ["a day", "expect: {tier: gold}, cases: [[as_of, →, action], [«2026-02-30», →, keep]]", "ruletest/bad-date"],
    ["a day before the rulebook", "as_of: «2019-12-31», expect: {tier: gold}", "rulebook/not-effective"],
  ])("%s", async (_, test, code) => {
    const line = `  - {name: t, like: gold, ${test}}`;
    const { results, diagnostics } = await runTests(marked(line).text);
    const expected = `${code} small.test.yml:${marked(head + line).at}`;
    expect(results.map((one) => one.status)).toEqual(["error"]);
    expect(problems(diagnostics)).toContain(expected);
    expect(problems(results[0]?.problems ?? [])).toContain(expected);
  });

  it("is reported all at once, each mistake once, however many tests share it", async () => {
    const { results, diagnostics } = await runTests(`  - name: t
    like: gold
    given: {deposit: 1亿, yeers: 3年}
    cases:
      - [exam, →, tier,  action]
      - [yes,  →, golds, keep]
      - [nay,  →, gold,  kepe]
`);
    expect(results.map((one) => one.status)).toEqual(["error", "error"]);
    expect(problems(diagnostics)).toEqual([
      "ruletest/unknown-reference small.test.yml:6:13",
      "ruletest/unknown-reference small.test.yml:6:26",
      "ruletest/unknown-value small.test.yml:9:19",
      "ruletest/unknown-value small.test.yml:10:10",
      "ruletest/unknown-value small.test.yml:10:26",
    ]);
  });

  it("comes with what was probably meant", async () => {
    const said = async (test: string) => (await bad(test)).diagnostics.map((one) => message(one, "en"));
    expect(await said("given: {deposit: 1亿}, expect: {tier: gold}")).toEqual([
      'the rulebook has no column or figure named "deposit"; did you mean "deposits"?',
    ]);
    expect(await said("expect: {fails: [gold.busines]}")).toEqual([
      'the rulebook has no criterion named "gold.busines"; did you mean "gold.business"?',
    ]);
    expect(await said("expect: {tier: sliver}")).toEqual(['"sliver" is not a tier; did you mean "silver"?']);
  });

  it("is found in people whom no test uses", async () => {
    const text = "people:\n  a: {deposit: 1}\ntests: [{name: t, given: {years: 3年}, expect: {tier: none}}]";
    const { suite } = parseRuleTests("a.test.yml", text);
    const { results, diagnostics } = runRuleTests(suite!, await small());
    expect(results.map((one) => one.status)).toEqual(["pass"]);
    expect(problems(diagnostics)).toEqual(["ruletest/unknown-reference a.test.yml:2:7"]);
  });

  it("includes the decision where the rulebook has none", async () => {
    const plain = await load(smallText.slice(0, smallText.indexOf("decision:")));
    const { diagnostics } = await runTests(
      "  - {name: t, expect: {action: keep, recommended: gold, due: none, reasons: x, approvals: x}}",
      plain,
    );
    expect(diagnostics.map((one) => one.code)).toEqual(Array(5).fill("ruletest/no-decision"));
  });
});
