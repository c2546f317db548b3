import { describe, expect, it } from "vitest";
import type { Criterion } from "../../src/rulebook/criterion.ts";
import { compiledFrom, findings, marked, rulebook, sorted, yaml } from "./build.ts";

function expectMarked(sections: string, ...codes: string[]): void {
  const { clean, expected } = marked(sections, codes);
  expect(sorted(findings(clean))).toEqual(sorted(expected));
}

/** A tree as `id kind`, depth first. */
function shape(node: Criterion): string[] {
  const kind = node.kind === "group" ? `${node.need}/${node.of.length}` : node.kind;
  return [`${node.id} ${kind}`, ...(node.kind === "leaf" ? [] : node.of.flatMap(shape))];
}

function tree(requires: string, more = ""): string[] {
  const [tier] = rulebook(`${more}\ntiers:\n  - {id: t, requires: ${requires}}`).tiers;
  return tier ? shape(tier.requires) : [];
}

describe("ids", () => {
  it.each<[string, string, string[]]>([
    ["a formula alone", "[exam]", ["t 1/1", "t.exam leaf"]],
    ["a node whose id is its name is the leaf", "[{id: years, that: years >= 3年}]", ["t 1/1", "t.years leaf"]],
    ["a node with another id has one leaf", "[{id: c, that: years >= 3年}]", ["t 1/1", "t.c 1/1", "t.c.years leaf"]],
    ["a dotted name", "[quality.npl <= 1%]", ["t 1/1", "t.quality.npl leaf"]],
    ["a dotted name whose last word is the id", "[{id: npl, that: quality.npl <= 1%}]", ["t 1/1", "t.npl leaf"]],
    ["all", "[{id: a, all: [exam, mark >= 1]}]", ["t 1/1", "t.a 2/2", "t.a.exam leaf", "t.a.mark leaf"]],
    ["any", "[{id: a, any: [exam, mark >= 1]}]", ["t 1/1", "t.a 1/2", "t.a.exam leaf", "t.a.mark leaf"]],
    [
      "at_least",
      "[{id: a, at_least: 2, of: [exam, mark >= 1, years >= 1年]}]",
      ["t 1/1", "t.a 2/3", "t.a.exam leaf", "t.a.mark leaf", "t.a.years leaf"],
    ],
    [
      "groups without an id have their kind's",
      "[{any: [exam]}, {all: [exam]}, {at_least: 1, of: [exam]}]",
      [
        "t 3/3",
        "t.any 1/1",
        "t.any.exam leaf",
        "t.all 1/1",
        "t.all.exam leaf",
        "t.at_least 1/1",
        "t.at_least.exam leaf",
      ],
    ],
    ["pinned to a tier, the name without it", "[{id: x, that: p at current >= 3}]", ["t 1/1", "t.x 1/1", "t.x.p leaf"]],
  ])("%s", (_, requires, expected) => {
    expect(tree(requires, "metrics: {p: {value: mark - q}}\nparams: {q: {by: tier, values: {default: 1}}}")).toEqual(
      expected,
    );
  });

  it("of the issue's example", () => {
    const sections = `metrics: {deposits: {sum: sales.amount}, largest_deposit: {max: sales.amount, per: customer}, settlement: {sum: sales.usd}}
tiers:
  - id: senior
    requires:
      - {id: years, that: years >= 3年}
      - id: business
        at_least: 2
        of:
          - {id: a, all: [deposits >= 2.5亿, largest_deposit >= 1亿]}
          - {id: c, that: settlement >= 3000万 USD}`;
    expect(rulebook(sections).tiers.flatMap((tier) => shape(tier.requires))).toEqual([
      "senior 2/2",
      "senior.years leaf",
      "senior.business 2/2",
      "senior.business.a 2/2",
      "senior.business.a.deposits leaf",
      "senior.business.a.largest_deposit leaf",
      "senior.business.c 1/1",
      "senior.business.c.settlement leaf",
    ]);
  });
});

describe("a criterion has one kind", () => {
  it.each([
    ["none", "[«{id: x}»]"],
    ["two", "[«{any: [exam], all: [exam]}»]"],
    ["`of` without at_least", "[«{of: [exam]}»]"],
    ["at_least without `of`", "[«{at_least: 1}»]"],
    ["`that` and `of`", "[«{that: exam, of: [exam]}»]"],
  ])("%s", (_, requires) => expectMarked(`tiers:\n  - {id: t, requires: ${requires}}`, "rulebook/bad-criterion"));

  it("asking for more than there are", () => {
    expectMarked("tiers:\n  - {id: t, requires: [{at_least: «3», of: [exam, mark >= 1]}]}", "rulebook/need-too-many");
    expect(findings("tiers:\n  - {id: t, requires: [{at_least: 2, of: [exam, mark >= 1]}]}")).toEqual([]);
  });

  it.each([
    ["and", "exam and mark >= 1"],
    ["or", "exam or mark >= 1"],
    ["a calculation", "mark + 1 >= 2"],
    ["two names", "mark >= other"],
    ["a function", "floor(mark) >= 2"],
    ["a constant alone", "other2 >= 2"],
    ["a name on the right", "3 <= mark"],
  ])("a name compared with a constant: not %s", (_, formula) => {
    expectMarked(
      `params: {other2: 5}\nmetrics: {other: {value: mark}}\ntiers:\n  - {id: t, requires: [«${formula}»]}`,
      "formula/not-a-criterion",
    );
  });

  it.each([
    "exam",
    "not exam",
    "mark >= 80",
    "mark > p",
    "mark between 1 and 9",
    "joined <= as_of",
    "joined < 2020-01-01",
    "joined in period",
    "edu >= 大专",
    "edu in [大专, 本科]",
    "branch not in ['东湖', '西湖']",
    "current == none",
    "years >= 6个月",
    "mark >= q at low",
  ])("%s", (formula) => {
    expect(
      findings(
        `params:\n  p: 5\n  q: {by: tier, values: {default: 5}}\ntiers:\n  - {id: low, requires: ["${formula}"]}`,
      ),
    ).toEqual([]);
  });
});

describe("use", () => {
  const groups =
    "requirements:\n  base: [exam, mark >= 1]\n  more: {label: 更多, cite: 第三条, all: [{id: y, that: years >= 1年}]}";
  it("each group is a node of its own, in order", () => {
    expect(tree("[{use: [base, more]}, {id: z, that: mark >= 9}]", groups)).toEqual([
      "t 3/3",
      "t.base 2/2",
      "t.base.exam leaf",
      "t.base.mark leaf",
      "t.more 1/1",
      "t.more.y 1/1",
      "t.more.y.years leaf",
      "t.z 1/1",
      "t.z.mark leaf",
    ]);
    expect(tree("[{any: [{use: base}, exam]}]", groups)).toEqual([
      "t 1/1",
      "t.any 1/2",
      "t.base 2/2".replace("t.", "t.any."),
      "t.any.base.exam leaf",
      "t.any.base.mark leaf",
      "t.any.exam leaf",
    ]);
  });
  it("hands down what stands beside it", () => {
    const [tier] = rulebook(
      `${groups}\ntiers:\n  - {id: t, requires: [{use: [base, more], cite: 第二条, assumed: yes}]}`,
    ).tiers;
    const all = (node: Criterion): Criterion[] => [node, ...(node.kind === "leaf" ? [] : node.of.flatMap(all))];
    const nodes = tier ? all(tier.requires).slice(1) : [];
    expect(nodes.map(({ id, cite, assumed }) => `${id} ${cite} ${assumed}`)).toEqual([
      "t.base 第二条 true",
      "t.base.exam 第二条 true",
      "t.base.mark 第二条 true",
      "t.more 第三条 true",
      "t.more.y 第三条 true",
      "t.more.y.years 第三条 true",
    ]);
  });
  it.each([
    ["an id, which would do nothing", "[{use: base, «id»: x}]", "rulebook/unknown-key"],
    ["a label", "[{use: base, «label»: x}]", "rulebook/unknown-key"],
    ["an unknown group", "[{use: «bsae»}]", "rulebook/unknown-reference"],
    ["one of several", "[{use: [base, «mre»]}]", "rulebook/unknown-reference"],
    ["a group twice", "[{use: base}, «{use: base}»]", "rulebook/duplicate-id"],
  ])("%s", (_, requires, code) => expectMarked(`${groups}\ntiers:\n  - {id: t, requires: ${requires}}`, code));
});

describe("what a node hands down", () => {
  it("the clause of the nearest that has one; assumed and waivable of any above", () => {
    const sections = `tiers:
  - id: t
    cite: 第一条
    requires:
      - {id: a, cite: 第二条, assumed: yes, any: [exam, {id: b, cite: 第三条, that: mark >= 1}]}
      - {id: c, waivable: yes, all: [years >= 1年]}
      - edu >= 大专`;
    const [tier] = rulebook(sections).tiers;
    const all = (node: Criterion): Criterion[] => [node, ...(node.kind === "leaf" ? [] : node.of.flatMap(all))];
    const nodes = tier ? all(tier.requires) : [];
    expect(nodes.map(({ id, cite, assumed, waivable }) => `${id} ${cite} ${assumed} ${waivable}`)).toEqual([
      "t 第一条 false false",
      "t.a 第二条 true false",
      "t.a.exam 第二条 true false",
      "t.a.b 第三条 true false",
      "t.a.b.mark 第三条 true false",
      "t.c 第一条 false true",
      "t.c.years 第一条 false true",
      "t.edu 第一条 false false",
    ]);
  });
  it("everything marked assumed is listed, the highest node of each tree", () => {
    const sections = `assumed: yes
params: {p: {value: 5, assumed: yes}, q: 5}
metrics: {m: {value: mark, assumed: yes}}
rates: {USD: [{from: 2020-01-01, CNY: 7, assumed: yes}, {from: 2021-01-01, CNY: 8, assumed: yes}]}
readings: {r: {printed: x, adopted: y, touches: ok, assumed: yes}}
benefits: {pay: {amount: mark, assumed: yes}}
standing: [{id: ok, that: exam, assumed: yes}]
tiers:
  - {id: t, requires: [{id: a, assumed: yes, any: [{id: b, assumed: yes, that: mark >= 1}]}, {id: c, any: [{id: d, that: exam, assumed: yes}, mark >= 2]}]}`;
    expect([...rulebook(sections).assumed].sort()).toEqual(
      ["rulebook", "params.p", "metrics.m", "benefits.pay", "readings.r", "ok", "t.a", "t.c.d", "rates.USD"].sort(),
    );
  });
});

describe("where criteria stand", () => {
  it("each at its node or formula, shared ones at their group's text", () => {
    const sections = `requirements: {base: [exam]}
tiers:
  - {id: t, requires: [{use: base}, {id: c, that: mark >= 1}, {any: [years >= 1年]}]}
standing: [{id: ok, that: exam}]`;
    const { places } = compiledFrom(yaml(sections));
    const at = (id: string) => places.get(id)?.join(".");
    expect(at("t.base.exam")).toBe("requirements.base.0");
    expect(at("t.c")).toBe("tiers.0.requires.1");
    expect(at("t.c.mark")).toBe("tiers.0.requires.1.that");
    expect(at("t.any.years")).toBe("tiers.0.requires.2.any.0");
    expect(at("ok.exam")).toBe("standing.0.that");
  });
});
