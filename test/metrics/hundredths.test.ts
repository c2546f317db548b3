import fc from "fast-check";
import { expect, it } from "vitest";
import { ValueColumn } from "../../src/facts/value-column.ts";
import { type Result, Unknown } from "../../src/formula/value.ts";
import { Hundredths } from "../../src/metrics/hundredths.ts";
import { Exact } from "../../src/number/exact.ts";
import type { Column } from "../../src/rulebook/input.ts";

const column = (slot: number) => ({ slot }) as Column;
const value: fc.Arbitrary<Result> = fc.oneof(
  { weight: 5, arbitrary: fc.integer().map((fen) => Exact.of(fen, 100)) },
  fc.constantFrom(2n ** 53n - 1n, -(2n ** 53n) + 1n).map((fen) => Exact.of(fen, 100)),
  fc.constantFrom<Result>(Exact.of(1, 1000), new Unknown([])),
);

it("is the sum or the difference of two columns, or nothing where that is no safe number of hundredths", () => {
  fc.assert(
    fc.property(value, value, fc.constantFrom(1 as const, -1 as const), (a, b, sign) => {
      const columns = [a, b].map((one) => {
        const values = new ValueColumn(1, true);
        values.set(0, one);
        return values;
      });
      const terms = [
        { column: column(0), sign: 1 as const },
        { column: column(1), sign },
      ];
      const got = new Hundredths(terms, columns).at(0);
      const sum = a instanceof Exact && b instanceof Exact ? (sign === 1 ? a.add(b) : a.sub(b)).shifted(2) : undefined;
      const isKnown = [a, b].every((one) => one instanceof Exact && !Number.isNaN(one.inHundredths));
      if (sum && isKnown && Number.isSafeInteger(sum.toNumber())) expect(Exact.of(got).equals(sum)).toBe(true);
      else expect(got).toBeNaN();
    }),
  );
});

it("knows of no row without a column, or where the column holds no figures", () => {
  expect(new Hundredths([], []).at(0)).toBeNaN();
  expect(new Hundredths([{ column: column(0), sign: 1 }], [new ValueColumn(1, false)]).at(0)).toBeNaN();
});
