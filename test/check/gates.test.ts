import { describe, expect, it } from "vitest";
import { checked } from "./build.ts";

const tiers = (...requires: string[]) =>
  `tiers:\n${requires.map((one, index) => `  - {id: t${index}, requires: ${one}}`).join("\n")}`;

describe("a gate that is stricter at a lower tier", () => {
  const code = "check/rising-line";
  it.each<[string, string[], string[]]>([
    ["a floor", ["[years >= 3年]", "[years >= 5年]"], [`${code} 3: «years >= 5年»`]],
    ["in other units", ["[years >= 3年]", "[years >= 37个月]"], [`${code} 3: «years >= 37个月»`]],
    ["a ceiling", ["[quality.npl <= 2%]", "[quality.npl <= 1%]"], [`${code} 3: «quality.npl <= 1%»`]],
    ["without its end", ["[mark >= 60]", "[mark > 60]"], [`${code} 3: «mark > 60»`]],
    ["within groups of all", ["[{id: g, all: [mark >= 60, exam]}]", "[mark >= 70]"], [`${code} 3: «mark >= 70»`]],
    ["over a tier that does not ask", ["[mark >= 60]", "[exam]", "[mark >= 70]"], [`${code} 4: «mark >= 70»`]],
    ["the strictest of two", ["[mark >= 60, {id: x, that: mark >= 80}]", "[mark >= 70]"], []],
    ["equal", ["[years >= 3年]", "[years >= 3年]"], []],
    ["falling", ["[years >= 3年, quality.npl <= 1%]", "[years >= 1年, quality.npl <= 2%]"], []],
    ["the other way", ["[mark >= 60]", "[mark <= 90]"], []],
    ["of no higher tier", ["[exam]", "[mark >= 60]"], []],
    ["an alternative, which another way gets round", ["[mark >= 60]", "[{id: g, any: [mark >= 70, exam]}]"], []],
  ])("%s", (_, requires, expected) => expect(checked(tiers(...requires), code)).toEqual(expected));

  it("through values by tier, in one group that both use", () => {
    const sections = (high: number, low: number) =>
      `params: {line: {by: tier, values: {a: ${high}, b: ${low}}}}\nrequirements: {g: [mark >= line]}\n` +
      "tiers: [{id: a, requires: [{use: g}]}, {id: b, requires: [{use: g}]}]";
    expect(checked(sections(60, 70), code)).toEqual([`${code} 2: «mark >= line»`]);
    expect(checked(sections(70, 60), code)).toEqual([]);
  });
});

describe("lines that nobody meets together", () => {
  const code = "check/contradiction";
  it.each<[string, string, string[]]>([
    ["a floor above a ceiling", "[mark >= 80, {id: x, that: mark <= 60}]", ["mark <= 60"]],
    ["that touch without their end", "[mark > 80, {id: x, that: mark <= 80}]", ["mark <= 80"]],
    ["that touch", "[mark >= 80, {id: x, that: mark <= 80}]", []],
    ["a figure and a floor", "[mark == 5, {id: x, that: mark >= 6}]", ["mark >= 6"]],
    ["of two names", "[mark >= 80, years <= 1年]", []],
    ["a gate and one of several ways", "[mark >= 80, {id: g, any: [exam, mark <= 60]}]", ["mark <= 60"]],
    ["two ways", "[{id: g, any: [mark >= 80, {id: x, that: mark <= 60}]}]", []],
    ["within a way", "[{id: g, any: [exam, {id: w, all: [mark >= 80, {id: x, that: mark < 80}]}]}]", ["mark < 80"]],
  ])("%s", (_, requires, expected) =>
    expect(checked(tiers(requires), code)).toEqual(expected.map((text) => `${code} 2: «${text}»`)),
  );

  it("in a group that two tiers use, once", () => {
    const sections = `requirements: {g: [mark >= 80, {id: x, that: mark <= 60}]}\n${tiers("[{use: g}]", "[{use: g}]")}`;
    expect(checked(sections, code)).toEqual([`${code} 1: «mark <= 60»`]);
  });
});

describe("lines beyond what a column may hold", () => {
  const inputs = `inputs:
  people: {key: id, columns: {id: {type: id, header: a}, years: {type: duration, unit: 年, header: b, min: 0年, max: 60年}, mark: {type: number, header: c, min: 0}, done: {type: boolean, header: e}}}
  quality: {key: id, columns: {id: {type: id, header: a, refers: people}, npl: {type: ratio, header: d, min: 0%, max: 100%}}}
`;
  const [never, always] = ["check/never-met", "check/always-met"];
  it.each<[string, string[]]>([
    ["years >= 90年", [never]],
    ["years > 60年", [never]],
    ["years >= 60年", []],
    ["years <= 90年", [always]],
    ["years <= 60年", []],
    ["mark < 0", [never]],
    ["mark >= -5", [always]],
    ["mark >= 0", []],
    ["mark == -1", [never]],
    ["quality.npl <= 120%", [always]],
    ["quality.npl >= 120%", [never]],
    ["quality.npl <= 2%", []],
  ])("%s", (line, codes) => {
    const found = checked(`${inputs}${tiers(`[{id: x, any: [${line}, done]}]`)}`, never, always);
    expect(found).toEqual(codes.map((code) => `${code} 5: «${line}»`));
  });
});

describe("rules of the decision", () => {
  const code = "check/rule-never-reached";
  const rules = (...conditions: string[]) =>
    `decision:\n  rules:\n${conditions.map((one, index) => `    - {id: r${index}, if: ${one}, then: leave}`).join("\n")}`;
  it.each<[string, string[], string[]]>([
    ["the wider one first", ["mark <= 60", "mark <= 50"], [`${code} 4: «mark <= 50»`]],
    ["the narrower one first", ["mark <= 50", "mark <= 60"], []],
    ["in other units", ["years >= 1年", "years >= 13个月"], [`${code} 4: «years >= 13个月»`]],
    ["the same again", ["exam and mark >= 5", "mark >= 9", "exam and mark >= 5"], [`${code} 5: «exam and mark >= 5»`]],
    ["of two names", ["mark <= 60", "years <= 1年"], []],
    ["that overlap", ["mark <= 60", "mark >= 50"], []],
  ])("%s", (_, conditions, expected) => expect(checked(rules(...conditions), code)).toEqual(expected));
});
