import { describe, expect, it } from "vitest";
import type { Expression } from "../../src/formula/expression.ts";
import { parse } from "../../src/formula/parse.ts";
import { Exact } from "../../src/number/exact.ts";

/** The tree as nested lists: `["compare", ">=", "deposits", "2.5亿"]`. */
function tree(text: string): unknown {
  const parsed = parse(text);
  if ("problem" in parsed)
    return [parsed.problem.problem.code, text.slice(parsed.problem.span.start, parsed.problem.span.end)];
  const show = (expression: Expression): unknown => {
    const parts = Object.entries(expression).filter(([key]) => key !== "span");
    const name = parts.find(
      ([key]) => key === "name" || key === "text" || (key === "value" && expression.node === "date"),
    );
    if (name && expression.node !== "text") return name[1];
    return parts.map(([key, value]) => {
      if (Array.isArray(value)) return value.map(show);
      return key !== "node" && typeof value === "object" && !(value instanceof Exact)
        ? show(value as Expression)
        : value;
    });
  };
  return show(parsed.ast);
}

describe("parse", () => {
  it.each<[string, unknown]>([
    ["deposits >= 2.5亿", ["compare", ">=", "deposits", "2.5亿"]],
    ["a or b and not c == 1", ["logic", "or", "a", ["logic", "and", "b", ["not", ["compare", "==", "c", "1"]]]]],
    ["(a or b) and c", ["logic", "and", ["logic", "or", "a", "b"], "c"]],
    ["1 + 2 * 3 - 4", ["calculate", "-", ["calculate", "+", "1", ["calculate", "*", "2", "3"]], "4"]],
    ["a - b - c", ["calculate", "-", ["calculate", "-", "a", "b"], "c"]],
    ["a / b * c", ["calculate", "*", ["calculate", "/", "a", "b"], "c"]],
    ["-a * b", ["calculate", "*", ["negate", "a"], "b"]],
    ["--a", ["negate", ["negate", "a"]]],
    ["-x as CNY", ["negate", ["as", "x", "CNY"]]],
    ["x at current + 1", ["calculate", "+", ["at", "x", "current"], "1"]],
    ["x at '高级(A)'", ["at", "x", ["text", "高级(A)"]]],
    ["x as 美元 at senior", ["at", ["as", "x", "USD"], "senior"]],
    ["x between 1 and 2 and y", ["logic", "and", ["between", "x", "1", "2"], "y"]],
    ["x in [a, 'b c', 3]", ["in", "x", ["a", ["text", "b c"], "3"]]],
    ["x not in [a]", ["not", ["in", "x", ["a"]]]],
    ["not x in [a]", ["not", ["in", "x", ["a"]]]],
    ["date in period", ["in-period", "date"]],
    ["(a == b) == c", ["compare", "==", ["compare", "==", "a", "b"], "c"]],
    ["if(a, 1, 2)", ["call", "if", ["a", "1", "2"]]],
    ["f()", ["call", "f", []]],
    ["quality.npl <= 2%", ["compare", "<=", "quality.npl", "2%"]],
    ["known >= 80", ["compare", ">=", "known", "80"]],
    ["指标_1", "指标_1"],
    ["orders in period2", ["formula/unexpected", "period2"]],
  ])("reads %s", (text, expected) => {
    expect(tree(text)).toEqual(expected);
  });

  it.each<[string, unknown]>([
    ["存款 ≥ 2.5亿", ["compare", ">=", "存款", "2.5亿"]],
    ["a ≤ 1", ["compare", "<=", "a", "1"]],
    ["a ≠ 1", ["compare", "!=", "a", "1"]],
    ["a ＞＝ １２．５％", ["compare", ">=", "a", "12.5%"]],
    [
      "（a＋b）×2÷3－1",
      ["calculate", "-", ["calculate", "/", ["calculate", "*", ["calculate", "+", "a", "b"], "2"], "3"], "1"],
    ],
    ["x in 【甲、乙，丙】", ["in", "x", ["甲", "乙", "丙"]]],
    ["x == “甲 乙”", ["compare", "==", "x", ["text", "甲 乙"]]],
    ["x == 「甲」", ["compare", "==", "x", ["text", "甲"]]],
    ['x == "it\'s"', ["compare", "==", "x", ["text", "it's"]]],
    ["x == 'it''s'", ["compare", "==", "x", ["text", "it's"]]],
    ["x == '１，＞'", ["compare", "==", "x", ["text", "１，＞"]]],
    ["a\u3000>\u00A01", ["compare", ">", "a", "1"]],
  ])("reads the full-width %s", (text, expected) => {
    expect(tree(text)).toEqual(expected);
  });

  it.each([
    ["2.5亿", "2.5亿", "250000000"],
    ["500万 USD", "500万 USD", "5000000"],
    ["500万USD", "500万 USD", "5000000"],
    ["500 万 美元", "500万美元", "5000000"],
    ["1.5亿元", "1.5亿元", "150000000"],
    ["300 元", "300元", "300"],
    ["2%", "2%", "0.02"],
    ["2 ％", "2%", "0.02"],
    ["3年", "3年", "3"],
    ["6个月", "6个月", "0.5"],
    ["3年6个月", "3年6个月", "3.5"],
    ["30天", "30天", "30"],
    ["500 张", "500张", "500"],
    [".5", ".5", "0.5"],
    ["5kg", "5kg", "5"],
    ["007", "007", "7"],
  ])("reads the figure %s", (text, canonical, value) => {
    const parsed = parse(text);
    expect("ast" in parsed && parsed.ast.node === "figure" && [parsed.ast.text, parsed.ast.value.toString()]).toEqual([
      canonical,
      value,
    ]);
  });

  it.each([
    ["2026-09-30", "2026-09-30"],
    ["2026-9-3", "2026-09-03"],
    ["2026年9月30日", "2026-09-30"],
    ["２０２４－０２－２９", "2024-02-29"],
  ])("reads the day %s", (text, value) => {
    expect(parse(text)).toEqual({ ast: { node: "date", value, span: { start: 0, end: text.length } } });
  });

  it("keeps the span of every part, in the text as written", () => {
    const text = "  （存款 ≥ 2.5亿） and max(a, b) > 3 年";
    const parsed = parse(text);
    const spans: string[] = [];
    const visit = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      if ("span" in value) {
        const { start, end } = value.span as { start: number; end: number };
        spans.push(text.slice(start, end));
      }
      for (const child of Object.values(value)) visit(child);
    };
    visit(parsed);
    expect(spans).toEqual([
      "（存款 ≥ 2.5亿） and max(a, b) > 3 年",
      "（存款 ≥ 2.5亿）",
      "存款",
      "2.5亿",
      "max(a, b) > 3 年",
      "max(a, b)",
      "a",
      "b",
      "3 年",
    ]);
  });

  it.each<[string, string, string]>([
    ["", "formula/empty", ""],
    ["  ", "formula/empty", "  "],
    ["a = 1", "formula/single-equals", "="],
    ["a <> 1", "formula/wrong-operator", "<>"],
    ["a => 1", "formula/wrong-operator", "=>"],
    ["a && b", "formula/wrong-operator", "&&"],
    ["!a", "formula/wrong-operator", "!"],
    ["a 且 b", "formula/wrong-operator", "且"],
    ["a >= 5 或 b", "formula/wrong-operator", "或"],
    ["1 < a < 3", "formula/chained-comparison", "1 < a < 3"],
    ["a == b == c", "formula/chained-comparison", "a == b == c"],
    ["a in [b] in [c]", "formula/chained-comparison", "a in [b] in ["],
    ["a >= 1_000", "formula/bad-number", "1_000"],
    ["1.5e6", "formula/bad-number", "1.5e6"],
    ["5%5", "formula/bad-number", "5%5"],
    ["2026-02-30", "formula/bad-date", "2026-02-30"],
    ["2026年13月1日", "formula/bad-date", "2026年13月1日"],
    ["a >= 1,000", "formula/unexpected", ","],
    ["a b", "formula/unexpected", "b"],
    ["a)", "formula/unexpected", ")"],
    ["[1]", "formula/unexpected", "["],
    ["a >= and b", "formula/unexpected", "and"],
    ["a in b", "formula/unexpected", "b"],
    ["a between 1, 2", "formula/unexpected", ","],
    ["a between 1 or 2", "formula/unexpected", "or"],
    ["a at 3", "formula/unexpected", "3"],
    ["a as 3", "formula/unexpected", "3"],
    ["a as XYZ", "formula/unknown-currency", "XYZ"],
    ["in [a]", "formula/unexpected", "in"],
    ["f(a b)", "formula/unexpected", "b"],
    ["f(, a)", "formula/unexpected", ","],
    ["a >=", "formula/unexpected-end", ""],
    ["not", "formula/unexpected-end", ""],
    ["a in [b, ", "formula/unexpected-end", ""],
    ["(a + b", "formula/unclosed-bracket", "("],
    ["f(a", "formula/unclosed-bracket", "("],
    ["a in [b)", "formula/unclosed-bracket", "["],
    ["a == 'b", "formula/unclosed-text", "'b"],
    ["a == “b", "formula/unclosed-text", "“b"],
    ["a ; b", "formula/unexpected-character", ";"],
    ["a.b. > 1", "formula/unexpected-character", "."],
    ["$5", "formula/unexpected-character", "$"],
    ["a 😀", "formula/unexpected-character", "😀"],
  ])("says what is wrong with %j: %s", (text, code, at) => {
    expect(tree(text)).toEqual([code, at]);
  });

  it("refuses formulas that nobody could check", () => {
    const long = `${"a + ".repeat(1000)}a`;
    expect(tree(`${"(".repeat(101)}a`)).toEqual(["formula/too-deep", "a"]);
    expect(tree(long)).toEqual(["formula/too-long", long]);
    expect(tree(`${"- ".repeat(101)}a`)).toEqual(["formula/too-deep", "a"]);
  });
});
