import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import { dateOf } from "../formula/calendar.ts";
import type { Run } from "../rulebook/frame.ts";
import { checkInForce } from "../rulebook/in-force.ts";
import { type Period, parsePeriod } from "../rulebook/period.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { RuleTest } from "./rule-test.ts";

/** What a test is run for. */
export interface When {
  readonly period: Period;
  readonly run: Run;
}

/**
 * The period and the day of assessment, which is the period's last day unless given. A day alone means the quarter that
 * holds it, as on the command line. With neither the test runs for a whole year: the first one in which the rulebook has
 * all its values, so that adding a later version of a figure leaves the test's meaning as it is.
 */
export function whenOf(test: RuleTest, rulebook: Rulebook): When | { readonly problems: readonly Diagnostic[] } {
  const asOfText = test.asOf && String(test.asOf.value);
  if (test.asOf && asOfText !== undefined && !isDate(asOfText)) {
    return { problems: [diagnose("ruletest/bad-date", test.asOf.location, { value: asOfText })] };
  }
  const label = test.period ? String(test.period.value) : asOfText ? quarterOf(asOfText) : firstYear(rulebook);
  const period = parsePeriod(label);
  if (!period) return { problems: [diagnose("ruletest/bad-period", test.period?.location, { value: label })] };
  const run = { asOf: asOfText ?? period.to, from: period.from, to: period.to };
  const location = (test.asOf ?? test.period)?.location ?? test.location;
  const problems = checkInForce(rulebook, run).map((one) => ({ ...one, location }));
  return problems.length > 0 ? { problems } : { period, run };
}

function firstYear(rulebook: Rulebook): string {
  const dates = [
    rulebook.effective.from ?? "",
    ...rulebook.params.map((param) => param.versions[0]?.from ?? ""),
    ...rulebook.rates.map((rate) => rate.from),
  ];
  // A rulebook without a date says the same in every year.
  return dates.sort().at(-1)?.slice(0, 4) || "2000";
}

function quarterOf(date: string): string {
  return `${date.slice(0, 4)}Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}

function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && dateOf(Number(match[1]), Number(match[2]), Number(match[3])) === text;
}
