import type { Status } from "../assess/assessment.ts";
import type { TeamResult } from "../decide/team.ts";
import { comparisonSigns } from "../rulebook/criterion.ts";
import { statusSigns } from "./colour.ts";
import { countingOf } from "./counting.ts";
import { adviceLabel, shown } from "./phrases.ts";
import type { Reader } from "./reader.ts";
import { statusWords, words } from "./words.ts";

/** A team check in words, for the formats that are read. */
export interface TeamRow {
  readonly status: Status;
  /** `✓ 达标`. */
  readonly verdict: string;
  readonly check: string;
  /** 全部, or the branch. */
  readonly part: string;
  readonly people: string;
  readonly actual: string;
  readonly standard: string;
  /** Empty where nothing is missing, or there is no distance. */
  readonly gap: string;
}

export function teamRow({ check, part, people, status, value, threshold, gap }: TeamResult, reader: Reader): TeamRow {
  const { lang } = reader;
  const { type } = check.criterion.measured;
  return {
    status,
    verdict: `${statusSigns[status]} ${statusWords[status][lang]}`,
    check: adviceLabel(check)[lang],
    part: part ?? words.whole[lang],
    people: String(people),
    actual: shown(value, type, reader),
    standard: teamStandard({ check, threshold }, reader),
    gap: gap === undefined || gap.sign === 0 ? "" : shown(gap, type, reader),
  };
}

/** `≥ 55%`; what is no plain comparison as it is written. */
export function teamStandard({ check, threshold }: Pick<TeamResult, "check" | "threshold">, reader: Reader): string {
  const { op, negated, measured, text } = check.criterion;
  const sign = op in comparisonSigns ? comparisonSigns[op as keyof typeof comparisonSigns] : "";
  if (sign === "" || negated || threshold === undefined) return text;
  return `${sign} ${shown(threshold, measured.type, reader)}`;
}

/** The headings of a table of team checks, in the order of {@link teamCells}. */
export function teamHeadings({ rulebook, lang }: Reader): string[] {
  const { verdict, team, branch, actual, standard, gap } = words;
  return [verdict, team, branch, countingOf(rulebook).heading, actual, standard, gap].map((word) => word[lang]);
}

export function teamCells({ verdict, check, part, people, actual, standard, gap }: TeamRow): string[] {
  return [verdict, check, part, people, actual, standard, gap];
}
