import { describe, expect, it } from "vitest";
import { findSlips, parseYaml } from "../../../src/rulebook/slips/find.ts";
import { mend } from "../../../src/rulebook/slips/slip.ts";
import { findings, marked, sorted } from "../build.ts";

const wide = "rulebook/wide-punctuation";

function mended(text: string): string {
  return mend(text, findSlips(text, parseYaml(text))).text;
}

describe("a slip is found where it stands, and the text with it mended is what was meant", () => {
  it.each<[string, string, string]>([
    ["a colon before a map", "a: {label：{zh: 甲, en: b}, c: 1}", "a: {label: {zh: 甲, en: b}, c: 1}"],
    ["before a text", "a: {label：甲, c: 1}", "a: {label: 甲, c: 1}"],
    ["behind a key of its own line", "a：\n  b: 1", "a:\n  b: 1"],
    ["behind a key and before its value", "a: 0\nb：甲", "a: 0\nb: 甲"],
    ["on the only line of a map", "a:\n  by：tier", "a:\n  by: tier"],
    ["in a list's entry", "a:\n  - id：x\n    b: 1", "a:\n  - id: x\n    b: 1"],
    ["behind a Chinese key", "a: {高级：3, 初级: 2}", "a: {高级: 3, 初级: 2}"],
    ["every colon of a map", "a: {by：tier，values：{high：1，low：2}}", "a: {by: tier, values: {high: 1, low: 2}}"],
    ["a comma before a key", "a: {that: x >= 3年， cite: 第一条}", "a: {that: x >= 3年, cite: 第一条}"],
    ["without a blank behind it", "a: {that: x >= 3年，cite: 第一条}", "a: {that: x >= 3年, cite: 第一条}"],
    ["a comma and the colon behind it", "a: {that: x >= 3年，cite：第一条}", "a: {that: x >= 3年, cite: 第一条}"],
    ["between maps", "a: [{b: 1}，{b: 2}]", "a: [{b: 1}, {b: 2}]"],
    ["in a list of words", "a: {header: [工号，员工号，员工编号]}", "a: {header: [工号, 员工号, 员工编号]}"],
    ["of formulas", "all: [x >= 1， y >= 2]", "all: [x >= 1, y >= 2]"],
    ["in a list that another slip hides", "a: {b：{header: [甲，乙]}}", "a: {b: {header: [甲, 乙]}}"],
    ["quotation marks around a formula", "a: {b: “if(x, 1, 2)”, c: 1}", 'a: {b: "if(x, 1, 2)", c: 1}'],
    ["opened Chinese, closed straight", 'a: {b: “if(x, 1, 2)", c: 1}', 'a: {b: "if(x, 1, 2)", c: 1}'],
    ["opened straight, closed Chinese", 'a: {b: "if(x, 1, 2)”, c: 1}', 'a: {b: "if(x, 1, 2)", c: 1}'],
    ["a condition in them", "that: “x >= 3”", 'that: "x >= 3"'],
    ["braces", "a: ｛b: 1, c: 2｝", "a: {b: 1, c: 2}"],
    ["a bracket that closes", "a: {b: [甲, 乙］, c: 1}", "a: {b: [甲, 乙], c: 1}"],
    ["a bracket as an input method gives it", "a: {b: [甲, 乙】, c: 1}", "a: {b: [甲, 乙], c: 1}"],
    ["a blank behind a colon", "a:\n  b:　1\n  c: 2", "a:\n  b: 1\n  c: 2"],
    ["blanks for an indentation", "a:\n　b: 1\n　c: 2", "a:\n  b: 1\n  c: 2"],
    ["no blank behind a colon", "a:\n  by:tier\n  b: 1", "a:\n  by: tier\n  b: 1"],
    ["in braces", "a: {by:tier, b: 1}", "a: {by: tier, b: 1}"],
    ["a figure's commas", "a: {that: x >= 38,000,000, cite: y}", "a: {that: x >= 38000000, cite: y}"],
    ["one comma", "a: {that: x >= 38,000, cite: y}", "a: {that: x >= 38000, cite: y}"],
    ["in a list of conditions", "all: [x >= 38,000,000, y >= 2]", "all: [x >= 38000000, y >= 2]"],
    ["of a figure with a unit", "all: [x >= 3,800万, y >= 2]", "all: [x >= 3800万, y >= 2]"],
    [
      "beside prose that looks like it",
      "a: {b：1, why: “元”，只印：甲、乙, note: 甲，乙：丙}",
      "a: {b: 1, why: “元”，只印：甲、乙, note: 甲，乙：丙}",
    ],
  ])("%s", (_, text, meant) => {
    expect(mended(text)).toBe(meant);
    expect(mended(meant)).toBe(meant);
  });
});

describe("signs of Chinese that belong to a text are left alone", () => {
  it.each([
    "note: 注：原文如此，见附件",
    "a: {label: 存款（本年，日均）：合计, cite: 第一条，第二款}",
    "a: {why: “以上”含本数，“不满”不含, printed: “元”}",
    "a: {zh: “高级”, en: b}",
    "a: [“甲”, 【乙】, “丙，丁”]",
    "header: [金额（万元，含外币）, '如有，请注明']",
    "note: 第一条，cite: 第二条".replace(": 第二", "：第二"),
    "lines: [97,930, 900]",
    "# 注：甲，乙\na: 1 # by：tier",
    "a: |\n  by：tier\n  b：c\nd: 1",
    'a: "x：{y，z"',
    "url: http://a.b/c",
    "at: 2026-01-01 08:00",
  ])("%s", (text) => expect(findSlips(text, parseYaml(text))).toEqual([]));

  it("and beside another mistake, which stays", () => {
    const text = "note: 注：甲，乙\na: {b: 1, c: [1, 2}\n";
    expect(findSlips(text, parseYaml(text))).toEqual([]);
  });
});

describe("a rulebook with a slip", () => {
  it.each<[string, string, string[]]>([
    ["says what follows from it nowhere else", "metrics:\n  m: {label«：»甲, sum: sales.amount}", [wide]],
    [
      "is looked through all the same",
      "metrics:\n  m: {label«：»甲, sum: sales.amount}\n  n: {sum: «sales.amuont»}",
      [wide, "formula/unknown-name"],
    ],
    ["names a list once", "tiers:\n  - {id: a, requires: [mark >= 1«，»exam，years >= 1年]}", [wide]],
    ["names a figure", "tiers:\n  - {id: a, requires: [mark >= «1,000,000»]}", ["rulebook/thousands"]],
    ["names a colon", "params:\n  p:\n    by«:»tier\n    values: {high: 1, low: 0}", ["rulebook/colon-blank"]],
    ["names both marks of a quotation", "metrics:\n  m: {value: «“max(mark, 1)”»}", [wide]],
  ])("%s", (_, sections, codes) => {
    const { clean, expected } = marked(sections, codes);
    expect(sorted(findings(clean))).toEqual(sorted(expected));
  });
});

describe("words that stand together", () => {
  const column = (header: string) =>
    `inputs:\n  people:\n    key: id\n    columns:\n      id: {type: id, header: ${header}}\n      exam: {type: boolean, header: e, yes: 合格}`;
  it.each<[string, string, string[]]>([
    ["a comma without a list", "«工号，员工号»", ["rulebook/joined-words"]],
    ["the sign of an enumeration in a list", "[«工号、员工号», 编号]", ["rulebook/joined-words"]],
    ["one header that has the sign", "职务、职称", []],
    ["as is quoted", "['职务、职称', \"如有，请注明\"]", []],
    ["within brackets", "[工号（行内、行外）, 员工号（旧，新）]", []],
  ])("%s", (_, header, codes) => {
    const tiers = "\ntiers:\n  - {id: high, requires: [exam]}";
    const { clean, expected } = marked(column(header) + tiers, codes);
    expect(findings(clean)).toEqual(expected);
  });
});
