import { describe, expect, it } from "vitest";
import { traceFigure } from "../../src/metrics/trace.ts";
import { uncountedGroups } from "../../src/metrics/uncounted.ts";
import type { PersonFrame } from "../../src/rulebook/frame.ts";
import { measured, type Row, type Sheets, shown } from "./build.ts";

const sections = `params: {floor: {by: tier, values: {high: 100, low: 50}}}
scopes:
  counted: {label: {zh: 计入, en: Counting}, each: customer, keep: sum(sales.amount) >= floor}
  fixed: {each: customer, keep: sum(sales.amount) >= 30}
metrics:
  total: {label: {zh: 总额, en: Total}, sum: sales.amount, where: not done, within: counted}
  borrowed: {label: {zh: 借款, en: Loans}, sum: loans.amount, within: counted}
  rows: {count: sales}
  share: {value: total * mark}
  both: {value: share + total}
  fixed_total: {label: {zh: 定额, en: Fixed}, sum: sales.amount, within: fixed}
scores:
  s: {start: mark, items: [{id: a, of: rows, every: 1, points: 1}], deduct: [{id: g, items: [{id: b, of: fixed_total, every: 1, points: 1}]}], veto: [exam]}
tiers:
  - {id: high, requires: [total >= 1]}
  - {id: low, requires: [total >= 1]}`;

const row = (customer: string, amount: string | null, done = false): Row => ({ id: "1", customer, amount, done });
const sheets: Sheets = {
  people: [{ id: "1", mark: "5", exam: false }],
  sales: [row("A", "60"), row("B", "40"), row("A", "50", true), { ...row("Z", "9"), id: "2" }, row("C", "80")],
  loans: [
    { id: "1", customer: "B", amount: "7" },
    { id: "1", customer: "A", amount: "3" },
  ],
  quality: [{ id: "1", npl: "2%" }],
  bank: [{ staff: "10" }],
};

function traced(name: string, tier: number, given: Sheets = sheets): string[] {
  const { facts, rules, frames } = measured(sections, given);
  const frame = frames[0] as PersonFrame;
  const traces = traceFigure(facts, rules, frame, 0, name, tier);
  expect(frame.tier).toBe(-1);
  const cells = (list: readonly { location: { cell?: string }; value: unknown; by?: string }[]) =>
    list.map(({ location, value, by }) => `${location.cell}=${shown(value as never)}${by ? ` ${by}` : ""}`).join(", ");
  return traces.map(({ figure, value, counted, leftOut }) => {
    return `${figure} ${shown(value)}: ${cells(counted)}${leftOut.length > 0 ? ` | ${cells(leftOut)}` : ""}`;
  });
}

describe("the cells that a figure came from", () => {
  it.each<[string, number, string[]]>([
    ["total", 0, ["total 60: C2=60 | C3=40 within, C6=80 within, C4=50 where"]],
    ["total", 1, ["total 140: C2=60, C6=80 | C3=40 within, C4=50 where"]],
    ["borrowed", 1, ["borrowed 3: C3=3 | C2=7 within"]],
    ["rows", 0, ["rows 4: A2=undefined, A3=undefined, A4=undefined, A6=undefined"]],
    ["mark", 0, ["mark 5: H2=5"]],
    ["quality.npl", 0, ["quality.npl 0.02: B2=0.02"]],
    ["bank.staff", 0, ["bank.staff 10: A2=10"]],
    ["share", 0, ["total 60: C2=60 | C3=40 within, C6=80 within, C4=50 where", "mark 5: H2=5"]],
    ["nothing", 0, []],
  ])("%s at tier %i", (name, tier, expected) => expect(traced(name, tier)).toEqual(expected));

  it("a metric of metrics gives each of them once", () => {
    expect(traced("both", 1)).toEqual(["total 140: C2=60, C6=80 | C3=40 within, C4=50 where", "mark 5: H2=5"]);
  });
  it("a score gives all that it reads, its veto included", () => {
    expect(traced("s", 0).map((one) => one.split(" ")[0])).toEqual(["mark", "rows", "fixed_total", "exam"]);
  });
  it("a missing cell has no value and is among those that counted", () => {
    const sales = [row("A", null), row("B", "100")];
    expect(traced("total", 0, { ...sheets, sales })).toEqual(["total ? amount C2: C2=undefined, C3=100"]);
    expect(traced("mark", 0, { ...sheets, people: [{ id: "1" }] })).toEqual(["mark ? mark H2: H2=undefined"]);
  });
  it("a sheet that was not supplied has no cells", () => {
    const { sales: _, ...others } = sheets;
    expect(traced("total", 0, others)).toEqual(["total ? no-sheet sales: "]);
    expect(traced("quality.npl", 0, { people: [{ id: "1" }] })).toEqual([]);
  });
});

describe("customers that a scope leaves out", () => {
  function uncounted(tier: number, given: Sheets = sheets): string[] {
    const { facts, rules, frames } = measured(sections, given);
    const frame = frames[0] as PersonFrame;
    const found = uncountedGroups(facts, rules, frame, 0, tier);
    expect(frame.tier).toBe(-1);
    return found.map(({ person, scope, group, tier: at, value, floor, metrics }) => {
      return `${person} ${scope} ${group} ${at} ${shown(value)} < ${shown(floor)}: ${metrics.map(({ zh }) => zh).join(" ")}`;
    });
  }
  it("at a tier, what they came to, the floor, and the metrics without them", () => {
    expect(uncounted(0)).toEqual(["1 counted B high 40 < 100: 总额 借款", "1 counted C high 80 < 100: 总额"]);
    expect(uncounted(1)).toEqual(["1 counted B low 40 < 50: 总额 借款"]);
  });
  it("at the floor nobody is left out", () => {
    expect(uncounted(1, { ...sheets, sales: [row("A", "50"), row("B", "30"), row("B", "20")] })).toEqual([]);
  });
  it("whoever's rows `where` rules out has none to lose; whoever only borrows has nothing", () => {
    const loans = [{ id: "1", customer: "D", amount: "7" }];
    expect(uncounted(1, { ...sheets, sales: [row("A", "20", true)], loans })).toEqual([
      "1 counted D low 0 < 50: 借款",
      "1 fixed A low 20 < 30: 定额",
    ]);
  });
  it("an unknown membership is no exclusion", () => {
    expect(uncounted(1, { ...sheets, sales: [row("A", null)], loans: [] })).toEqual([]);
  });
});
