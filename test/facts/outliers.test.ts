import { describe, expect, it } from "vitest";
import { bindFacts } from "../../src/facts/bind-facts.ts";
import { Exact } from "../../src/number/exact.ts";
import { cny, id, rulebook, table, type Written } from "./build.ts";
import { bindCells, brief } from "./cells.ts";

/** 10, 11, 12 … up to 20 above, then from 10 again: nothing out of the ordinary. */
const usual = (count: number) => Array.from({ length: count }, (_, index): Written => 10 + (index % 11));
const found = (cells: readonly Written[]) =>
  bindCells({ type: cny, missing: Exact.zero }, cells, { unit: "万元" })
    .diagnostics.filter(({ code }) => code === "facts/outlying-amounts")
    .map((one) => [brief(one), one.severity, one.args.count]);

describe("amounts out of all proportion to their column", () => {
  it.each<[string, Written[], unknown[]]>([
    ["a hundred times nearly all others", [...usual(19), 2000], [["B21", 1]]],
    ["just below", [...usual(19), 1999.99], []],
    ["the figure of a 元 in a column of 万元", [123456.78, ...usual(30)], [["B2", 1]]],
    ["below zero", [...usual(25), -2000], [["B27", 1]]],
    ["with more decimals than two", [...usual(25), "123456.123456789"], [["B27", 1]]],
    ["beside too few amounts", [...usual(18), 2000], []],
    ["beside blanks and zeros, which are no amounts", [...usual(18), 0, 0, "-", null, 2000], []],
    ["two of 39", [...usual(37), 2000, 2000], []],
    ["two of 40", [...usual(38), 2000, 5000], [["B40", 2]]],
    ["five of 100", [...usual(95), ...Array(5).fill(9999)], [["B97", 5]]],
    ["six of 500", [...usual(494), ...Array(6).fill(9999)], []],
    ["six of 600", [...usual(594), ...Array(6).fill(9999)], [["B596", 6]]],
    ["too small for what is too large", [...usual(60), 500, 500, 2000], [["B64", 1]]],
  ])("%s", (_, cells, expected) => {
    const places = expected as [string, number][];
    expect(found(cells)).toEqual(places.map(([cell, count]) => [`facts/outlying-amounts ${cell}`, "warning", count]));
  });

  it("are named one by one where every place is asked for", () => {
    const rows = [...usual(38), 2000, 5000].map((cell, index): Written[] => [`P${index}`, cell]);
    const source = table({ input: "people", columns: ["who", "x:元"], rows });
    const facts = bindFacts([source], rulebook({ people: { role: "subject", columns: { who: id, x: cny } } }), true);
    expect(facts.diagnostics).toMatchObject([
      { location: { cell: "B40" }, related: [{ location: { cell: "B41" } }], args: { header: "x(元)", count: 2 } },
    ]);
  });

  it("say nothing of a sheet that is said to be too large as a whole, nor of rows of other sheets", () => {
    const people = (file: string, cells: Written[]) =>
      table({ input: "people", file, columns: ["who", "x:元"], rows: cells.map((cell, at) => [`${file}${at}`, cell]) });
    const large = [...usual(20).map((cell) => Number(cell) * 10_000), 1e9, 30];
    const rules = rulebook({ people: { role: "subject", columns: { who: id, x: cny } } });
    const both = bindFacts([people("a", usual(60)), people("b", large)], rules);
    expect(both.diagnostics.map((one) => [one.code, one.args.count])).toEqual([["facts/magnitude", 21]]);
    const apart = bindFacts([people("a", [...usual(60), 3000]), people("b", usual(3))], rules);
    expect(apart.diagnostics.map((one) => one.code)).toEqual(["facts/outlying-amounts"]);
  });
});
