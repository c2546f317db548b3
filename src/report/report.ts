import type { Since } from "../compare/since.ts";
import type { TeamResult } from "../decide/team.ts";
import { compareText } from "../diagnostic/collect.ts";
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { hidden } from "../mask/masks.ts";
import type { Exact } from "../number/exact.ts";
import type { Graded } from "../pipeline.ts";
import type { Period } from "../rulebook/period.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Text } from "../text/text.ts";
import type { FileReport, SheetReport } from "../workbook/sheet-report.ts";
import { usualMargin } from "./near-line.ts";
import { type OutsidePerson, outsideOf, type PersonReport, peopleOf } from "./person-report.ts";
import { type QuotaReport, quotaReports } from "./quota-report.ts";
import { type Reconciliation, reconciliations } from "./reconciliation.ts";
import { type Sources, sourcesOf } from "./sources.ts";
import { type Summary, summarize } from "./summary.ts";

/** What a report says, whatever its format and language. */
export interface Report {
  readonly rulebook: Rulebook;
  readonly period: Period;
  readonly asOf: string;
  /** Sorted by name, so that the order of the command line does not show. */
  readonly files: readonly FileReport[];
  /** In roster order. */
  readonly people: readonly PersonReport[];
  /** People on the roster to whom the rulebook does not apply, in roster order. */
  readonly outside: readonly OutsidePerson[];
  readonly team: readonly TeamResult[];
  readonly quotas: readonly QuotaReport[];
  readonly summary: Summary;
  /** The totals that the spreadsheets print, against their rows. */
  readonly reconciliations: readonly Reconciliation[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
  /** What has changed since an earlier run; undefined: none was given. */
  readonly since: Since | undefined;
  /** Of the product. */
  readonly version: string;
  /** Options of the run that a reader should know, in a fixed order. */
  readonly settings: readonly Setting[];
  /** People and customers go by masks. */
  readonly masked: boolean;
  /** How near a line counts as near it, as a share of the line. */
  readonly margin: Exact;
}

export interface Setting {
  readonly name: Text;
  readonly value: Text;
}

export interface ReportOptions {
  readonly version: string;
  /** Undefined: the run's own. */
  readonly sources?: Sources;
  readonly settings?: readonly Setting[];
  readonly since?: Since | undefined;
  /** Undefined: 5 %. */
  readonly margin?: Exact | undefined;
}

/** Gathers what every format is made from. Nothing is copied: a report is a view of the run. */
export function makeReport(graded: Graded, options: ReportOptions): Report {
  const people = peopleOf(graded);
  return {
    rulebook: graded.rulebook,
    period: graded.period,
    asOf: graded.run.asOf,
    files: filesOf(graded).sort((a, b) => compareText(a.file, b.file) || compareText(a.sha256, b.sha256)),
    people,
    outside: outsideOf(graded),
    team: graded.team,
    quotas: quotaReports(graded.quotas, people),
    summary: summarize(graded.rulebook, people),
    reconciliations: reconciliations(graded),
    diagnostics: graded.diagnostics,
    sources: options.sources ?? sourcesOf(graded),
    since: options.since,
    version: options.version,
    settings: options.settings ?? [],
    masked: graded.masks !== undefined,
    margin: options.margin ?? usualMargin,
  };
}

/** Without the texts of rows where people are masked: a row that was left out may begin with anybody's name. */
function filesOf({ files, masks }: Graded): FileReport[] {
  if (!masks) return [...files];
  return files.map((file) => ({ ...file, sheets: file.sheets.map(withoutTexts) }));
}

function withoutTexts({ head: _, ...sheet }: SheetReport): SheetReport {
  return { ...sheet, leftOut: sheet.leftOut.map((row) => ({ ...row, text: hidden })) };
}
