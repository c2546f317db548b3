import { describe, expect, it } from "vitest";
import { Exact } from "../../src/number/exact.ts";
import { staticFrame } from "../../src/rulebook/static-frame.ts";
import { findings, marked, parsed, rulebook, yaml } from "./build.ts";

/** The value of a param and its kind. */
function param(written: string): [string, string] {
  const [one] = rulebook(`params:\n  p: ${written}`).params;
  const value = one?.versions[0]?.values[0];
  return [value instanceof Exact ? value.key : String(value), one?.type.kind ?? ""];
}

describe("numbers are read from the source text, never through a binary float", () => {
  it.each([
    ["12", "12/1", "number"],
    ["012", "12/1", "number"],
    ["0123", "123/1", "number"],
    ["-5", "-5/1", "number"],
    ["+5", "5/1", "number"],
    ["1.50", "3/2", "number"],
    ["0.1", "1/10", "number"],
    [".5", "1/2", "number"],
    [
      "0.1000000000000000055511151231257827",
      "1000000000000000055511151231257827/10000000000000000000000000000000000",
      "number",
    ],
    ["123456789012345678901234567890", "123456789012345678901234567890/1", "number"],
    ["1.5%", "3/200", "ratio"],
    ["1,234.50", "2469/2", "number"],
    ["2.5亿", "250000000/1", "number"],
    ["2.5亿元", "250000000/1", "money"],
    ["500万 USD", "5000000/1", "money"],
    ["6个月", "1/2", "duration"],
    ["500张", "500/1", "number"],
    ['"012"', "12/1", "number"],
    ["５０万元", "500000/1", "money"],
  ])("%s", (written, value, kind) => expect(param(written)).toEqual([value, kind]));

  it.each([
    ["yes", "true", "boolean"],
    ["no", "false", "boolean"],
    ["true", "true", "boolean"],
    ["false", "false", "boolean"],
    ["2026-09-30", "2026-09-30", "date"],
    ["本科", "本科", "text"],
    ["on", "on", "text"],
  ])("%s", (written, value, kind) => expect(param(written)).toEqual([value, kind]));

  it.each(["50_000", "0x1F", "0o14", "1.2.3", "2026-02-30", "12:30"])("%s is no figure, and no word", (written) => {
    const { clean, expected } = marked(`params:\n  p: «${written}»`, ["rulebook/value-type"]);
    expect(findings(clean)).toEqual(expected);
  });

  it("in a list, a map by tier and a version too", () => {
    const sections = `params:
  p: {by: tier, values: {high: «5_0», low: 3}}
  q: {versions: [{from: 2020-01-01, value: «0x1»}]}
  r: {by: tier, values: {high: 1, default: «1_0»}}`;
    const { clean, expected } = marked(sections, ["rulebook/value-type", "rulebook/value-type", "rulebook/value-type"]);
    expect(findings(clean)).toEqual(expected);
  });

  it("a figure in a formula keeps its digits", () => {
    const [tier] = rulebook("tiers:\n  - {id: a, requires: [mark >= 0.30000000000000000001]}").tiers;
    const [leaf] = tier?.requires.of ?? [];
    expect(leaf?.kind === "leaf" && leaf.text).toBe("mark >= 0.30000000000000000001");
    const threshold = leaf?.kind === "leaf" && leaf.threshold(staticFrame(rulebook(""), 0));
    expect(threshold instanceof Exact && threshold.toString(30)).toBe("0.30000000000000000001");
  });

  it("the tree holds the texts", () => {
    const tree = parsed(yaml("params: {a: 012, b: 1.50, c: 1e3, d: yes, e: true}")).tree as { params: object };
    expect({ ...tree.params }).toEqual({ a: "012", b: "1.50", c: "1e3", d: "yes", e: true });
  });
});

describe("constants of a column", () => {
  const column = (text: string) =>
    rulebook(`inputs:
  people: {key: id, columns: {id: {type: id, header: a}, current: {type: tier, header: b}, c: ${text}, mark: {type: number, header: m}}}`)
      .subject.columns[2];

  it.each([
    ["{type: money, header: c, missing: 0, min: 0}", "0/1"],
    ["{type: money, header: c, missing: 1.5万}", "15000/1"],
    ["{type: money, currency: USD, header: c, missing: 3 USD}", "3/1"],
    ["{type: ratio, header: c, missing: 100%}", "1/1"],
    ["{type: ratio, header: c, missing: 0}", "0/1"],
    ["{type: duration, unit: 年, header: c, missing: 6个月}", "1/2"],
    ["{type: boolean, header: c, missing: no}", "false"],
    ["{type: enum, header: c, values: [甲, 乙], missing: 乙}", "乙"],
    ["{type: tier, header: c, missing: 高级}", "high"],
    ["{type: date, header: c, missing: 2020-01-01}", "2020-01-01"],
    ["{type: text, header: c, missing: 无}", "无"],
  ])("missing: %s", (text, value) => {
    const missing = column(text)?.missing;
    expect(missing instanceof Exact ? missing.key : String(missing)).toBe(value);
  });

  it.each([
    ["{type: ratio, header: c, missing: «60»}"],
    ["{type: duration, unit: 年, header: c, min: «3»}"],
    ["{type: money, header: c, missing: «3 USD»}"],
    ["{type: money, currency: USD, header: c, min: «3元»}"],
    ["{type: duration, unit: 天, header: c, min: «3年»}"],
    ["{type: boolean, header: c, missing: «无»}"],
    ["{type: enum, header: c, values: [甲, 乙], missing: «丙»}"],
    ["{type: date, header: c, missing: «2020-02-30»}"],
    ["{type: count, unit: 次, header: c, min: «0张»}"],
  ])("of another kind: %s", (text) => {
    const sections = `inputs:
  people: {key: id, columns: {id: {type: id, header: a}, c: ${text}, mark: {type: number, header: m}}}`;
    const { clean, expected } = marked(sections, ["rulebook/value-type"]);
    expect(findings(clean)).toEqual(expected);
  });
});
