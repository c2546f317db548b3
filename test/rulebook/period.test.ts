import { describe, expect, it } from "vitest";
import { parsePeriod } from "../../src/rulebook/period.ts";

describe("the stretch of time that a run grades", () => {
  it.each([
    ["2026", "2026-01-01", "2026-12-31", true],
    ["2026年", "2026-01-01", "2026-12-31", true],
    ["2026Q1", "2026-01-01", "2026-03-31", false],
    ["2026q2", "2026-04-01", "2026-06-30", false],
    ["2026-Q4", "2026-10-01", "2026-12-31", true],
    ["2026 Q3", "2026-07-01", "2026-09-30", false],
    ["２０２６Ｑ３", "2026-07-01", "2026-09-30", false],
    ["2026年4季度", "2026-10-01", "2026-12-31", true],
    ["2026年第4季度", "2026-10-01", "2026-12-31", true],
    ["2026H1", "2026-01-01", "2026-06-30", false],
    ["2026H2", "2026-07-01", "2026-12-31", true],
    ["2026-02", "2026-02-01", "2026-02-28", false],
    ["2028-02", "2028-02-01", "2028-02-29", false],
    ["2026年12月", "2026-12-01", "2026-12-31", true],
  ])("%s", (text, from, to, endsYear) => expect(parsePeriod(text)).toEqual({ label: text, from, to, endsYear }));

  it.each(["", "Q4", "2026Q5", "2026Q0", "2026H3", "2026-13", "2026-00", "26Q1", "2026Q", "2026-10-01", "12026"])(
    "%j is none",
    (text) => expect(parsePeriod(text)).toBeUndefined(),
  );
});
