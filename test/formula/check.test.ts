import { describe, expect, it } from "vitest";
import { compile } from "../../src/formula/compile.ts";
import type { Type } from "../../src/formula/type.ts";
import { bare, boolean, count, date, days, money, number, ratio, sample, years } from "./sample.ts";

const yuan = money("CNY");
const usd = money("USD");

/** The formula's kind, or its problems as code and the text that they point at. */
function checked(text: string, context: "person" | "row" | "constant" = "person", expected?: Type): unknown {
  const { formula, problems } = compile(text, sample({ context }), expected);
  expect(formula === undefined).toBe(problems.length > 0);
  return formula?.type ?? problems.map(({ span, problem }) => `${problem.code} ${text.slice(span.start, span.end)}`);
}

describe("the kind of a calculation", () => {
  it.each<[string, Type]>([
    ["deposits + loans", yuan],
    ["deposits - 300万", yuan],
    ["300万 + deposits", yuan],
    ["settlement + 1 USD", usd],
    ["completion - 5%", ratio],
    ["score + 5", number("分")],
    ["score + 5分", number("分")],
    ["score + points", number("分")],
    ["violations + 1", count()],
    ["violations + customers", count("户")],
    ["violations + points", number()],
    ["years + 6个月", years],
    ["years + half_year", years],
    ["years_between(hired, as_of) + years", years],
    ["wait + 3天", days],
    ["hired + 1年", date],
    ["30天 + hired", date],
    ["hired - years", date],
    ["as_of - hired", days],
    ["-deposits", yuan],
    ["deposits * 120%", yuan],
    ["completion * deposits", yuan],
    ["deposits * 2", yuan],
    ["points * 4元", yuan],
    ["violations * 4元", yuan],
    ["years * 2", years],
    ["completion * completion", ratio],
    ["completion * 40", number()],
    ["score * completion", number("分")],
    ["score * points", number("分")],
    ["score * customers", number()],
    ["violations * 2", number()],
    ["deposits / 2", yuan],
    ["deposits / customers", yuan],
    ["deposits / 80%", yuan],
    ["completion / 2", ratio],
    ["customers / 2", number("户")],
    ["years / 2", years],
    ["deposits / loans", ratio],
    ["deposits / target", ratio],
    ["deposits / 100万元", number()],
    ["1亿 / deposits", ratio],
    ["settlement / 100万 USD", number()],
    ["completion / 5%", number()],
    ["completion / quality.npl", ratio],
    ["years / 1年", number()],
    ["years / half_year", number()],
    ["violations / customers", ratio],
    ["customers / points", number("户")],
    ["score / score", ratio],
    ["score / 5分", number()],
    ["score / goal", number("分")],
    ["1 / 2", number()],
    ["settlement as CNY", yuan],
    ["settlement as CNY + deposits", yuan],
    ["deposits as CNY", yuan],
  ])("%s", (text, type) => {
    expect(checked(text)).toEqual(type);
  });

  it.each([
    ["deposits + settlement", "formula/cannot-calculate deposits + settlement"],
    ["deposits / settlement", "formula/cannot-calculate deposits / settlement"],
    ["deposits * loans", "formula/cannot-calculate deposits * loans"],
    ["years * 4元", "formula/cannot-calculate years * 4元"],
    ["deposits + completion", "formula/cannot-calculate deposits + completion"],
    ["deposits + score", "formula/cannot-calculate deposits + score"],
    ["score + customers", "formula/cannot-calculate score + customers"],
    ["years + wait", "formula/cannot-calculate years + wait"],
    ["hired + born", "formula/cannot-calculate hired + born"],
    ["1年 - hired", "formula/cannot-calculate 1年 - hired"],
    ["exam + 1", "formula/cannot-calculate exam + 1"],
    ["role + role", "formula/cannot-calculate role + role"],
    ["'a' + 'b'", "formula/cannot-calculate 'a' + 'b'"],
    ["2 / years", "formula/cannot-calculate 2 / years"],
    ["completion / deposits", "formula/cannot-calculate completion / deposits"],
    ["settlement + 5", "formula/needs-unit 5"],
    ["completion - 5", "formula/needs-unit 5"],
    ["years + 1", "formula/needs-unit 1"],
    ["1 + hired", "formula/needs-unit 1"],
    ["deposits / 100万", "formula/ambiguous-divisor 100万"],
    ["-exam", "formula/wrong-type -exam"],
    ["points as CNY", "formula/wrong-type points"],
    ["5万 as USD", "formula/wrong-type 5万"],
    ["deposits as USD", "formula/no-rate deposits as USD"],
  ])("%s makes no sense", (text, problem) => {
    expect(checked(text)).toEqual([problem]);
  });
});

describe("comparisons", () => {
  it.each([
    "deposits >= 2.5亿",
    "deposits >= 2.5亿元",
    "deposits == loans",
    "deposits >= floor_of",
    "settlement >= 500万 USD",
    "completion >= 100%",
    "completion > quality.npl",
    "score >= 60",
    "score >= 60分",
    "score >= goal",
    "points < score",
    "violations == 0",
    "violations == 0次",
    "customers <= 15户",
    "customers > violations",
    "years >= 3年",
    "years < 6个月",
    "years >= years_between(hired, as_of)",
    "years_between(hired, as_of) >= 3",
    "years_between(hired, as_of) >= 3年",
    "wait <= 30天",
    "as_of - hired > 365天",
    "hired >= 2010-01-01",
    "hired between 2010-01-01 and as_of",
    "hired in period",
    "exam == rural",
    "exam == yes",
    "exam != false",
    "education >= 大专",
    "education == '本科'",
    "education in [大专, 本科]",
    "education between 大专 and 硕士",
    "博士 > education",
    "role == 员工",
    "role != '代办员'",
    "role == 'AA-'",
    "role == 'points'",
    "current == senior",
    "current >= 一级",
    "current == none",
    "qualified >= current",
    "current in [senior, '高级', none]",
    "current_level == A",
    "current_level == 2",
    "current_level in [A, B]",
    "name == '张三'",
    "manager == '0001'",
    "name == manager",
    "if(exam, 大专, 本科) <= education",
    "if(rural, senior, current) == qualified",
    "known(deposits)",
    "known(exam and rural)",
    "min(deposits, loans) > 0",
    "max(hired, born) < as_of",
    "max(0, deposits - 300万) > 5万",
    "deposits >= floor_of at senior",
    "deposits >= pay at current",
    "not exam or rural",
    "yes",
    "'a' == 'b'",
    "1 < 2",
    "none == none",
  ])("%s", (text) => {
    expect(checked(text)).toEqual(boolean);
  });

  it.each([
    ["settlement >= 500万", "formula/needs-unit 500万"],
    ["settlement >= floor_of", "formula/needs-unit floor_of"],
    ["completion >= 60", "formula/needs-unit 60"],
    ["0.6 <= completion", "formula/needs-unit 0.6"],
    ["years >= 3", "formula/needs-unit 3"],
    ["wait >= 3", "formula/needs-unit 3"],
    ["hired >= 2010", "formula/needs-unit 2010"],
    ["settlement >= deposits", "formula/cannot-compare settlement >= deposits"],
    ["deposits >= 3年", "formula/cannot-compare deposits >= 3年"],
    ["completion >= violations", "formula/cannot-compare completion >= violations"],
    ["completion >= 3分", "formula/cannot-compare completion >= 3分"],
    ["deposits >= points", "formula/cannot-compare deposits >= points"],
    ["score >= 60次", "formula/cannot-compare score >= 60次"],
    ["years >= 100天", "formula/cannot-compare years >= 100天"],
    ["deposits >= hired", "formula/cannot-compare deposits >= hired"],
    ["hired >= '2010-01-01'", "formula/cannot-compare hired >= '2010-01-01'"],
    ["education == role", "formula/cannot-compare education == role"],
    ["exam == 1", "formula/cannot-compare exam == 1"],
    ["role == 1", "formula/cannot-compare role == 1"],
    ["deposits in [1, 2年]", "formula/cannot-compare deposits in [1, 2年"],
    ["deposits between 1 and 2%", "formula/cannot-compare deposits between 1 and 2%"],
    ["education >= 大学", "formula/unknown-word 大学"],
    ["education == '大学'", "formula/unknown-word '大学'"],
    ["education in [大专, 中专]", "formula/unknown-word 中专"],
    ["current == middle", "formula/unknown-word middle"],
    ["role == points", "formula/ambiguous-word points"],
    ["manager == a1", "formula/quote-text a1"],
    ["manager == 1", "formula/quote-text 1"],
    ["name == 张三", "formula/quote-text 张三"],
    ["role >= 员工", "formula/unordered role >= 员工"],
    ["role between 员工 and 代办员", "formula/unordered role between 员工 and 代办员"],
    ["name > '张'", "formula/unordered name > '张'"],
    ["exam > rural", "formula/unordered exam > rural"],
    ["current_level >= A", "formula/unordered current_level >= A"],
    ["manager < '2'", "formula/unordered manager < '2'"],
    ["deposit > 1", "formula/unknown-name deposit"],
    ["大专", "formula/unknown-name 大专"],
    ["toString > 1", "formula/unknown-name toString"],
    ["quarter >= 80", "formula/not-visible quarter"],
    ["exam and score", "formula/wrong-type score"],
    ["not deposits", "formula/wrong-type deposits"],
    ["score in period", "formula/wrong-type score"],
    ["years_between(hired, score)", "formula/wrong-type score"],
    ["floor(exam)", "formula/wrong-type exam"],
    ["max(role, role)", "formula/wrong-type max(role, role)"],
    ["if(score, 1, 2)", "formula/wrong-type score"],
    ["if(exam, 1年, 2%)", "formula/branches-differ 1年, 2%"],
    ["if(exam, 1, 2%)", "formula/needs-unit 1"],
    ["if(exam, 1)", "formula/wrong-arguments if(exam, 1)"],
    ["floor(1, 2)", "formula/wrong-arguments floor(1, 2)"],
    ["min()", "formula/wrong-arguments min()"],
    ["round(score, points)", "formula/wrong-places points"],
    ["round(score, 1.5)", "formula/wrong-places 1.5"],
    ["round(score, 13)", "formula/wrong-places 13"],
    ["rounded(score)", "formula/unknown-function rounded(score)"],
    ["sum(score)", "formula/no-aggregate sum(score)"],
    ["max(score)", "formula/no-aggregate max(score)"],
    ["share(exam)", "formula/no-aggregate share(exam)"],
    ["deposits at senior", "formula/not-tier-scoped deposits at senior"],
    ["pay at middle", "formula/unknown-tier middle"],
    ["pay at deposits", "formula/unknown-tier deposits"],
    ["(pay + 1) at senior", "formula/at-needs-name (pay + 1) at senior"],
    ["factor at current", "formula/by-level factor at current"],
    ["pay at current_level", "formula/not-by-level pay at current_level"],
    ["pay at quarter", "formula/not-visible quarter"],
    ["salary at current", "formula/unknown-name salary"],
  ])("%s: %s", (text, problem) => {
    expect(checked(text)).toEqual([problem]);
  });

  it("reports every problem, not only the first", () => {
    expect(checked("deposit > 1 and score and completion >= 60 and foo(bar)")).toEqual([
      "formula/unknown-name deposit",
      "formula/wrong-type score",
      "formula/needs-unit 60",
      "formula/unknown-function foo(bar)",
    ]);
  });
});

describe("the kinds of functions", () => {
  it.each<[string, Type]>([
    ["floor(years / 1年)", number()],
    ["floor(years)", years],
    ["round(deposits)", yuan],
    ["round(completion, 4)", ratio],
    ["round(completion)", number()],
    ["floor(deposits / target) * 2", number()],
    ["(deposits - 300万) / 5万元 * 2", number()],
    ["years_between(hired, as_of)", number("年")],
    ["max(score, 0)", number("分")],
    ["max(hired, born)", date],
    ["if(exam, 0元, 4元)", yuan],
    ["if(exam, 0, deposits)", yuan],
    ["if(exam, 0, 4)", number()],
    ["if(exam, 'a', 'b')", { kind: "text" }],
    ["pay at current", yuan],
    ["floor_of at 高级", number()],
    ["pay at tier", yuan],
    ["factor at recommended_level", number()],
  ])("%s", (text, type) => {
    const env = sample();
    const tier = { type: { kind: "tier" }, tierScoped: true, get: () => "first" } as const;
    const { formula } = compile(text, { ...env, resolve: (name) => (name === "tier" ? tier : env.resolve(name)) });
    expect(formula?.type).toEqual(type);
  });
});

describe("places", () => {
  it.each<[string, unknown]>([
    ["deposits - loans", yuan],
    ["deposits / 2", ["formula/no-division deposits / 2"]],
    ["sum(deposits)", ["formula/no-aggregate sum(deposits)"]],
  ])("in a row: %s", (text, expected) => {
    expect(checked(text, "row")).toEqual(expected);
  });

  it.each<[string, unknown]>([
    ["500万", bare],
    ["500万 * 120%", bare],
    ["floor_of", bare],
    ["300元", yuan],
    ["60学时", number("学时")],
    ["2010-01-01 + 1年", date],
  ])("as a constant: %s", (text, expected) => {
    expect(checked(text, "constant")).toEqual(expected);
  });

  it.each<[string, Type, unknown]>([
    ["500万", yuan, yuan],
    ["5", count("户"), count("户")],
    ["5户", count("户"), count("户")],
    [
      "大专",
      { kind: "enum", name: "education", values: ["高中", "大专"], ordered: true },
      { kind: "enum", name: "education", values: ["高中", "大专"], ordered: true },
    ],
    ["senior", { kind: "tier" }, { kind: "tier" }],
    ["exam", boolean, boolean],
    ["5", ratio, ["formula/needs-unit 5"]],
    ["500万", usd, ["formula/needs-unit 500万"]],
    ["5户", count("人"), ["formula/wrong-type 5户"]],
    ["score", boolean, ["formula/wrong-type score"]],
    [
      "中专",
      { kind: "enum", name: "education", values: ["高中", "大专"], ordered: true },
      ["formula/unknown-word 中专"],
    ],
  ])("where %s is asked for %o", (text, expected, result) => {
    expect(checked(text, "person", expected)).toEqual(result);
  });

  it("needs a period for in period", () => {
    const { period: _, ...env } = sample();
    expect(compile("hired in period", env).problems.map(({ problem }) => problem.code)).toEqual(["formula/no-period"]);
  });
});

describe("facts about a formula", () => {
  it("lists the names that it uses, once each, in order; words and functions are none", () => {
    const { formula } = compile(
      "loans > 1 and known(loans) and education >= 大专 and pay at current > deposits",
      sample(),
    );
    expect(formula?.uses).toEqual(["loans", "education", "pay", "current", "deposits"]);
  });

  it.each([
    ["deposits >= floor_of", true],
    ["deposits >= floor_of at senior", false],
    ["deposits >= floor_of at current", false],
    ["if(exam, pay, 1元) > 0", true],
    ["deposits >= 1", false],
  ])("%s is tier-scoped: %s", (text, tierScoped) => {
    expect(compile(text, sample()).formula?.tierScoped).toBe(tierScoped);
  });

  it("gives every node its kind, and constants their value", () => {
    const { ast, typing } = compile("education >= 大专 and deposits > 2 * 500万", sample());
    const found = [...typing].map(([{ node }, { type, constant }]) => [
      node,
      type.kind,
      constant === undefined ? undefined : String(constant),
    ]);
    expect(found).toEqual([
      ["name", "enum", undefined],
      ["name", "enum", "大专"],
      ["compare", "boolean", undefined],
      ["name", "money", undefined],
      ["figure", "number", "2"],
      ["figure", "number", "5000000"],
      ["calculate", "number", "10000000"],
      ["compare", "boolean", undefined],
      ["logic", "boolean", undefined],
    ]);
    expect(ast && typing.has(ast)).toBe(true);
  });
});
