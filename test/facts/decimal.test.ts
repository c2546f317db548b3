import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalOf, doubleOf, shiftOf } from "../../src/facts/decimal.ts";
import { Exact } from "../../src/number/exact.ts";

const tenTo = (shift: number) => (shift >= 0 ? Exact.of(10n ** BigInt(shift)) : Exact.of(1n, 10n ** BigInt(-shift)));
const shift = fc.integer({ min: -4, max: 8 });

describe("decimalOf", () => {
  it.each([
    "",
    "-",
    ".",
    "1.2.3",
    "1,23",
    "1234,567",
    ",123",
    "1,234,5",
    "1,23.4",
    "1e5",
    "+5",
    " 5",
    "５",
    "1 2",
    "--1",
  ])("leaves %j to others", (text) => {
    expect(decimalOf(text, 0)).toBeUndefined();
  });

  it.each([
    ["0", "0"],
    ["-0.00", "0"],
    ["007", "7"],
    [".5", "0.5"],
    ["5.", "5"],
    ["1,234", "1234"],
    ["-1,234,567.891", "-1234567.891"],
    ["999999999999999", "999999999999999"],
    ["9999999999999999.99", "9999999999999999.99"],
  ])("reads %s", (text, value) => {
    expect(decimalOf(text, 0)?.toString()).toBe(value);
  });

  it("reads any plain decimal as Exact.parse does, its point moved", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n }),
        fc.nat({ max: 8 }),
        shift,
        (digits, places, by) => {
          const text = Exact.of(digits, 10n ** BigInt(places)).toString();
          expect(decimalOf(text, by)?.equals((Exact.parse(text) as Exact).mul(tenTo(by)))).toBe(true);
        },
      ),
    );
  });
});

describe("doubleOf", () => {
  it("is Exact.fromDouble with its point moved, for every double", () => {
    const double = fc.oneof(
      fc.double({ min: -1e300, max: 1e300, noNaN: true }),
      fc.integer({ min: -(10 ** 12), max: 10 ** 12 }).map((fen) => fen / 100),
      fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map((fen) => (fen / 100) * 1.1),
    );
    fc.assert(
      fc.property(double, shift, (value, by) => {
        expect(doubleOf(value, by)?.equals((Exact.fromDouble(value) as Exact).mul(tenTo(by)))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("is of 15 digits where an integer has 16", () => {
    expect(doubleOf(1_231_812_416_565_171, 0)?.toString()).toBe("1231812416565170");
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])("has no value for %s", (value) => {
    expect(doubleOf(value, 0)).toBeUndefined();
  });
});

describe("shiftOf", () => {
  it.each([
    [Exact.one, 0],
    [Exact.of(10_000), 4],
    [Exact.of(1, 100), -2],
    [Exact.of(1, 12), undefined],
    [Exact.of(20), undefined],
    [Exact.of(1, 3), undefined],
  ])("of %s is %s", (scale, expected) => {
    expect(shiftOf(scale)).toBe(expected);
  });
});
