import { describe, expect, it } from "vitest";
import { SharedResults } from "../../src/assess/shared-results.ts";
import { Unknown } from "../../src/formula/value.ts";
import { Exact } from "../../src/number/exact.ts";
import type { Criterion, Leaf, LeafTest } from "../../src/rulebook/criterion.ts";

const leaf = { kind: "leaf", id: "a" } as Leaf;
const other = { kind: "leaf", id: "b" } as Leaf;
const group = { kind: "group", id: "g" } as Criterion;
const tested = (value: LeafTest["value"], gap?: Exact): LeafTest => ({ truth: true, value, threshold: "x", gap });

describe("results that many people share", () => {
  it.each([
    ["words", tested("大专")],
    ["truth values", tested(true)],
    ["small whole figures", tested(Exact.of(50), Exact.of(3))],
    ["nothing, however it came up", tested(Exact.of(7).sub(Exact.of(7)), Exact.zero)],
  ])("%s are one object for everybody", (_, one) => {
    const results = new SharedResults();
    const [a, b] = [results.leaf(leaf, one), results.leaf(leaf, { ...one })];
    expect(a).toEqual({ criterion: leaf, status: "pass", ...one, truth: undefined, parts: [], shared: true });
    expect(b).toBe(a);
    expect(results.leaf(other, one)).not.toBe(a);
  });

  it.each([
    ["a figure of one's own", tested(Exact.parse("12.5")!)],
    ["a distance of one's own", { ...tested(Exact.of(1), Exact.parse("0.25")), truth: false }],
    ["what is unknown", { ...tested(new Unknown([])), truth: new Unknown([]) }],
  ])("%s is not shared", (_, one) => {
    const results = new SharedResults();
    const [a, b] = [results.leaf(leaf, one), results.leaf(leaf, one)];
    expect(a.shared).toBe(false);
    expect(b).not.toBe(a);
  });

  it("keeps apart what came out otherwise with the same value", () => {
    const results = new SharedResults();
    const passed = results.leaf(leaf, tested("大专"));
    const failed = results.leaf(leaf, { ...tested("大专"), truth: false, threshold: "硕士" });
    expect(failed).toMatchObject({ status: "fail", threshold: "硕士", shared: false });
    expect(passed).toMatchObject({ status: "pass", threshold: "x" });
  });

  it("shares a group where all its parts are shared, and the same", () => {
    const results = new SharedResults();
    const [yes, no, own] = [tested(true), tested(false), tested(Exact.parse("0.5")!)].map((one) =>
      results.leaf(leaf, one),
    );
    const both = results.node(group, "pass", [yes!, no!]);
    expect(results.node(group, "pass", [yes!, no!])).toBe(both);
    expect(results.node(group, "pass", [no!, yes!])).not.toBe(both);
    expect(results.node(group, "pass", [yes!])).not.toBe(both);
    expect(results.node(group, "pass", [yes!, own!]).shared).toBe(false);
  });

  it("makes no more of them than are of use", () => {
    const results = new SharedResults();
    const all = Array.from({ length: 1000 }, (_, at) => results.leaf(leaf, tested(`word ${at}`)));
    expect(all.filter(({ shared }) => shared)).toHaveLength(256);
    expect(results.leaf(leaf, tested("word 999"))).toMatchObject({ value: "word 999", shared: false });
  });
});
