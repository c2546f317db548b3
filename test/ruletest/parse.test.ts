import { describe, expect, it } from "vitest";
import { message } from "../../src/diagnostic/diagnostic.ts";
import { parseRuleTests } from "../../src/ruletest/parse.ts";
import { problems } from "./small.ts";

function parse(text: string) {
  return parseRuleTests("a.test.yml", text);
}

describe("files that are not rule tests", () => {
  it.each([
    ["no tests", "people: {}", "rulebook/missing-key a.test.yml:1:1"],
    ["an empty list", "tests: []", "rulebook/bad-value a.test.yml:1:8"],
    [
      "an unknown key at the top",
      "test: []\ntests: [{name: t, expect: {tier: none}}]",
      "rulebook/unknown-key a.test.yml:1:1",
    ],
    [
      "an unknown key of a test",
      "tests:\n  - {name: t, expected: {tier: none}}",
      "rulebook/unknown-key a.test.yml:2:15",
    ],
    ["an unknown expectation", "tests:\n  - {name: t, expect: {teir: none}}", "rulebook/unknown-key a.test.yml:2:24"],
    ["no name", "tests:\n  - {expect: {tier: none}}", "rulebook/missing-key a.test.yml:2:5"],
    [
      "a list where a text should be",
      "tests:\n  - {name: t, expect: {tier: [a]}}",
      "rulebook/bad-value a.test.yml:2:30",
    ],
    [
      "an unknown key of due",
      "tests:\n  - {name: t, expect: {due: {tier: a}}}",
      "rulebook/unknown-key a.test.yml:2:30",
    ],
    [
      "a day that is none",
      "as_of: 2026\ntests: [{name: t, expect: {tier: none}}]",
      "rulebook/bad-value a.test.yml:1:8",
    ],
    [
      "a valueless key",
      "tests:\n  - {name: t, given: {years: }, expect: {tier: none}}",
      "rulebook/null a.test.yml:2:23",
    ],
    ["a key twice", "tests:\n  - {name: t, name: u, expect: {tier: none}}", "rulebook/duplicate-key a.test.yml:2:15"],
    [
      "a day that the calendar lacks",
      "tests:\n  - {name: t, as_of: 2026-02-30, expect: {tier: none}}",
      "rulebook/bad-value a.test.yml:2:22",
    ],
    ["broken YAML", "tests: [", "rulebook/yaml a.test.yml:1:9"],
    ["like nobody", "tests:\n  - {name: t, like: x, expect: {tier: none}}", "ruletest/unknown-person a.test.yml:2:21"],
    [
      "a person like nobody",
      "people:\n  a: {like: b}\ntests: [{name: t, expect: {tier: none}}]",
      "ruletest/unknown-person a.test.yml:2:13",
    ],
    [
      "people in a circle",
      "people:\n  a: {like: b}\n  b: {like: a}\ntests: [{name: t, expect: {tier: none}}]",
      "ruletest/like-circle a.test.yml:3:13",
    ],
    ["nothing expected", "tests:\n  - {name: t}", "ruletest/nothing-expected a.test.yml:2:12"],
    ["an empty expectation", "tests:\n  - {name: t, expect: {}}", "ruletest/nothing-expected a.test.yml:2:12"],
    [
      "a blank without cases",
      "tests:\n  - {name: t, given: {years: <x>}, expect: {tier: none}}",
      "ruletest/no-such-blank a.test.yml:2:30",
    ],
  ])("%s", (_, text, expected) => {
    const { suite, diagnostics } = parse(text);
    expect(suite).toBeUndefined();
    expect(problems(diagnostics)).toContain(expected);
  });

  it("suggests what was meant", () => {
    const { diagnostics } = parse("people: {strong: {}}\ntests: [{name: t, like: strnog, expect: {tier: none}}]");
    expect(message(diagnostics[0]!, "en")).toBe('people has no "strnog"; did you mean "strong"?');
    expect(message(diagnostics[0]!, "zh")).toBe("people 里没有“strnog”，是不是“strong”？");
  });
});

describe("tables of cases that are none", () => {
  it.each([
    ["no arrow", ["[a, tier]", "[1, none]"], "ruletest/no-arrow a.test.yml:4:9"],
    ["two arrows", ["[a, →, tier, →, action]", "[1, →, none, →, keep]"], "ruletest/no-arrow a.test.yml:4:9"],
    ["a cell too few", ["[a, →, tier]", "[1, →]"], "ruletest/case-cells a.test.yml:5:9"],
    ["a cell too many", ["[a, →, tier]", "[1, →, none, x]"], "ruletest/case-cells a.test.yml:5:9"],
    ["an arrow elsewhere", ["[a, →, tier]", "[→, 1, none]"], "ruletest/case-arrow a.test.yml:5:10"],
    ["an arrow missing", ["[a, →, tier]", "[1, 2, none]"], "ruletest/case-arrow a.test.yml:5:13"],
    ["a blank head", ['["", →, tier]', "[1, →, none]"], "ruletest/case-head a.test.yml:4:10"],
    ["a column twice", ["[a, a, →, tier]", "[1, 1, →, none]"], "ruletest/case-column-twice a.test.yml:4:13"],
    ["an unknown expectation", ["[a, →, teir]", "[1, →, none]"], "ruletest/unknown-expectation a.test.yml:4:16"],
    ["a gap of nothing", ["[a, →, gap]", "[1, →, 0]"], "ruletest/expectation-of a.test.yml:4:16"],
    ["a tier of something", ["[a, →, tier.gold]", "[1, →, none]"], "ruletest/unknown-expectation a.test.yml:4:16"],
    ["due of something else", ["[a, →, due.tier]", "[1, →, none]"], "ruletest/unknown-expectation a.test.yml:4:16"],
    ["a list for one value", ["[a, →, tier]", "[1, →, [none]]"], "ruletest/bad-value a.test.yml:5:16"],
    ["a list given", ["[a, →, tier]", "[[1, 2], →, none]"], "ruletest/bad-value a.test.yml:5:10"],
    ["a case that expects nothing", ["[a, →, tier]", '[1, →, ""]'], "ruletest/nothing-expected a.test.yml:5:9"],
    ["a blank that nothing has", ["[<b>, →, tier]", "[1, →, none]"], "ruletest/blank-not-filled a.test.yml:4:10"],
    [
      "a setting that is neither yes nor no",
      ["[appoint, →, tier]", "[maybe, →, none]"],
      "ruletest/bad-flag a.test.yml:5:10",
    ],
    ["like nobody", ["[like, →, tier]", "[x, →, none]"], "ruletest/unknown-person a.test.yml:5:10"],
  ])("%s", (_, [head, row], expected) => {
    const { suite, diagnostics } = parse(`tests:\n  - name: t\n    cases:\n      - ${head}\n      - ${row}\n`);
    expect(suite).toBeUndefined();
    expect(problems(diagnostics)).toEqual([expected]);
  });
});

describe("cases", () => {
  it("are tests of their own, named by their column or their cells", () => {
    const { suite } = parse(`rulebook: ./other.yml
tests:
  - {name: alone, expect: {tier: none}}
  - name: table
    given: {c: 9, d: <blank>}
    expect: {action: keep, tier: x}
    cases:
      - [case, a, <blank>, =>, tier, fails]
      - [one,  1, "",      =>, none, [p, q]]
      - ["",   2, 3,       =>, "",   p]
`);
    expect(suite?.rulebook).toBe("./other.yml");
    const shown = suite?.tests.map(({ name, location, given, expected }) => ({
      name,
      line: location.line,
      given: given.map(({ key, value, location: at }) => `${key} ${value} ${at.line}:${at.column}`),
      expected: expected.map(
        (one) => `${one.key} ${one.values.map(({ value, location: at }) => `${value}@${at.line}:${at.column}`)}`,
      ),
    }));
    expect(shown).toEqual([
      { name: "alone", line: 3, given: [], expected: ["tier none@3:34"] },
      {
        name: "table · one",
        line: 9,
        given: ["c 9 5:16", "a 1 9:16"],
        expected: ["action keep@6:22", "tier none@9:32", "fails p@9:39,q@9:42"],
      },
      {
        name: "table · a 2, blank 3",
        line: 10,
        given: ["c 9 5:16", "d 3 10:19", "a 2 10:16"],
        expected: ["tier x@6:34", "action keep@6:22", "fails p@10:38"],
      },
    ]);
  });

  it("fill blanks in rows; an empty one is a blank cell", () => {
    const { suite } = parse(`tests:
  - name: t
    rows: {deposits: [{average: <x>, customer: C1}]}
    cases: [[<x>, →, tier], [1亿, →, none], ["", "→", none]]
`);
    expect(suite?.tests.map((test) => test.rows[0]?.rows[0]?.cells.map((cell) => cell.value))).toEqual([
      ["1亿", "C1"],
      ["", "C1"],
    ]);
  });

  it("set how each runs", () => {
    const { suite } = parse(`period: 2026Q1
appoint: yes
people: {a: {x: 1}, b: {like: a, y: 2}}
tests:
  - name: t
    like: a
    cases:
      - [like, period, as_of,      appoint, →, tier]
      - [b,    2026Q2, 2026-06-30, no,      →, none]
      - ["",   "",     "",         "",      →, none]
`);
    const shown = suite?.tests.map(({ period, asOf, appoint, inherited }) => [
      period?.value,
      asOf?.value,
      appoint,
      inherited.map(({ key, value }) => `${key} ${value}`),
    ]);
    expect(shown).toEqual([
      ["2026Q2", "2026-06-30", false, ["x 1", "y 2"]],
      ["2026Q1", undefined, true, ["x 1"]],
    ]);
  });

  it.each([
    ["a.test.yml", "./a.yml"],
    ["rules/b.test.yaml", "./b.yml"],
    ["C:\\rules\\c.test.yml", "./c.yml"],
  ])("%s is beside %s", (file, rulebook) => {
    expect(parseRuleTests(file, "tests: [{name: t, expect: {tier: none}}]").suite?.rulebook).toBe(rulebook);
  });
});
