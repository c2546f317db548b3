import { Chalk } from "chalk";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { renderJson } from "../../src/ruletest/render-json.ts";
import { renderJunit } from "../../src/ruletest/render-junit.ts";
import { renderText } from "../../src/ruletest/render-text.ts";
import { runTests } from "./small.ts";

const plain = new Chalk({ level: 0 });

/** One that passes, one that fails by a fen, one that cannot be understood. */
const three = `  - {name: on the line, like: gold, expect: {tier: gold}}
  - name: a fen <short> & "so"
    like: gold
    given: {deposits: 99999999.99}
    expect: {tier: gold, action: promote}
  - {name: nonsense, like: gold, expect: {tier: glod}}
`;

describe("text", () => {
  it("has a line a test, the differences, the coverage and the count", async () => {
    const run = await runTests(three);
    expect(renderText([run], { lang: "en", paint: plain, coverage: false })).toBe(`small.test.yml — Small
  ✓ on the line
  ✗ a fen <short> & "so"  small.test.yml:5:11
      tier  expected gold, got silver  8:20
        ✗ gold.business.a.deposits  Deposits CNY 99,999,999.99 (below CNY 100,000,000, off by CNY 0.01)  第三条
        ✗ gold.business.b.settlement_cny  Settlement in CNY CNY 0 (below CNY 7,000,000, off by CNY 7,000,000)  第四条
      action  expected promote, got keep  8:34
        · meets Silver
  ! nonsense  small.test.yml:9:12
      "glod" is not a tier; did you mean "gold"?  small.test.yml:9:49
  coverage: 9/16 outcomes of the comparisons (56%), 3/6 exactly on the line
  no test comes to: none, demote, confirm, review

3 tests, 1 passed, 1 failed, 1 in error
`);
  });

  it("says the same in Chinese, and lists what no test has seen", async () => {
    const run = await runTests(three);
    expect(renderText([run], { lang: "zh", paint: plain, coverage: true })).toBe(`small.test.yml — 小样
  ✓ on the line
  ✗ a fen <short> & "so"  small.test.yml:5:11
      tier  应为 gold，实为 silver  8:20
        ✗ gold.business.a.deposits  存款 9,999.999999万元（低于 1亿元，差 0.01元）  第三条
        ✗ gold.business.b.settlement_cny  结算折人民币 0元（低于 700万元，差 700万元）  第四条
      action  应为 promote（高聘），实为 keep（续聘）  8:34
        · 达到银级标准
  ! nonsense  small.test.yml:9:12
      “glod”不是等级，是不是“gold”？  small.test.yml:9:49
  覆盖：条件的通过与不通过 9/16（56%），恰在线上 3/6
  没有测试得出：none、demote、confirm、review
    gold.base.exam  没有测试见过它不通过
    gold.years  没有测试见过它不通过
    gold.business.b.settlement_cny  没有测试见过它通过
    silver.base.exam  没有测试见过它不通过
    silver.deposits  没有测试见过它不通过
    silver.provisional.large.deposits  没有测试见过它不通过
    on_post.quality.npl  没有测试见过它不通过

3 个测试，1 通过，1 失败，1 有误
`);
  });

  it("leaves the coverage out where a filter left tests out", async () => {
    const text = renderText([await runTests(three, undefined, "line")], { lang: "zh", paint: plain, coverage: true });
    expect(text).toBe("small.test.yml — 小样\n  ✓ on the line\n\n1 个测试，1 通过，2 未运行\n");
  });

  it("colours by meaning, and says it without colour too", async () => {
    const run = await runTests(three, undefined, "fen");
    const text = renderText([run], { lang: "en", paint: new Chalk({ level: 1 }), coverage: false });
    expect(text).toContain("\u001b[31m✗\u001b[39m a fen");
    expect(text).toContain("expected \u001b[32mgold\u001b[39m, got \u001b[31msilver\u001b[39m");
  });

  it("keeps control characters of a name out of the terminal", async () => {
    const run = await runTests('  - {name: "a\\e[2Jb", expect: {tier: none}}');
    expect(renderText([run], { lang: "en", paint: plain, coverage: false })).toContain("  ✓ a [2Jb\n");
  });
});

describe("JUnit", () => {
  it("has every test, a failure a difference, an error for what cannot be understood", async () => {
    const xml = renderJunit([await runTests(three)], "en");
    expect(xml).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="dingji" tests="3" failures="1" errors="1" skipped="0">
  <testsuite name="small.test.yml" tests="3" failures="1" errors="1" skipped="0">
    <testcase name="on the line" classname="small" file="small.test.yml" line="4"/>
    <testcase name="a fen &lt;short&gt; &amp; &quot;so&quot;" classname="small" file="small.test.yml" line="5">
      <failure message="tier: expected gold, got silver" type="tier">small.test.yml:8:20
gold.business.a.deposits: Deposits CNY 99,999,999.99 (below CNY 100,000,000, off by CNY 0.01) (第三条)
gold.business.b.settlement_cny: Settlement in CNY CNY 0 (below CNY 7,000,000, off by CNY 7,000,000) (第四条)</failure>
      <failure message="action: expected promote, got keep" type="action">small.test.yml:8:34
meets Silver</failure>
    </testcase>
    <testcase name="nonsense" classname="small" file="small.test.yml" line="9">
      <error message="&quot;glod&quot; is not a tier; did you mean &quot;gold&quot;?" type="ruletest/unknown-value">small.test.yml:9:49</error>
    </testcase>
  </testsuite>
</testsuites>
`);
  });

  it("is well-formed whatever a name holds", async () => {
    const xml = renderJunit(
      [await runTests('  - {name: "\\0 \\x1b ]]> <&\\"\' \\uFFFF 😀", expect: {tier: gold}}')],
      "zh",
    );
    const names: string[] = [];
    const parser = new SaxesParser();
    parser.on("error", (error) => {
      throw error;
    });
    parser.on("opentag", ({ name, attributes }) => {
      if (name === "testcase") names.push(String(attributes.name));
    });
    parser.write(xml).close();
    expect(names).toEqual(["    ]]> <&\"'   😀"]);
  });
});

describe("JSON", () => {
  it("has the contract of dingji/test@1", async () => {
    const { suites, summary, ...rest } = JSON.parse(renderJson([await runTests(three)], "en"));
    expect(rest).toEqual({ schema: "dingji/test@1" });
    expect(summary).toEqual({ tests: 3, passed: 1, failed: 1, errors: 1, leftOut: 0 });
    const [{ tests, coverage, rulebook, ...suite }] = suites;
    expect(suite).toEqual({ file: "small.test.yml", leftOut: 0 });
    expect(rulebook).toEqual({ id: "small", title: "Small", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(tests[0]).toEqual({
      name: "on the line",
      status: "pass",
      location: { file: "small.test.yml", line: 4, column: 12 },
      differences: [],
      diagnostics: [],
    });
    expect(tests[1].differences[0]).toEqual({
      key: "tier",
      location: { file: "small.test.yml", line: 8, column: 20 },
      expected: "gold",
      got: "silver",
      deciding: [
        {
          id: "gold.business.a.deposits",
          status: "fail",
          value: "99999999.99",
          threshold: "100000000",
          gap: "0.01",
          cite: "第三条",
          text: "Deposits CNY 99,999,999.99 (below CNY 100,000,000, off by CNY 0.01)",
        },
        {
          id: "gold.business.b.settlement_cny",
          status: "fail",
          value: "0",
          threshold: "7000000",
          gap: "7000000",
          cite: "第四条",
          text: "Settlement in CNY CNY 0 (below CNY 7,000,000, off by CNY 7,000,000)",
        },
      ],
      reasons: [],
    });
    expect(tests[2]).toMatchObject({
      status: "error",
      diagnostics: [{ code: "ruletest/unknown-value", severity: "error", location: { line: 9, column: 49 } }],
    });
    expect(coverage).toMatchObject({ seen: 9, of: 16, onTheLine: 3, lines: 6 });
    expect(coverage.tiers).toEqual({ gold: 1, silver: 1, none: 0 });
    expect(coverage.criteria[1]).toEqual({ id: "gold.years", cite: "第二条", pass: 2, fail: 0, unknown: 0, exact: 2 });
  });
});
