import { describe, expect, it } from "vitest";
import { findings, marked, sorted } from "./build.ts";

function expectMarked(sections: string, ...codes: string[]): void {
  const { clean, expected } = marked(sections, codes);
  expect(sorted(findings(clean))).toEqual(sorted(expected));
}

const duplicate = "rulebook/duplicate-name";
const unseen = "formula/not-visible";
const scoped = "rulebook/tier-scoped";

describe("subject columns, params, metrics, scores and standing share one namespace", () => {
  it.each([
    ["a param named like a column", "params: {«mark»: 5}"],
    ["a metric named like a column", "metrics: {«mark»: {value: years}}"],
    ["a metric named like a param", "params: {p: 5}\nmetrics: {«p»: {value: years}}"],
    [
      "a score named like a metric",
      "metrics: {m: {value: mark}}\nscores: {«m»: {items: [{id: a, of: mark, weight: 1}]}}",
    ],
    ["a score named like a column", "scores: {«mark»: {items: [{id: a, of: years, every: 1年, points: 1}]}}"],
    ["a standing named like a column", "standing: [{«id»: exam, that: mark >= 1}]"],
    ["two standings", "standing: [{id: a, that: exam}, {«id»: a, that: exam}]"],
  ])("%s", (_, sections) => expectMarked(sections, duplicate));

  it("inputs are another one: an input, a metric and a requirements group may be called the same", () => {
    expect(
      findings("metrics: {sales: {sum: sales.amount}, n: {count: sales}}\nrequirements: {sales: [sales >= 1]}"),
    ).toEqual([]);
  });

  it("one-row columns are dotted and stand beside", () => {
    expect(findings("metrics: {npl: {value: quality.npl}, staff: {value: bank.staff}}")).toEqual([]);
  });
});

describe("reserved words", () => {
  const words = ["tier", "current", "qualified", "recommended", "none", "as_of", "period", "people"];
  const all = [...words, "current_level", "qualified_level", "recommended_level"];
  it.each(all)("%s names no metric", (word) => {
    expectMarked(`metrics: {«${word}»: {value: mark}}`, "rulebook/reserved-name");
  });
  it.each([...all, "default", "beyond"])("%s names no tier", (word) => {
    expectMarked(`tiers: [{id: «${word}», requires: [exam]}]`, "rulebook/reserved-name");
  });
  it("a column may be the current tier or level, and nothing else of them", () => {
    const inputs = (name: string) =>
      `inputs: {people: {key: id, columns: {id: {type: id, header: a}, mark: {type: number, header: m}, ${name}: {type: text, header: b}}}}`;
    expect(findings(inputs("current_level"))).toEqual([]);
    expectMarked(inputs("«qualified»"), "rulebook/reserved-name");
  });
  it("a hyphen is a minus: such a name could never be read", () => {
    expectMarked("metrics: {«big-sum»: {value: mark}}", "rulebook/bad-id");
    expectMarked("params: {«big-sum»: 5}", "rulebook/bad-id");
    expect(findings("requirements: {base-gate: [exam]}\ntiers: [{id: a, requires: [{use: base-gate}]}]")).toEqual([]);
  });
});

describe("a formula sees earlier stages only", () => {
  const score = "scores: {s: {items: [{id: a, of: mark, weight: 1}]}}";
  const standing = "standing: [{id: ok, that: exam}]";
  it.each([
    ["a metric a score", `${score}\nmetrics: {m: {value: «s»}}`],
    ["a metric a standing", `${standing}\nmetrics: {m: {value: "if(«ok», 1, 2)"}}`],
    ["a score a standing", `${standing}\nscores: {t: {start: "if(«ok», 1, 2)"}}`],
    ["a tier a standing", `${standing}\ntiers: [{id: a, requires: [«ok»]}]`],
    ["a row formula a metric", "metrics: {m: {value: mark}, n: {sum: sales.amount, where: «m» > 3}}"],
    [
      "a scope a metric",
      "metrics: {m: {sum: sales.amount}}\nscopes: {s: {each: customer, keep: sum(sales.amount) > «m»}}",
    ],
    ["applies_to a metric", "metrics: {m: {value: mark}}\napplies_to: «m» > 3"],
    ["a metric the qualified tier", "metrics: {m: {value: 'if(«qualified» == high, 1, 2)'}}"],
    ["a tier the qualified one", "tiers: [{id: high, requires: [«qualified» == high]}]"],
    ["a standing the qualified one", "standing: [{id: ok, that: «qualified» != none}]"],
    ["a score the recommended one", "scores: {s: {start: 'if(«recommended» == high, 1, 2)'}}"],
    ["a rule the recommended one", "decision: {rules: [{id: r, if: «recommended» == high, then: leave}]}"],
    ["a pinned one", "params: {p: {by: tier, values: {default: 5}}}\nmetrics: {m: {value: p at «qualified»}}"],
    [
      "a bonus the qualified level",
      "levels: {by: mark, lines: {high: [80], low: [60]}, bonus: [{if: «qualified_level» == '1', steps: 1}]}",
    ],
  ])("%s", (_, sections) => expectMarked(sections, unseen));

  it.each([
    ["a metric a metric written below it", "metrics: {m: {value: n}, n: {value: mark}}"],
    [
      "a score a metric and the score above it",
      `metrics: {m: {value: mark}}\n${score.replace("}}", "}, t: {start: s, items: [{id: b, of: m, weight: 1}]}}").replace("]}}, t", "]}, t")}`,
    ],
    ["a tier a score", `${score}\ntiers: [{id: a, requires: [s >= 5分]}]`],
    [
      "a rule a standing and the qualified tier",
      `${standing}\ndecision: {rules: [{id: r, if: not ok and qualified == none, then: leave}]}`,
    ],
    [
      "a benefit the recommended tier",
      "params: {p: {by: tier, values: {default: 5}}}\nbenefits: {pay: {amount: p at recommended}}",
    ],
    [
      "a team check both",
      "team: [{id: t, that: share(qualified == high) <= 20%}, {id: u, that: share(recommended == high) <= 20%}]",
    ],
    [
      "anything the day of assessment",
      "metrics: {m: {count: sales, where: day <= as_of}, n: {value: 'years_between(joined, as_of)'}}",
    ],
  ])("%s", (_, sections) => expect(findings(sections)).toEqual([]));

  it("metrics in a circle", () => {
    expectMarked("metrics:\n  «a»: {value: b}\n  b: {value: c}\n  c: {value: a}", "rulebook/cycle");
  });
});

describe("row formulas: own columns, params, subject columns, tier, dates; no division, no aggregates", () => {
  it("what they may use", () => {
    const sections = `params: {p: 5, q: {by: tier, values: {default: 5}}}
metrics:
  a: {sum: sales.amount * p, where: amount > before and exam and years >= 1年}
  b: {sum: sales.amount, where: day in period and tier == high and amount >= q}`;
    expect(findings(sections)).toEqual([]);
  });
  it.each([
    ["a division", "metrics: {m: {sum: «sales.amount / 2»}}", "formula/no-division"],
    ["an aggregate", "metrics: {m: {sum: «sum(sales.amount)»}}", "formula/no-aggregate"],
    ["another input's rows", "metrics: {m: {sum: «sales.amount + loans.amount»}}", "rulebook/two-inputs"],
    ["no input", "metrics: {m: {sum: «amount»}}", "rulebook/no-input"],
    ["an unknown one", "metrics: {m: {sum: «slaes.amount»}}", "rulebook/unknown-reference"],
    ["one to count", "metrics: {m: {count: «slaes»}}", "rulebook/unknown-reference"],
    ["a person formula that aggregates", "metrics: {m: {value: «sum(sales.amount)»}}", "formula/no-aggregate"],
    ["text summed", "metrics: {m: {sum: «sales.kind»}}", "rulebook/not-numeric"],
    ["the sums of dates", "metrics: {m: {max: «sales.day», per: customer}}", "rulebook/not-numeric"],
    ["an unknown scope", "metrics: {m: {sum: sales.amount, within: «big»}}", "rulebook/unknown-reference"],
    [
      "a scope by a column that the input lacks",
      "scopes: {s: {each: kind, keep: sum(sales.amount) > 0}}\nmetrics: {m: {sum: loans.amount, within: «s»}}",
      "rulebook/unknown-reference",
    ],
    ["`per` of a sum", "metrics: {m: {sum: sales.amount, «per»: customer}}", "rulebook/unknown-key"],
    ["an unknown column for `per`", "metrics: {m: {max: sales.amount, per: «custmer»}}", "rulebook/unknown-reference"],
  ])("%s", (_, sections, code) => expectMarked(sections, code));
});

describe("tier-scoped: an error outside tiers, requirements and levels, unless pinned", () => {
  const p = "params: {p: {by: tier, values: {high: 5, low: 3}}}";
  it.each([
    ["a standing", `${p}\nstanding: [«{id: ok, that: mark >= p}»]`],
    ["a rule", `${p}\ndecision: {rules: [{id: r, if: «mark >= p», then: leave}]}`],
    ["a benefit", `${p}\nbenefits: {pay: {amount: «p»}}`],
    ["applies_to", `applies_to: «tier == high»`],
    ["a rank of quotas", `${p}\nmetrics: {m: {value: mark - p}}\nquotas: {caps: {high: 20%}, rank: [«m»]}`],
    ["a team check", `${p}\nteam: [{id: t, that: «mean(mark) >= p»}]`],
    ["a team check over people", `${p}\nteam: [{id: t, that: «count(mark >= p) >= 3»}]`],
  ])("%s", (_, sections) => expectMarked(sections, scoped));

  it.each([
    ["a tier", `${p}\ntiers: [{id: high, requires: [mark >= p]}, {id: low, requires: [exam]}]`],
    [
      "a metric for tiers",
      `${p}\nmetrics: {m: {value: mark - p}}\ntiers: [{id: high, requires: [m >= 0]}, {id: low, requires: [exam]}]`,
    ],
    ["a level's figure", `${p}\nmetrics: {m: {value: mark - p}}\nlevels: {by: m, lines: {high: [5], low: [3]}}`],
    ["pinned to the present tier", `${p}\nstanding: [{id: ok, that: mark >= p at current}]`],
    ["pinned to a tier", `${p}\nstanding: [{id: ok, that: mark >= p at low}]`],
    [
      "a metric pinned",
      `${p}\nmetrics: {m: {value: mark - p}, n: {value: m at current}}\nstanding: [{id: ok, that: n >= 0}]`,
    ],
    ["pinned in a team check", `${p}\nteam: [{id: t, that: count(mark >= p at current) >= 3}]`],
  ])("%s", (_, sections) => expect(findings(sections)).toEqual([]));
});

describe("a word opposite an enum or a tier is its value", () => {
  it("a tier's id, label or alias; an enum's value", () => {
    const tiers =
      "tiers: [{id: high, label: 高级, aliases: [甲], requires: [edu >= 本科, current != 高级]}, {id: low, requires: [current == 甲]}]";
    expect(findings(tiers)).toEqual([]);
  });
  it("a word that is also a name must be quoted", () => {
    const sections = (word: string) => `params: {本科: 5}\ntiers: [{id: a, requires: [edu == ${word}]}]`;
    expectMarked(sections("«本科»"), "formula/ambiguous-word");
    expect(findings(sections("'本科'"))).toEqual([]);
  });
  it("a word that is no value of it", () => {
    expectMarked("tiers: [{id: a, requires: [edu == «硕士»]}]", "formula/unknown-word");
    expectMarked("tiers: [{id: a, requires: [current == «中级»]}]", "formula/unknown-word");
  });
});

describe("ids are used once in one place", () => {
  const twice = "rulebook/duplicate-id";
  it.each([
    ["tiers", "tiers: [{id: a, requires: [exam]}, {id: «a», requires: [exam]}]"],
    ["criteria of a group", "tiers: [{id: a, requires: [{id: x, any: [exam]}, «{id: x, any: [mark >= 1]}»]}]"],
    ["unnamed groups", "tiers: [{id: a, requires: [{any: [exam]}, «{any: [mark >= 1]}»]}]"],
    ["items of a score", "scores: {s: {items: [{id: a, of: mark, weight: 1}, {id: «a», of: mark, weight: 1}]}}"],
    [
      "deductions",
      "scores: {s: {start: 1, deduct: [{id: g, items: [{id: a, of: mark, every: 1, points: 1}]}, {id: «g», items: [{id: b, of: mark, every: 1, points: 1}]}]}}",
    ],
    ["rules", "decision: {rules: [{id: r, if: exam, then: leave}, {id: «r», if: exam, then: keep}]}"],
    ["team checks", "team: [{id: t, that: people >= 1}, {id: «t», that: people >= 2}]"],
  ])("%s", (_, sections) => expectMarked(sections, twice));

  it.each([
    [
      "a label and an alias",
      "tiers: [{id: a, label: 甲, requires: [exam]}, {id: b, aliases: [乙, «甲»], requires: [exam]}]",
    ],
    ["an id and an alias", "tiers: [{id: a, requires: [exam]}, {id: b, aliases: «a», requires: [exam]}]"],
    [
      "two labels of one language",
      "tiers: [{id: a, label: {zh: 甲, en: x}, requires: [exam]}, {id: b, label: {zh: 乙, en: «x»}, requires: [exam]}]",
    ],
  ])("a word for two tiers, at the word: %s", (_, sections) => expectMarked(sections, "rulebook/shared-word"));

  it("a name compared twice in one group needs ids", () => {
    expectMarked("tiers: [{id: a, requires: [mark >= 1, «mark <= 9»]}]", "rulebook/two-leaves");
    expect(findings("tiers: [{id: a, requires: [mark >= 1, {id: most, that: mark <= 9}]}]")).toEqual([]);
  });
});
