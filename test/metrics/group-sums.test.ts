import fc from "fast-check";
import { expect, it } from "vitest";
import { ValueColumn } from "../../src/facts/value-column.ts";
import { type Result, Unknown } from "../../src/formula/value.ts";
import { GroupSums } from "../../src/metrics/group-sums.ts";
import { Exact } from "../../src/number/exact.ts";

const figure = fc.oneof(
  fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map((fen) => Exact.of(fen, 100)),
  fc.integer({ min: -50, max: 50 }).map((whole) => Exact.of(whole)),
  fc.tuple(fc.integer(), fc.constantFrom(3, 1000, 7)).map(([n, d]) => Exact.of(n, d)),
  fc.constantFrom(2n ** 53n - 1n, 2n ** 53n, -(2n ** 53n), 2n ** 80n).map((n) => Exact.of(n, 100)),
);
const unknown = new Unknown([]);
const value: fc.Arbitrary<Result> = fc.oneof({ weight: 9, arbitrary: figure }, fc.constant(unknown));
const columnOf = (values: readonly Result[], holdsFigures: boolean): ValueColumn => {
  const column = new ValueColumn(values.length, holdsFigures);
  for (const [row, one] of values.entries()) column.set(row, one);
  return column;
};

it("a column gives back what was put in, however it is kept", () => {
  fc.assert(
    fc.property(fc.array(value), fc.boolean(), (values, holdsFigures) => {
      expect([...columnOf(values, holdsFigures)]).toEqual(values);
    }),
  );
});

it("sums are those of fractions, and only figures are added", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(3), value)), fc.boolean(), (rows, holdsFigures) => {
      const column = columnOf(
        rows.map(([, one]) => one),
        holdsFigures,
      );
      const sums = new GroupSums(4);
      const expected = Array.from({ length: 4 }, () => Exact.zero);
      for (const [row, [group, one]] of rows.entries()) {
        expect(sums.addRow(group, column, row)).toBe(one !== unknown);
        if (one instanceof Exact) expected[group] = expected[group]!.add(one);
      }
      for (const [group, sum] of expected.entries()) {
        expect(sums.of(group).key).toBe(sum.key);
        if (sums.inHundredths) expect(Exact.of(sums.totals[group]!, 100).key).toBe(sum.key);
      }
    }),
  );
});
