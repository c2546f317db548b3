import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import { dateOf } from "../formula/calendar.ts";
import type { Exact } from "../number/exact.ts";
import { usualMargin } from "../report/near-line.ts";
import { type Period, parsePeriod } from "../rulebook/period.ts";
import type { Options } from "./command.ts";
import { parseMargin } from "./margin.ts";
import type { Project } from "./project.ts";

/** What is graded by what, for when: the command line and the project file put together. */
export interface RunSettings {
  readonly rulebook: string;
  /** As named: files, folders, globs, `-`. */
  readonly files: readonly string[];
  readonly period: Period;
  /** The day of assessment. */
  readonly asOf: string;
  /** Moves tiers whatever the period. */
  readonly appoint: boolean;
  /** Names, ids and customers go by masks. */
  readonly masks: boolean;
  /** How near a line is near it: a share of the line. */
  readonly margin: Exact;
}

/** The settings, or all that is wrong with them. Warnings may come with good settings. */
export interface Settled {
  readonly settings?: RunSettings;
  readonly diagnostics: readonly Diagnostic[];
}

export function settle(options: Options, files: readonly string[], project: Project | undefined): Settled {
  const diagnostics: Diagnostic[] = [];
  const rulebook = options.value("rulebook") ?? project?.rulebook;
  if (rulebook === undefined) diagnostics.push(diagnose("cli/no-rulebook", undefined, {}));
  const named = files.length > 0 ? files : (project?.inputs ?? []);
  if (named.length === 0) diagnostics.push(diagnose("cli/no-input", undefined, {}));
  const given = options.value("period") ?? options.value("as-of");
  const time = settleTime({
    period: options.value("period") ?? (given === undefined ? project?.period : undefined),
    asOf: options.value("as-of") ?? (given === undefined ? project?.asOf : undefined),
  });
  diagnostics.push(...time.diagnostics);
  const written = options.value("margin") ?? project?.margin;
  const margin = written === undefined ? usualMargin : parseMargin(written);
  if (!margin) diagnostics.push(diagnose("cli/bad-margin", undefined, { value: written ?? "" }));
  if (rulebook === undefined || named.length === 0 || !time.period || time.asOf === undefined || !margin)
    return { diagnostics };
  const appoint = options.has("appoint") || (project?.appoint ?? false);
  const masks = options.has("mask") || (project?.mask ?? false);
  const settings = { rulebook, files: named, period: time.period, asOf: time.asOf, appoint, masks, margin };
  return { settings, diagnostics };
}

interface Time {
  readonly period?: Period;
  readonly asOf?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The period and the day of assessment, which is the period's last day unless given. A day alone means the quarter that
 * holds it: systems of this kind assess by the quarter. Without either nothing is guessed, from the clock least of all.
 */
function settleTime(given: { period: string | undefined; asOf: string | undefined }): Time {
  if (given.asOf !== undefined && !isDate(given.asOf)) {
    return { diagnostics: [diagnose("cli/bad-date", undefined, { value: given.asOf })] };
  }
  if (given.period === undefined) {
    if (given.asOf === undefined) return { diagnostics: [diagnose("cli/no-period", undefined, {})] };
    const quarter = `${given.asOf.slice(0, 4)}Q${Math.ceil(Number(given.asOf.slice(5, 7)) / 3)}`;
    return settleTime({ period: quarter, asOf: given.asOf });
  }
  const period = parsePeriod(given.period);
  if (!period) return { diagnostics: [diagnose("cli/bad-period", undefined, { value: given.period })] };
  const asOf = given.asOf ?? period.to;
  const outside = asOf < period.from || asOf > period.to;
  const diagnostics = outside
    ? [diagnose("cli/as-of-outside-period", undefined, { date: asOf, period: period.label })]
    : [];
  return { period, asOf, diagnostics };
}

function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && dateOf(Number(match[1]), Number(match[2]), Number(match[3])) === text;
}
