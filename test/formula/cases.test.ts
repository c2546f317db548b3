import { describe, expect, it } from "vitest";
import { type CasesText, compileCases } from "../../src/formula/cases.ts";
import type { Type } from "../../src/formula/type.ts";
import { Unknown } from "../../src/formula/value.ts";
import { blank, exact, type Frame, money, number, ratio, sample } from "./sample.ts";

const table = (otherwise: string, ...cases: [string, string][]): CasesText => ({
  cases: cases.map(([when, give]) => ({ when, give })),
  else: otherwise,
});

const seniority = table(
  "8元",
  ["not exam", "0元"],
  ["years < 3年", "0元"],
  ["points <= 10", "4元"],
  ["points <= 15", "6元"],
);

describe("compileCases", () => {
  it.each<[string, Frame, string]>([
    ["first case", { exam: false, years: exact("20"), points: exact("20") }, "0"],
    ["second case", { exam: true, years: exact("2.99"), points: exact("2") }, "0"],
    ["at the edge", { exam: true, years: exact("3"), points: exact("10") }, "4"],
    ["fourth case", { exam: true, years: exact("12"), points: exact("12") }, "6"],
    ["else", { exam: true, years: exact("20"), points: exact("20") }, "8"],
    ["an earlier case decides, whatever is missing", { exam: false }, "0"],
    ["unknown, but both outcomes are 0", { exam: blank("exam"), years: exact("1") }, "0"],
    ["unknown", { exam: blank("exam"), years: exact("20"), points: exact("20") }, "? exam"],
    ["unknown further down", { exam: true, years: exact("20") }, "? points"],
    ["all unknown", {}, "? exam, years, points"],
  ])("%s", (_, frame, expected) => {
    const { formula, problems } = compileCases(seniority, sample());
    expect(problems).toEqual([]);
    expect(formula?.type).toEqual(money("CNY"));
    const result = formula?.evaluate(frame);
    expect(
      result instanceof Unknown ? `? ${result.reasons.map(({ what }) => what.zh).join(", ")}` : String(result),
    ).toBe(expected);
  });

  it("is a nested if, with its names in order", () => {
    const { formula, ast, typing } = compileCases(seniority, sample());
    expect(formula?.text).toBe(
      "if(not exam, 0元, if(years < 3年, 0元, if(points <= 10, 4元, if(points <= 15, 6元, 8元))))",
    );
    expect(formula?.uses).toEqual(["exam", "years", "points"]);
    expect(ast && typing.get(ast)?.type).toEqual(money("CNY"));
  });

  it.each<[string, CasesText, Type | undefined, Type]>([
    ["bare figures are a number", table("0", ["exam", "5"]), undefined, number()],
    ["a bare figure becomes money beside money", table("0", ["exam", "deposits"]), undefined, money("CNY")],
    ["money where money is asked for", table("0", ["exam", "5"]), money("CNY"), money("CNY")],
    [
      "words take their meaning from what is asked for",
      table("none", ["exam", "senior"]),
      { kind: "tier" },
      { kind: "tier" },
    ],
    [
      "words take their meaning from the others",
      table("大专", ["exam", "education"]),
      undefined,
      (sample().resolve("education") as { type: Type }).type,
    ],
    ["no case at all", table("5%"), undefined, ratio],
  ])("%s", (_, cases, expected, type) => {
    const { formula, problems } = compileCases(cases, sample(), expected);
    expect(problems).toEqual([]);
    expect(formula?.type).toEqual(type);
  });

  it("gives each problem its place, all of them", () => {
    const bad = table("2%", ["exam", "1"], ["scor > 1", "3年"], ["score", "("], ["1 < 2 < 3", "deposits at senior"]);
    const found = compileCases(bad, sample()).problems.map(({ problem, case: index, part, span }) => [
      index,
      part,
      problem.code,
      span.start,
      span.end,
    ]);
    expect(found).toEqual([
      [3, "when", "formula/chained-comparison", 0, 9],
      [2, "give", "formula/unexpected-end", 1, 1],
      [1, "when", "formula/unknown-name", 0, 4],
      [2, "when", "formula/wrong-type", 0, 5],
      [1, "give", "formula/branches-differ", 0, 2],
      [3, "give", "formula/not-tier-scoped", 0, 18],
      [undefined, "else", "formula/branches-differ", 0, 2],
    ]);
  });
});
