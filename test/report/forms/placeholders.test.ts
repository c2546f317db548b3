import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  criterionPlaceholders,
  filled,
  filledRuns,
  hasOpenPlaceholder,
  isOfCriteria,
  keyOf,
  namesIn,
  personPlaceholders,
} from "../../../src/report/forms/placeholders.ts";

const values = new Map([
  ["name", "王{{id}}"],
  ["id", "0001"],
]);

describe("placeholders", () => {
  it.each([
    ["姓名", "name"],
    ["name", "name"],
    [" Name ", "name"],
    ["ＩＤ", "id"],
    ["asof", "asOf"],
    ["条款", "criteria.clause"],
    ["criteria.GAP", "criteria.gap"],
    ["姓 名", "name"],
    ["姓氏", undefined],
    ["", undefined],
  ])("%s is %s", (name, key) => expect(keyOf(name)).toBe(key));

  it("have names of their own, in both languages", () => {
    const all = [...personPlaceholders, ...criterionPlaceholders];
    const names = all.flatMap(({ key, zh }) => [key, zh]);
    expect(new Set(names).size).toBe(names.length);
    expect(criterionPlaceholders.every(({ key }) => isOfCriteria(key))).toBe(true);
    expect(personPlaceholders.some(({ key }) => isOfCriteria(key))).toBe(false);
  });

  it.each([
    ["{{name}}（{{ 工号 }}）", ["name", "工号"], "王{{id}}（0001）"],
    ["｛｛姓名｝｝", ["姓名"], "王{{id}}"],
    ["{name} {{}} {{x}}", ["", "x"], "{name}  "],
    ["none", [], "none"],
  ])("in %s", (text, names, result) => {
    expect(namesIn(text)).toEqual(names);
    expect(filled(text, values)).toBe(result);
  });

  it.each([
    ["{{name", true],
    ["{{name}", true],
    ["{{name}} {{", true],
    ["{{name}}", false],
    ["{name}", false],
    ["name}}", false],
  ])("%s is open: %s", (text, open) => expect(hasOpenPlaceholder(text)).toBe(open));
});

describe("runs", () => {
  it.each([
    [
      ["{{", "姓名", "}}"],
      ["", "王{{id}}", ""],
    ],
    [
      ["某行{{姓名}}", " 同志"],
      ["某行王{{id}}", " 同志"],
    ],
    [
      ["a{", "{ i", "d }", "}b{{id}}", "c"],
      ["a", "0001", "", "b0001", "c"],
    ],
    [
      ["", "x"],
      ["", "x"],
    ],
  ])("%j", (runs, expected) => expect(filledRuns(runs, values)).toEqual(expected));

  it("say together what the whole text says, however it is split", () => {
    const text = fc.array(fc.constantFrom("{{姓名}}", "{{ id }}", "a", "。", "{", "}}"), { maxLength: 8 });
    fc.assert(
      fc.property(text, fc.array(fc.nat(60), { maxLength: 6 }), (parts, cuts) => {
        const whole = parts.join("");
        const places = [...new Set([0, ...cuts.map((cut) => Math.min(cut, whole.length)), whole.length])].sort(
          (a, b) => a - b,
        );
        const runs = places.slice(1).map((end, index) => whole.slice(places[index], end));
        expect(filledRuns(runs, values).join("")).toBe(filled(whole, values));
      }),
    );
  });
});
