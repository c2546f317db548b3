import { describe, expect, it } from "vitest";
import { measured } from "./build.ts";

describe("an input with one row a person is read by its columns", () => {
  const figure = (sheets: object, person = 0) =>
    measured("metrics: {m: {value: quality.npl * 2}}", { people: [{ id: "1" }, { id: "2" }], ...sheets }).figure(
      "m",
      undefined,
      person,
    );
  it("its own row", () => {
    const quality = [
      { id: "2", npl: "3%" },
      { id: "1", npl: "1.5%" },
    ];
    expect([0, 1].map((person) => figure({ quality }, person))).toEqual(["0.03", "0.06"]);
  });
  it("no row for a person: unknown", () =>
    expect(figure({ quality: [{ id: "2", npl: "3%" }] })).toBe("? no-row 不良率"));
  it("a blank cell: unknown", () => expect(figure({ quality: [{ id: "1" }] })).toBe("? npl B2"));
  it("no sheet: unknown", () => expect(figure({})).toBe("? no-sheet quality"));
  it("two rows: unknown", () => {
    expect(
      figure({
        quality: [
          { id: "1", npl: "3%" },
          { id: "1", npl: "3%" },
        ],
      }),
    ).toBe("? bad-cell 不良率");
  });
});

describe("an input with one row in all is everybody's", () => {
  const figure = (sheets: object, person = 0) =>
    measured("metrics: {m: {value: bank.staff + 1}}", { people: [{ id: "1" }, { id: "2" }], ...sheets }).figure(
      "m",
      undefined,
      person,
    );
  it("one row", () =>
    expect([0, 1].map((person) => figure({ bank: [{ staff: "9380" }] }, person))).toEqual(["9381", "9381"]));
  it("none, and no sheet", () => {
    expect(figure({ bank: [] })).toBe("? no-row 员工数");
    expect(figure({})).toBe("? no-sheet bank");
  });
});

describe("missing: stands for a blank cell of a row, never for an absent row", () => {
  const inputs = `inputs:
  people: {key: id, columns: {id: {type: id, header: a}, mark: {type: number, header: m, missing: 7}}}
  quality: {key: id, columns: {id: {type: id, header: a, refers: people}, arrears: {type: money, header: b, missing: 0}}}
tiers: [{id: a, requires: [quality.arrears == 0]}]
metrics: {m: {value: quality.arrears}, n: {value: mark}}`;
  it.each([
    [[{ id: "1" }], "0"],
    [[{ id: "1", arrears: "5" }], "5"],
    [[], "? no-row b"],
  ])("%j", (quality, expected) => {
    const { figure } = measured(inputs, { people: [{ id: "1" }], quality });
    expect([figure("m"), figure("n")]).toEqual([expected, "7"]);
  });
});

describe("a tier-scoped figure", () => {
  const sections = `params: {line: {by: tier, values: {high: 8, low: 3}}}
metrics:
  above: {value: mark - line}
  word: {value: "if(tier == high, 1, 2)"}
  now: {value: above at current}
  fixed: {value: above at low}
  large: {count: sales, where: amount >= line}
standing: [{id: ok, that: now >= 0}]
tiers: [{id: high, requires: [above >= 0]}, {id: low, requires: [above >= 0]}]`;
  const people = (current: string) => ({
    people: [{ id: "1", mark: "5", current }],
    sales: ["2", "3", "7", "8"].map((amount) => ({ id: "1", amount })),
  });
  it("has a value a tier", () => {
    const { figure } = measured(sections, people("low"));
    expect(["high", "low"].map((tier) => figure("above", tier))).toEqual(["-3", "2"]);
    expect(["high", "low"].map((tier) => figure("word", tier))).toEqual(["1", "2"]);
    expect(["high", "low"].map((tier) => figure("large", tier))).toEqual(["1", "3"]);
  });
  it("pinned, has one; at none it is blank", () => {
    expect(measured(sections, people("low")).figure("now")).toBe("2");
    expect(measured(sections, people("high")).figure("now")).toBe("-3");
    expect(measured(sections, people("")).figure("now")).toBe("? no-tier above");
    expect(measured(sections, people("")).figure("fixed")).toBe("2");
  });
});
