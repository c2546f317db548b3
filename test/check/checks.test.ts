import { describe, expect, it } from "vitest";
import { checked } from "./build.ts";

describe("tiers that can be reached by people who miss the pass line", () => {
  const sections = (requires: string, standing = "that: total >= 50") => `metrics:
  total: {sum: sales.amount}
  largest: {max: sales.amount, per: customer}
  borrowed: {sum: loans.amount}
  growth: {sum: sales.amount - sales.before}
  rows: {count: loans}
tiers:
  - {id: a, requires: ${requires}}
standing:
  - {id: ok, ${standing}}`;
  const code = "check/tier-without-standing";
  const found = [`${code} 10: «{id: ok, ${"that: total >= 50"}}»`];
  it.each<[string, string, string[]]>([
    ["through another input's business", "[{any: [total >= 90, borrowed >= 90]}]", found],
    ["through none at all", "[exam]", found],
    ["through a difference, which bounds neither", "[{any: [total >= 90, growth >= 90]}]", found],
    ["only through the same input's business", "[total >= 90, exam]", []],
    ["by its largest customer", "[{any: [total >= 90, largest >= 90]}]", []],
    ["two of three, of which one is another's", "[{at_least: 2, of: [total >= 90, largest >= 90, borrowed >= 9]}]", []],
    [
      "two of four, of which two are",
      "[{at_least: 2, of: [total >= 90, largest >= 90, borrowed >= 9, rows >= 3]}]",
      found,
    ],
  ])("%s", (_, requires, expected) => expect(checked(sections(requires), code)).toEqual(expected));
  it("a rule of thumb and one that measures no business are left alone", () => {
    expect(checked(sections("[exam]", "advice: yes, that: total >= 50"), code)).toEqual([]);
    expect(checked(sections("[exam]", "that: mark >= 50"), code)).toEqual([]);
    expect(checked(sections("[exam]", "that: rows >= 5"), code)).toEqual([]);
  });
});

describe("two tiers of one grade", () => {
  const sections = (values: string, amount = "grade at recommended") =>
    `params:\n  grade: {by: tier, values: ${values}}\nbenefits: {g: {amount: ${amount}}}\ntiers: [{id: a, requires: [exam]}, {id: b, requires: [exam]}, {id: c, ladder: no}]`;
  const code = "check/shared-grade";
  it.each<[string, string, string[]]>([
    ["different", "{a: 5, b: 6, c: 7}", []],
    ["the same at two, one off the ladder", "{a: 5, b: 9, c: 9}", [`${code} 2: «9»`]],
    ["the same at all", "{a: 9, b: 9, c: 9}", [`${code} 2: «9»`, `${code} 2: «9»`]],
    ["the same, apart", "{a: 9, b: 8, c: 9}", []],
    ["equal pay is an ordinary decision", "{a: 300元, b: 160元, c: 160元}", []],
    ["as are reports owed", "{a: 1篇, b: 0篇, c: 0篇}", []],
  ])("%s", (_, values, expected) => expect(checked(sections(values), code)).toEqual(expected));
  it("a line that goes with no benefit is no grade", () => {
    expect(
      checked(sections("{a: 9, b: 9, c: 9}", "mark").replace("requires: [exam]", "requires: [mark >= grade]"), code),
    ).toEqual([]);
  });
});

describe("a ladder that is not nested", () => {
  const sections = (metric: string, floor = "{by: tier, values: {high: 9, low: 5}}") => `params: {floor: ${floor}}
scopes: {s: {each: customer, keep: sum(sales.amount) >= floor}}
metrics:
  m: {${metric}}
tiers: [{id: high, requires: [m >= 5]}, {id: low, requires: [m >= 1]}]`;
  const code = "check/not-nested";
  const found = [`${code} 4: «m»`];
  it.each<[string, string, string[]]>([
    ["a sum of what cannot be negative", "sum: sales.amount, within: s", []],
    ["a sum of two of them", "sum: sales.amount + sales.before, within: s", []],
    ["a difference", "sum: sales.amount - sales.before, within: s", found],
    ["a difference with a full-width minus", "sum: sales.amount － sales.before, within: s", found],
    ["a column without min: 0", "sum: loans.amount, within: s", found],
    ["a difference over all rows", "sum: sales.amount - sales.before", []],
    ["the largest", "max: sales.amount, per: customer, within: s", []],
  ])("%s", (_, metric, expected) => expect(checked(sections(metric), code)).toEqual(expected));
  it("one floor for all tiers nests", () => {
    expect(checked(sections("sum: sales.amount - sales.before, within: s", "5"), code)).toEqual([]);
  });
  it("a metric that no tier asks for does not matter", () => {
    const other = sections("sum: sales.amount - sales.before, within: s").replaceAll("m >=", "mark >=");
    expect(checked(other, code)).toEqual([]);
  });
});

describe("weights that do not sum to 100", () => {
  const score = (items: string) => checked(`scores:\n  s: {items: [${items}]}`, "check/weights");
  const item = (id: string, weight: string) => `{id: ${id}, of: mark, weight: ${weight}}`;
  it.each<[string[], boolean]>([
    [["40", "60"], true],
    [["40%", "60%"], true],
    [["33.3", "33.3", "33.4"], true],
    [["40", "50"], false],
    [["40%", "50%"], false],
    [["40", "60.01"], false],
    [["33.3%", "33.3%", "33.3%"], false],
  ])("%j", (weights, isFine) => {
    const items = weights.map((weight, index) => item(`i${index}`, weight)).join(", ");
    expect(score(items)).toEqual(isFine ? [] : [`check/weights 2: «[${items}]»`]);
  });
  it("steps have no weights", () => {
    expect(score("{id: a, of: mark, every: 1, points: 2}")).toEqual([]);
    expect(score(`${item("a", "100")}, {id: b, of: mark, every: 1, points: 2}`)).toEqual([]);
  });
});

describe("stepped tables", () => {
  const codes = ["check/case-never-reached", "check/cases-overlap", "check/cases-gap"];
  const table = (...whens: string[]) =>
    checked(
      `metrics:\n  rows: {count: sales}\n  m: {cases: [${whens.map((when) => `{when: ${when}, give: 1}`).join(", ")}], else: 2}`,
      ...codes,
    );
  it.each<[string, string[], string[]]>([
    ["wider and wider: the ordinary way", ["years < 3年", "years <= 10年", "years <= 15年"], []],
    ["stretches that touch", ["years < 3年", "years between 3年 and 10年", "years > 10年"], []],
    ["from the top", ["mark >= 90", "mark >= 60"], []],
    [
      "a gap",
      ["years between 0年 and 10年", "years between 11年 and 15年"],
      ["check/cases-gap 3: «years between 11年 and 15年»"],
    ],
    ["a gap of a single point", ["mark < 10", "mark > 10"], ["check/cases-gap 3: «mark > 10»"]],
    ["whole numbers leave none between 10 and 11", ["rows between 0 and 10", "rows between 11 and 15"], []],
    [
      "but between 10 and 12",
      ["rows between 0 and 10", "rows between 12 and 15"],
      ["check/cases-gap 3: «rows between 12 and 15»"],
    ],
    ["and at 10 itself", ["rows < 10", "rows > 10"], ["check/cases-gap 3: «rows > 10»"]],
    ["never reached", ["mark <= 10", "mark <= 5"], ["check/case-never-reached 3: «mark <= 5»"]],
    ["never reached, the same again", ["mark > 5", "mark > 5"], ["check/case-never-reached 3: «mark > 5»"]],
    [
      "an overlap in part",
      ["mark between 0 and 10", "mark between 9 and 20"],
      ["check/cases-overlap 3: «mark between 9 and 20»"],
    ],
    [
      "both ends of two that only touch",
      ["mark between 0 and 10", "mark between 10 and 20"],
      ["check/cases-overlap 3: «mark between 10 and 20»"],
    ],
    ["`and` of two", ["mark > 0 and mark <= 10", "mark > 10 and mark <= 20"], []],
    ["written the other way round", ["10 >= mark", "20 >= mark"], []],
    ["another name in between may take any part", ["mark < 10", "exam", "mark > 20"], []],
    ["another unit", ["years < 6个月", "years >= 1年"], ["check/cases-gap 3: «years >= 1年»"]],
  ])("%s", (_, whens, expected) => expect(table(...whens)).toEqual(expected));
});

describe("dated values with holes and overlaps", () => {
  const codes = ["check/dates-hole", "check/dates-overlap"];
  const versions = (to: string, from: string) =>
    `params:\n  p: {versions: [{from: 2020-01-01, to: ${to}, value: 1}, {from: ${from}, value: 2}]}`;
  it.each([
    ["2023-12-31", "2024-01-01", []],
    ["2024-02-28", "2024-02-29", []],
    ["2023-02-28", "2023-03-01", []],
    ["2023-12-31", "2024-01-02", ["check/dates-hole 2: «2024-01-02»"]],
    ["2023-12-31", "2023-12-31", ["check/dates-overlap 2: «2023-12-31»"]],
    ["2023-12-31", "2023-06-01", ["check/dates-overlap 2: «2023-06-01»"]],
  ])("until %s, from %s", (to, from, expected) => expect(checked(versions(to, from), ...codes)).toEqual(expected));
  it("without an end, until the next", () => {
    expect(
      checked("params:\n  p: {versions: [{from: 2020-01-01, value: 1}, {from: 2024-01-01, value: 2}]}", ...codes),
    ).toEqual([]);
  });
  it("rates too", () => {
    const rates = "rates:\n  USD: [{from: 2020-01-01, to: 2020-12-31, CNY: 6}, {from: 2021-06-01, CNY: 7}]";
    expect(checked(rates, ...codes)).toEqual(["check/dates-hole 2: «2021-06-01»"]);
    expect(checked(rates.replace("2021-06-01", "2021-01-01"), ...codes)).toEqual([]);
  });
});

describe("names that nothing reads", () => {
  const unused = (sections: string) =>
    checked(sections, "check/unused").map((one) => one.slice("check/unused ".length));
  it.each<[string, string, string[]]>([
    ["a param", "params: {p: 5}", ["1: «p»"]],
    ["a metric", "metrics:\n  m: {value: mark}", ["2: «m»"]],
    ["a scope", "scopes:\n  s: {each: customer, keep: sum(sales.amount) >= 5}", ["2: «s»"]],
    ["a group", "requirements:\n  g: [exam]", ["2: «g»"]],
    ["a param that a formula reads", "params: {p: 5}\nbenefits: {b: {amount: p}}", []],
    [
      "two in a difference without blanks",
      "metrics:\n  m: {value: mark}\n  n: {value: years}\n  d: {value: m-1}\nbenefits: {b: {amount: d}, c: {amount: n}}",
      [],
    ],
    [
      "a metric called like an input is not read by the input's rows",
      "metrics:\n  sales: {sum: sales.amount}\n  n: {count: sales}\nbenefits: {b: {amount: n}}",
      ["2: «sales»"],
    ],
    [
      "nor like a column",
      "metrics:\n  amount: {value: mark}\n  n: {sum: sales.amount}\nbenefits: {b: {amount: n}}",
      ["2: «amount»"],
    ],
    [
      "a reading that touches it does not read it",
      "metrics:\n  m: {value: mark}\nreadings: {r: {printed: x, adopted: y, touches: metrics.m}}",
      ["2: «m»"],
    ],
    ["a label does not", "metrics:\n  m: {label: m, value: mark, cite: m, note: m}", ["2: «m»"]],
    ["a group with a hyphen", "requirements:\n  base-gate: [exam]\ntiers: [{id: a, requires: [{use: base-gate}]}]", []],
    [
      "read by levels, quotas, a score, a team check",
      "metrics: {a: {value: mark}, b: {value: mark}, c: {value: mark}, d: {value: exam}}\nlevels: {by: a, lines: {high: [90], low: [60]}}\nquotas: {caps: {high: 20%}, rank: [b]}\nscores: {s: {items: [{id: x, of: c, weight: 100%}]}}\nteam: [{id: t, that: share(d) >= 5%}]",
      [],
    ],
  ])("%s", (_, sections, expected) => expect(unused(sections)).toEqual(expected));
});
