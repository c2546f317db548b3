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
/** Around 2^53 and around denominators of 10^9, where numbers are kept in another way. */
const edge = fc
  .tuple(
    fc.constantFrom(2n ** 53n, 2n ** 31n, 3037000500n, 94906266n, 0n),
    fc.bigInt({ min: -3n, max: 3n }),
    fc.boolean(),
    fc.constantFrom(1n, 3n, 100n, 10n ** 8n, 10n ** 9n, 10n ** 9n + 1n, 10n ** 10n, 2n ** 40n),
  )
  .map(([n, off, negative, d]) => Exact.of((negative ? -1n : 1n) * (n + off), d));
const any = fc.oneof(exact, rational, edge);

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

  it("keeps one number in one way, however it came about", () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(a.add(b)).toEqual(Exact.of(a.add(b).n, a.add(b).d));
        expect(a.mul(b)).toEqual(Exact.of(a.mul(b).n, a.mul(b).d));
        expect(a.sub(b)).toEqual(a.add(b.neg()));
        expect(Object.is(a.sub(a).approximate, 0)).toBe(true);
      }),
    );
  });

  it("writes as ASCII what it shows as text, or nothing", () => {
    const bytes = new Uint8Array(40);
    fc.assert(
      fc.property(any, fc.integer({ min: 0, max: 3 }), (a, at) => {
        const end = a.writeTo(bytes, at);
        if (end >= 0) expect(Buffer.from(bytes.subarray(at, end)).toString()).toBe(a.toString());
        else expect(Number.isSafeInteger(Number(a.n)) && (a.d === 1n || a.d === 100n)).toBe(false);
      }),
    );
  });

  it.each([
    ["9007199254740991", "1", "9007199254740992"],
    ["90071992547409.91", "0.01", "90071992547409.92"],
    ["-90071992547409.91", "-0.01", "-90071992547409.92"],
    ["90071992547409.91", "90071992547409.91", "180143985094819.82"],
    ["0.1", "90071992547409910", "90071992547409910.1"],
  ])("adds %s and %s beyond what a double holds: %s", (a, b, sum) => {
    expect(
      Exact.parse(a)
        ?.add(Exact.parse(b) as Exact)
        .toString(),
    ).toBe(sum);
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

  it("gives a hundred times a number where that is a safe integer", () => {
    fc.assert(
      fc.property(exact, (a) => {
        const product = a.mul(Exact.of(100));
        const hundredths = a.timesHundred;
        if (!Number.isNaN(hundredths)) expect(Exact.of(hundredths).equals(product)).toBe(true);
      }),
    );
    expect(Exact.of(5_000_000).timesHundred).toBe(500_000_000);
    expect(Exact.of(15, 10).timesHundred).toBe(150);
    expect(Exact.of(-7, 100).timesHundred).toBe(-7);
    expect(Exact.of(1, 1000).timesHundred).toBeNaN();
    expect(Exact.of(2n ** 53n - 1n).timesHundred).toBeNaN();
  });

  it("shifts the decimal point", () => {
    expect(Exact.parse("0.605")?.shifted(2).toString()).toBe("60.5");
    expect(Exact.parse("60.5")?.shifted(-2).toString()).toBe("0.605");
  });

  it("refuses a zero denominator as a bug", () => {
    expect(() => Exact.of(1, 0)).toThrow(RangeError);
  });
});
