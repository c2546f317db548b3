import { message } from "../diagnostic/diagnostic.ts";
import type { SpanLocation } from "../diagnostic/location.ts";
import { type Result, Unknown } from "../formula/value.ts";
import { Exact } from "../number/exact.ts";
import type { Lang } from "../text/text.ts";
import type { Coverage } from "./coverage.ts";
import type { Deciding, Difference } from "./difference.ts";
import type { RuleTestResult, RuleTestRun } from "./result.ts";
import { tallyOf } from "./tally.ts";

/** Runs as JSON, schema `dingji/test@1`. Figures are decimal strings in the base unit; unknown is null. */
export function renderJson(runs: readonly RuleTestRun[], lang: Lang): string {
  const document = {
    schema: "dingji/test@1",
    suites: runs.map(({ suite, rulebook, results, coverage, leftOut }) => ({
      file: suite.file,
      rulebook: { id: rulebook.id, title: rulebook.title[lang], sha256: rulebook.sha256 },
      tests: results.map((result) => testJson(result, lang)),
      leftOut,
      coverage: coverageJson(coverage),
    })),
    summary: tallyOf(runs),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function testJson({ test, status, differences, problems }: RuleTestResult, lang: Lang) {
  return {
    name: test.name,
    status,
    location: place(test.location),
    differences: differences.map((one) => differenceJson(one, lang)),
    diagnostics: problems.map((one) => ({
      code: one.code,
      severity: one.severity,
      message: message(one, lang),
      location: one.location ?? null,
    })),
  };
}

function differenceJson({ key, location, expected, got, deciding, reasons }: Difference, lang: Lang) {
  return {
    key,
    location: place(location),
    expected: expected[lang],
    got: got[lang],
    deciding: deciding.map((one) => decidingJson(one, lang)),
    reasons: reasons.map((reason) => reason[lang]),
  };
}

function decidingJson({ leaf, status, value, threshold, gap, says }: Deciding, lang: Lang) {
  return {
    id: leaf.id,
    status,
    value: plain(value),
    threshold: plain(threshold),
    gap: plain(gap),
    cite: leaf.cite ?? null,
    text: says[lang],
  };
}

function coverageJson({ leaves, tiers, actions, seen, of, onTheLine, lines }: Coverage) {
  return {
    seen,
    of,
    onTheLine,
    lines,
    criteria: leaves.map(({ leaf, pass, fail, unknown, exact }) => ({
      id: leaf.id,
      cite: leaf.cite ?? null,
      pass,
      fail,
      unknown,
      exact: exact ?? null,
    })),
    tiers: Object.fromEntries(tiers.map((one) => [one.id, one.tests])),
    actions: Object.fromEntries(actions.map((one) => [one.action, one.tests])),
  };
}

function place({ file, line, column }: SpanLocation) {
  return { file, line, column };
}

function plain(value: Result | undefined): string | boolean | null {
  if (value === undefined || value instanceof Unknown) return null;
  return value instanceof Exact ? value.toString() : value;
}
