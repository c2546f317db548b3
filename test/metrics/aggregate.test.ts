import { describe, expect, it } from "vitest";
import { measured, type Row } from "./build.ts";

const person: Row = { id: "1", mark: "5", years: "3年", exam: true };
const row = (cells: Row): Row => ({ id: "1", customer: "A", amount: "10", before: "0", done: true, ...cells });

/** The metric `m` over the rows given. */
function metric(text: string, sales: readonly Row[] | undefined, more = ""): string {
  const sections = `metrics:\n  m: {${text}}\n${more}`;
  return measured(sections, { people: [person], ...(sales ? { sales } : {}), loans: [] }).figure("m");
}

describe("a row counts when `where` and `within` are both true", () => {
  const scope = "scopes: {s: {each: customer, keep: sum(sales.before) >= 1}}";
  const [isIn, isOut, isUnknown] = ["1", "0", null];
  it.each([
    // where × within, each true, false, unknown: Kleene's and; false is false whatever the other.
    [true, isIn, "10"],
    [true, isOut, "0"],
    [true, isUnknown, "? before D2"],
    [false, isIn, "0"],
    [false, isOut, "0"],
    [false, isUnknown, "0"],
    [null, isIn, "? done H2"],
    [null, isOut, "0"],
    [null, isUnknown, "? before D2, done H2"],
  ])("where %s, before %s: %s", (done, before, expected) => {
    expect(metric("sum: sales.amount, where: done, within: s", [row({ done, before })], scope)).toBe(expected);
  });

  it("a row that does not count may have anything missing", () => {
    expect(metric("sum: sales.amount, where: done", [row({}), row({ done: false, amount: null })])).toBe("10");
    expect(
      metric("sum: sales.amount, within: s", [row({ amount: null }), row({ customer: "B", before: "1" })], scope),
    ).toBe("10");
  });
});

describe("never partial: one missing argument or group makes the whole unknown", () => {
  const rows = [row({}), row({ amount: null }), row({ amount: null, customer: "B" })];
  it.each(["sum", "max", "min", "mean", "distinct"])("%s", (fn) => {
    expect(metric(`${fn}: sales.amount`, rows)).toBe("? amount C3, amount C4");
  });
  it("count needs no argument", () => expect(metric("count: sales", rows)).toBe("3"));
  it("count by a condition that is missing", () => {
    expect(metric("count: sales, where: amount > 5", rows)).toBe("? amount C3, amount C4");
  });
  it("a ratio, above and below", () => {
    expect(metric("ratio: [sales.amount, sales.before]", [row({ before: null }), row({ amount: null })])).toBe(
      "? amount C3, before D2",
    );
  });
  it("a missing group of `per`", () => {
    expect(metric("max: sales.amount, per: customer", [row({}), row({ customer: null })])).toBe("? customer B3");
  });
});

describe("what rows come to", () => {
  const rows = [
    row({ amount: "0.1" }),
    row({ amount: "0.2", customer: "B" }),
    row({ amount: "-5", customer: "B" }),
    row({ amount: "4" }),
  ];
  it.each([
    ["sum: sales.amount", "-0.7"],
    ["max: sales.amount", "4"],
    ["min: sales.amount", "-5"],
    ["mean: sales.amount", "-0.175"],
    ["count: sales", "4"],
    ["distinct: sales.customer", "2"],
    ["distinct: sales.amount", "4"],
    ["max: sales.amount, per: customer", "4.1"],
    ["min: sales.amount, per: customer", "-4.8"],
    ["mean: sales.amount, per: customer", "-0.35"],
    ["sum: sales.amount, where: amount > 0.1", "4.2"],
    ["max: sales.amount, per: customer, where: amount < 4", "0.1"],
    ["sum: sales.amount * 2 - sales.before", "-1.4"],
    ["sum: sales.amount * mark", "-3.5"],
  ])("%s = %s", (text, expected) => expect(metric(text, rows)).toBe(expected));

  it("0.1 + 0.2 is 0.3, and a third three times is one", () => {
    expect(metric("sum: sales.amount", [row({ amount: "0.1" }), row({ amount: "0.2" })])).toBe("0.3");
    const sections = "metrics: {m: {mean: sales.amount}, n: {value: m * 3}}";
    const sales = [row({ amount: "1" }), row({ amount: "0" }), row({ amount: "0" })];
    expect(measured(sections, { people: [person], sales }).figure("n")).toBe("1");
  });

  it("equal figures are one, however they are written", () => {
    expect(
      metric("distinct: sales.amount", [row({ amount: "1" }), row({ amount: "1.0" }), row({ amount: "0.0001万" })]),
    ).toBe("1");
  });

  it("the latest and the earliest day", () => {
    const days = [row({ day: "2026-02-01" }), row({ day: "2025-12-31" }), row({ day: "2026-01-31" })];
    expect(metric("max: sales.day", days)).toBe("2026-02-01");
    expect(metric("min: sales.day", days)).toBe("2025-12-31");
  });

  it("dates in rows: the period with both ends, the day of assessment", () => {
    const days = ["2026-09-30", "2026-10-01", "2026-12-31", "2027-01-01"].map((day) => row({ day }));
    expect(metric("count: sales, where: day in period", days)).toBe("2");
    expect(metric("count: sales, where: day <= as_of", days)).toBe("3");
  });

  it("a row's own column before the person's of the same name; the person's beside it", () => {
    const inputs = `inputs:
  people: {key: id, columns: {id: {type: id, header: a}, mark: {type: number, header: m}, level: {type: number, header: l}}}
  sales: {columns: {id: {type: id, header: a, refers: people}, mark: {type: number, header: m}}}
tiers: [{id: a, requires: [m >= 1]}]`;
    const { figure } = measured(`${inputs}\nmetrics: {m: {sum: sales.mark, where: mark > level}}`, {
      people: [{ id: "1", mark: "100", level: "2" }],
      sales: [
        { id: "1", mark: "1" },
        { id: "1", mark: "3" },
      ],
    });
    expect(figure("m")).toBe("3");
  });

  it("rows are the person's own", () => {
    const { figure } = measured("metrics: {m: {sum: sales.amount}}", {
      people: [person, { ...person, id: "2" }, { ...person, id: "3" }],
      sales: [row({}), row({ id: "2", amount: "7" }), row({ id: "2", amount: "1" }), row({ id: "9" })],
    });
    expect([0, 1, 2].map((index) => figure("m", undefined, index))).toEqual(["10", "8", "0"]);
  });
});

describe("nothing counted", () => {
  const fns: [string, string, string][] = [
    ["sum: sales.amount", "0", "7"],
    ["count: sales", "0", "7"],
    ["distinct: sales.customer", "0", "7"],
    ["max: sales.amount", "0", "7"],
    ["min: sales.amount", "? nothing-counted 没有计入的行", "7"],
    ["mean: sales.amount", "? nothing-counted 没有计入的行", "7"],
    ["max: sales.day", "? nothing-counted 没有计入的行", "2020-01-01"],
  ];
  it.each(fns)("%s of a sheet without rows: %s; empty: overrides", (text, expected, empty) => {
    expect(metric(text, [])).toBe(expected);
    expect(metric(`${text}, where: done`, [row({ done: false, day: "2021-01-01" })])).toBe(expected);
    expect(metric(`${text}, empty: ${empty}`, [])).toBe(empty);
  });
  it("a ratio", () => {
    expect(metric("ratio: [sales.amount, sales.before]", [])).toBe("? nothing-counted 没有计入的行");
    expect(metric("ratio: [sales.amount, sales.before], empty: 100%", [])).toBe("1");
  });
  it.each(fns)("%s of a sheet that was not supplied: unknown, whatever empty: says", (text, _, empty) => {
    expect(metric(text, undefined)).toBe("? no-sheet sales");
    expect(metric(`${text}, empty: ${empty}`, undefined)).toBe("? no-sheet sales");
  });
  it("an empty of another kind is refused", () => {
    expect(() => metric("sum: sales.amount, empty: 100%", [])).toThrow("rulebook/empty-type");
  });
});

describe("ratios and division", () => {
  it("the sum above by the sum below, not the mean of the ratios", () => {
    const rows = [row({ amount: "3", before: "4" }), row({ amount: "3", before: "2" })];
    expect(metric("ratio: [sales.amount, sales.before]", rows)).toBe("1");
  });
  it("a third is kept exact", () => {
    const sections = "metrics: {m: {ratio: [sales.amount, sales.before]}, n: {value: m * 3}}";
    expect(measured(sections, { people: [person], sales: [row({ amount: "1", before: "3" })] }).figure("n")).toBe("1");
  });
  it("by zero: unknown, or what empty: says of a target of zero", () => {
    const rows = [row({ before: "0" })];
    expect(metric("ratio: [sales.amount, sales.before]", rows)).toBe("? zero-divisor 分母为零");
    expect(metric("ratio: [sales.amount, sales.before], empty: 100%", rows)).toBe("1");
  });
  it("two kinds have no ratio", () => {
    expect(() => metric("ratio: [sales.amount, sales.usd]", [])).toThrow("rulebook/value-type");
  });
  it("division in a metric, by zero unknown", () => {
    const { figure } = measured(
      "metrics: {a: {sum: sales.amount}, b: {sum: sales.before}, c: {value: a / b}, d: {value: b / a}}",
      {
        people: [person],
        sales: [row({})],
      },
    );
    expect([figure("c"), figure("d")]).toEqual(["? zero-divisor b", "0"]);
  });
});

describe("metrics of metrics", () => {
  it("arithmetic with unknown is unknown, with all that is missing", () => {
    const sections =
      "metrics: {a: {sum: sales.amount}, b: {sum: sales.before}, c: {value: a + b}, d: {value: 'if(known(c), 1, 2)'}}";
    const { figure } = measured(sections, { people: [person], sales: [row({ amount: null, before: null })] });
    expect([figure("c"), figure("d")]).toEqual(["? amount C2, before D2", "2"]);
  });
  it("cases: decided when every outcome that can be reached agrees", () => {
    const table = (give: string) =>
      `metrics: {m: {cases: [{when: edu >= 大专, give: ${give}}, {when: mark > 1, give: 4}], else: 3}}`;
    const figure = (give: string, cells: Row) =>
      measured(table(give), { people: [{ ...person, ...cells }] }).figure("m");
    expect(figure("5", { edu: "本科" })).toBe("5");
    expect(figure("5", { edu: "高中" })).toBe("4");
    expect(figure("5", { edu: "高中", mark: "0" })).toBe("3");
    expect(figure("4", { edu: null })).toBe("4");
    expect(figure("5", { edu: null })).toBe("? edu F2");
    expect(figure("4", { edu: null, mark: null })).toBe("? edu F2, mark H2");
  });
  it("dates: completed years, the corresponding day, month ends", () => {
    const figures = (joined: string) => {
      const { figure } = measured("metrics: {y: {value: 'years_between(joined, as_of)'}, d: {value: joined + 6个月}}", {
        people: [{ ...person, joined }],
      });
      return [figure("y"), figure("d")];
    };
    expect(figures("2023-12-31")).toEqual(["3", "2024-06-30"]);
    expect(figures("2024-01-01")).toEqual(["2", "2024-07-01"]);
    expect(figures("2024-02-29")).toEqual(["2", "2024-08-29"]);
    expect(figures("2023-08-31")).toEqual(["3", "2024-02-29"]);
  });
});
