import { describe, expect, it } from "vitest";
import { MixedPercents } from "../../src/facts/mixed-percents.ts";
import { bindCells } from "./cells.ts";

/** Rows of a column that are taken for fractions; a text is a figure with its own sign. */
function fractions(figures: readonly (number | string)[]): readonly number[] {
  const column = new MixedPercents();
  for (const [row, figure] of figures.entries()) {
    if (typeof figure === "string") column.signed(Number.parseFloat(figure));
    else column.bare(row, figure);
  }
  return column.fractions();
}

describe("fractions among percentages", () => {
  it.each<[what: string, figures: readonly (number | string)[], rows: readonly number[]]>([
    ["shares of sound loans", [99.2, 0.98, 1, 97.5], [1, 2]],
    ["one among many", [98.1, 97, 0.9, 97.6], [2]],
    ["beside percentages with their sign", ["98%", "97%", 0.98], [2]],
    ["many among few, each like them", [0.98, 98, 0.97, 97, 0.99, 0.96], [0, 2, 4, 5]],
    ["a negative one", [-50, 40, -0.45], [2]],
  ])("are found: %s", (_, figures, rows) => expect(fractions(figures)).toEqual(rows));

  it.each<[what: string, figures: readonly (number | string)[]]>([
    ["none", []],
    ["all percentages", [99.2, 98, 97]],
    ["all at most 1, as bad loans are", [0.5, 0.8, 0.3, 1]],
    ["bad loans", [0.5, 1.2]],
    ["bad loans, some many times the others", [0.2, 0.4, 1.5, 0.8, 12, 30]],
    ["bad loans but for one branch", [0.5, 0.8, 0.3, 35]],
    ["zeros", [0, 0, 98, 97]],
    ["growth of all sizes", [0.8, 12, 55, 80, -3]],
    ["one that would be no neighbour as a fraction", [98, 97, 0.1]],
    ["a small one with its sign, which shows that they are meant", [98, 97, 0.98, "0.95%"]],
    ["a single other", [40, 0.4]],
  ])("are not: %s", (_, figures) => expect(fractions(figures)).toEqual([]));

  it("are said once, with all their cells, and read as per cent", () => {
    const column = { type: { kind: "ratio" as const } };
    const { values, diagnostics, problems } = bindCells(column, [98, 0.98, "0.97", "99%"], { unit: "%" });
    expect(values).toEqual(["0.98", "0.0098", "0.0097", "0.99"]);
    expect(diagnostics).toMatchObject([
      {
        code: "facts/percent-mixed",
        severity: "warning",
        location: { cell: "B3" },
        args: { header: "x(%)", count: 2 },
        related: [{ location: { cell: "B4" } }],
      },
    ]);
    expect(problems).toEqual([0, 0, 0, 0]);
    expect(bindCells(column, [98, 0.98, 97], { unit: "‰" }).found).toEqual([]);
  });
});
