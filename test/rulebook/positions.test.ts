import { describe, expect, it } from "vitest";
import type { SpanLocation } from "../../src/diagnostic/location.ts";
import { compiledFrom, findings, marked, sorted } from "./build.ts";

/** Each «mark» is where a finding must point, to the letter; the codes are in the order of the marks. */
function expectMarked(sections: string, ...codes: string[]): void {
  const { clean, expected } = marked(sections, codes);
  expect(sorted(findings(clean))).toEqual(sorted(expected));
}

const metric = (formula: string) => `metrics:\n  m: {value: ${formula}}`;

describe("the shape of a rulebook is checked at the place in the YAML", () => {
  it.each<[string, string, string[]]>([
    ["an unknown key: the key", "currency: CNY\n«curency»: CNY", ["rulebook/unknown-key"]],
    [
      "several, each at its key",
      "metrics:\n  m: {«summ»: sales.amount, sum: sales.amount, «wher»: sales.done}",
      ["rulebook/unknown-key", "rulebook/unknown-key"],
    ],
    [
      "in a list",
      "tiers:\n  - {id: a, requires: [mark >= 1]}\n  - {id: b, «lable»: x, requires: [mark >= 1]}",
      ["rulebook/unknown-key"],
    ],
    [
      "deep in a tree",
      "tiers:\n  - id: a\n    requires:\n      - {id: x, any: [mark >= 1, {that: exam, «cit»: y}]}",
      ["rulebook/unknown-key"],
    ],
    ["a wrong value: the value", "quotas: {caps: {high: 20%}, rank: [mark], base: «some»}", ["rulebook/bad-value"]],
    ["a value of another shape", "quotas: {caps: {high: 20%}, rank: «mark»}", ["rulebook/bad-value"]],
    [
      "a wrong word, and the other mistakes of its line",
      "quotas: {caps: {high: «20», low: «130%»}, rank: [mark, «nope»], over: «flg»}",
      ["rulebook/bad-value", "rulebook/bad-value", "rulebook/unknown-reference", "rulebook/bad-value"],
    ],
    ["a missing key: the node that lacks it", "benefits:\n  pay: «{label: x}»", ["rulebook/missing-key"]],
    ["an empty list", "tiers: «[]»", ["rulebook/bad-value"]],
    ["a day that the calendar lacks", "effective: {from: «2026-02-30»}", ["rulebook/bad-value"]],
    ["a day not written as one", "effective: {from: «2026/2/1»}", ["rulebook/bad-value"]],
    ["an end before its beginning", "effective: {from: 2026-01-02, to: «2026-01-01»}", ["rulebook/bad-value"]],
    [
      "a whole number with a unit",
      "tiers:\n  - {id: a, requires: [{at_least: «1项», of: [exam]}]}",
      ["rulebook/bad-value"],
    ],
    ["none of them", "tiers:\n  - {id: a, requires: [{at_least: «0», of: [exam]}]}", ["rulebook/bad-value"]],
    ["a boolean for a formula", "applies_to: «true»", ["rulebook/bad-value"]],
    ["a key without a value", "metrics:\n  m: {sum: sales.amount, «where»: }", ["rulebook/null"]],
    ["null in words", "currency: CNY\n«note»: ~", ["rulebook/null"]],
    [
      "a merge key, which YAML 1.2 has not",
      "params:\n  p: &p {value: 5}\n  q: {«<<»: *p, value: 6}",
      ["rulebook/unknown-key"],
    ],
  ])("%s", (_, sections, codes) => expectMarked(sections, ...codes));

  it("an empty file and a list are no rulebooks", () => {
    expect(compiledFrom("").diagnostics.map((one) => one.code)).toEqual(["rulebook/bad-value"]);
    expect(compiledFrom("- a\n").diagnostics.map((one) => one.code)).toEqual(["rulebook/bad-value"]);
  });

  it("an absent section is missing from the rulebook", () => {
    const found = compiledFrom("dingji: 1\nid: x\ntitle: y\nsubject: people\n").diagnostics;
    expect(found.map(({ code, args }) => [code, args.key])).toEqual([["rulebook/missing-key", "inputs"]]);
  });
});

describe("a formula's part is pointed at inside the scalar that holds it", () => {
  const unknown = "formula/unknown-name";
  it.each<[string, string, string[]]>([
    ["a plain one", metric("mark + «nonsense»"), [unknown]],
    ["double quotes", metric('"mark + «nonsense»"'), [unknown]],
    ["single quotes", metric("'mark + «nonsense»'"), [unknown]],
    ["a doubled quotation mark before it", metric("'if(branch == ''东湖'', mark, «nonsense»)'"), [unknown]],
    ["escapes before and in it", metric('"if(branch == \\"东湖\\", mark, «\\u006eonsense»)"'), [unknown]],
    ["a plain one over two lines", "metrics:\n  m:\n    value: mark +\n      «nonsense» + 1", [unknown]],
    ["over more, with an empty one", "metrics:\n  m:\n    value: mark +\n\n      mark + «nonsense»", [unknown]],
    ["quoted over two lines", 'metrics:\n  m:\n    value: "mark +\n      «nonsense»"', [unknown]],
    ["quoted, with an escaped line break", 'metrics:\n  m:\n    value: "mark + \\\n      «nonsense»"', [unknown]],
    ["a literal block", "metrics:\n  m:\n    value: |-\n      mark\n      + «nonsense»", [unknown]],
    ["a folded block", "metrics:\n  m:\n    value: >-\n      mark\n      + «nonsense»", [unknown]],
    ["in a list", "tiers:\n  - {id: a, requires: [exam, «nonsense» >= 3]}", [unknown]],
    [
      "a `when` and a `give`",
      metric("0").replace("value: 0", "cases: [{when: «a» > 1, give: «b»}], else: «c»"),
      [unknown, unknown, unknown],
    ],
    ["a ratio's divisor", "metrics:\n  m: {ratio: [sales.amount, «sales.amont»]}", [unknown]],
    ["a where", "metrics:\n  m: {sum: sales.amount, where: not «don»}", [unknown]],
    ["a scope", "scopes:\n  s: {each: customer, keep: sum(sales.amount) >= «floor_»}", [unknown]],
    ["a standing", "standing:\n  - {id: ok, that: «markk» >= 60}", [unknown]],
    ["a rule", "decision:\n  rules: [{id: r, if: «okk» and exam, then: leave}]", [unknown]],
    ["a benefit", "benefits:\n  pay: {amount: mark * «ten»}", [unknown]],
    ["a team check", "team:\n  - {id: t, that: share(«passed») >= 5%}", [unknown]],
    ["a score's item", "scores:\n  s: {items: [{id: a, of: «mrk», weight: 100%}]}", [unknown]],
    ["a bonus", "levels: {by: mark, lines: {high: [80], low: [60]}, bonus: [{if: «rural», steps: 1}]}", [unknown]],
  ])("%s", (_, sections, codes) => expectMarked(sections, ...codes));

  it("through an alias it is the anchor's text, once", () => {
    expectMarked("metrics:\n  m: &m {value: «nonsense»}\n  n: *m", unknown);
  });

  it("in a group that several tiers use it is said once", () => {
    const tiers = "tiers:\n  - {id: a, requires: [{use: g}]}\n  - {id: b, requires: [{use: g}, exam]}";
    expectMarked(`requirements:\n  g: [«nonsense» >= 1]\n${tiers}`, unknown);
  });

  it("a group that no tier uses is checked too", () => {
    expectMarked("requirements:\n  spare: [«nonsense» >= 1]", unknown);
  });
});

describe("a formula that YAML takes apart is shown whole, to be quoted", () => {
  it.each([
    ["a comma in braces", "metrics:\n  m: {value: «max(mark, 3) + 1»}", '"max(mark, 3) + 1"'],
    ["a list in braces", "metrics:\n  m: {sum: sales.amount, where: «sales.kind in [a, b]»}", '"sales.kind in [a, b]"'],
    [
      "a list in a node",
      "tiers:\n  - {id: a, requires: [{that: «edu in [本科, 大专]»}, exam]}",
      '"edu in [本科, 大专]"',
    ],
    ["a list in a list", "tiers:\n  - {id: a, requires: [«edu not in [本科]», exam]}", '"edu not in [本科]"'],
    ["a comma in brackets", "tiers:\n  - {id: a, requires: [«round(mark, 2) >= 3»]}", '"round(mark, 2) >= 3"'],
    ["full-width brackets", "metrics:\n  m: {value: «max（mark, 3） + 1»}", '"max（mark, 3） + 1"'],
  ])("%s", (_, sections, text) => {
    const { clean, expected } = marked(sections, ["rulebook/split-formula"]);
    const found = findings(clean).filter((one) => one.startsWith("rulebook/split-formula"));
    expect(found).toEqual(expected);
    const { diagnostics } = compiledFrom(clean);
    const split = diagnostics.find((one) => one.code === "rulebook/split-formula");
    expect(split?.args.text).toBe(text);
    // Nothing on that line is said a second time in other words.
    const onLine = (line?: number) => diagnostics.filter((one) => (one.location as SpanLocation).line === line);
    expect(onLine((split?.location as SpanLocation | undefined)?.line)).toEqual([split]);
  });

  it("quoted or with one argument it is read", () => {
    expect(findings('metrics:\n  m: {value: "max(mark, 3)"}\n  n: {value: floor(mark)}')).toEqual([]);
  });
});
