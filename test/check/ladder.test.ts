import { describe, expect, it } from "vitest";
import { checked } from "./build.ts";

const codes = ["check/equal-line", "check/rising-line", "check/small-step"];
const tiers = (...requires: string[]) =>
  checked(`tiers:\n${requires.map((one, index) => `  - {id: t${index}, requires: ${one}}`).join("\n")}`, ...codes);

describe("lines of alternatives, tier by tier", () => {
  const any = (...of: string[]) => `[{id: b, any: [${of.join(", ")}]}]`;
  const two = (...of: string[]) => `[{id: b, at_least: 2, of: [${of.join(", ")}]}]`;

  it("falling lines are as they should be", () => {
    expect(tiers(any("mark >= 90", "years >= 5年"), any("mark >= 60", "years >= 3年"))).toEqual([]);
    expect(tiers(any("mark <= 10", "years >= 5年"), any("mark <= 20", "years >= 3年"))).toEqual([]);
  });
  it("an equal line", () => {
    expect(tiers(any("mark >= 90", "years >= 5年"), any("mark >= 90", "years >= 3年"))).toEqual([
      "check/equal-line 3: «mark >= 90»",
    ]);
  });
  it("a line that rises downwards, whichever way it is measured", () => {
    expect(tiers(any("mark >= 60", "exam"), any("mark >= 90", "exam"))).toEqual(["check/rising-line 3: «mark >= 90»"]);
    expect(tiers(any("mark <= 60", "exam"), any("mark <= 50", "exam"))).toEqual(["check/rising-line 3: «mark <= 50»"]);
    expect(tiers(any("mark > 60", "exam"), any("mark > 60.5", "exam"))).toEqual(["check/rising-line 3: «mark > 60.5»"]);
  });
  it("a step of a tenth or less while fewer alternatives are asked for", () => {
    const three = "exam";
    expect(tiers(two("mark >= 100", "years >= 9年", three), any("mark >= 90", "years >= 3年", three))).toEqual([
      "check/small-step 3: «mark >= 90»",
    ]);
    expect(tiers(two("mark >= 100", "years >= 9年", three), any("mark >= 89.99", "years >= 3年", three))).toEqual([]);
    // As many alternatives as before: a small step is a step.
    expect(tiers(any("mark >= 100", three), any("mark >= 95", three))).toEqual([]);
  });
  it("only neighbours on the ladder are compared", () => {
    expect(tiers(any("mark >= 60", "exam"), any("years >= 1年", "exam"), any("mark >= 90", "exam"))).toEqual([]);
    expect(
      checked(
        "tiers:\n  - {id: a, requires: [{id: b, any: [mark >= 90, exam]}]}\n  - {id: off, ladder: no}\n  - {id: c, requires: [{id: b, any: [mark >= 95, exam]}]}",
        ...codes,
      ),
    ).toEqual(["check/rising-line 4: «mark >= 95»"]);
  });
  it("a gate that all tiers share is no alternative", () => {
    expect(tiers("[mark >= 60, exam]", "[mark >= 60, exam]")).toEqual([]);
    expect(tiers("[{id: b, all: [mark >= 60, exam]}]", "[{id: b, all: [mark >= 60, exam]}]")).toEqual([]);
  });
  it("one group that both tiers use is one text", () => {
    const sections = `requirements: {g: [{id: b, any: [mark >= 60, exam]}]}
tiers:
  - {id: a, requires: [{use: g}, years >= 3年]}
  - {id: c, requires: [{use: g}]}`;
    expect(checked(sections, ...codes)).toEqual([]);
  });
  it("a reading's candidates are lines too", () => {
    const sections = `metrics: {usd: {sum: sales.usd}, cny: {sum: sales.amount}}
readings: {r: {cite: 第五条, printed: 1000万元, candidates: [usd >= 1000万 USD, cny >= 1000万]}}
tiers:
  - {id: a, requires: [{id: b, any: [{id: c, that: usd >= 500万 USD}, exam]}]}
  - {id: d, requires: [{id: b, any: [{id: c, reading: r}, exam]}]}`;
    expect(checked(sections, ...codes)).toEqual(["check/rising-line 2: «usd >= 1000万 USD»"]);
  });
  it("by-tier lines in one shared group are not compared (one text), separate ones are", () => {
    const sections = `params: {p: {by: tier, values: {a: 60, c: 60}}}
tiers:
  - {id: a, requires: [{id: b, any: [mark >= p, exam]}]}
  - {id: c, requires: [{id: b, any: [mark >= p, exam]}]}`;
    expect(checked(sections, ...codes)).toEqual(["check/equal-line 4: «mark >= p»"]);
  });
});
