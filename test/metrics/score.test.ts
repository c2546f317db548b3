import { describe, expect, it } from "vitest";
import { scoreLines, scoreOf } from "../../src/metrics/score.ts";
import { measured, type Row, shown } from "./build.ts";

const inputs = `inputs:
  people:
    key: id
    columns:
      id: {type: id, header: a}
      rate: {type: ratio, header: b}
      mark: {type: number, header: c}
      money: {type: money, header: d}
      faults: {type: count, unit: 次, header: e}
      late: {type: count, header: f}
      breach: {type: boolean, header: g}
      fraud: {type: boolean, header: h}
tiers: [{id: a, requires: [s >= 60]}]`;

function run(score: string, cells: Row) {
  const made = measured(`${inputs}\nscores:\n  s: {${score}}`, { people: [{ id: "1", ...cells }] });
  const measure = made.rules.metrics.find((one) => one.name === "s")?.measure;
  const [frame] = made.frames;
  if (measure?.kind !== "score" || !frame) throw new Error("no score");
  const lines = scoreLines(measure.score, frame).map(({ kind, id, points }) => `${kind} ${id} ${shown(points)}`);
  expect(shown(scoreOf(measure.score, frame))).toBe(made.figure("s"));
  return { points: made.figure("s"), lines };
}

const points = (score: string, cells: Row) => run(score, cells).points;

describe("weighted: min(of, cap) × weight", () => {
  const item = "items: [{id: a, of: rate, cap: 120%, weight: 40}]";
  it.each([
    ["0%", "0"],
    ["50%", "20"],
    ["100%", "40"],
    ["119.99%", "47.996"],
    ["120%", "48"],
    ["120.01%", "48"],
    ["300%", "48"],
    ["-10%", "-4"],
  ])("a completion of %s", (rate, expected) => expect(points(item, { rate })).toBe(expected));
  it("a share of a mark", () => {
    expect(
      points("items: [{id: a, of: mark, weight: 40%}, {id: b, of: mark, weight: 60%, cap: 80}]", { mark: "90" }),
    ).toBe("84");
  });
  it("exact: a third of 100, three times", () => {
    expect(points("items: [{id: a, of: rate, weight: 0.1}, {id: b, of: rate, weight: 0.2}]", { rate: "100%" })).toBe(
      "0.3",
    );
  });
});

describe("stepped: points for every whole `every`, never below 0", () => {
  const item = (text: string) => `items: [{id: a, of: money, every: 5万, points: 2${text}}]`;
  it.each([
    ["", "4.999999万", "0"],
    ["", "5万", "2"],
    ["", "9.999999万", "2"],
    ["", "10万", "4"],
    ["", "-10万", "0"],
    [", over: 100万", "104.99万", "0"],
    [", over: 100万", "105万", "2"],
    [", over: 100万", "100万", "0"],
    [", over: 100万", "50万", "0"],
    [", cap: 7", "15万", "6"],
    [", cap: 7", "20万", "7"],
    [", cap: 7", "1000万", "7"],
  ])("%s of %s", (text, money, expected) => expect(points(item(text), { money })).toBe(expected));
});

describe("start + items − deductions", () => {
  const score = `start: 60, items: [{id: a, of: mark, weight: 10%}],
    deduct: [{id: g, cap: 20, items: [{id: f, of: faults, every: 1次, points: 8}, {id: l, of: late, every: 2, points: 1}]}, {id: h, items: [{id: m, of: late, every: 1, points: 0.5}]}]`;
  it.each([
    ["0", "0", "0", "60"],
    ["100", "0", "0", "70"],
    ["100", "1", "3", "59.5"],
    ["100", "2", "8", "46"],
    ["100", "3", "0", "50"],
    ["100", "9", "40", "30"],
  ])("mark %s, faults %s, late %s", (mark, faults, late, expected) => {
    expect(points(score, { mark, faults, late })).toBe(expected);
  });
  it("can fall below zero", () => {
    expect(points("deduct: [{id: g, items: [{id: f, of: faults, every: 1次, points: 8}]}]", { faults: "2" })).toBe(
      "-16",
    );
  });
  it("every line, deductions below zero, each group with what it takes in all", () => {
    expect(run(score, { mark: "100", faults: "3", late: "4" }).lines).toEqual([
      "start start 60",
      "item a 10",
      "deduction f -24",
      "deduction l -2",
      "deduction g -20",
      "deduction m -2",
      "deduction h -2",
    ]);
  });
});

describe("unknown and veto", () => {
  const score = `items: [{id: a, of: rate, weight: 100}],
    deduct: [{id: g, cap: 5, items: [{id: f, of: faults, every: 1次, points: 8}, {id: l, of: late, every: 1, points: 1}]}],
    veto: [breach, {id: v, that: fraud}]`;
  const all = { rate: "100%", faults: "0", late: "0", breach: false, fraud: false };
  it.each<[string, Row, string]>([
    ["all known", {}, "100"],
    ["an unknown item", { rate: null }, "? rate B2"],
    ["an unknown deduction", { late: null }, "? late F2"],
    ["an unknown deduction beside one that reaches the cap", { faults: "1", late: null }, "? late F2"],
    ["a veto", { breach: true }, "0"],
    ["the other veto", { fraud: true }, "0"],
    ["a veto beside unknowns", { breach: true, rate: null, late: null }, "0"],
    ["a veto beside an unknown veto", { breach: true, fraud: null }, "0"],
    ["an unknown veto", { fraud: null }, "? fraud H2"],
    ["all that is missing", { fraud: null, rate: null, late: null }, "? fraud H2, late F2, rate B2"],
  ])("%s", (_, cells, expected) => expect(points(score, { ...all, ...cells })).toBe(expected));
  it("a veto is a line of its own, before the others", () => {
    expect(run(score, { ...all, fraud: true, rate: null }).lines).toEqual([
      "veto s.veto.v 0",
      "item a ? rate B2",
      "deduction f 0",
      "deduction l 0",
      "deduction g 0",
    ]);
  });
});

describe("a score of a tier", () => {
  it("differs by tier where an item does", () => {
    const sections = `${inputs.replace("tiers: [{id: a, requires: [s >= 60]}]", "tiers: [{id: a, requires: [s >= 60]}, {id: b, requires: [s >= 60]}]")}
params: {line: {by: tier, values: {a: 100, b: 50}}}
metrics: {share: {value: mark / line}}
scores: {s: {items: [{id: x, of: share, weight: 100, cap: 1.2}]}}`;
    const { figure } = measured(sections, { people: [{ id: "1", mark: "50" }] });
    expect([figure("s", "a"), figure("s", "b")]).toEqual(["50", "100"]);
  });
});
