import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Expression } from "../../src/formula/expression.ts";
import { parse } from "../../src/formula/parse.ts";
import { print } from "../../src/formula/print.ts";
import { Exact } from "../../src/number/exact.ts";

/** The tree without its spans, comparable. */
function bare(value: unknown): unknown {
  if (value instanceof Exact) return value.key;
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (key === "span" ? [] : [[key, bare(inner)]])),
  );
}

function parsed(text: string): Expression {
  const result = parse(text);
  if ("problem" in result) throw new Error(`${text}: ${result.problem.problem.code}`);
  return result.ast;
}

const span = { start: 0, end: 0 };
const literals = [
  "0",
  "12.50",
  ".5",
  "2.5亿",
  "500万 USD",
  "1亿元",
  "3 $",
  "2%",
  "5‰",
  "3年",
  "6个月",
  "3年6个月",
  "30天",
  "500张",
  "5kg",
  "2026-09-30",
];
const names = [
  "deposits",
  "quality.npl",
  "存款",
  "a1",
  "_x",
  "tier",
  "none",
  "period",
  "if",
  "max",
  "大专",
  "known",
  "notable",
  "é",
];
const name = fc.constantFrom(...names).map((text): Expression => ({ node: "name", name: text, span }));
const text = fc.string({ unit: "grapheme", maxLength: 6 }).map((value): Expression => ({ node: "text", value, span }));
const leaf = fc.oneof(name, fc.constantFrom(...literals).map(parsed), text);

const { expression } = fc.letrec<{ expression: Expression }>((tie) => {
  const inner = tie("expression");
  const unary = (node: "negate" | "not" | "in-period") =>
    inner.map((operand) => ({ node, operand, span }) as Expression);
  return {
    expression: fc.oneof(
      { maxDepth: 5, depthIdentifier: "formula" },
      leaf,
      unary("negate"),
      unary("not"),
      unary("in-period"),
      fc
        .tuple(fc.constantFrom("+", "-", "*", "/"), inner, inner)
        .map(([op, left, right]) => ({ node: "calculate", op, left, right, span }) as Expression),
      fc
        .tuple(fc.constantFrom("==", "!=", "<", "<=", ">", ">="), inner, inner)
        .map(([op, left, right]) => ({ node: "compare", op, left, right, span }) as Expression),
      fc
        .tuple(fc.constantFrom("and", "or"), inner, inner)
        .map(([op, left, right]) => ({ node: "logic", op, left, right, span }) as Expression),
      fc
        .tuple(inner, fc.array(inner, { minLength: 1, maxLength: 3 }))
        .map(([operand, items]) => ({ node: "in", operand, items, span }) as Expression),
      fc
        .tuple(inner, inner, inner)
        .map(([operand, low, high]) => ({ node: "between", operand, low, high, span }) as Expression),
      fc
        .tuple(inner, fc.constantFrom("CNY", "USD"))
        .map(([operand, currency]) => ({ node: "as", operand, currency, span }) as Expression),
      fc
        .tuple(inner, fc.oneof(name, text))
        .map(([operand, tier]) => ({ node: "at", operand, tier, span }) as Expression),
      fc
        .tuple(fc.constantFrom(...names), fc.array(inner, { maxLength: 3 }))
        .map(([callee, args]) => ({ node: "call", callee, args, span }) as Expression),
    ),
  };
});

describe("print", () => {
  it("is undone by parse", () => {
    fc.assert(
      fc.property(expression, (ast) => {
        expect(bare(parsed(print(ast)))).toEqual(bare(ast));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ["存款≥２．５亿", "存款 >= 2.5亿"],
    ["((a + (b * c)))", "a + b * c"],
    ["(a+b)*c", "(a + b) * c"],
    ["a-(b-c)", "a - (b - c)"],
    ["a or (b or c)", "a or (b or c)"],
    ["not (a and b)", "not (a and b)"],
    ["x not in [1,2]", "not x in [1, 2]"],
    ["(a + b) as CNY", "(a + b) as CNY"],
    ["500万USD", "500万 USD"],
    ["x == “it's”", "x == 'it''s'"],
    ["if( a,1 , 2 )", "if(a, 1, 2)"],
    ["2026年9月3日", "2026-09-03"],
  ])("writes %s as %s", (text, canonical) => {
    expect(print(parsed(text))).toBe(canonical);
  });
});
