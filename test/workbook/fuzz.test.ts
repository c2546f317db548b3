import { expect, it } from "vitest";
import { readTables } from "../../src/workbook/read.ts";
import { fuzzCase } from "../bench/fuzz/cases.js";
import { specs, verdictOf } from "../bench/fuzz/verdict.js";

// A few of the files that `node test/bench/fuzz.js` reads by the thousand.
it("damaged and hostile files are read or refused with a reason, and lose no row", async () => {
  const verdicts = new Map<string, number>();
  for (let number = 0; number < 60; number++) {
    const { name, bytes } = fuzzCase(20_261_122, number);
    const result = await readTables([{ name, bytes }], specs).catch((error: Error) => {
      throw new Error(`case ${number}, ${name}`, { cause: error });
    });
    for (const verdict of verdictOf(result)) verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
  }
  expect(verdicts.get("read")).toBeGreaterThan(10);
  expect(verdicts.get("workbook/damaged")).toBeGreaterThan(5);
}, 300_000);
