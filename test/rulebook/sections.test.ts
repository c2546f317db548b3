import { describe, expect, it } from "vitest";
import { showValue } from "../../src/formula/show.ts";
import { type Result, Unknown } from "../../src/formula/value.ts";
import { Exact } from "../../src/number/exact.ts";
import type { PersonFrame } from "../../src/rulebook/frame.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import { staticFrame } from "../../src/rulebook/static-frame.ts";
import { findings, marked, rulebook, sorted } from "./build.ts";

function expectMarked(sections: string, ...codes: string[]): void {
  const { clean, expected } = marked(sections, codes);
  expect(sorted(findings(clean))).toEqual(sorted(expected));
}

/** A person of whom some columns are known. */
function person(rules: Rulebook, given: Readonly<Record<string, Result>>): PersonFrame {
  const frame = staticFrame(rules, -1);
  return {
    ...frame,
    columns: rules.subject.columns.map((column, slot) => given[column.name] ?? (frame.columns[slot] as Result)),
  };
}

describe("the rulebook as a whole", () => {
  it.each([
    ["another version of the language", "dingji: «2»", ["rulebook/version"]],
    ["a subject that is no input", "subject: «peple»", ["rulebook/no-subject"]],
    ["tiers of which none can be reached", "«tiers»: [{id: a, ladder: no}]", ["rulebook/no-ladder"]],
  ])("%s", (_, sections, codes) => expectMarked(sections, ...codes));

  it("needs no tiers: a rulebook may only measure or check a team", () => {
    const rules = rulebook("tiers: [{id: a, requires: [exam]}]\nteam: [{id: t, that: people >= 3}]");
    expect(rules.decision).toBeUndefined();
    expect(rules.quotas).toBeUndefined();
    expect(rules.levels).toBeUndefined();
  });

  it("ranks run from the lowest, indexes from the highest", () => {
    expect(rulebook("").tiers.map(({ id, index, rank, ladder }) => [id, index, rank, ladder])).toEqual([
      ["high", 0, 2, true],
      ["low", 1, 1, true],
    ]);
  });
});

describe("inputs", () => {
  const roles = (sections: string) => rulebook(sections).inputs.map(({ id, role }) => `${id} ${role}`);
  it("by their key and reference", () => {
    expect(roles("")).toEqual(["people subject", "sales detail", "loans detail", "quality one-row", "bank whole"]);
  });
  it("the subject comes first, wherever it is written", () => {
    const inputs = `inputs:
  rows: {columns: {id: {type: id, header: a, refers: people}, amount: {type: money, header: b}}}
  people: {key: id, columns: {id: {type: id, header: a}, mark: {type: number, header: m}}}`;
    expect(roles(inputs)).toEqual(["people subject", "rows detail"]);
  });
  const subject = "people: {key: id, columns: {id: {type: id, header: a}, mark: {type: number, header: m}}}";
  it.each([
    ["no key", "inputs:\n  «people»: {columns: {id: {type: id, header: a}}}", "rulebook/no-key"],
    [
      "a key that is no column",
      "inputs:\n  people: {key: «idd», columns: {id: {type: id, header: a}, mark: {type: number, header: m}}}",
      "rulebook/unknown-reference",
    ],
    [
      "a key that is no id",
      "inputs:\n  people: {key: id, columns: {id: {type: «text», header: a}, mark: {type: number, header: m}}}",
      "rulebook/key-not-id",
    ],
    [
      "a reference elsewhere",
      `inputs:\n  ${subject}\n  rows: {columns: {id: {type: id, header: a, refers: «sales»}}}`,
      "rulebook/unknown-reference",
    ],
    [
      "a key without a reference",
      `inputs:\n  ${subject}\n  «rows»: {key: id, columns: {id: {type: id, header: a}}}`,
      "rulebook/no-link",
    ],
    [
      "an enum without values",
      `inputs:\n  ${subject.replace("mark:", "«e»: {type: enum, header: e}, mark:")}`,
      "rulebook/enum-values",
    ],
    [
      "an option that would do nothing",
      `inputs:\n  ${subject.replace("mark:", "e: {type: text, header: e, «min»: 0}, mark:")}`,
      "rulebook/column-option",
    ],
  ])("%s", (_, sections, code) => expectMarked(sections, code));
});

describe("currencies", () => {
  it("the rulebook's own, by code or name", () => {
    const total = "metrics: {m: {sum: sales.amount}}\ntiers: [{id: a, requires: [m >= 5万元, m >= 5万]}]";
    const named = (currency: string) =>
      rulebook(`currency: ${currency}\n${total.replace(", m >= 5万]", "]")}`).currency;
    expect(["CNY", "RMB", "人民币"].map(named)).toEqual(["CNY", "CNY", "CNY"]);
    expect(
      rulebook("currency: USD\nmetrics: {m: {sum: sales.amount}}\ntiers: [{id: a, requires: [m >= 5万]}]").figures.at(
        -1,
      )?.type,
    ).toEqual({
      kind: "money",
      currency: "USD",
    });
  });
  it("rates by any name of a currency", () => {
    expect(
      findings("rates: {美元: [{from: 2020-01-01, CNY: 7}]}\nmetrics: {u: {sum: sales.usd}, c: {value: u as CNY}}"),
    ).toEqual([]);
  });
  it.each([
    ["of the rulebook", "currency: «CNX»"],
    ["of a rate", "rates:\n  «USX»: [{from: 2020-01-01, CNY: 7}]"],
    [
      "of a column",
      "inputs:\n  people: {key: id, columns: {id: {type: id, header: a}, m: {type: money, currency: «USX», header: b}, mark: {type: number, header: m}}}",
    ],
  ])("one that there is not: %s", (_, sections) => expectMarked(sections, "rulebook/bad-value"));
});

describe("applies_to", () => {
  const rules = rulebook("applies_to: branch != '总部' and exam");
  it.each<[string, Record<string, Result>, boolean | "?"]>([
    ["inside", { branch: "东湖", exam: true }, true],
    ["outside", { branch: "总部", exam: true }, false],
    ["outside whatever the rest", { branch: "总部" }, false],
    ["unknown", { exam: true }, "?"],
  ])("%s", (_, given, expected) => {
    const result = rules.appliesTo?.evaluate(person(rules, given));
    expect(result instanceof Unknown ? "?" : result).toBe(expected);
  });
  it("must be a condition", () => {
    expectMarked("applies_to: «mark»", "rulebook/must-be-boolean");
  });
});

describe("levels", () => {
  const tiers = "tiers: [{id: high, requires: [exam]}, {id: mid, requires: [exam]}, {id: off, ladder: no}]";
  const levels = (text: string) => `${tiers}\nlevels: ${text}`;

  it("the last line of a tier is a requirement of it, named TIER.line", () => {
    const rules = rulebook(
      levels("{by: mark, lines: {high: [97, 93, 90], mid: [85, 80]}, cite: 第七条, assumed: yes}"),
    );
    expect(rules.tiers.map((tier) => tier.requires.of.map((node) => node.id))).toEqual([
      ["high.exam", "high.line"],
      ["mid.exam", "mid.line"],
      [],
    ]);
    const line = rules.tiers[0]?.requires.of[1];
    expect(line).toMatchObject({ cite: "第七条", assumed: true });
    expect(line?.kind === "group" && line.of[0]).toMatchObject({ id: "high.line.mark", text: "mark >= 90" });
    expect(rules.levels?.names).toEqual(["1", "2", "3"]);
  });
  it("keeps a line's unit as it is written", () => {
    const rules = rulebook(
      `${tiers}\nmetrics: {m: {sum: sales.amount}}\nlevels: {by: m, names: [A, B], lines: {high: [2亿, 1.5亿], mid: [5000万元]}}`,
    );
    const line = rules.tiers[0]?.requires.of[1];
    expect(line?.kind === "group" && line.of[0]).toMatchObject({ text: "m >= 1.5亿" });
    expect(
      rules.levels?.lines.get("mid")?.map((one) => showValue(one, { kind: "money", currency: "CNY" }, "zh")),
    ).toEqual(["5,000万元"]);
  });
  it.each([
    ["lines that rise", levels("{by: mark, lines: {high: [90, «93»], mid: [80]}}"), "rulebook/lines-order"],
    ["lines that repeat", levels("{by: mark, lines: {high: [90, «90»], mid: [80]}}"), "rulebook/lines-order"],
    [
      "a tier without lines",
      `tiers: [{id: high, requires: [exam]}, «{id: mid, requires: [exam]}»]\nlevels: {by: mark, lines: {high: [90]}}`,
      "rulebook/no-lines",
    ],
    [
      "lines of no tier",
      levels("{by: mark, lines: {high: [90], mid: [80], «low»: [70]}}"),
      "rulebook/unknown-reference",
    ],
    ["too few names", levels("{by: mark, names: «[A]», lines: {high: [90, 80], mid: [70]}}"), "rulebook/level-names"],
    ["by nothing", levels("{by: «marks», lines: {high: [90], mid: [80]}}"), "rulebook/unknown-reference"],
    ["by a word", levels("{by: «branch», lines: {high: [90], mid: [80]}}"), "rulebook/unknown-reference"],
    [
      "a line of another kind",
      `${tiers}\nmetrics: {m: {sum: sales.amount}}\nlevels: {by: m, lines: {high: [«90%»], mid: [80]}}`,
      "rulebook/value-type",
    ],
    [
      "a bonus that is no condition",
      levels("{by: mark, lines: {high: [90], mid: [80]}, bonus: [{if: «mark», steps: 1}]}"),
      "rulebook/must-be-boolean",
    ],
  ])("%s", (_, sections, code) => {
    const { clean, expected } = marked(sections, [code]);
    expect(findings(clean)).toContain(expected[0]);
  });
});

describe("scores", () => {
  it.each([
    ["neither weighted nor stepped", "[«{id: a, of: mark}»]", "rulebook/score-item"],
    ["both", "[«{id: a, of: mark, weight: 1, every: 1, points: 1}»]", "rulebook/score-item"],
    ["half a step", "[«{id: a, of: mark, every: 1}»]", "rulebook/score-item"],
    ["of a word", "[{id: a, of: «branch», weight: 1}]", "rulebook/not-numeric"],
    ["steps of nothing", "[{id: a, of: mark, every: «0», points: 1}]", "rulebook/bad-value"],
    ["steps of another kind", "[{id: a, of: years, every: «5», points: 1}]", "rulebook/value-type"],
    ["a cap of another kind", "[{id: a, of: years, cap: «5», weight: 1}]", "rulebook/value-type"],
  ])("an item %s", (_, items, code) => expectMarked(`scores: {s: {items: ${items}}}`, code));

  it("a start that is no number of points", () => {
    expectMarked("scores: {s: {start: «years»}}", "formula/wrong-type");
    expect(findings("scores: {s: {start: 60}}")).toEqual([]);
  });
  it("a score of scores, and of points", () => {
    const rules = rulebook(
      "scores: {s: {items: [{id: a, of: mark, weight: 40%}]}, t: {start: 5分, items: [{id: b, of: s, weight: 100%}]}}",
    );
    expect(rules.metrics.map(({ name, type }) => [name, type])).toEqual([
      ["s", { kind: "number", unit: "分" }],
      ["t", { kind: "number", unit: "分" }],
    ]);
  });
});

describe("quotas", () => {
  const quotas = (text: string) => `quotas: {caps: ${text}, rank: [mark]}`;
  it("shares of the base, and by what people are ranked", () => {
    const made = rulebook(
      "quotas: {base: all, caps: {high: 20%, low: 0.5%}, rank: [mark, years], over: lower, cite: 第一条}",
    ).quotas;
    expect([...(made?.caps ?? [])].map(([tier, share]) => `${tier} ${share}`)).toEqual(["high 0.2", "low 0.005"]);
    expect(made?.rank.map((one) => one.name)).toEqual(["mark", "years"]);
    expect(made).toMatchObject({ base: "all", over: "lower", cite: "第一条" });
    expect(rulebook(quotas("{high: 20%}")).quotas).toMatchObject({ base: "graded", over: "flag" });
  });
  it.each([
    ["above the whole", quotas("{high: «101%»}"), "rulebook/bad-value"],
    ["below nothing", quotas("{high: «-1%»}"), "rulebook/bad-value"],
    ["a number of heads", quotas("{high: «20»}"), "rulebook/bad-value"],
    ["an unknown tier", quotas("{«top»: 20%}"), "rulebook/unknown-reference"],
    ["an unknown rank", "quotas: {caps: {high: 20%}, rank: [«marks»]}", "rulebook/unknown-reference"],
    ["a rank by words", "quotas: {caps: {high: 20%}, rank: [«branch»]}", "rulebook/not-numeric"],
  ])("%s", (_, sections, code) => expectMarked(sections, code));
});

describe("decision", () => {
  it("defaults: every run moves tiers, nobody reached goes to review, no limits", () => {
    expect(rulebook("decision: {}").decision).toMatchObject({
      appoint: "always",
      noneReached: "review",
      maxUp: undefined,
      maxDown: undefined,
    });
    expect(rulebook("decision: {none_reached: leave, max_up: 1, max_down: 0}").decision).toMatchObject({
      noneReached: "leave",
      maxUp: 1,
      maxDown: 0,
    });
  });
  it("labels: one text is Chinese, the English word stays", () => {
    const { labels } = rulebook("decision: {actions: {promote: 晋升, keep: {zh: 留任, en: Stay}}}").decision ?? {};
    expect([labels?.promote, labels?.keep, labels?.leave]).toEqual([
      { zh: "晋升", en: "Promote" },
      { zh: "留任", en: "Stay" },
      { zh: "建议退出", en: "Leave" },
    ]);
  });
  it.each([
    [
      "a rule that is no condition",
      "decision: {rules: [{id: r, if: «mark», then: leave}]}",
      "rulebook/must-be-boolean",
    ],
    ["an action that there is not", "decision: {rules: [{id: r, if: exam, then: «fire»}]}", "rulebook/bad-value"],
    ["approvals of no tier", "decision: {approvals: {«top»: 总行}}", "rulebook/unknown-reference"],
    ["an action that is none", "decision: {actions: {«fire»: 辞退}}", "rulebook/unknown-key"],
  ])("%s", (_, sections, code) => expectMarked(sections, code));
});

describe("team", () => {
  const people = (rules: Rulebook, ...given: Readonly<Record<string, Result>>[]) =>
    given.map((one) => person(rules, one));
  function verdict(that: string, given: readonly Readonly<Record<string, Result>>[], more = ""): boolean | "?" {
    const rules = rulebook(`${more}\nteam: [{id: t, that: "${that}"}]`);
    const [check] = rules.team;
    const run = { asOf: "2026-12-31", from: "2026-01-01", to: "2026-12-31" };
    const truth = check?.criterion.evaluate({ run, people: people(rules, ...given) });
    return truth instanceof Unknown ? "?" : (truth as boolean);
  }
  const [yes, no, missing] = [{ exam: true }, { exam: false }, {}];
  const years = (...list: number[]) => list.map((one) => ({ years: Exact.of(one) }));

  it.each<[string, Readonly<Record<string, Result>>[], boolean | "?"]>([
    ["people >= 3", [yes, no, missing], true],
    ["people >= 4", [yes, no, missing], false],
    ["share(exam) >= 50%", [yes, no], true],
    ["share(exam) >= 51%", [yes, no], false],
    ["share(exam) >= 50%", [yes, yes, missing], true],
    ["share(exam) >= 70%", [yes, yes, missing], "?"],
    ["share(exam) >= 70%", [yes, no, missing], false],
    ["count(exam) >= 2", [yes, yes, missing], true],
    ["count(exam) <= 2", [yes, yes, missing], "?"],
    ["count(not exam) >= 2", [yes, no, missing], "?"],
    ["mean(years) <= 3年", years(2, 4), true],
    ["mean(years) < 3年", years(2, 4), false],
    ["mean(years) <= 3年", [...years(2), missing], "?"],
    ["max(years) >= 5年", years(2, 5), true],
    ["distinct(branch) >= 2", [{ branch: "东" }, { branch: "西" }, { branch: "东" }], true],
    ["share(years >= 3年 and exam) > 0%", [{ years: Exact.of(3), exam: true }, {}], true],
    ["share(exam) >= 50%", [], "?"],
  ])("%s of %j", (that, given, expected) => expect(verdict(that, given)).toBe(expected));

  it("params, whole inputs and the recommended tier", () => {
    expect(verdict("people >= p", [yes, yes], "params: {p: 2}")).toBe(true);
    expect(
      findings("team: [{id: t, that: people / bank.staff >= 13%}, {id: u, that: share(recommended == high) <= 20%}]"),
    ).toEqual([]);
  });
  it("by a column of the subject", () => {
    expect(
      rulebook("team: [{id: t, that: share(exam) >= 5%, by: branch, advice: yes, cite: 第一条}]").team[0],
    ).toMatchObject({
      advice: true,
      cite: "第一条",
      by: { name: "branch" },
    });
    expectMarked("team: [{id: t, that: share(exam) >= 5%, by: «brnch»}]", "rulebook/unknown-reference");
  });
  it.each([
    ["a person's figure without an aggregate", "team: [{id: t, that: «exam»}]", "formula/needs-aggregate"],
    ["a rest that is no condition", "team: [{id: t, that: «people + 1»}]", "formula/wrong-type"],
  ])("%s", (_, sections, code) => {
    const { clean, expected } = marked(sections, [code]);
    expect(findings(clean)).toContain(expected[0]);
  });
});
