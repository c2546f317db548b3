import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { loadRulebookText } from "../../src/rulebook/load.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import { parseRuleTests } from "../../src/ruletest/parse.ts";
import type { RuleTestSuite } from "../../src/ruletest/rule-test.ts";
import { runRuleTests } from "../../src/ruletest/run.ts";

const text = readFileSync("rules/bocom-nanchang.yml", "utf8");
let suite: RuleTestSuite;

beforeAll(() => {
  const parsed = parseRuleTests("bocom-nanchang.test.yml", readFileSync("rules/bocom-nanchang.test.yml", "utf8"));
  expect(parsed.diagnostics).toEqual([]);
  suite = parsed.suite!;
});

async function load(changed: string): Promise<Rulebook> {
  const { rulebook, diagnostics } = await loadRulebookText(
    "rules/bocom-nanchang.yml",
    new TextEncoder().encode(changed),
  );
  expect(diagnostics.filter((one) => one.severity === "error")).toEqual([]);
  return rulebook!;
}

describe("the tests of bocom-nanchang", () => {
  it("pass, see every comparison pass and fail, and stand on every line", async () => {
    const { results, diagnostics, coverage } = runRuleTests(suite, await load(text));
    expect(diagnostics).toEqual([]);
    expect(results.filter((one) => one.status !== "pass").map((one) => one.test.name)).toEqual([]);
    expect(results.length).toBeGreaterThanOrEqual(270);
    expect([coverage.seen, coverage.onTheLine]).toEqual([coverage.of, coverage.lines]);
    expect([...coverage.tiers, ...coverage.actions].filter((one) => one.tests === 0)).toEqual([]);
  });

  /** A change of the rulebook, and the tests (by their name) that notice it. */
  it.each([
    [
      "a line a fen higher",
      "deposits >= 2.5亿",
      "deposits >= 250000000.01",
      "高级 a",
      ["恰好", "存款差一分", "单户多一分", "单户差一分"],
    ],
    ["a line a fen lower", "deposits >= 1.5亿", "deposits >= 149999999.99", "一级 a", ["存款差一分"]],
    ["above for at least", "settlement >= 1000万 USD", "settlement > 1000万 USD", "二级 c", ["恰好"]],
    ["one of four for two", "at_least: 2", "at_least: 1", "高级须二项", ["只有 a", "只有 b", "只有 c", "只有 d"]],
    ["a lost gate", "use: [base, credit]", "use: credit", "只差考试", [""]],
    [
      "the floor of senior for all",
      "first: 300万",
      "first: 500万",
      "小户的存款计不计",
      ["小户 4999999.99", "小户 300万"],
    ],
    [
      "negotiated deposits in a",
      "where: not negotiated, within: counted",
      "within: counted",
      "协议存款计入门槛",
      ["协议 100万", "协议 999999.99"],
    ],
    [
      "another rate",
      "CNY: 6.8",
      "CNY: 6.79",
      "两种读法一致",
      ["折合人民币刚过1000万", "1000万美元两种都达到", "1000万美元差一分", "折合人民币不足1000万"],
    ],
    [
      "tiers that move every quarter",
      "appoint: year",
      "appoint: always",
      "不到年末只说续聘",
      ["一季度升", "二季度升", "三季度降", "二季度平", "见习转正", "上半年", "十一月"],
    ],
    [
      "nobody is asked to leave",
      "then: leave",
      "then: review",
      "及格线 1500万",
      ["差一分", "高级差一分", "见习差一分"],
    ],
  ])("notice %s", async (_, before, after, filter, noticed) => {
    expect(text).toContain(before);
    const changed = await load(text.replace(before, after));
    const { results } = runRuleTests(suite, changed, { filter });
    const failing = results.filter((one) => one.status !== "pass").map((one) => one.test.name.split(" · ")[1] ?? "");
    expect(failing.sort()).toEqual([...noticed].sort());
  });
});
