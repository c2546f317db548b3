import { describe, expect, it } from "vitest";
import { RowShift } from "../../../src/report/forms/shift-rows.ts";

/** Rows 6 and 7 three times, row 10 three times. */
const blocks = [
  { first: 6, last: 7 },
  { first: 10, last: 10 },
];
const shift = new RowShift(blocks, 3);

describe("rows below repeated ones", () => {
  it.each([
    [5, 5],
    [6, 6],
    [8, 12],
    [10, 14],
    [11, 17],
  ])("row %i comes to %i", (row, to) => expect(shift.row(row)).toBe(to));

  it.each([
    ["A5", "A5"],
    ["$B$8", "$B$12"],
    ["A1:D12", "A1:D18"],
    ["A6:A7", "A6:A11"],
    ["A8 C9:C10", "A12 C13:C16"],
  ])("%s becomes %s", (from, to) => expect(shift.references(from)).toBe(to));

  it.each([
    ["SUM(A8:A9)+1", "SUM(A12:A13)+1"],
    ["SUM(A6:A7)", "SUM(A6:A11)"],
    ['IF(A8>1,"A8",LOG10(A9))', 'IF(A12>1,"A8",LOG10(A13))'],
    ["附件!A8+'x y'!A8+A8", "附件!A8+'x y'!A8+A12"],
    ["rate8*A11", "rate8*A17"],
  ])("in formulas %s becomes %s", (from, to) => expect(shift.formula(from)).toBe(to));

  it("merged ranges of repeated rows are repeated, others move or grow", () => {
    expect(shift.merges(["A1:D1", "C6:D6", "A6:B7", "B8:D9", "A5:A8"])).toEqual([
      "A1:D1",
      "C6:D6",
      "C8:D8",
      "C10:D10",
      "A6:B7",
      "A8:B9",
      "A10:B11",
      "B12:D13",
      "A5:A12",
    ]);
  });

  it("one criterion moves nothing", () => {
    const still = new RowShift(blocks, 1);
    expect([still.row(99), still.references("A1:B99")]).toEqual([99, "A1:B99"]);
  });
});
