import { assess } from "../assess/assess.ts";
import { decide } from "../decide/decide.ts";
import { sortDiagnostics } from "../diagnostic/collect.ts";
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { type Check, makeCheck } from "./check.ts";
import { coverageOf } from "./coverage.ts";
import { givenOf } from "./given.ts";
import { nodesOf, type Outcome } from "./outcome.ts";
import type { RuleTestResult, RuleTestRun } from "./result.ts";
import type { Expected, RuleTest, RuleTestSuite } from "./rule-test.ts";
import { subjectOf } from "./subject-frame.ts";
import { whenOf } from "./when.ts";

export interface RunRuleTestsOptions {
  /** Only tests whose name has this text; letter case does not matter. */
  readonly filter?: string;
}

/** Puts every test of a suite to its rulebook. */
export function runRuleTests(
  suite: RuleTestSuite,
  rulebook: Rulebook,
  { filter }: RunRuleTestsOptions = {},
): RuleTestRun {
  const wanted = filter?.toLowerCase() ?? "";
  const tests = suite.tests.filter((test) => test.name.toLowerCase().includes(wanted));
  const outcomes: Outcome[] = [];
  const results = tests.map((test): RuleTestResult => {
    const { outcome, problems, checks } = runTest(test, rulebook);
    if (!outcome) return { test, status: "error", differences: [], problems };
    if (outcome.applies) outcomes.push(outcome);
    const differences = checks.flatMap((check) => check(outcome));
    return { test, status: differences.length > 0 ? "fail" : "pass", differences, problems };
  });
  const everyone = { ...nobody, given: suite.people, location: { file: suite.file, line: 1, column: 1 } };
  const problems = [...givenOf(everyone, rulebook).problems, ...results.flatMap((one) => one.problems)];
  return {
    suite,
    rulebook,
    results,
    leftOut: suite.tests.length - tests.length,
    coverage: coverageOf(rulebook, outcomes),
    diagnostics: sortDiagnostics(onlyOnce(problems)),
  };
}

/** The stages of a run for one person, some of whose figures are given in the place of being measured. */
function runTest(
  test: RuleTest,
  rulebook: Rulebook,
): { outcome?: Outcome; problems: readonly Diagnostic[]; checks: readonly Check[] } {
  const problems: Diagnostic[] = [];
  const checks = assertions(test).flatMap((expected) => {
    const check = makeCheck[expected.key](expected, rulebook);
    if (typeof check === "function") return [check];
    problems.push(...check.problems);
    return [];
  });
  const when = whenOf(test, rulebook);
  if ("problems" in when) {
    return { problems: [...problems, ...when.problems, ...givenOf(test, rulebook).problems], checks };
  }
  const subject = subjectOf(test, rulebook, when.run);
  if ("problems" in subject) return { problems: [...problems, ...subject.problems], checks };
  if (problems.length > 0) return { problems, checks };
  const { person, frame } = subject;
  const applies = rulebook.appliesTo?.evaluate(frame) !== false;
  const assessment = assess(frame, rulebook, person.index);
  const options = { period: when.period, appoint: test.appoint };
  const recommendation = decide(assessment, person, rulebook, frame, options);
  const outcome = { rulebook, applies, frame, assessment, recommendation, nodes: nodesOf(assessment) };
  return { outcome, problems, checks };
}

/** A test that does not say whether the rulebook applies to its person expects that it does. */
function assertions({ expected, location }: RuleTest): readonly Expected[] {
  if (expected.some((one) => one.key === "applies")) return expected;
  return [{ key: "applies", of: undefined, keyLocation: location, values: [{ value: true, location }] }, ...expected];
}

const nobody: Omit<RuleTest, "given" | "location"> = {
  name: "",
  period: undefined,
  asOf: undefined,
  appoint: false,
  inherited: [],
  rows: [],
  expected: [],
};

/** Tests that share a person or a table's head share its mistakes. */
function onlyOnce(list: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(list.map((one) => [JSON.stringify(one), one])).values()];
}
