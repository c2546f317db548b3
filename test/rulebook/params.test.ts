import { describe, expect, it } from "vitest";
import { message } from "../../src/diagnostic/diagnostic.ts";
import type { Result } from "../../src/formula/value.ts";
import { Unknown } from "../../src/formula/value.ts";
import { Exact } from "../../src/number/exact.ts";
import type { Leaf } from "../../src/rulebook/criterion.ts";
import type { PersonFrame } from "../../src/rulebook/frame.ts";
import { checkInForce } from "../../src/rulebook/in-force.ts";
import { staticFrame } from "../../src/rulebook/static-frame.ts";
import { findings, marked, rulebook, sorted } from "./build.ts";

function expectMarked(sections: string, ...codes: string[]): void {
  const { clean, expected } = marked(sections, codes);
  expect(sorted(findings(clean))).toEqual(sorted(expected));
}

const threeTiers =
  "tiers: [{id: a, requires: [mark >= p]}, {id: b, requires: [mark >= p]}, {id: c, requires: [mark >= p]}]";

/** What the first leaf of each tier is held against, on a day. */
function lines(params: string, asOf = "2026-12-31"): string[] {
  const rules = rulebook(`params: {p: ${params}}\n${threeTiers}`);
  return rules.tiers.map((tier) => {
    const frame = { ...staticFrame(rules, tier.index), run: { asOf, from: asOf, to: asOf } };
    return text((tier.requires.of[0] as Leaf).threshold(frame));
  });
}

function text(result: Result | undefined): string {
  return result instanceof Unknown ? `? ${result.reasons.map((one) => one.why).join()}` : String(result);
}

describe("by tier: exhaustive, or with a default", () => {
  it.each([
    ["every tier", "{by: tier, values: {a: 3, b: 2, c: 1}}", ["3", "2", "1"]],
    ["in any order", "{by: tier, values: {c: 1, a: 3, b: 2}}", ["3", "2", "1"]],
    ["a default for the rest", "{by: tier, values: {a: 3, default: 1}}", ["3", "1", "1"]],
    ["nothing but a default", "{by: tier, values: {default: 1}}", ["1", "1", "1"]],
    ["plain", "7", ["7", "7", "7"]],
    ["plain, with notes", "{value: 7, cite: 第一条, assumed: yes}", ["7", "7", "7"]],
  ])("%s", (_, params, expected) => expect(lines(params)).toEqual(expected));

  it("a tier whose name is mistyped is one mistake, one that is left out beside it another", () => {
    const tiers = "tiers: [{id: senior, requires: [mark >= 8]}, {id: first, requires: [mark >= 6]}]";
    const typo = `params: {p: {by: tier, values: {«senoir»: 3, first: 2}}}\n${tiers}`;
    expectMarked(typo, "rulebook/unknown-reference");
    const both = findings(`params: {p: {by: tier, values: {senoir: 3}}}\n${tiers}`);
    expect(both.map((one) => one.split(" ")[0])).toEqual(["rulebook/unknown-reference", "rulebook/by-tier"]);
  });

  it.each([
    ["a tier left out", "params: {p: {by: tier, values: «{a: 3, b: 2}»}}", ["rulebook/by-tier"]],
    ["two of them, each named", "params: {p: {by: tier, values: {a: 3}}}", ["rulebook/by-tier", "rulebook/by-tier"]],
    ["an unknown tier", "params: {p: {by: tier, values: {«aa»: 3, default: 1}}}", ["rulebook/unknown-reference"]],
    [
      "a list where one value stands",
      "params: {p: {by: tier, values: {a: «[3, 2]», default: 1}}}",
      ["rulebook/value-type"],
    ],
    ["no values", "params: {p: «{by: tier}»}", ["rulebook/missing-key"]],
    ["no value", "params: {p: «{label: x}»}", ["rulebook/missing-key"]],
  ])("%s", (_, params, codes) => {
    const { clean, expected } = marked(`${params}\n${threeTiers}`, codes);
    const found = findings(clean);
    expect(found.map((one) => one.split(" ")[0])).toEqual(codes);
    if (expected.length > 0) expect(found).toEqual(expected);
  });

  it.each([
    ["money and a ratio", "{a: 3万元, default: 2%}"],
    ["two currencies", "{a: 3万元, default: 2 USD}"],
    ["years and days", "{a: 3年, default: 2天}"],
    ["a truth and a figure", "{a: yes, default: 5}"],
    ["a word and a figure", "{a: 本科, default: 5}"],
    ["a date and a figure", "{a: 2020-01-01, default: 5}"],
    ["张 and 次", "{a: 5张, default: 5次}"],
  ])("values of two kinds: %s", (_, values) => {
    expectMarked(
      `params: {«p»: {by: tier, values: ${values}}}\ntiers: [{id: a, requires: [exam]}, {id: b, requires: [exam]}]`,
      "rulebook/mixed-values",
    );
  });

  it("a bare figure among figures with a unit is of theirs", () => {
    expect(rulebook("params: {p: {by: tier, values: {high: 5万元, low: 3}}}").params[0]?.type).toEqual({
      kind: "money",
      currency: "CNY",
    });
  });
});

describe("by level: a list a tier, a value a level", () => {
  const levels = "levels: {by: mark, lines: {high: [90, 80], low: [60]}}";
  const factor = (values: string) => `params: {p: {by: level, values: ${values}}}\n${levels}`;
  it("as many as the tier has lines, or more where a default serves all", () => {
    expect(findings(factor("{high: [2, 1], low: [1]}"))).toEqual([]);
    expect(findings(factor("{default: [2, 1]}"))).toEqual([]);
    expectMarked(factor("{high: «[2]», low: [1]}"), "rulebook/value-type");
    expectMarked(factor("{high: [2, 1], low: «1»}"), "rulebook/value-type");
    expectMarked(factor("«{high: [2, 1]}»"), "rulebook/by-tier");
  });
  it("only a level pins it", () => {
    expect(findings(`${factor("{default: [2, 1]}")}\nbenefits: {pay: {amount: p at recommended_level}}`)).toEqual([]);
    expectMarked(`${factor("{default: [2, 1]}")}\nbenefits: {pay: {amount: «p at recommended»}}`, "formula/by-level");
  });
  it("is read at the level held", () => {
    const rules = rulebook(
      `${factor("{high: [2, 1], low: [0.5]}")}\nbenefits: {pay: {amount: p at recommended_level}}`,
    );
    const pay = (recommended: Result, recommendedLevel: Result) => {
      const frame: PersonFrame = { ...staticFrame(rules, -1), recommended, recommendedLevel };
      return text(rules.benefits[0]?.amount.evaluate(frame));
    };
    expect(pay("high", "1")).toBe("2");
    expect(pay("high", "2")).toBe("1");
    expect(pay("low", "1")).toBe("0.5");
    expect(pay("low", "2")).toBe("? no-value");
    expect(pay("", "")).toBe("? no-tier");
    expect(pay(new Unknown([]), "1")).toBe("? ");
  });
});

describe("dated values: the one in force on the day of assessment", () => {
  const versions =
    "{versions: [{from: 2020-01-01, value: 1}, {from: 2024-07-01, to: 2025-12-31, value: 2}, {from: 2026-06-01, value: 3}]}";
  it.each([
    ["2020-01-01", "1"],
    ["2024-06-30", "1"],
    ["2024-07-01", "2"],
    ["2025-12-31", "2"],
    ["2026-01-01", "? no-value"],
    ["2026-05-31", "? no-value"],
    ["2026-06-01", "3"],
    ["2099-01-01", "3"],
    ["2019-12-31", "? no-value"],
  ])("on %s", (asOf, expected) => expect(lines(versions, asOf)[0]).toBe(expected));

  it("by tier in each version", () => {
    const dated =
      "{by: tier, versions: [{from: 2020-01-01, values: {a: 3, default: 1}}, {from: 2025-01-01, values: {default: 9}}]}";
    expect(lines(dated, "2024-12-31")).toEqual(["3", "1", "1"]);
    expect(lines(dated, "2025-01-01")).toEqual(["9", "9", "9"]);
  });

  const notInForce = (sections: string, asOf: string) =>
    checkInForce(rulebook(sections), { asOf, from: asOf, to: asOf }).map(({ code, args }) =>
      `${code} ${args.param ?? ""}`.trim(),
    );

  it.each([
    ["2019-12-31", ["rulebook/not-in-force p"]],
    ["2020-01-01", []],
    ["2026-03-01", ["rulebook/not-in-force p"]],
    ["2026-06-01", []],
  ])("a day without a value is an error: %s", (asOf, expected) => {
    expect(notInForce(`params: {p: ${versions}, q: 5}`, asOf)).toEqual(expected);
  });

  const rates = "rates: {USD: [{from: 2020-01-01, to: 2020-12-31, CNY: 6.5}, {from: 2022-01-01, CNY: 7}]}";
  it.each([
    ["2019-12-31", ["rulebook/not-in-force USD→CNY"]],
    ["2020-12-31", []],
    ["2021-06-01", ["rulebook/not-in-force USD→CNY"]],
    ["2022-01-01", []],
  ])("a day without a rate is one: %s", (asOf, expected) => expect(notInForce(rates, asOf)).toEqual(expected));

  it.each([
    ["2025-12-31", ["rulebook/not-effective"]],
    ["2026-01-01", []],
    ["2026-12-31", []],
    ["2027-01-01", ["rulebook/not-effective"]],
  ])("a day outside the rulebook's own time: %s", (asOf, expected) => {
    expect(notInForce("effective: {from: 2026-01-01, to: 2026-12-31}", asOf)).toEqual(expected);
  });

  it.each([
    ["{from: 2026-01-01, to: 2026-12-31}", "自 2026-01-01 起、至 2026-12-31 止施行", "from 2026-01-01 to 2026-12-31;"],
    ["{from: 2026-01-01}", "自 2026-01-01 起施行", "from 2026-01-01;"],
    ["{to: 2024-12-31}", "至 2024-12-31 止施行", "until 2024-12-31;"],
  ])("names the end of %s only where there is one", (effective, zh, en) => {
    const run = { asOf: "2025-06-30", from: "2025-06-30", to: "2025-06-30" };
    const [found] = checkInForce(rulebook(`effective: ${effective}`), run);
    expect(found && [message(found, "zh"), message(found, "en")]).toEqual([
      `规则${zh}，评定日 2025-06-30 不在其内`,
      `the rulebook is in force ${en} the assessment day 2025-06-30 is outside`,
    ]);
  });

  it.each([
    [
      "versions out of order",
      "params: {p: {versions: [{from: 2021-01-01, value: 1}, {from: «2020-01-01», value: 2}]}}",
      "rulebook/dates-out-of-order",
    ],
    [
      "a day twice",
      "params: {p: {versions: [{from: 2021-01-01, value: 1}, {from: «2021-01-01», value: 2}]}}",
      "rulebook/dates-out-of-order",
    ],
    [
      "rates out of order",
      "rates: {USD: [{from: 2021-01-01, CNY: 7}, {from: «2020-01-01», CNY: 6}]}",
      "rulebook/dates-out-of-order",
    ],
    [
      "a version that ends before it begins",
      "params: {p: {versions: [{from: 2021-01-01, to: «2020-12-31», value: 1}]}}",
      "rulebook/bad-value",
    ],
    ["a rate that does", "rates: {USD: [{from: 2021-01-01, to: «2020-12-31», CNY: 7}]}", "rulebook/bad-value"],
    ["a rate of nothing", "rates: {USD: [{from: 2021-01-01, CNY: «0»}]}", "rulebook/bad-value"],
    ["a day that there is not", "params: {p: {versions: [{from: «2021-13-01», value: 1}]}}", "rulebook/bad-value"],
  ])("%s", (_, sections, code) => expectMarked(sections, code));
});

describe("rates", () => {
  const rules = (more: string) =>
    rulebook(
      `rates: {USD: [{from: 2020-01-01, CNY: 6.5}, {from: 2025-01-01, CNY: 7}]}\nmetrics: {u: {sum: sales.usd}, c: {sum: sales.amount}, ${more}}`,
    );
  function converted(more: string, value: Exact, asOf: string): string {
    const made = rules(more);
    const figure = (name: string) => made.figures.find((one) => one.name === name)?.slot ?? -1;
    const frame = { ...staticFrame(made, -1), run: { asOf, from: asOf, to: asOf } };
    frame.shared[figure("u")] = value;
    frame.shared[figure("c")] = value;
    const measure = made.metrics.find((one) => one.name === "x")?.measure;
    return text(measure?.kind === "value" ? measure.formula.evaluate(frame) : undefined);
  }
  it.each([
    ["u as CNY", "10", "2024-12-31", "65"],
    ["u as CNY", "10", "2025-01-01", "70"],
    ["c as USD", "65", "2024-12-31", "10"],
    ["c as USD", "1", "2025-06-01", "0.14285714285714285714"],
    ["u as USD", "3", "2025-06-01", "3"],
  ])("%s: %s on %s", (formula, value, asOf, expected) => {
    expect(converted(`x: {value: ${formula}}`, Exact.parse(value) as Exact, asOf)).toBe(expected);
  });
  it("a pair without a rate is refused", () => {
    expect(findings("metrics: {u: {sum: sales.usd}, x: {value: u as CNY}}").map((one) => one.split(" ")[0])).toEqual([
      "formula/no-rate",
    ]);
  });
});
