import type { RuleTestRun } from "./result.ts";

/** Counts over all suites of a run. */
export interface Tally {
  readonly tests: number;
  readonly passed: number;
  readonly failed: number;
  readonly errors: number;
  readonly leftOut: number;
}

export function tallyOf(runs: readonly RuleTestRun[]): Tally {
  const results = runs.flatMap((run) => run.results);
  const count = (status: string) => results.filter((one) => one.status === status).length;
  return {
    tests: results.length,
    passed: count("pass"),
    failed: count("fail"),
    errors: count("error"),
    leftOut: runs.reduce((sum, run) => sum + run.leftOut, 0),
  };
}
