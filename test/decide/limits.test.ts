import { describe, expect, it } from "vitest";
import { compile, type Decided, decideOn } from "./build.ts";

/** Five tiers by one score, with whatever the decision and the levels say. */
function system(decision: string, more = ""): ReturnType<typeof compile> {
  const provisional = ", provisional: [{id: x, that: exam}]";
  const tiers = [90, 80, 70, 60].map(
    (line, at) => `  - {id: t${4 - at}, requires: [{id: s, that: score >= ${line}}]${line === 60 ? provisional : ""}}`,
  );
  return compile(`
dingji: 1
id: limits
title: {zh: 限级, en: Limits}
subject: people
currency: CNY
inputs:
  people:
    key: who
    columns:
      who:     {type: id, header: who}
      current: {type: tier, header: tier}
      score:   {type: number, header: score}
      exam:    {type: boolean, header: exam}
      rural:   {type: boolean, header: rural}
tiers:
${tiers.join("\n")}
  - {id: t0, ladder: no}
${decision}
${more}
`);
}

const brief = ({ recommendation: { recommended, action, approvals } }: Decided) => [
  action,
  recommended?.id,
  approvals.join(),
];

describe("limits and approvals", () => {
  const limited = system(`decision:
  max_up: 1
  max_down: 2
  none_reached: demote
  approvals: {t4: [head, hr], default: [branch], beyond: [president]}`);
  const free = system(`decision:
  none_reached: leave
  approvals: {t4: [head, hr], default: [branch], beyond: [president, hr]}`);

  it.each([
    ["t1", "95", ["promote", "t2", "branch"]],
    ["t3", "95", ["promote", "t4", "head,hr"]],
    ["t3", "85", ["keep", "t3", "branch"]],
    ["t4", "65", ["demote", "t2", "branch,president"]],
    ["t2", "65", ["demote", "t1", "branch"]],
    ["t0", "95", ["confirm", "t4", "head,hr"]],
    ["", "65", ["confirm", "t1", "branch"]],
    ["t3", "10", ["demote", undefined, ""]],
    ["t0", "10", ["keep", "t0", "branch"]],
    ["", "10", ["demote", undefined, ""]],
  ])("limited: %s with %s", (current, score, expected) => {
    expect(brief(decideOn(limited, { current, score, exam: false }))).toEqual(expected);
  });

  it.each([
    ["t1", "95", ["promote", "t4", "head,hr,president"]],
    ["t3", "95", ["promote", "t4", "head,hr"]],
    ["t4", "65", ["demote", "t1", "branch,president,hr"]],
    ["t3", "10", ["leave", undefined, ""]],
  ])("free: %s with %s", (current, score, expected) => {
    expect(brief(decideOn(free, { current, score, exam: false }))).toEqual(expected);
  });

  it("moves tiers in any run where the rulebook does not appoint by the year", () => {
    const decided = decideOn(free, { current: "t3", score: "95", exam: false }, { period: "2026Q2" });
    expect([...brief(decided), decided.recommendation.due]).toEqual(["promote", "t4", "head,hr", undefined]);
  });

  it("says that a step was limited", () => {
    const { recommendation } = decideOn(limited, { current: "t1", score: "95", exam: false });
    expect(recommendation.reasons.map((one) => one.zh).slice(0, 2)).toEqual([
      "达到t4标准，高于现等级t1",
      "升幅有限制，建议t2",
    ]);
  });

  it("marks and says a provisional tier", () => {
    const { recommendation } = decideOn(free, { current: "t1", score: "10", exam: true });
    expect(recommendation).toMatchObject({ action: "keep", provisional: true, qualified: { id: "t1" } });
    expect(recommendation.reasons.map((one) => one.en)).toEqual([
      "meets t1",
      "provisional: t1 by its provisional conditions",
    ]);
  });

  it("gives no action without a decision, and no tier", () => {
    const { recommendation } = decideOn(system(""), { current: "t1", score: "95", exam: false });
    expect(recommendation).toMatchObject({
      action: undefined,
      recommended: undefined,
      qualified: { id: "t4" },
      reasons: [],
    });
  });
});

describe("rules", () => {
  const rules = system(`decision:
  none_reached: leave
  rules:
    - {id: stay, if: current == t2 and rural, then: keep, cite: 第三条}
    - {id: out, if: not exam and score < 65, then: leave}`);

  it.each<[string, string, boolean | null, boolean | null, (string | undefined)[]]>([
    ["t2", "95", false, true, ["keep", "t2", ""]],
    ["t2", "61", false, false, ["leave", undefined, ""]],
    ["t1", "61", true, null, ["keep", "t1", ""]],
    ["t2", "95", false, null, ["review", undefined, ""]],
    ["t3", "95", false, null, ["promote", "t4", ""]],
  ])("%s with %s, exam %s, rural %s", (current, score, exam, rural, expected) => {
    expect(brief(decideOn(rules, { current, score, exam, rural }))).toEqual(expected);
  });

  it("say which rule could not be told, and why", () => {
    const { recommendation } = decideOn(rules, { current: "t2", score: "95", exam: false, rural: null });
    expect(recommendation.reasons[0]?.zh).toBe("第三条无法判断，缺：rural（空白，q.xlsx s!C3）");
  });
});

describe("levels", () => {
  const graded = system(
    "decision: {none_reached: leave}",
    `levels:
  by: score
  names: [A, B]
  lines: {t4: [95, 90], t3: [85, 80], t2: [75, 70], t1: [65, 60]}
  bonus: [{if: rural, steps: 1, at_top: review}]`,
  );

  it.each<[string, boolean | null, (string | undefined)[], string]>([
    ["85", false, ["keep", "t3", ""], "A"],
    ["82", false, ["keep", "t3", ""], "B"],
    ["82", true, ["keep", "t3", ""], "A"],
    ["85", true, ["review", undefined, ""], ""],
    ["85", null, ["review", undefined, ""], ""],
  ])("score %s, rural %s", (score, rural, expected, level) => {
    const decided = decideOn(graded, { current: "t3", score, exam: false, rural });
    expect(brief(decided)).toEqual(expected);
    expect(decided.frame.recommendedLevel).toBe(level);
  });
});
