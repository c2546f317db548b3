import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Coverage } from "./coverage.ts";
import type { Difference } from "./difference.ts";
import type { RuleTest, RuleTestSuite } from "./rule-test.ts";

/** A suite run against its rulebook. */
export interface RuleTestRun {
  readonly suite: RuleTestSuite;
  readonly rulebook: Rulebook;
  /** In the file's order; with a filter, those whose name has it. */
  readonly results: readonly RuleTestResult[];
  /** How many tests a filter left out. */
  readonly leftOut: number;
  readonly coverage: Coverage;
  /** What the file says that the rulebook does not know, each once. Tests that say so are `error`. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface RuleTestResult {
  readonly test: RuleTest;
  /** `error`: the test cannot be understood, so it was not run. */
  readonly status: "pass" | "fail" | "error";
  readonly differences: readonly Difference[];
  readonly problems: readonly Diagnostic[];
}
