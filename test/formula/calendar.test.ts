import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, dateOf, daysBetween, yearsBetween } from "../../src/formula/calendar.ts";

const day = fc
  .date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("the calendar", () => {
  it.each([
    [2024, 2, 29, "2024-02-29"],
    [2023, 2, 29, undefined],
    [1900, 2, 29, undefined],
    [2000, 2, 29, "2000-02-29"],
    [2026, 4, 31, undefined],
    [2026, 13, 1, undefined],
    [2026, 0, 1, undefined],
    [2026, 1, 0, undefined],
    [0, 1, 1, undefined],
    [33, 1, 1, "0033-01-01"],
  ])("%i-%i-%i is %s", (year, month, date, expected) => {
    expect(dateOf(year, month, date)).toBe(expected);
  });

  it.each([
    ["2024-01-31", 1, "2024-02-29"],
    ["2023-01-31", 1, "2023-02-28"],
    ["2024-03-31", -1, "2024-02-29"],
    ["2024-01-15", -1, "2023-12-15"],
    ["2024-12-31", 12, "2025-12-31"],
    ["0001-01-31", -1, undefined],
    ["9999-12-01", 1, undefined],
  ])("%s and %i months is %s", (from, months, expected) => {
    expect(addMonths(from, months)).toBe(expected);
  });

  it("counts days as UTC does", () => {
    fc.assert(
      fc.property(day, day, (from, to) => {
        const days = daysBetween(from, to);
        expect(days).toBe((Date.parse(to) - Date.parse(from)) / 86_400_000);
        expect(addDays(from, days)).toBe(to);
      }),
    );
  });

  it("counts a year as completed on the corresponding day, and not before", () => {
    fc.assert(
      fc.property(day, day, (from, to) => {
        fc.pre(from <= to);
        const years = yearsBetween(from, to);
        expect((addMonths(from, 12 * years) as string) <= to).toBe(true);
        expect((addMonths(from, 12 * (years + 1)) ?? "9999-12-32") > to).toBe(true);
        expect(yearsBetween(to, from)).toBe(0 - years);
      }),
    );
  });
});
