import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bindFacts } from "../../src/facts/bind-facts.ts";
import { Exact } from "../../src/number/exact.ts";
import { cny, id, ratio, rulebook, table, type Written } from "./build.ts";
import { brief, show } from "./cells.ts";

const rules = rulebook({
  managers: { role: "subject", columns: { manager: id, name: { kind: "text" }, violations: { kind: "count" } } },
  deposits: {
    role: "detail",
    columns: { manager: id, customer: id, average: { type: cny, min: "0" }, last: { type: cny, missing: Exact.zero } },
  },
  quality: { role: "one-row", columns: { manager: id, normal: ratio, arrears: { type: cny, missing: Exact.zero } } },
  bank: { role: "whole", columns: { staff: { kind: "count" } } },
});

const roster = (rows: Written[][], file = "roster.xlsx") =>
  table({ input: "managers", file, columns: ["manager", "name", "violations"], rows });
const deposits = (rows: Written[][], file = "q.xlsx", columns = ["manager", "customer", "average:元", "last:元"]) =>
  table({ input: "deposits", file, columns, rows });
const quality = (rows: Written[][], file = "q.xlsx") =>
  table({ input: "quality", file, columns: ["manager", "normal:%", "arrears:元"], rows });
const bank = (rows: Written[][]) => table({ input: "bank", columns: ["staff"], rows });
const two = roster([["001", "甲", 0], ["002", "乙", 1]]); // biome-ignore format: a table
const all = [two, deposits([["001", "C1", 1, 0], ["002", "C1", 1, 0]]), quality([["001", 98, 0], ["002", 97, 0]]), bank([[9380]])]; // biome-ignore format: a table

describe("bindFacts", () => {
  it("gives people in roster order, inputs by index, every value with its cell", () => {
    const facts = bindFacts(
      [
        roster([["001", "甲", "0次"]], "a.xlsx"),
        roster([["002", "乙", 2]], "b.xlsx"),
        deposits([["002", "C7", 5981.54, null]], "a.xlsx"),
        deposits([["001", "C1", "1,000", 3], ["002", "C8", 7, "-"]], "b.xlsx"), // biome-ignore format: a table
        quality([["002", 98.5, "无"], ["001", 100, 0.01]]), // biome-ignore format: a table
        bank([[9380]]),
      ],
      rules,
    );
    expect(facts.diagnostics).toEqual([]);
    expect(facts.fatal).toBe(false);
    expect(facts.people.map((one) => [one.id, one.index, one.columns.map(show)])).toEqual([
      ["001", 0, ["001", "甲", "0"]],
      ["002", 1, ["002", "乙", "2"]],
    ]);
    expect(facts.people[1]?.locate(2)).toEqual({ file: "b.xlsx", sheet: "managers", cell: "C2" });
    expect(facts.people[1]?.locate()).toEqual({ file: "b.xlsx", sheet: "managers", cell: "A2" });
    const [own, detail, single, whole] = facts.inputs;
    expect(own).toBeUndefined();
    expect(detail?.rows).toBe(3);
    expect(detail?.columns.map((column) => [...column].map(show))).toEqual([
      ["002", "001", "002"],
      ["C7", "C1", "C8"],
      ["5981.54", "1000", "7"],
      ["0", "3", "0"],
    ]);
    expect(detail?.rowsOf).toEqual([[1], [0, 2]]);
    expect(detail?.locate(2, 3)).toEqual({ file: "b.xlsx", sheet: "deposits", cell: "D3" });
    expect(detail?.locate(0, 2)).toEqual({ file: "a.xlsx", sheet: "deposits", cell: "C2" });
    expect(single?.rowsOf).toEqual([[1], [0]]);
    expect([...(single?.columns[1] ?? [])].map(show)).toEqual(["0.985", "1"]);
    expect(whole?.rowsOf).toEqual([[0], [0]]);
    expect([...(whole?.columns[0] ?? [])].map(show)).toEqual(["9380"]);
  });

  it("says where a blank is", () => {
    const facts = bindFacts([...all.slice(0, 2), quality([["001", null, 0], ["002", 97, 0]]), all[3] as never], rules); // biome-ignore format: a table
    const value = facts.inputs[2]?.columns[1]?.at(0);
    expect(value).toMatchObject({
      reasons: [{ why: "blank", what: { zh: "normal" }, location: { file: "q.xlsx", sheet: "quality", cell: "B2" } }],
    });
  });

  it("sends whoever has a bad cell to review, and nobody else", () => {
    const facts = bindFacts(
      [two, deposits([["001", "C1", "坏", 0], ["002", "C1", 1, 0]]), all[2] as never, all[3] as never], // biome-ignore format: a table
      rules,
    );
    expect(facts.people.map((one) => one.problems.map(brief))).toEqual([["facts/not-a-number C2"], []]);
    expect(facts.fatal).toBe(false);
  });

  it("cannot go on without a roster, people or a key column", () => {
    expect(bindFacts(all.slice(1), rules)).toMatchObject({
      fatal: true,
      people: [],
      diagnostics: [{ code: "facts/no-roster" }],
    });
    const alone = bindFacts([deposits([["001", "C1", "坏", 0]])], rules);
    expect(alone.diagnostics.map(brief)).toEqual(["facts/no-roster -", "facts/not-a-number C2"]);
    const nobody = bindFacts([roster([]), ...all.slice(1)], rules);
    expect(nobody.fatal).toBe(true);
    expect(nobody.diagnostics.map(brief)).toContain("facts/no-people roster.xlsx managers");
    const keyless = table({ input: "deposits", columns: ["customer", "average:元"], rows: [["C1", 1]] });
    const facts = bindFacts([two, keyless, all[2] as never, all[3] as never], rules);
    expect(facts.fatal).toBe(true);
    expect(facts.diagnostics).toMatchObject([{ code: "facts/no-key-column", args: { header: { zh: "manager" } } }]);
  });

  it("reports one id twice on the roster with both places", () => {
    const facts = bindFacts([roster([["001", "甲", 0]], "a.xlsx"), roster([["001", "乙", 0]], "b.xlsx")], rules);
    expect(facts.fatal).toBe(true);
    expect(facts.diagnostics.find((one) => one.code === "facts/duplicate-person")).toMatchObject({
      args: { id: "001" },
      location: { file: "b.xlsx", cell: "A2" },
      related: [{ location: { file: "a.xlsx", cell: "A2" } }],
    });
  });

  it("does not lose a roster row without an id in silence", () => {
    const facts = bindFacts([roster([["001", "甲", 0], [null, "乙", 0]]), ...all.slice(1)], rules); // biome-ignore format: a table
    expect(facts.people.map((one) => one.id)).toEqual(["001"]);
    expect(facts.diagnostics.map(brief)).toEqual([
      "facts/unknown-person A3",
      "facts/unknown-person A3",
      "facts/blank-id A3",
    ]);
  });

  it("reports an unknown person once, with the number of rows and whom it may be", () => {
    const facts = bindFacts(
      [roster([["273370", "甲", 0]]), deposits([["273370", "C1", 1, 0], ["27337O", "C2", 1, 0], ["27337O", "C3", "坏", 0]]), quality([["273370", 1, 0]]), all[3] as never], // biome-ignore format: a table
      rules,
    );
    const found = facts.diagnostics.filter((one) => one.code === "facts/unknown-person");
    expect(found).toMatchObject([
      { args: { id: "27337O", rows: 2, meant: { zh: "，是不是“273370”？" } }, location: { cell: "A3" } },
    ]);
    expect(facts.inputs[1]?.rowsOf).toEqual([[0]]);
    expect(facts.people[0]?.problems).toEqual([]);
    expect(facts.diagnostics.map(brief)).toContain("facts/not-a-number C4");
  });

  it("guesses at an id that has lost its zeros where widths differ", () => {
    const facts = bindFacts([roster([["0000123", "甲", 0], ["77", "乙", 0]]), deposits([["123", "C1", 1, 0]]), all[2] as never, all[3] as never], rules); // biome-ignore format: a table
    const found = facts.diagnostics.find((one) => one.code === "facts/unknown-person");
    expect(found?.args.meant).toEqual({ zh: "，是不是“0000123”？", en: '; did you mean "0000123"?' });
  });

  it("names twenty unknown people and counts the rest", () => {
    const rows = Array.from({ length: 50 }, (_, index): Written[] => [`X${index >> 1}9999`, "C", 1, 0]);
    const facts = bindFacts([two, deposits(rows), all[2] as never, all[3] as never], rules);
    const found = facts.diagnostics.filter((one) => one.code.startsWith("facts/unknown"));
    expect(found).toHaveLength(21);
    expect(found[20]).toMatchObject({
      code: "facts/unknown-people",
      args: { count: 5, rows: 10 },
      location: { cell: "A42" },
    });
  });

  it("uses none of two rows where one is due", () => {
    const facts = bindFacts([two, all[1] as never, quality([["001", 98, 0], ["002", 97, 0], ["001", 99, 0]]), all[3] as never], rules); // biome-ignore format: a table
    const problem = facts.diagnostics[0];
    expect(facts.diagnostics).toHaveLength(1);
    expect(problem).toMatchObject({
      code: "facts/two-rows",
      location: { cell: "A4" },
      related: [{ location: { cell: "A2" } }],
      args: { id: "001", rows: 2 },
    });
    expect(facts.people.map((one) => one.problems)).toEqual([[problem], []]);
    expect([...(facts.inputs[2]?.columns[1] ?? [])].map(show)).toEqual(["?bad-cell", "0.97", "?bad-cell"]);
  });

  it("wants one row in all of an input about no person", () => {
    const facts = bindFacts([...all.slice(0, 3), bank([[1], [2]])], rules);
    expect(facts.diagnostics.map(brief)).toEqual(["facts/not-one-row A3"]);
    expect([...(facts.inputs[3]?.columns[0] ?? [])].map(show)).toEqual(["?bad-cell", "?bad-cell"]);
  });

  it("warns of people of whom a sheet says nothing, once a sheet", () => {
    const many = roster(Array.from({ length: 8 }, (_, index) => [`00${index}`, "", 0]));
    const facts = bindFacts([many, deposits([["003", "C1", 1, 0]]), quality([["003", 1, 0]]), all[3] as never], rules);
    expect(facts.diagnostics.map((one) => [one.code, one.severity, one.args.count, one.args.ids])).toEqual([
      ["facts/no-rows", "warning", 7, "000 001 002 004 005 …"],
      ["facts/no-row", "warning", 7, "000 001 002 004 005 …"],
    ]);
  });

  it("tells an absent sheet and an absent column from no business", () => {
    const facts = bindFacts([two, deposits([["001", "C1", 1], ["002", "C2", 1]], "q.xlsx", ["manager", "customer", "average:元"])], rules); // biome-ignore format: a table
    expect(facts.diagnostics).toEqual([]);
    expect(facts.inputs.map((one) => one?.rows)).toEqual([undefined, 2, undefined, undefined]);
    expect([...(facts.inputs[1]?.columns[3] ?? [])].map(show)).toEqual(["?no-column", "?no-column"]);
    expect(facts.people.flatMap((one) => one.problems)).toEqual([]);
  });
});

describe("rows reported twice", () => {
  const rows: Written[][] = [["001", "C1", 1, 0], ["001", "C2", 2, 0], ["002", "C3", 3, 0]]; // biome-ignore format: a table

  it("are named where they stand in two files", () => {
    const facts = bindFacts([two, deposits(rows, "a.xlsx"), deposits([["002", "C9", 9, 0], ["001", "C2", "2.00", null]], "b.xlsx"), all[2] as never, all[3] as never], rules); // biome-ignore format: a table
    expect(facts.diagnostics).toMatchObject([
      {
        code: "facts/repeated-rows",
        location: { file: "b.xlsx", cell: "A3" },
        related: [{ location: { file: "a.xlsx", cell: "A3" } }],
        args: { count: 1, other: "a.xlsx deposits" },
      },
    ]);
  });

  it("are one message a pair of files", () => {
    const facts = bindFacts(
      [two, deposits(rows, "a.xlsx"), deposits(rows, "b.xlsx"), all[2] as never, all[3] as never],
      rules,
    );
    expect(facts.diagnostics.map((one) => [one.code, one.args.count])).toEqual([["facts/repeated-rows", 3]]);
  });

  const within = (written: Written[][]) => bindFacts([two, deposits(written), all[2] as never, all[3] as never], rules);

  it("are warned of within one sheet, once, and counted: they may be two pieces of business", () => {
    const facts = within([...rows, ["001", "C1", "1.00", null], ...rows.slice(1), ["002", "C9", 3, 0]]);
    expect(facts.diagnostics).toMatchObject([
      {
        code: "facts/repeated-in-sheet",
        severity: "warning",
        location: { file: "q.xlsx", sheet: "deposits", cell: "A5" },
        related: [{ location: { cell: "A2" } }, { location: { cell: "A6" } }, { location: { cell: "A7" } }],
        args: { count: 3 },
      },
    ]);
    expect(facts.inputs[1]?.rowsOf).toEqual([
      [0, 1, 3, 4],
      [2, 5, 6],
    ]);
    expect(facts.people.flatMap(({ problems }) => problems)).toEqual([]);
  });

  // biome-ignore format: a table
  it.each<[string, Written[][]]>([
    ["of two people", [["001", "C1", 1, 0], ["002", "C1", 1, 0]]],
    ["of two customers", [["001", "C1", 1, 0], ["001", "C2", 1, 0], ["002", "C3", 1, 0]]],
    ["of two amounts", [["001", "C1", 1, 0], ["001", "C1", 1.001, 0], ["002", "C3", 1, 0]]],
    ["that come to nothing", [["001", "C1", 0, 0], ["001", "C1", 0, null], ["002", "C3", 1, 0]]],
    ["without a customer", [["001", null, 5, 0], ["001", null, 5, 0], ["002", "C3", 1, 0]]],
  ])("are none where they are %s", (_, written) => {
    const found = within(written).diagnostics.filter(({ code }) => code !== "facts/blank-cells");
    expect(found).toEqual([]);
  });

  it("are found among amounts of any number of decimals", () => {
    const found = within([["001", "C1", 1 / 3, 0], ["002", "C1", 1 / 3, 0], ["001", "C1", "0.333333333333333", 0]]); // biome-ignore format: a table
    expect(found.diagnostics.map(brief)).toEqual(["facts/repeated-in-sheet A4"]);
  });
});

describe("amounts out of all proportion", () => {
  const amounts = (factor: number): Written[][] =>
    Array.from({ length: 30 }, (_, index) => ["001", `C${index}-${factor}`, (index + 1) * factor, 0]);

  it("are warned of by sheet", () => {
    const tables = [
      deposits(amounts(100), "a.xlsx"),
      deposits(amounts(120), "b.xlsx"),
      deposits(amounts(1_000_000), "c.xlsx"),
    ];
    const facts = bindFacts([roster([["001", "甲", 0]]), ...tables, quality([["001", 1, 0]]), all[3] as never], rules);
    expect(facts.diagnostics).toMatchObject([
      { code: "facts/magnitude", severity: "warning", location: { file: "c.xlsx", cell: "C2" }, args: { count: 30 } },
    ]);
  });

  it.each<[others: number, large: number, small: number, found: number]>([
    [3, 30, 0, 0],
    [4, 30, 0, 1],
    [19, 10, 10, 1],
    [19, 9, 10, 0],
    [20, 9, 10, 1],
  ])("beside %i rows: %i large ones and %i others are %i warning(s)", (others, large, small, found) => {
    const own = [...amounts(1_000_000).slice(0, large), ...amounts(1).slice(0, small)];
    const tables = [deposits(amounts(2).slice(0, others), "a.xlsx"), deposits(own, "c.xlsx")];
    const facts = bindFacts([roster([["001", "甲", 0]]), ...tables, quality([["001", 1, 0]]), all[3] as never], rules);
    expect(facts.diagnostics.filter(({ code }) => code === "facts/magnitude")).toHaveLength(found);
  });
});

describe("laws", () => {
  const row = fc.record({
    who: fc.constantFrom("001", "002", "003", "004"),
    customer: fc.integer({ min: 1, max: 5 }),
    fen: fc.integer({ min: 0, max: 1e9 }),
  });

  it("gives every person the same rows in whatever order they stand, and none to two people", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (written, keys) => {
        const cells = written.map((one): Written[] => [one.who, `C${one.customer}`, one.fen / 100, 0]);
        const order = cells.map((cell) => [keys.next().value, cell] as const).sort(([a], [b]) => a - b);
        const own = (rows: Written[][]) => {
          const facts = bindFacts([two, deposits(rows), all[2] as never, all[3] as never], rules);
          const detail = facts.inputs[1];
          return facts.people.map((one) =>
            (detail?.rowsOf[one.index] ?? [])
              .map((at) => detail?.columns.map((column) => show(column.at(at))).join())
              .sort(),
          );
        };
        const straight = own(cells);
        expect(own(order.map(([, cell]) => cell))).toEqual(straight);
        expect(straight.flat()).toHaveLength(written.filter((one) => one.who < "003").length);
      }),
    );
  });
});
