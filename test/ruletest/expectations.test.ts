import { describe, expect, it } from "vitest";
import { differences, head, marked, runOne } from "./small.ts";

/** Each assertion once so that it holds, and once so that it does not: a test that cannot fail is worthless. */
describe("what a test can expect", () => {
  it.each([
    ["tier: gold", "tier: «silver»", "tier expected silver got gold"],
    ["tier: 金级", "tier: «none»", "tier expected none got gold"],
    ["recommended: 金", "recommended: «none»", "recommended expected none got gold"],
    ["action: promote", "action: «demote»", "action expected demote got promote"],
    ["action: 高聘", "action: «续聘»", "action expected keep got promote"],
    ["due: none", "due: {action: «promote»}", "due.action expected promote got none"],
    ["due: none", "due: {recommended: «gold»}", "due.recommended expected gold got none"],
    ["provisional: no", "provisional: «yes»", "provisional expected yes got no"],
    ["applies: yes", "applies: «no»", "applies expected no got yes"],
    ["level: none", "level: «A»", "level expected A got none"],
    ["passes: [gold.business.a, on_post]", "fails: [«gold.business»]", "fails gold.business expected fail got pass"],
    ["fails: gold.business.b", "passes: [gold, «gold.business.b»]", "passes gold.business.b expected pass got fail"],
    ["passes: silver", "unknown: [«silver»]", "unknown silver expected unknown got pass"],
    [
      "gap: {gold.business.b.settlement_cny: 700万}",
      "gap: {gold.business.b: «699万»}",
      "gap.gold.business.b expected CNY 6,990,000 got CNY 7,000,000",
    ],
    ["gap: {gold.years: 0年}", "gap: {gold.years: «1年»}", "gap.gold.years expected 1 year got 0 years"],
    [
      "value: {gold.business.a: 1亿}",
      "value: {gold.business.a: «99999999.99»}",
      "value.gold.business.a expected CNY 99,999,999.99 got CNY 100,000,000",
    ],
    ["value: {years: 36个月}", "value: {years: «35个月»}", "value.years expected 2 years 11 months got 3 years"],
    [
      "value: {settlement_cny: 0}",
      "value: {settlement_cny: «unknown»}",
      "value.settlement_cny expected unknown got CNY 0",
    ],
    ["value: {education: 大专}", "value: {education: «本科»}", "value.education expected 本科 got 大专"],
    [
      "value: {deposits at silver: 1亿}",
      "value: {deposits at 银级: «2亿»}",
      "value.deposits at 银级 expected CNY 200,000,000 got CNY 100,000,000",
    ],
    ["value: {quality.npl: 2%}", "value: {quality.npl: «0.02%»}", "value.quality.npl expected 0.02% got 2%"],
    ["standing: {on_post: pass}", "standing: {on_post: «fail»}", "standing.on_post expected fail got pass"],
    ["approvals: [人事部, 分行]", "approvals: [«分行», 人事部]", "approvals expected 分行 → 人事部 got 人事部 → 分行"],
    ["approvals: [人事部, 分行]", "approvals: «none»", "approvals expected none got 人事部 → 分行"],
    ["benefits: {pay: 300元}", "benefits: {pay: «200元»}", "benefits.pay expected CNY 200 got CNY 300"],
    ["reasons: 金级", "reasons: [金级, «铜级»]", "reasons expected … 铜级 … got"],
  ])("%s holds, %s does not", async (holds, fails, difference) => {
    const test = (expectation: string) =>
      `  - name: t\n    like: gold\n    period: 2026Q4\n    expect: {${expectation}}`;
    const right = await runOne(test(holds));
    expect([right.status, differences(right)]).toEqual(["pass", []]);
    const { at } = marked(head + test(fails));
    const wrong = await runOne(marked(test(fails)).text);
    expect(wrong.status).toBe("fail");
    const [first, ...others] = differences(wrong);
    expect(others).toEqual([]);
    expect(first?.slice(0, at.length + 1 + difference.length)).toBe(`${at} ${difference}`);
  });

  it("says what a provisional tier rests on", async () => {
    const test = (expectation: string) =>
      `  - {name: t, like: gold, given: {exam: 不合格, deposits: 5000万}, expect: {${expectation}}}`;
    expect((await runOne(test("tier: silver, provisional: yes, passes: [silver], fails: [silver.base]"))).status).toBe(
      "pass",
    );
    const wrong = await runOne(test("tier: none"));
    expect(wrong.differences[0]?.deciding.map((one) => [one.leaf.id, one.status])).toEqual([
      ["silver.provisional.large.deposits", "pass"],
    ]);
  });

  it("asserts that the rulebook applies unless it says otherwise", async () => {
    const outside = await runOne("  - {name: t, like: gold, given: {current: agent}, expect: {tier: gold}}");
    expect(differences(outside)).toEqual(["4:12 applies expected yes got no"]);
    const said = await runOne("  - {name: t, like: gold, given: {current: agent}, expect: {applies: no}}");
    expect(said.status).toBe("pass");
  });

  it("reports every difference of a test, the tier first", async () => {
    const result = await runOne(
      "  - {name: t, like: gold, expect: {tier: silver, action: keep, fails: [gold, silver]}}",
    );
    expect(differences(result)).toEqual([
      "4:42 tier expected silver got gold",
      "4:58 action expected keep got promote",
      "4:72 fails gold expected fail got pass",
      "4:78 fails silver expected fail got pass",
    ]);
  });
});

describe("blocked_by", () => {
  const test = (given: string, blockers: string) =>
    `  - {name: t, like: gold, given: {${given}}, expect: {blocked_by: ${blockers}}}`;

  it.each([
    ["deposits: 99999999.99", "[gold.business]"],
    ["deposits: 99999999.99", "business"],
    ["deposits: 99999999.99", "[gold.business.a.deposits]"],
    ["deposits: 99999999.99", "[gold.business.a, gold.business.b]"],
    ["years: 2.99年, deposits: 99999999.99", "[years, business]"],
    ["exam: no, deposits: 0", "[silver.base, silver.deposits]"],
    ["exam: no, deposits: 0", "[base, deposits]"],
    ["exam: no, deposits: 0", "[gold.base.exam, gold.business]"],
  ])("given %s: %s", async (given, blockers) => {
    expect((await runOne(test(given, blockers))).status).toBe("pass");
  });

  it.each([
    [
      "years: 2.99年",
      "[gold.business]",
      ["blocked_by gold.business expected fail got pass", "blocked_by expected gold.business got gold.years"],
    ],
    [
      "years: 2.99年, deposits: 9999万",
      "[business]",
      ["blocked_by expected gold.business got gold.years, gold.business"],
    ],
    ["years: unknown", "[years]", ["blocked_by gold.years expected fail got unknown"]],
    ["deposits: 1亿", "[business]", ["blocked_by business expected fail got unknown"]],
  ])("given %s, %s is not so", async (given, blockers, expected) => {
    const result = await runOne(test(given, blockers));
    expect(differences(result).map((one) => one.replace(/^\S+ /, ""))).toEqual(expected);
  });
});

describe("the criteria that a difference rests on", () => {
  it.each([
    [
      "what keeps the higher tier away",
      "deposits: 99999999.99",
      "gold",
      ["gold.business.a.deposits fail 0.01 第三条", "gold.business.b.settlement_cny fail 7000000 第四条"],
    ],
    ["gates too", "exam: no, years: 1年", "gold", ["gold.base.exam fail – 第一条", "gold.years fail 2 第二条"]],
    ["what is not known", "years: unknown", "gold", ["gold.years unknown – 第二条"]],
    [
      "what the reached tier rests on, beside the expected one",
      "years: 3年",
      "silver",
      ["gold.years pass 0 第二条", "gold.business.a.deposits pass 0 第三条"],
    ],
    [
      "everything, where nothing was expected",
      "years: 1年",
      "none",
      ["silver.base.exam pass – 第一条", "silver.deposits pass 0 第五条"],
    ],
  ])("%s", async (_, given, tier, deciding) => {
    const result = await runOne(`  - {name: t, like: gold, given: {${given}}, expect: {tier: ${tier}}}`);
    const shown = result.differences[0]?.deciding.map((one) => {
      return `${one.leaf.id} ${one.status} ${one.gap?.toString() ?? "–"} ${one.leaf.cite}`;
    });
    expect(shown).toEqual(deciding);
  });

  it("begin with the nearest of several ways", async () => {
    const given = "deposits: 5000万, settlement_cny: 6999999.99";
    const result = await runOne(`  - {name: t, like: gold, given: {${given}}, expect: {tier: gold}}`);
    expect(result.differences[0]?.deciding.map((one) => one.leaf.id)).toEqual([
      "gold.business.b.settlement_cny",
      "gold.business.a.deposits",
    ]);
  });

  it("are said in words, with the figure, the line and the gap", async () => {
    const result = await runOne("  - {name: t, like: gold, given: {deposits: 99999999.99}, expect: {tier: gold}}");
    expect(result.differences[0]?.deciding[0]?.says).toMatchObject({
      zh: "存款 9,999.999999万元（低于 1亿元，差 0.01元）",
      en: "Deposits CNY 99,999,999.99 (below CNY 100,000,000, off by CNY 0.01)",
    });
  });
});
