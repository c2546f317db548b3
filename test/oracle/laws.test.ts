import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { assess } from "../../src/assess/assess.ts";
import type { Result } from "../../src/formula/value.ts";
import { newFrame } from "../../src/metrics/measure.ts";
import { Exact } from "../../src/number/exact.ts";
import { loadRulebook } from "../../src/rulebook/load.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import { ladder } from "./policy.ts";

let rulebook: Rulebook;
beforeAll(async () => {
  const loaded = await loadRulebook("bocom-nanchang");
  if (!loaded.rulebook) throw new Error("bocom-nanchang does not load");
  rulebook = loaded.rulebook;
});

const run = { asOf: "2026-12-31", from: "2026-10-01", to: "2026-12-31" };

/** What is measured, in fen and cents, hundredths of years and of percents. */
interface Figures {
  readonly years: bigint;
  readonly violations: bigint;
  readonly deposits: bigint;
  readonly largest: bigint;
  readonly loans: bigint;
  readonly largestLoan: bigint;
  readonly settlement: bigint;
  readonly growth: bigint;
  readonly posted: bigint;
  readonly normal: bigint;
  readonly lastNormal: bigint;
  readonly newBad: bigint;
  readonly arrears: bigint;
  readonly advances: bigint;
}

/** Which way is better; what is not named here is not the person's own merit. */
const better: Readonly<Partial<Record<keyof Figures, 1n | -1n>>> = {
  years: 1n,
  violations: -1n,
  deposits: 1n,
  largest: 1n,
  loans: 1n,
  largestLoan: 1n,
  settlement: 1n,
  growth: 1n,
  posted: 1n,
  normal: 1n,
  newBad: -1n,
  arrears: -1n,
  advances: -1n,
};

/** The place of the qualified tier (0 the highest), and whether the pass line is met. */
function outcome(figures: Figures, hasLoans: boolean): [place: number, onPost: boolean] {
  const columns: Readonly<Record<string, Result>> = {
    current: "first",
    years: Exact.of(figures.years, 100n),
    violations: Exact.of(figures.violations),
    education: "本科",
    title: "无",
    exam: true,
  };
  const measured: Readonly<Record<string, Exact>> = {
    deposits: Exact.of(figures.deposits, 100n),
    largest_deposit: Exact.of(figures.largest, 100n),
    loans: Exact.of(figures.loans, 100n),
    largest_loan: Exact.of(figures.largestLoan, 100n),
    settlement: Exact.of(figures.settlement, 100n),
    settlement_cny: Exact.of(figures.settlement * 68n, 1000n),
    new_deposits: Exact.of(figures.growth, 100n),
    post_deposits: Exact.of(figures.posted, 100n),
    loan_rows: Exact.of(hasLoans ? 1 : 0),
    normal_rise: Exact.of(figures.normal - figures.lastNormal, 10_000n),
    "quality.normal": Exact.of(figures.normal, 10_000n),
    "quality.last_normal": Exact.of(figures.lastNormal, 10_000n),
    "quality.new_bad": Exact.of(figures.newBad, 100n),
    "quality.arrears": Exact.of(figures.arrears, 100n),
    "quality.advances": Exact.of(figures.advances, 100n),
  };
  const frame = newFrame(
    rulebook,
    run,
    rulebook.subject.columns.map((column) => columns[column.name] ?? ""),
  );
  for (const { name, slot } of rulebook.figures) {
    const value = measured[name] ?? Exact.zero;
    frame.shared[slot] = value;
    for (const values of frame.byTier) values[slot] = value;
  }
  const { qualified, standing } = assess(frame, rulebook, 0);
  return [qualified?.index ?? rulebook.tiers.length, standing[0]?.status === "pass"];
}

const lines = ladder.flatMap(({ deposits, loans, settlement, growth }) => [...deposits, ...loans, settlement, growth]);
const amount = fc
  .tuple(fc.constantFrom(0n, ...lines), fc.constantFrom(-1n, 0n, 1n))
  .map(([line, fen]) => (line + fen < 0n ? 0n : line + fen));
const mostlyZero = fc.constantFrom(0n, 0n, 0n, 0n, 1n);
const figures: fc.Arbitrary<Figures> = fc.record({
  years: fc.constantFrom(0n, 99n, 100n, 299n, 300n),
  violations: mostlyZero,
  deposits: amount,
  largest: amount,
  loans: amount,
  largestLoan: amount,
  settlement: amount,
  growth: amount,
  posted: amount,
  normal: fc.constantFrom(9_800n, 9_900n, 10_000n),
  lastNormal: fc.constantFrom(9_800n, 9_900n, 10_000n),
  newBad: mostlyZero,
  arrears: mostlyZero,
  advances: mostlyZero,
});

describe("with every scope's members fixed", () => {
  it("raising a metric in its favourable direction never lowers a tier, nor fails the pass line", () => {
    const keys = Object.keys(better) as (keyof Figures)[];
    const step = fc.oneof(
      fc.constant(1n),
      amount.filter((one) => one > 0n),
    );
    fc.assert(
      fc.property(figures, fc.constantFrom(...keys), step, fc.boolean(), (before, key, by, hasLoans) => {
        const direction = better[key] ?? 1n;
        const raised = before[key] + direction * by;
        const bounded = key === "normal" && raised > 10_000n ? 10_000n : raised < 0n ? 0n : raised;
        const [place, onPost] = outcome(before, hasLoans);
        const [then, stillOn] = outcome({ ...before, [key]: bounded }, hasLoans);
        expect(then).toBeLessThanOrEqual(place);
        expect(stillOn || !onPost).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  it("a fen can make a tier: the law is tried where it could fail", () => {
    const base: Figures = {
      years: 300n,
      violations: 0n,
      deposits: 0n,
      largest: 0n,
      loans: 0n,
      largestLoan: 0n,
      settlement: 3_000_000_000n,
      growth: 4_999_999_999n,
      posted: 0n,
      normal: 10_000n,
      lastNormal: 10_000n,
      newBad: 0n,
      arrears: 0n,
      advances: 0n,
    };
    expect(outcome(base, true)).toEqual([1, false]);
    expect(outcome({ ...base, growth: 5_000_000_000n }, true)).toEqual([0, false]);
    expect(outcome({ ...base, settlement: 2_999_999_999n, growth: 5_000_000_000n }, true)).toEqual([1, false]);
  });
});
