import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NumberSpan, scanInteger } from "../../../src/workbook/xlsx/number-bytes.ts";
import { parseDouble } from "../../../src/workbook/xlsx/number-text.ts";

function scan(text: string): number | undefined {
  const span = new NumberSpan();
  const bytes = Buffer.from(`${text}<\0`);
  const end = span.scan(bytes, 0);
  return end === text.length ? span.value : undefined;
}

describe("NumberSpan", () => {
  it("reads every double that is written to the double that it is", () => {
    const written = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
      fc.double({ noNaN: true, min: -1e15, max: 1e15 }).map((value) => value.toPrecision(17)),
      fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map((value) => value.toFixed(20)),
      fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(999_999_999)).map(([a, b]) => `${a}.${b}`),
    );
    fc.assert(
      fc.property(written, (text) => {
        expect(Object.is(scan(text), Number(text))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["0", 0],
    ["-0", -0],
    ["5.", 5],
    [".5", 0.5],
    ["1E+5", 100_000],
    ["999999999999999", 999_999_999_999_999],
    ["9007199254740993", 9_007_199_254_740_992],
    ["0.1000000000000000055511151231257827", 0.1],
    [`${"1".repeat(308)}`, Number("1".repeat(308))],
  ])("reads %s", (text, value) => {
    expect(scan(text)).toBe(value);
    expect(parseDouble(text)).toBe(value);
  });

  it.each(["", "-", ".", "-.", "1.2.3", "--1", "1e", "1-", "1,5", "1e999", "1".repeat(400), "Infinity", "0x1"])(
    "leaves %s",
    (text) => {
      expect(scan(text)).toBeUndefined();
      expect(parseDouble(text)).toBeUndefined();
    },
  );
});

it("scanInteger reads one to nine digits and nothing else", () => {
  const integer = (text: string) => scanInteger(Buffer.from(text), 0, text.length);
  expect(["0", "17", "007", "999999999"].map(integer)).toEqual([0, 17, 7, 999_999_999]);
  expect(["", "-1", "1a", "1.0", " 1", "1000000000"].map(integer)).toEqual([-1, -1, -1, -1, -1, -1]);
});
