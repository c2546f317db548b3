import { describe, expect, it } from "vitest";
import type { UglyCell } from "../scenarios/ugly-book.ts";
import { type Format, readColumn } from "./both.ts";

const share = "type: ratio, min: 0%, max: 100%";
const growth = "type: ratio";
const percent = (n: number): UglyCell => ({ n, format: "0.00%" });

type Case = readonly [
  what: string,
  type: string,
  header: string,
  cells: readonly UglyCell[],
  values: readonly string[],
  found?: readonly string[],
];

/** What both formats can say. */
const both: readonly Case[] = [
  ["the cell's own sign", share, "数", ["98.5%", "98.5％", "100%"], ["0.985", "0.985", "1"]],
  ["the cell's own sign over the header's", share, "数(%)", ["98.5%", 98.5, 7.5], ["0.985", "0.985", "0.075"]],
  ["the header's sign", share, "数(%)", [98.5, "97", 20], ["0.985", "0.97", "0.2"]],
  [
    "the header's sign over what may be fractions, which is said",
    share,
    "数(%)",
    [99.2, 0.98, "1", 97.5],
    ["0.992", "0.0098", "0.01", "0.975"],
    ["facts/percent-mixed B3"],
  ],
  ["small percentages among greater", share, "数(%)", [0.5, 1.2, 0, "3.5"], ["0.005", "0.012", "0", "0.035"]],
  ["a small percentage with its sign", share, "数(%)", [98, 97, "0.98%"], ["0.98", "0.97", "0.0098"]],
  ["a full-width header's sign", share, "数（％）", [98.5, "97"], ["0.985", "0.97"]],
  ["a sign behind the header", share, "数%", [98.5, "97"], ["0.985", "0.97"]],
  ["fractions", share, "数", [0.985, "0.97", 1, 0], ["0.985", "0.97", "1", "0"]],
  ["per cent beyond doubt", share, "数", [98.5, 97, 0], ["0.985", "0.97", "0"], ["facts/percent-assumed B2"]],
  [
    "all three in one column",
    share,
    "数",
    [0.985, 98.5, "98.5%"],
    ["?bad-cell", "0.985", "0.985"],
    ["facts/percent-assumed B3", "facts/percent-undecided B2"],
  ],
  ["a sign and fractions", share, "数", [0.985, "98.5%"], ["0.985", "0.985"]],
  ["growth that may be either", growth, "数", [1.2, 0.8], ["?bad-cell", "?bad-cell"], ["facts/percent-undecided B2", "facts/percent-undecided B3"]], // biome-ignore format: a table
  ["more than there can be", share, "数", ["101%"], ["?bad-cell"], ["facts/out-of-range B2"]],
  ["per mille", growth, "数", ["3‰"], ["0.003"]],
  ["points", growth, "数", ["1.5个百分点"], ["0.015"]],
  ["negative growth", growth, "数", ["-12.5%", "(3%)"], ["-0.125", "-0.03"]],
];

describe.each<Format>(["xlsx", "csv"])("a ratio in %s", (format) => {
  for (const one of both) sees(format, one);
});

/** What only a workbook can. */
const workbook: readonly Case[] = [
  ["the cell's format", share, "数", [percent(0.985), percent(1)], ["0.985", "1"]],
  ["a format of thousandths is none of per cent", share, "数", [{ n: 0.985, format: "0.000" }], ["0.985"]],
  ["the sign, the format and fractions", share, "数", ["98.5%", percent(0.97), 0.96], ["0.985", "0.97", "0.96"]],
  [
    "all four in one column",
    share,
    "数",
    [0.985, 98.5, "98.5%", percent(0.97)],
    ["?bad-cell", "0.985", "0.985", "0.97"],
    ["facts/percent-assumed B3", "facts/percent-undecided B2"],
  ],
  ["0.58 as a double", share, "数", [{ n: "0.57999999999999996", format: "0%" }], ["0.58"]],
  ["header and format, as shown", share, "数(%)", [percent(0.985), 97], ["0.985", "0.97"], ["facts/percent-twice B2"]],
  ["header and format, as typed", share, "数(%)", [percent(98.5), percent(97)], ["0.985", "0.97"]],
];

describe("a ratio in a workbook", () => {
  for (const one of workbook) sees("xlsx", one);
});

function sees(format: Format, [what, type, header, cells, values, found = []]: Case): void {
  it(what, async () => {
    expect(await readColumn(format, type, header, cells)).toMatchObject({ values, found });
  });
}
