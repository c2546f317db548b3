import { type Result, Unknown, type Value } from "../formula/value.ts";
import type { Exact } from "../number/exact.ts";
import type { PersonFrame, Run } from "../rulebook/frame.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { TeamCheck } from "../rulebook/team.ts";

/** A team check's outcome, for the whole or one part. */
export interface TeamResult {
  readonly check: TeamCheck;
  /** The value of `by`: a branch; undefined: the whole. */
  readonly part: string | undefined;
  readonly people: number;
  readonly status: "pass" | "fail" | "unknown";
  readonly value: Result;
  readonly threshold: Value | undefined;
  readonly gap: Exact | undefined;
}

/** Checks everyone to whom the rulebook applies: the whole, then with `by` each part in the order of the roster. */
export function checkTeam(rulebook: Rulebook, run: Run, people: readonly PersonFrame[]): TeamResult[] {
  return rulebook.team.flatMap((check) => {
    const whole = judge(check, run, undefined, people);
    if (!check.by) return [whole];
    const parts = new Map<string, PersonFrame[]>();
    for (const person of people) {
      const part = person.columns[check.by.slot];
      // Nobody's part is nameless: the whole has them, and the cell has been reported.
      if (part === undefined || part instanceof Unknown) continue;
      const list = parts.get(String(part));
      if (list) list.push(person);
      else parts.set(String(part), [person]);
    }
    return [whole, ...[...parts].map(([part, list]) => judge(check, run, part, list))];
  });
}

function judge(check: TeamCheck, run: Run, part: string | undefined, people: readonly PersonFrame[]): TeamResult {
  const { truth, value, thresholds, gap } = check.criterion.judge({ run, people });
  const [threshold] = thresholds;
  const status = truth === true ? "pass" : truth === false ? "fail" : "unknown";
  const known = threshold === undefined || threshold instanceof Unknown ? undefined : threshold;
  return { check, part, people: people.length, status, value, threshold: known, gap };
}
