import { describe, expect, it } from "vitest";
import type { Choice, Criterion } from "../../src/rulebook/criterion.ts";
import { compiledFrom, findings, marked, rulebook, sorted, yaml } from "./build.ts";

function expectMarked(sections: string, ...codes: string[]): void {
  const { clean, expected } = marked(sections, codes);
  expect(sorted(findings(clean))).toEqual(sorted(expected));
}

const reading = "readings: {r: {cite: 第五条, printed: 80, candidates: [mark >= 80, years >= 8年], why: 单位不明}}";
const used = (node: string) => `${reading}\ntiers: [{id: a, requires: [{id: biz, all: [exam, ${node}]}]}]`;

function nodeOf(sections: string, id: string): Criterion | undefined {
  const find = (node: Criterion): Criterion | undefined =>
    node.id === id ? node : node.kind === "leaf" ? undefined : node.of.map(find).find((one) => one !== undefined);
  const rules = rulebook(sections);
  return rules.tiers.map((tier) => find(tier.requires)).find((one) => one !== undefined);
}

describe("a reading with candidates as a criterion", () => {
  it("is a choice of leaves, each id ending in its name", () => {
    const choice = nodeOf(used("{id: c, reading: r}"), "a.biz.c") as Choice;
    expect(choice.kind).toBe("choice");
    expect(choice.reading.printed).toBe("80");
    expect(choice.of.map((leaf) => leaf.id)).toEqual(["a.biz.c.mark", "a.biz.c.years"]);
    expect(choice.of.map((leaf) => leaf.text)).toEqual(["mark >= 80", "years >= 8年"]);
    expect(choice.readings.map((one) => one.id)).toEqual(["r"]);
  });
  it("takes the reading's clause, or its own", () => {
    expect(nodeOf(used("{id: c, reading: r}"), "a.biz.c")?.cite).toBe("第五条");
    expect(nodeOf(used("{id: c, reading: r}"), "a.biz.c.mark")?.cite).toBe("第五条");
    expect(nodeOf(used("{id: c, reading: r, cite: 第六条}"), "a.biz.c.mark")?.cite).toBe("第六条");
  });
  it("without an id has the reading's", () => {
    expect(nodeOf(used("{reading: r}"), "a.biz.r")?.kind).toBe("choice");
  });
  it("stands where it is written, its candidates where they are", () => {
    const { clean } = marked(used("{id: c, reading: r}"), []);
    const { places } = compiledFrom(yaml(clean));
    expect(places.get("a.biz.c")).toEqual(["tiers", 0, "requires", 0, "all", 1]);
    expect(places.get("a.biz.c.years")).toEqual(["readings", "r", "candidates", 1]);
  });
  it.each([
    [
      "an unknown one, which leaves the other unused",
      used("{reading: «rr»}").replace("{r:", "{«r»:"),
      ["rulebook/unused-reading", "rulebook/unknown-reference"],
    ],
    [
      "one with an adopted meaning alone",
      "readings: {r: {printed: 80, adopted: 八十, touches: a}}\ntiers: [{id: a, requires: [{reading: «r»}]}]",
      ["rulebook/reading-use"],
    ],
    [
      "a wrong candidate",
      "readings: {r: {printed: 80, candidates: [mark >= 80, «nonsense» >= 8]}}\ntiers: [{id: a, requires: [{reading: r}]}]",
      ["formula/unknown-name"],
    ],
    ["one candidate is none", "readings: {r: {printed: 80, candidates: «[mark >= 80]»}}", ["rulebook/bad-value"]],
    [
      "a candidate that is no criterion",
      "readings: {r: {printed: 80, candidates: [mark >= 80, «mark + 1 >= 8»]}}\ntiers: [{id: a, requires: [{reading: r}]}]",
      ["formula/not-a-criterion"],
    ],
  ])("%s", (_, sections, codes) => expectMarked(sections, ...codes));
});

describe("touches", () => {
  const touching = (target: string) => `scopes: {s: {each: customer, keep: sum(sales.amount) >= 5}}
metrics: {m: {sum: sales.amount, within: s}}
standing: [{id: ok, that: exam}]
tiers: [{id: a, requires: [{id: biz, any: [mark >= 1, m >= 2]}]}]
readings: {r: {printed: x, adopted: y, touches: ${target}}}`;
  it.each(["a.biz", "a.biz.mark", "scopes.s", "metrics.m", "ok", "a"])("%s", (target) => {
    expect(findings(touching(target))).toEqual([]);
  });
  it("every node that it touches carries it", () => {
    expect(nodeOf(touching("[a.biz, a.biz.mark]"), "a.biz")?.readings.map((one) => one.id)).toEqual(["r"]);
    expect(nodeOf(touching("[a.biz, a.biz.mark]"), "a.biz.mark")?.readings.map((one) => one.id)).toEqual(["r"]);
    expect(nodeOf(touching("[a.biz, a.biz.mark]"), "a.biz.m")?.readings).toEqual([]);
  });
  it("what does not exist, one text or one of several", () => {
    expectMarked(touching("«a.bizz»"), "rulebook/touches");
    expectMarked(touching("[a.biz, «scopes.t»]"), "rulebook/touches");
  });
  describe("what could not be compiled is not missed a second time", () => {
    const broken = (node: string, target: string) => `tiers: [{id: a, requires: [mark >= 1, ${node}]}]
readings: {r: {printed: x, adopted: y, touches: ${target}}}`;
    it.each([
      ["a node with an id", "{id: biz, that: «markk» >= 2}", "a.biz", ["formula/unknown-name"]],
      ["what stands in it", "{id: biz, that: «markk» >= 2}", "a.biz.mark", ["formula/unknown-name"]],
      ["one without", "«markk» >= 2", "a.mark2", ["formula/unknown-name"]],
      ["in a group", "{id: biz, any: [mark >= 1, «markk» >= 2]}", "a.biz.x", ["formula/unknown-name"]],
      ["a group of requirements", "{use: «bse»}", "a.base", ["rulebook/unknown-reference"]],
      [
        "a true mistake elsewhere",
        "{id: biz, that: «markk» >= 2}",
        "«a.bizz»",
        ["formula/unknown-name", "rulebook/touches"],
      ],
    ])("%s", (_, node, target, codes) => expectMarked(broken(node, target), ...codes));
  });

  it("a reading that nothing uses and that touches nothing", () => {
    expectMarked("readings:\n  «r»: {printed: x, adopted: y}", "rulebook/unused-reading");
  });
});
