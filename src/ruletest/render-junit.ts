import { message } from "../diagnostic/diagnostic.ts";
import { showLocation } from "../diagnostic/location.ts";
import { escapeXml } from "../text/escape.ts";
import type { Lang } from "../text/text.ts";
import type { Difference } from "./difference.ts";
import type { RuleTestResult, RuleTestRun } from "./result.ts";
import { tallyOf } from "./tally.ts";

/**
 * Runs as JUnit XML, passing cases included: a suite a file, `failure` for a difference, `error` for a test that cannot be
 * understood. No times: the same files give the same bytes.
 */
export function renderJunit(runs: readonly RuleTestRun[], lang: Lang): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="dingji"${counts(runs)}>`,
    ...runs.flatMap((run) => [
      `  <testsuite name="${escaped(run.suite.file)}"${counts([run])}>`,
      ...run.results.flatMap((result) => testCase(result, run, lang)),
      "  </testsuite>",
    ]),
    "</testsuites>",
    "",
  ].join("\n");
}

function counts(runs: readonly RuleTestRun[]): string {
  const { tests, failed, errors } = tallyOf(runs);
  return ` tests="${tests}" failures="${failed}" errors="${errors}" skipped="0"`;
}

function testCase({ test, status, differences, problems }: RuleTestResult, run: RuleTestRun, lang: Lang): string[] {
  const { file, line } = test.location;
  const attributes = `name="${escaped(test.name)}" classname="${escaped(run.rulebook.id)}" file="${escaped(file)}" line="${line}"`;
  if (status === "pass") return [`    <testcase ${attributes}/>`];
  const parts = [
    ...differences.map((one) => failure(one, lang)),
    ...problems.map((one) => {
      const says = escaped(message(one, lang));
      const place = one.location ? escaped(showLocation(one.location)) : "";
      return `      <error message="${says}" type="${one.code}">${place}</error>`;
    }),
  ];
  return [`    <testcase ${attributes}>`, ...parts, "    </testcase>"];
}

function failure({ key, location, expected, got, deciding, reasons }: Difference, lang: Lang): string {
  const said =
    lang === "zh" ? `${key} 应为 ${expected.zh}，实为 ${got.zh}` : `${key}: expected ${expected.en}, got ${got.en}`;
  const lines = [
    showLocation(location),
    ...deciding.map(({ leaf, says }) => `${leaf.id}: ${says[lang]}${leaf.cite === undefined ? "" : ` (${leaf.cite})`}`),
    ...reasons.map((reason) => reason[lang]),
  ];
  return `      <failure message="${escaped(said)}" type="${escaped(key)}">${escaped(lines.join("\n"))}</failure>`;
}

/** Text for an attribute or an element; what XML 1.0 cannot hold becomes a blank. */
function escaped(text: string): string {
  const clean = text.replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, " ");
  return escapeXml(clean).replaceAll('"', "&quot;");
}
