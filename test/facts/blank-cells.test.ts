import { describe, expect, it } from "vitest";
import { bindFacts } from "../../src/facts/bind-facts.ts";
import type { Type } from "../../src/formula/type.ts";
import { Exact } from "../../src/number/exact.ts";
import { type ColumnSource, cny, id, ratio, rulebook, table, type Written, yearsType } from "./build.ts";
import { bindCells, brief } from "./cells.ts";

const said = (column: Type | ColumnSource, cells: readonly Written[]) =>
  bindCells(column, cells)
    .diagnostics.filter(({ code }) => code === "facts/blank-cells")
    .map((one) => [brief(one), one.severity, one.args.count]);

describe("blank cells", () => {
  it.each<[string, Type | ColumnSource]>([
    ["money", cny],
    ["a ratio", ratio],
    ["a duration", yearsType],
    ["a date", { kind: "date" }],
    ["yes or no", { kind: "boolean" }],
    ["an enum", { kind: "enum", name: "degree", values: ["本科", "硕士"], ordered: true }],
    ["a tier", { type: { kind: "tier" }, words: { 一级: "first" } }],
    ["another's id", id],
  ])("of %s are said once, with how many there are", (_, column) => {
    expect(said(column, ["坏", null, "-", "  ", "N/A"])).toEqual([["facts/blank-cells B3", "info", 4]]);
  });

  it.each<[string, Type | ColumnSource]>([
    ["stand for what the rulebook says", { type: cny, missing: Exact.zero }],
    ["are of a text, which decides nothing", { kind: "text" }],
    ["are of a level, which not everybody has", { kind: "level" }],
  ])("are not said where they %s", (_, column) => {
    expect(said(column, [null, "-"])).toEqual([]);
  });

  it("send nobody to review by themselves", () => {
    expect(bindCells(cny, [null]).problems).toEqual([0]);
  });

  it("are named one by one where every place is asked for", () => {
    const rules = rulebook({ people: { role: "subject", columns: { who: id, x: { kind: "date" } } } });
    const rows: Written[][] = [["P1", null], ["P2", "2026-01-01"], ["P3", "-"], ["P4", null]]; // biome-ignore format: a table
    const found = bindFacts([table({ input: "people", columns: ["who", "x"], rows })], rules, true).diagnostics;
    expect(found).toMatchObject([
      {
        location: { cell: "B2" },
        related: [{ location: { cell: "B4" } }, { location: { cell: "B5" } }],
        args: { header: "x", count: 3 },
      },
    ]);
  });
});
