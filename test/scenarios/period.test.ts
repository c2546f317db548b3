import { expect, it } from "vitest";
import { Folder } from "./quarter.ts";

const folder = new Folder().quarter();

interface Graded {
  readonly period: string;
  readonly asOf: string;
  readonly results: readonly { readonly action: string; readonly due?: { readonly action: string } | null }[];
}

it.each([
  ["-p 2026Q4", "2026Q4", "2026-12-31", "promote"],
  ["-p 2026", "2026", "2026-12-31", "promote"],
  ["-p 2026-q4", "2026Q4", "2026-12-31", "promote"],
  ["-p 2026H2", "2026H2", "2026-12-31", "promote"],
  ["-p 2026-12", "2026-12", "2026-12-31", "promote"],
  ["-p 2026Q4 --as-of 2026-11-30", "2026Q4", "2026-11-30", "promote"],
  ["--as-of 2026-11-30", "2026Q4", "2026-11-30", "promote"],
  ["-p 2026Q2", "2026Q2", "2026-06-30", "keep"],
  ["--as-of 2026-04-01", "2026Q2", "2026-04-01", "keep"],
  ["-p 2026Q2 --appoint", "2026Q2", "2026-06-30", "promote"],
])("%s: period %s as of %s, second person: %s", async (when, period, asOf, action) => {
  const { code, out, err } = await folder.run(`grade q -r bocom-nanchang ${when} -f json`);
  expect([code, err]).toEqual([0, ""]);
  const graded = JSON.parse(out) as Graded;
  expect([graded.period, graded.asOf, graded.results[1]?.action]).toEqual([period, asOf, action]);
  expect(graded.results[1]?.due?.action ?? null).toBe(action === "keep" ? "promote" : null);
});

it("warns of a day outside the period", async () => {
  const line = "grade q -r bocom-nanchang -p 2026Q3 --as-of 2026-12-31 -f json";
  const { code, err } = await folder.run(line);
  expect(code).toBe(0);
  expect(err).toContain("warning cli/as-of-outside-period");
  expect((await folder.run(`${line} --strict`)).code).toBe(1);
});
