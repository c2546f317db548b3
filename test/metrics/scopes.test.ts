import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measured, type Row, type Sheets } from "./build.ts";

/** Floors by tier over what a customer has in `sales`, `before` included; `loans` are in the scope by the same customers. */
const sections = `params:
  floor: {by: tier, values: {high: 100, low: 50}}
scopes:
  counted: {each: customer, keep: sum(sales.amount) >= floor}
  fixed: {each: customer, keep: sum(sales.amount) >= 50}
metrics:
  total: {sum: sales.amount, where: not done, within: counted}
  largest: {max: sales.amount, per: customer, where: not done, within: counted}
  rows: {count: sales, within: counted}
  borrowed: {sum: loans.amount, within: counted}
  fixed_total: {sum: sales.amount, within: fixed}
  growth: {sum: sales.amount - sales.before, within: counted}
tiers:
  - {id: high, requires: [total >= 1]}
  - {id: low, requires: [total >= 1]}`;

const row = (customer: string | null, amount: string | null, more: Row = {}): Row => ({
  id: "1",
  customer,
  amount,
  before: "0",
  done: false,
  ...more,
});
const loan = (customer: string | null, amount: string): Row => ({ id: "1", customer, amount });

function figures(sheets: Sheets, ...names: string[]): string[] {
  const { figure } = measured(sections, { people: [{ id: "1" }], ...sheets });
  return names.flatMap((name) => ["high", "low"].map((tier) => figure(name, tier)));
}

describe("floors by tier: each tier has a figure of its own", () => {
  it("a customer counts at the floor, and not a fen below it", () => {
    const sales = [row("A", "100"), row("B", "99.99"), row("C", "50"), row("D", "49.99")];
    expect(figures({ sales }, "total", "rows")).toEqual(["100", "249.99", "1", "3"]);
  });
  it("by the sum of the customer's rows", () => {
    expect(figures({ sales: [row("A", "33.33"), row("A", "33.33"), row("A", "33.34")] }, "total")).toEqual([
      "100",
      "100",
    ]);
    expect(figures({ sales: [row("A", "33.33"), row("A", "33.33"), row("A", "33.33")] }, "total")).toEqual([
      "0",
      "99.99",
    ]);
  });
  it("0.1 + 0.2 + 49.7 is 50", () => {
    expect(figures({ sales: [row("A", "0.1"), row("A", "0.2"), row("A", "49.7")] }, "total")).toEqual(["0", "50"]);
  });
  it("by all the customer's rows, whatever the metric's own where says", () => {
    const sales = [row("A", "60", { done: true }), row("A", "40")];
    expect(figures({ sales }, "total", "largest", "rows")).toEqual(["40", "40", "40", "40", "2", "2"]);
  });
  it("a person's customer is apart from another person's of the same number", () => {
    const { figure } = measured(sections, {
      people: [{ id: "1" }, { id: "2" }],
      sales: [row("A", "50"), row("A", "50", { id: "2" })],
    });
    expect([0, 1].map((person) => figure("total", "high", person))).toEqual(["0", "0"]);
  });
  it("the largest of the customers' sums", () => {
    const sales = [row("A", "60"), row("A", "60"), row("B", "110"), row("C", "90")];
    expect(figures({ sales }, "largest")).toEqual(["120", "120"]);
  });
  it("a floor that is the same at every tier gives one figure", () => {
    const { figure, rules } = measured(sections, { people: [{ id: "1" }], sales: [row("A", "60"), row("B", "40")] });
    expect(rules.figures.filter((one) => one.tierScoped).map((one) => one.name)).toEqual([
      "total",
      "largest",
      "rows",
      "borrowed",
      "growth",
    ]);
    expect(figure("fixed_total")).toBe("60");
  });
  it("a customer that grows past the floor can lower a difference", () => {
    expect(figures({ sales: [row("A", "99.99", { before: "300" })] }, "growth")).toEqual(["0", "-200.01"]);
    expect(figures({ sales: [row("A", "100", { before: "300" })] }, "growth")).toEqual(["-200", "-200"]);
  });
});

describe("a scope applies to every input that has the column", () => {
  it("a borrower with enough in sales counts, one with less or without rows there does not", () => {
    const sales = [row("A", "100"), row("B", "60")];
    const loans = [loan("A", "7"), loan("B", "5"), loan("C", "3")];
    expect(figures({ sales, loans }, "borrowed")).toEqual(["7", "12"]);
  });
  it("where no rows of the sheet exist, nobody is above the floor", () => {
    expect(figures({ sales: [], loans: [loan("A", "7")] }, "borrowed")).toEqual(["0", "0"]);
  });
  it("where the sheet was not supplied, nobody's membership is known", () => {
    expect(figures({ loans: [loan("A", "7")] }, "borrowed")).toEqual(["? no-sheet sales", "? no-sheet sales"]);
    expect(figures({ loans: [] }, "borrowed")).toEqual(["0", "0"]);
    expect(figures({}, "borrowed", "total")).toEqual([
      "? no-sheet loans",
      "? no-sheet loans",
      "? no-sheet sales",
      "? no-sheet sales",
    ]);
  });
});

describe("unknown membership", () => {
  it("a missing amount makes the customer's membership unknown, for all its rows", () => {
    const sales = [row("A", null), row("B", "100")];
    expect(figures({ sales, loans: [loan("B", "5")] }, "total", "borrowed", "rows")).toEqual([
      "? amount C2",
      "? amount C2",
      "5",
      "5",
      "? amount C2",
      "? amount C2",
    ]);
    expect(figures({ sales, loans: [loan("A", "5")] }, "borrowed")).toEqual(["? amount C2", "? amount C2"]);
  });
  it("a row that `where` rules out needs no membership", () => {
    expect(figures({ sales: [row("A", null, { done: true }), row("B", "100")] }, "total")).toEqual(["100", "100"]);
  });
  it("a blank key: the row's own membership is unknown, the others' are not", () => {
    const sales = [row(null, "500"), row("B", "100")];
    expect(figures({ sales, loans: [loan("B", "5")] }, "total", "borrowed")).toEqual([
      "? customer B2",
      "? customer B2",
      "5",
      "5",
    ]);
    expect(figures({ sales: [row("B", "100")], loans: [loan(null, "5")] }, "borrowed", "total")).toEqual([
      "? customer B2",
      "? customer B2",
      "100",
      "100",
    ]);
  });
  it("a blank key: whoever the row would bring to the floor, or below it, may be in the scope or not", () => {
    const sales = [row(null, "60"), row("B", "40"), row("C", "39.99")];
    const loans = [loan("B", "5"), loan("C", "7")];
    // At 100 B may reach the floor and C cannot; at 50 both may.
    expect(figures({ sales, loans: [loan("B", "5")] }, "borrowed")).toEqual(["? customer B2", "? customer B2"]);
    expect(figures({ sales, loans: [loan("C", "7")] }, "borrowed")).toEqual(["0", "? customer B2"]);
    expect(figures({ sales, loans }, "borrowed")).toEqual(["? customer B2", "? customer B2"]);
    const taken = [row(null, "-0.01"), row("B", "100"), row("C", "50.01")];
    expect(figures({ sales: taken, loans: [loan("B", "5")] }, "borrowed")).toEqual(["? customer B2", "5"]);
    expect(figures({ sales: taken, loans: [loan("C", "7")] }, "borrowed")).toEqual(["0", "7"]);
    expect(figures({ sales: [row(null, "0"), row("B", "50")], loans: [loan("B", "5")] }, "borrowed")).toEqual([
      "0",
      "5",
    ]);
  });
  it("a blank key and a blank amount: nobody can say who is in the scope", () => {
    const sales = [row(null, null), row("B", "100")];
    const open = "? amount C2, customer B2";
    expect(figures({ sales, loans: [loan("B", "5")] }, "borrowed")).toEqual([open, open]);
  });
  it("a blank key matters to scopes that look at its sheet, and to no others", () => {
    const scope = (keep: string): string => {
      const text = `scopes: {s: {each: customer, keep: '${keep}'}}\nmetrics: {m: {sum: loans.amount, within: s}}`;
      const sheets = { people: [{ id: "1" }], sales: [row(null, "1"), row("A", "20")], loans: [loan("A", "5")] };
      return measured(text, sheets).figure("m");
    };
    expect(scope("count(sales) >= 1")).toBe("? customer B2");
    expect(scope("mean(sales.amount) >= 1")).toBe("? customer B2");
    expect(scope("sum(sales.amount) == 20")).toBe("? customer B2");
    expect(scope("sum(sales.amount) == 30")).toBe("0");
    expect(scope("sum(sales.amount) != 30")).toBe("5");
    expect(scope("sum(sales.amount) >= 1 and sum(sales.amount) < 10")).toBe("? customer B2");
    expect(scope("count(loans) == 1")).toBe("5");
  });
  it("a floor that the tier has no value for on the day", () => {
    const dated = sections.replace(
      "{by: tier, values: {high: 100, low: 50}}",
      "{by: tier, versions: [{from: 2027-01-01, values: {default: 5}}]}",
    );
    const { figure } = measured(dated, { people: [{ id: "1" }], sales: [row("A", "100")] });
    expect(figure("total", "high")).toBe("? no-value floor");
  });
});

describe("other shapes of `keep`", () => {
  const total = (keep: string, sales: readonly Row[], people: Row = { id: "1" }): string => {
    const text = `scopes: {s: {each: customer, keep: '${keep}'}}\nmetrics: {m: {sum: sales.amount, within: s}}`;
    return measured(text, { people: [people], sales, loans: [loan("A", "1")] }).figure("m");
  };
  const sales = [
    row("A", "20", { before: "1" }),
    row("A", "30", { before: "2" }),
    row("B", "50", { before: "9", done: true }),
    row("C", "10", { before: "10" }),
  ];
  it.each([
    ["count(sales.done) >= 1", "50"],
    ["sum(sales.amount) >= 50 and max(sales.before) < 5", "50"],
    ["not (sum(sales.amount) < 50)", "100"],
    ["sum(sales.amount) > sum(sales.before)", "100"],
    ["50 <= sum(sales.amount)", "100"],
    ["count(sales) == 2", "50"],
    ["count(loans) == 1", "50"],
    ["mean(sales.amount) >= 30", "50"],
    ["mean(sales.amount) between 20 and 30", "50"],
  ])("%s: %s", (keep, expected) => expect(total(keep, sales)).toBe(expected));

  it("with a column of the person", () => {
    expect(
      total("count(sales.done) >= mark", [row("A", "20"), row("B", "50", { done: true })], { id: "1", mark: "1" }),
    ).toBe("50");
    expect(total("count(sales.done) >= mark", [row("A", "20")], { id: "1" })).toBe("? mark H2");
  });
});

describe("laws", () => {
  const cell = fc.constantFrom("0", "0.01", "33.33", "49.99", "50", "50.01", "99.99", "100", null);
  const customer = fc.constantFrom("A", "B", "C", null);
  const truth = fc.constantFrom(true, false, null);
  const sale = fc
    .record({ customer, amount: cell, before: cell, done: truth })
    .map((one): Row => ({ id: "1", ...one }));
  const borrow = fc.record({ customer, amount: cell }).map((one): Row => ({ id: "1", ...one }));
  const names = ["total", "largest", "rows", "borrowed", "growth"];
  /** Where a cell lies changes with its row, what it says does not. */
  const unplaced = (texts: readonly string[]) => texts.map((text) => text.replace(/ [A-Z]\d+/gu, "")).map(once);
  const once = (text: string) => [...new Set(text.replace(/^\? /u, "").split(", "))].join(", ");

  it("the order of rows never matters", () => {
    fc.assert(
      fc.property(
        fc
          .array(sale, { maxLength: 7 })
          .chain((sales) => fc.tuple(fc.constant(sales), fc.shuffledSubarray(sales, { minLength: sales.length }))),
        fc.array(borrow, { maxLength: 4 }),
        ([sales, shuffled], loans) => {
          const before = unplaced(figures({ sales, loans }, ...names));
          expect(unplaced(figures({ sales: shuffled, loans: [...loans].reverse() }, ...names))).toEqual(before);
        },
      ),
      { numRuns: 80 },
    );
  });

  it("who is in the scope is known where it is the same whosever the nameless rows are", () => {
    const fen = fc.constantFrom(-5000, -1, 0, 1, 4999, 5000, 9999, 10000);
    const sold = fc.record({ customer: fc.constantFrom("A", "B", null), fen });
    fc.assert(
      fc.property(fc.array(sold, { minLength: 1, maxLength: 6 }), (rows) => {
        const sales = rows.map(({ customer, fen }) => row(customer, (fen / 100).toFixed(2)));
        const { figure } = measured(sections, { people: [{ id: "1" }], sales, loans: [loan("A", "5")] });
        const own = rows.filter(({ customer }) => customer === "A").reduce((sum, { fen }) => sum + fen, 0);
        const nameless = rows.filter(({ customer }) => customer === null);
        for (const [tier, floor] of [
          ["high", 10000],
          ["low", 5000],
        ] as const) {
          // Every set of the nameless rows may be A's.
          const reached = new Set<boolean>();
          for (let set = 0; set < 2 ** nameless.length; set++) {
            const more = nameless.reduce((sum, { fen }, at) => sum + (set & (1 << at) ? fen : 0), 0);
            reached.add(own + more >= floor);
          }
          const got = figure("borrowed", tier);
          if (reached.size === 2) expect(got).toMatch(/^\? customer/);
          else expect(got).toBe(reached.has(true) ? "5" : "0");
        }
      }),
      { numRuns: 60 },
    );
  });

  it("what a tier measures is what a plain sum over its customers gives", () => {
    const known = fc.record({
      customer: fc.constantFrom("A", "B", "C"),
      fen: fc.constantFrom(0, 1, 3333, 4999, 5000, 9999, 10000),
      done: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(known, { maxLength: 8 }), (rows) => {
        const sales = rows.map(({ customer, fen, done }) => row(customer, (fen / 100).toFixed(2), { done }));
        for (const [tier, floor] of [
          ["high", 10000],
          ["low", 5000],
        ] as const) {
          const inScope = ["A", "B", "C"].filter(
            (one) => rows.filter((each) => each.customer === one).reduce((sum, each) => sum + each.fen, 0) >= floor,
          );
          const counted = rows.filter((each) => inScope.includes(each.customer) && !each.done);
          const expected = counted.reduce((sum, each) => sum + each.fen, 0) / 100;
          const { figure } = measured(sections, { people: [{ id: "1" }], sales });
          expect(Number(figure("total", tier))).toBeCloseTo(expected, 6);
        }
      }),
      { numRuns: 80 },
    );
  });
});
