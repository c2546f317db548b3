import type { Assessment } from "./assess/assessment.ts";
import type { Recommendation } from "./decide/recommendation.ts";
import type { Diagnostic } from "./diagnostic/diagnostic.ts";
import type { Facts } from "./facts/facts.ts";
import type { Metrics } from "./metrics/metrics.ts";
import type { Run } from "./rulebook/frame.ts";
import type { Period } from "./rulebook/period.ts";
import type { Rulebook } from "./rulebook/rulebook.ts";
import type { FileReport } from "./workbook/sheet-report.ts";

/** A whole run, from bytes to recommendation: what every report is made from. Lists are in roster order. */
export interface Graded {
  readonly rulebook: Rulebook;
  readonly period: Period;
  readonly run: Run;
  readonly files: readonly FileReport[];
  readonly facts: Facts;
  readonly metrics: Metrics;
  readonly assessments: readonly Assessment[];
  readonly recommendations: readonly Recommendation[];
  /** Of all stages, sorted. */
  readonly diagnostics: readonly Diagnostic[];
}
