import { describe, expect, it } from "vitest";
import { assess } from "../../src/assess/assess.ts";
import type { Assessment, CriterionResult } from "../../src/assess/assessment.ts";
import { Unknown } from "../../src/formula/value.ts";
import type { PersonFrame } from "../../src/rulebook/frame.ts";
import { measured, type Row, type Sheets, shown } from "../metrics/build.ts";

function assessed(sections: string, cells: Row, sheets: Sheets = {}): Assessment & { frame: PersonFrame } {
  const { rules, frames } = measured(sections, { people: [{ id: "1", ...cells }], ...sheets });
  const frame = frames[0] as PersonFrame;
  return { ...assess(frame, rules, 0), frame };
}

function brief({ tiers, qualified, undecided, provisional }: Assessment): string {
  const statuses = tiers.map((one) => `${one.tier.id} ${one.status}${one.provisional ? " 暂定" : ""}`);
  const doubt = undecided.map((one) => one.id).join(" ");
  return `${statuses.join(", ")} → ${qualified?.id ?? "none"}${provisional ? " 暂定" : ""}${doubt ? `, undecided ${doubt}` : ""}`;
}

const ladder = `tiers:
  - {id: a, requires: [mark >= 90, exam]}
  - {id: b, requires: [mark >= 60]}
  - {id: c, requires: [years >= 3年]}
  - {id: t, ladder: no}`;

describe("the qualified tier is the highest that passes", () => {
  it.each<[Row, string]>([
    [{ mark: "95", exam: true, years: "1年" }, "a pass, b pass, c fail, t fail → a"],
    [{ mark: "89.99", exam: true, years: "3年" }, "a fail, b pass, c pass, t fail → b"],
    [{ mark: "59.99", exam: true, years: "3年" }, "a fail, b fail, c pass, t fail → c"],
    [{ mark: "59.99", exam: true, years: "2.99年" }, "a fail, b fail, c fail, t fail → none"],
    // A lower tier need not pass for a higher one to count.
    [{ mark: "95", exam: true, years: "0年" }, "a pass, b pass, c fail, t fail → a"],
    // Unknown above the highest passing one; unknown below it does not matter.
    [{ mark: "95", years: "3年" }, "a unknown, b pass, c pass, t fail → b, undecided a"],
    [{ mark: "95", exam: true }, "a pass, b pass, c unknown, t fail → a"],
    [{ mark: "80", years: "3年" }, "a fail, b pass, c pass, t fail → b"],
    [{ years: "3年", exam: true }, "a unknown, b unknown, c pass, t fail → c, undecided a b"],
    [{ exam: false }, "a fail, b unknown, c unknown, t fail → none, undecided b c"],
    [{}, "a unknown, b unknown, c unknown, t fail → none, undecided a b c"],
  ])("%j: %s", (cells, expected) => expect(brief(assessed(ladder, cells))).toBe(expected));

  it("what is missing is said once, and only for the undecided tiers", () => {
    const { missing } = assessed(ladder, { exam: true, current: "c" });
    expect(missing.map((one) => one.what.zh)).toEqual(["mark", "years"]);
    expect(assessed(ladder, { mark: "95", exam: true }).missing).toEqual([]);
  });

  it("a line that is unknown is missing too", () => {
    const sections = `params: {p: {by: tier, values: {a: 90, b: 60}}}
tiers: [{id: a, requires: [mark >= p at current]}, {id: b, requires: [exam]}]`;
    const found = assessed(sections, { mark: "95", exam: true });
    expect(brief(found)).toBe("a unknown, b pass → b, undecided a");
    expect(found.missing.map((one) => `${one.why} ${one.what.zh}`)).toEqual(["blank current"]);
    expect(assessed(sections, { mark: "95", exam: true, current: "" }).missing.map((one) => one.why)).toEqual([
      "no-tier",
    ]);
    expect(found.frame.tier).toBe(-1);
  });

  it("a tier without requirements is passed by everybody", () => {
    expect(brief(assessed("tiers: [{id: a, requires: [exam]}, {id: rest}]", { exam: false }))).toBe(
      "a fail, rest pass → rest",
    );
  });

  it("readings that differ are what is missing, by clause and print", () => {
    const sections = `readings: {r: {cite: 第五条, printed: 八十, candidates: [mark >= 80, mark >= 90]}}
tiers: [{id: a, requires: [{id: c, reading: r}]}]`;
    expect(brief(assessed(sections, { mark: "90" }))).toBe("a pass → a");
    expect(brief(assessed(sections, { mark: "79" }))).toBe("a fail → none");
    const between = assessed(sections, { mark: "85" });
    expect(brief(between)).toBe("a unknown → none, undecided a");
    expect(between.missing).toEqual([{ why: "readings-differ", what: { zh: "第五条 八十", en: "第五条 八十" } }]);
    const unknown = assessed(sections, {});
    expect(unknown.missing.map((one) => `${one.why} ${one.what.zh}`)).toEqual(["blank mark"]);
  });
});

describe("every leaf says its value, its line and how far it is", () => {
  const leaves = (one: CriterionResult): CriterionResult[] =>
    one.criterion.kind === "leaf" ? [one] : one.parts.flatMap(leaves);
  const shownLeaves = (sections: string, cells: Row, sheets: Sheets = {}) =>
    assessed(sections, cells, sheets).tiers.flatMap(({ requires }) =>
      leaves(requires).map(({ criterion, status, value, threshold, gap }) => {
        return [criterion.id, status, shown(value), String(threshold), String(gap)].join(" | ");
      }),
    );
  it.each<[string, Row, string]>([
    ["mark >= 80", { mark: "79.5" }, "a.mark | fail | 79.5 | 80 | 0.5"],
    ["mark >= 80", { mark: "80" }, "a.mark | pass | 80 | 80 | 0"],
    ["mark <= 80", { mark: "81" }, "a.mark | fail | 81 | 80 | 1"],
    ["mark >= 80", {}, "a.mark | unknown | ? mark H2 | 80 | undefined"],
    ["years >= 6个月", { years: "3个月" }, "a.years | fail | 0.25 | 0.5 | 0.25"],
    ["exam", { exam: false }, "a.exam | fail | false | undefined | undefined"],
    ["exam", {}, "a.exam | unknown | ? exam D2 | undefined | undefined"],
    ["not exam", { exam: false }, "a.exam | pass | false | undefined | undefined"],
    ["edu >= 大专", { edu: "高中" }, "a.edu | fail | 高中 | 大专 | undefined"],
    ["mark between 1 and 3", { mark: "5" }, "a.mark | fail | 5 | undefined | 2"],
  ])("%s with %j", (formula, cells, expected) => {
    expect(shownLeaves(`tiers: [{id: a, requires: ["${formula}"]}]`, cells)).toEqual([expected]);
  });
  it("0.1 + 0.2 meets 0.3; one fen short is short", () => {
    const sections = "metrics: {m: {sum: sales.amount}}\ntiers: [{id: a, requires: [m >= 0.3]}]";
    const sale = (amount: string) => ({ id: "1", amount });
    expect(shownLeaves(sections, {}, { sales: [sale("0.1"), sale("0.2")] })).toEqual(["a.m | pass | 0.3 | 0.3 | 0"]);
    expect(shownLeaves(sections, {}, { sales: [sale("0.1"), sale("0.19")] })).toEqual([
      "a.m | fail | 0.29 | 0.3 | 0.01",
    ]);
  });
  it("a line by tier is the tier's own", () => {
    const sections =
      "params: {p: {by: tier, values: {a: 80, b: 60}}}\nrequirements: {g: [mark >= p]}\ntiers: [{id: a, requires: [{use: g}]}, {id: b, requires: [{use: g}]}]";
    expect(shownLeaves(sections, { mark: "70" })).toEqual([
      "a.g.mark | fail | 70 | 80 | 10",
      "b.g.mark | pass | 70 | 60 | 0",
    ]);
  });
});

describe("provisional: passing `requires` or `provisional`", () => {
  const sections = `tiers:
  - {id: a, requires: [mark >= 90]}
  - {id: b, requires: [exam], provisional: [mark >= 60]}`;
  it.each<[Row, string]>([
    [{ exam: true, mark: "70" }, "a fail, b pass → b"],
    [{ exam: true, mark: "50" }, "a fail, b pass → b"],
    [{ exam: false, mark: "60" }, "a fail, b pass 暂定 → b 暂定"],
    [{ exam: false, mark: "59.99" }, "a fail, b fail → none"],
    [{ mark: "70" }, "a fail, b pass 暂定 → b 暂定"],
    [{ mark: "50" }, "a fail, b unknown → none, undecided b"],
    [{ exam: true }, "a unknown, b pass → b, undecided a"],
    [{ exam: false }, "a unknown, b unknown → none, undecided a b"],
    [{ exam: false, mark: "95" }, "a pass, b pass 暂定 → a"],
  ])("%j: %s", (cells, expected) => expect(brief(assessed(sections, cells))).toBe(expected));
  it("both trees are tested", () => {
    const { tiers } = assessed(sections, { exam: true, mark: "70" });
    expect(tiers[1]?.provisionalResult?.status).toBe("pass");
    expect(tiers[1]?.provisionalResult?.criterion.id).toBe("b.provisional");
    expect(tiers[0]?.provisionalResult).toBeUndefined();
  });
});

describe("levels", () => {
  const sections = (bonus = "") => `levels:
  by: mark
  names: [A, B, C]
  lines: {a: [97, 93, 90], b: [85, 80]}
  ${bonus}
tiers: [{id: a, requires: [edu >= 本科]}, {id: b, requires: [edu >= 大专]}, {id: c, ladder: no}]`;
  const level = (cells: Row, bonus?: string): string => {
    const found = assessed(sections(bonus), cells);
    const { name, raised, beyondTop } = found.level ?? {};
    return `${found.qualified?.id ?? "none"} ${name instanceof Unknown ? shown(name) : (name ?? "-")}${raised ? ` +${raised}` : ""}${beyondTop ? " beyond" : ""}`;
  };
  it.each<[Row, string]>([
    [{ edu: "本科", mark: "97" }, "a A"],
    [{ edu: "本科", mark: "96.99" }, "a B"],
    [{ edu: "本科", mark: "93" }, "a B"],
    [{ edu: "本科", mark: "90" }, "a C"],
    // Below the last line of a: not a at all; b's highest line is met.
    [{ edu: "本科", mark: "89.99" }, "b A"],
    [{ edu: "大专", mark: "99" }, "b A"],
    [{ edu: "大专", mark: "84.99" }, "b B"],
    [{ edu: "大专", mark: "79.99" }, "none -"],
  ])("%j: %s", (cells, expected) => expect(level(cells)).toBe(expected));

  const rural = (atTop?: string) => `bonus: [{if: exam, steps: 1${atTop ? `, at_top: ${atTop}` : ""}}]`;
  it.each<[Row, string | undefined, string]>([
    [{ edu: "本科", mark: "93", exam: true }, undefined, "a A +1"],
    [{ edu: "本科", mark: "93", exam: false }, undefined, "a B"],
    [{ edu: "本科", mark: "93" }, undefined, "a ? exam D2"],
    [{ edu: "本科", mark: "97", exam: true }, "stop", "a A"],
    [{ edu: "本科", mark: "97", exam: true }, "review", "a A beyond"],
    [{ edu: "本科", mark: "90", exam: true }, "review", "a B +1"],
  ])("a bonus: %j, at_top %s: %s", (cells, atTop, expected) => expect(level(cells, rural(atTop))).toBe(expected));

  it("bonuses add up, to the top", () => {
    const two = "bonus: [{if: exam, steps: 1}, {if: years >= 3年, steps: 2}]";
    expect(level({ edu: "本科", mark: "90", exam: true, years: "5年" }, two)).toBe("a A +2");
    expect(level({ edu: "本科", mark: "90", exam: false, years: "5年" }, two)).toBe("a A +2");
    expect(level({ edu: "本科", mark: "90", exam: true, years: "1年" }, two)).toBe("a B +1");
  });

  it("a tier passed provisionally without meeting its last line has no level", () => {
    const provisional = sections().replace("requires: [edu >= 大专]", "requires: [edu >= 大专], provisional: [exam]");
    const found = assessed(provisional, { edu: "高中", mark: "10", exam: true });
    expect([found.qualified?.id, found.provisional, found.level?.name]).toEqual(["b", true, undefined]);
  });
  it("without levels there is none", () => {
    expect(assessed(ladder, { mark: "95", exam: true }).level).toBeUndefined();
  });
});

describe("standing", () => {
  const sections = `standing:
  - {id: ok, label: 在岗, that: mark >= 60}
  - {id: hint, advice: yes, any: [exam, years >= 1年]}
  - {id: pinned, that: mark >= p at current}
params: {p: {by: tier, values: {a: 90, b: 60, c: 10, t: 5}}}
decision: {rules: [{id: r, if: not ok and qualified == none, then: leave}]}
${ladder}`;
  it.each<[Row, string[]]>([
    [{ mark: "60", exam: false, years: "0年", current: "b" }, ["ok pass", "hint fail", "pinned pass"]],
    [{ mark: "59.99", exam: true, current: "b" }, ["ok fail", "hint pass", "pinned fail"]],
    [{ mark: "59.99", exam: false, current: "t" }, ["ok fail", "hint unknown", "pinned pass"]],
    [{ mark: "99", exam: true, current: "" }, ["ok pass", "hint pass", "pinned unknown"]],
    [{ exam: true }, ["ok unknown", "hint pass", "pinned unknown"]],
  ])("%j", (cells, expected) => {
    const { standing, frame } = assessed(sections, cells);
    expect(standing.map((one) => `${one.standing.id} ${one.status}`)).toEqual(expected);
    // The decision's rules read the outcomes from the frame.
    const inFrame = standing.map(({ standing: { id, slot } }) => {
      const truth = frame.shared[slot];
      return `${id} ${truth instanceof Unknown ? "unknown" : truth ? "pass" : "fail"}`;
    });
    expect(inFrame).toEqual(expected);
    expect(frame.tier).toBe(-1);
  });
});
