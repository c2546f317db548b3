import { describe, expect, it } from "vitest";
import type { Override } from "../../src/decide/override.ts";
import { funnelOf } from "../../src/report/funnel.ts";
import { movementRows, whitherOf } from "../../src/report/movement.ts";
import { countedOf } from "../../src/report/summary.ts";
import { nextTier } from "../../src/report/tree.ts";
import { uncountedOf } from "../../src/report/uncounted.ts";
import { exact, gradedOf, reportOf, someSources, tiers } from "./build.ts";
import { people } from "./people.ts";

describe("the summary", () => {
  const { summary } = reportOf(people);

  it("counts people per tier, action and branch", () => {
    expect(
      summary.tiers.map(({ tier, current, qualified, recommended }) => [tier.id, current, qualified, recommended]),
    ).toEqual([
      ["senior", 1, 1, 1],
      ["first", 1, 1, 1],
      ["trainee", 1, 0, 0],
    ]);
    expect(
      summary.branches.map(({ branch, people: count, actions }) => [branch, count, actions.get("review")]),
    ).toEqual([
      ["南昌分行", 1, 0],
      ["青山湖支行", 2, 1],
    ]);
  });

  it("its matrix adds up to everyone", () => {
    const cells = [...summary.matrix.values()].flatMap((row) => [...row.values()]);
    expect(cells.reduce((sum, cell) => sum + cell, 0)).toBe(summary.people);
  });
});

describe("the summary with overrides", () => {
  const graded = gradedOf(people);
  const override = { from: undefined, to: tiers[0], reason: "x", approver: "y", date: "2026-12-28" } as Override;
  const report = (decided: Override | undefined) =>
    reportOf(people, someSources, {
      recommendations: graded.recommendations.map((one, at) =>
        at === 2 && decided ? { ...one, override: decided } : one,
      ),
    });

  it.each([
    ["nobody's", undefined, { counted: "recommended", ends: [1, 1, 0], to: { none: 1 }, note: "建议" }],
    [
      "senior for who is in review",
      override,
      { counted: "final", ends: [2, 1, 0], to: { senior: 1 }, note: "最终等级" },
    ],
    ["no tier", { ...override, to: undefined }, { counted: "final", ends: [1, 1, 0], to: { none: 1 }, note: "无" }],
  ])("%s", (_, decided, { counted, ends, to, note }) => {
    const one = report(decided);
    expect(countedOf(one).at(-1)).toBe(counted);
    expect(one.summary.tiers.map(({ final }) => final)).toEqual(ends);
    expect(one.summary.tiers.map(({ recommended }) => recommended)).toEqual([1, 1, 0]);
    expect(Object.fromEntries(one.summary.finalMatrix.get("trainee")!)).toEqual(to);
    expect(Object.fromEntries(one.summary.matrix.get("trainee")!)).toEqual({ none: 1 });
    const { headings, rows } = movementRows(one, "zh", whitherOf(one));
    expect(headings.join(" ")).toContain(note);
    expect(rows.at(-1)!.at(-1)).toBe(3);
  });
});

describe("the funnel", () => {
  it("counts whom each required part stops, and whom it stops alone", () => {
    const report = reportOf([
      { id: "1", exam: false, deposits: "260000000", largest_deposit: "100000000", loans: "350000000" },
      { id: "2", exam: false, npl: "" },
      { id: "3", years: "2", deposits: "150000000" },
    ]);
    const rows = funnelOf(tiers, report.people).map(({ part, labels, stops }) => [part, labels[0]!.zh, ...stops]);
    const none = undefined;
    expect(rows).toEqual([
      ["exam", "模拟银行考试", { failed: 2, unknown: 0, alone: 1 }, { failed: 2, unknown: 0, alone: 1 }, none],
      ["years", "营销年限", { failed: 1, unknown: 0, alone: 0 }, none, none],
      ["business", "业务指标", { failed: 2, unknown: 0, alone: 0 }, { failed: 1, unknown: 0, alone: 0 }, none],
      ["npl", "不良率", none, { failed: 0, unknown: 1, alone: 0 }, none],
    ]);
  });
});

describe("the next tier", () => {
  it.each([
    [undefined, "first"],
    ["first", "senior"],
    ["senior", undefined],
  ])("above %s is %s", (qualified, expected) => {
    expect(
      nextTier(
        tiers,
        tiers.find(({ id }) => id === qualified),
      )?.id,
    ).toBe(expected);
  });
});

describe("customers not counted", () => {
  it("are those at the present, qualified and next tier, largest first, one entry for several tiers", () => {
    const found = (group: string, tier: string, value: string, floor: string) => ({
      person: "1",
      scope: "counted",
      group,
      tier,
      value: exact(value),
      floor: exact(floor),
      metrics: [{ zh: "日均存款", en: "Average deposits" }],
    });
    const report = reportOf([{ id: "1", current: "first", deposits: "150000000" }], {
      ...someSources,
      uncounted: (_, tier) =>
        tier?.id === "senior"
          ? [found("C1", "senior", "4990000", "5000000"), found("C2", "senior", "10", "5000000")]
          : tier?.id === "first"
            ? [found("C2", "first", "10", "5000000")]
            : [found("C9", "trainee", "1", "2")],
    });
    const scope = { id: "counted", tierScoped: true };
    const scoped = { ...report, rulebook: { ...report.rulebook, scopes: [scope] as never } };
    expect(
      uncountedOf(scoped, report.people[0]!).map(({ group, tiers: at, metrics }) => [
        group,
        at.map(({ id }) => id),
        metrics,
      ]),
    ).toEqual([
      ["C1", ["senior"], [{ zh: "日均存款", en: "Average deposits" }]],
      ["C2", ["senior", "first"], [{ zh: "日均存款", en: "Average deposits" }]],
    ]);
  });
});
