import fc from "fast-check";
import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";
import { Exact } from "../../src/number/exact.ts";

const exact = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: 0, max: 6 }))
  .map(([n, places]) => {
    return Exact.of(n, 10n ** BigInt(places));
  });
const rational = fc
  .tuple(fc.bigInt({ min: -5000n, max: 5000n }), fc.bigInt({ min: 1n, max: 300n }))
  .map(([n, d]) => Exact.of(n, d));
const any = fc.oneof(exact, rational);

const fraction = (value: Exact): Fraction => new Fraction(value.n, value.d);

describe("Exact", () => {
  it.each([
    ["0.1", "0.1"],
    ["-1234.50", "-1234.5"],
    [".5", "0.5"],
    ["5.", "5"],
    ["1.5e-3", "0.0015"],
    ["2E3", "2000"],
    ["+7", "7"],
    ["-0", "0"],
    ["-0.0", "0"],
    ["00012", "12"],
    ["123456789012345678901234567890.1", "123456789012345678901234567890.1"],
  ])("reads %s as %s", (text, shown) => {
    expect(Exact.parse(text)?.toString()).toBe(shown);
  });

  it.each(["", ".", "-", "1,000", "1 000", "１", "abc", "1.2.3", "0x10", "e5", "NaN", "Infinity", "1e99999"])(
    "does not read %j",
    (text) => {
      expect(Exact.parse(text)).toBeUndefined();
    },
  );

  it.each([
    [0.14999999999999999, "0.15"],
    [0.57999999999999996, "0.58"],
    [0.1 + 0.2, "0.3"],
    [249999999.99, "249999999.99"],
    [1e21, "1000000000000000000000"],
    [1.5e-7, "0.00000015"],
    [-0.1, "-0.1"],
    [123456789012345680, "123456789012346000"],
    [0, "0"],
    [-0, "0"],
    [9007199254740991, "9007199254740990"],
  ])("takes the double %d for %s", (double, shown) => {
    expect(Exact.fromDouble(double)?.toString()).toBe(shown);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])("takes no %d", (double) => {
    expect(Exact.fromDouble(double)).toBeUndefined();
  });

  it("takes a spreadsheet's double for the decimal of up to 15 digits that was typed", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }),
        fc.integer({ min: 0, max: 10 }),
        (n, places) => {
          const typed = Exact.of(n, 10n ** BigInt(places));
          expect(Exact.fromDouble(Number(typed.toString()))?.equals(typed)).toBe(true);
        },
      ),
    );
  });

  it("adds, subtracts, multiplies, divides and compares as fraction.js does", () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        const [x, y] = [fraction(a), fraction(b)];
        expect(fraction(a.add(b)).equals(x.add(y))).toBe(true);
        expect(fraction(a.sub(b)).equals(x.sub(y))).toBe(true);
        expect(fraction(a.mul(b)).equals(x.mul(y))).toBe(true);
        expect(Math.sign(a.compare(b))).toBe(x.compare(y));
        const quotient = a.div(b);
        if (b.sign === 0) expect(quotient).toBeUndefined();
        else expect(quotient && fraction(quotient).equals(x.div(y))).toBe(true);
        expect(a.add(b).d > 0n && a.mul(b).d > 0n).toBe(true);
      }),
    );
  });

  it.each([
    ["2.5", 0, "3"],
    ["-2.5", 0, "-3"],
    ["2.4999", 0, "2"],
    ["1.005", 2, "1.01"],
    ["-1.005", 2, "-1.01"],
    ["0.5", 0, "1"],
    ["-0.4", 0, "0"],
  ])("rounds %s to %i places: %s", (text, places, shown) => {
    expect(Exact.parse(text)?.round(places).toString()).toBe(shown);
  });

  it("floors and ceils to the whole numbers around", () => {
    fc.assert(
      fc.property(any, (a) => {
        const [floor, ceil] = [Exact.of(a.floor()), Exact.of(a.ceil())];
        expect(floor.compare(a) <= 0 && a.compare(ceil) <= 0).toBe(true);
        expect(ceil.sub(floor).toString()).toBe(a.isInteger ? "0" : "1");
      }),
    );
  });

  it("shows a finite decimal exactly, and reads it back", () => {
    fc.assert(
      fc.property(exact, (a) => {
        expect(Exact.parse(a.toString())?.equals(a)).toBe(true);
      }),
    );
  });

  it("rounds what has no finite decimal", () => {
    expect(Exact.of(1, 3).toString(4)).toBe("0.3333");
    expect(Exact.of(-2, 3).toString(4)).toBe("-0.6667");
    expect(Exact.of(2, 3).toString(0)).toBe("1");
    expect(JSON.stringify({ a: Exact.of(1, 8) })).toBe('{"a":"0.125"}');
    expect(Exact.of(1, 8).toNumber()).toBe(0.125);
  });

  it("has one key for equal numbers", () => {
    expect(Exact.parse("1.50")?.key).toBe("3/2");
    expect(Exact.of(3, 2).key).toBe("3/2");
    expect(Exact.of(-6, -4).key).toBe("3/2");
    expect(Exact.parse("0.0")?.key).toBe("0/1");
  });

  it("shifts the decimal point", () => {
    expect(Exact.parse("0.605")?.shifted(2).toString()).toBe("60.5");
    expect(Exact.parse("60.5")?.shifted(-2).toString()).toBe("0.605");
  });

  it("refuses a zero denominator as a bug", () => {
    expect(() => Exact.of(1, 0)).toThrow(RangeError);
  });
});
