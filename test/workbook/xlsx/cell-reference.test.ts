import fc from "fast-check";
import { expect, it } from "vitest";
import { columnName } from "../../../src/diagnostic/location.ts";
import { parseCellReference, parseRange } from "../../../src/workbook/xlsx/cell-reference.ts";

it("parseCellReference is the inverse of the name", () => {
  fc.assert(
    fc.property(fc.nat(16_383), fc.integer({ min: 1, max: 1_048_576 }), (column, row) => {
      expect(parseCellReference(`${columnName(column)}${row}`)).toEqual({ row, column });
    }),
  );
});

it.each(["", "A", "1", "A0", "1A", "AAAA1", "A12345678", "A1 ", "Ａ1", "A-1"])(
  "parseCellReference leaves %s",
  (text) => {
    expect(parseCellReference(text)).toBeUndefined();
  },
);

it.each([
  ["A1", [1, 0, 1, 0]],
  ["b2:$D$9", [2, 1, 9, 3]],
  ["D9:B2", [2, 1, 9, 3]],
  ["A1:", undefined],
  [":A1", undefined],
  ["A1:B2:C3", undefined],
  ["A:B", undefined],
])("parseRange reads %s", (text, expected) => {
  const range = parseRange(text);
  expect(range && [range.top, range.left, range.bottom, range.right]).toEqual(expected);
});
