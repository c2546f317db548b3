import { describe, expect, it } from "vitest";
import { type ColumnSource, ratio, type Written } from "./build.ts";
import { bindCells } from "./cells.ts";

const percent = (value: number): Written => [value, "0.00%"];
const bounded: ColumnSource = { type: ratio, min: "0", max: "1" };

describe("ratios", () => {
  it.each<[string, ColumnSource, string | undefined, Written[], string[], string[]]>([
    ["own sign decides", { type: ratio }, undefined, ["98.5%", "98.5％", "3‰"], ["0.985", "0.985", "0.003"], []],
    ["own sign under a % header", { type: ratio }, "%", ["99.00%", 98, 20, 0], ["0.99", "0.98", "0.2", "0"], []],
    ["‰ header", { type: ratio }, "‰", [5], ["0.005"], []],
    ["shown as per cent", { type: ratio }, undefined, [percent(0.985), percent(1.2)], ["0.985", "1.2"], []],
    ["% in quotes is no format", { type: ratio }, undefined, [[0.5, '0.00"%"']], ["0.5"], []],
    ["all at most one", { type: ratio }, undefined, [0.985, 1, 0, "0.5"], ["0.985", "1", "0", "0.5"], []],
    [
      "all above one, surely per cent",
      { type: ratio },
      undefined,
      [98.5, 100, 0, "2"],
      ["0.985", "1", "0", "0.02"],
      ["facts/percent-assumed B2"],
    ],
    ["above the column's maximum", bounded, undefined, [1.2, 2.5], ["0.012", "0.025"], ["facts/percent-assumed B2"]],
    [
      "all above one, may be either",
      { type: ratio },
      undefined,
      [1.2, 1.05],
      ["?bad-cell", "?bad-cell"],
      ["facts/percent-undecided B2", "facts/percent-undecided B3"],
    ],
    [
      "mixed",
      { type: ratio },
      undefined,
      [0.985, 98.5, "98.5%", percent(0.97), 0],
      ["?bad-cell", "0.985", "0.985", "0.97", "0"],
      ["facts/percent-assumed B3", "facts/percent-undecided B2"],
    ],
    [
      "mixed within the maximum",
      bounded,
      undefined,
      [0.8, 1.2],
      ["?bad-cell", "0.012"],
      ["facts/percent-assumed B3", "facts/percent-undecided B2"],
    ],
    ["the rulebook's unit", { type: ratio, unit: "%" }, undefined, [98.5, 0.5], ["0.985", "0.005"], []],
    ["negative growth", { type: ratio }, undefined, [-12, 30], ["-0.12", "0.3"], ["facts/percent-assumed B2"]],
    [
      "header and format, as shown",
      { type: ratio },
      "%",
      [percent(0.985), 97],
      ["0.985", "0.97"],
      ["facts/percent-twice B2"],
    ],
    ["header and format, as typed", { type: ratio }, "%", [percent(98.5), percent(100)], ["0.985", "1"], []],
    [
      "header and format, either",
      { type: ratio },
      "%",
      [percent(0.985), percent(98.5)],
      ["?bad-cell", "?bad-cell"],
      ["facts/percent-undecided B2", "facts/percent-undecided B3"],
    ],
    ["out of range", bounded, "%", [100.01], ["?bad-cell"], ["facts/out-of-range B2"]],
    [
      "a fraction out of range",
      { type: ratio, min: "0.5" },
      undefined,
      [0.4],
      ["?bad-cell"],
      ["facts/out-of-range B2"],
    ],
    ["money", { type: ratio }, undefined, ["3元"], ["?bad-cell"], ["facts/unit-mismatch B2"]],
    ["a word", { type: ratio }, undefined, ["良好"], ["?bad-cell"], ["facts/not-a-number B2"]],
    ["blank", { type: ratio }, undefined, [null, "-"], ["?blank", "?blank"], []],
    ["17 digits of Excel", { type: ratio }, undefined, [0.57999999999999996], ["0.58"], []],
  ])("%s", (_, column, unit, cells, values, found) => {
    const bound = bindCells(column, cells, unit === undefined ? {} : { unit });
    expect(bound.values).toEqual(values);
    expect(bound.found.sort()).toEqual(found);
  });

  it("names how many figures it read as per cent", () => {
    const bound = bindCells({ type: ratio }, [98.5, 97, 0]);
    expect(bound.diagnostics[0]?.args).toMatchObject({ header: "x", count: 2 });
  });
});
