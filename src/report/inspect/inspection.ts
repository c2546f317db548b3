import type { Diagnostic, Severity } from "../../diagnostic/diagnostic.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { ReadTables } from "../../workbook/read.ts";
import type { FileReport } from "../../workbook/sheet-report.ts";
import { type MappingSuggestion, suggestMappings } from "../../workbook/suggest-mapping.ts";
import { groupProblems, type ProblemGroup } from "./problem-groups.ts";

/** What was understood of spreadsheets, and all that is wrong with them. */
export interface Inspection {
  /** Undefined: nothing was looked for; only what the sheets look like is known. */
  readonly rulebook: Rulebook | undefined;
  /** By name. A file that could not be opened is in `unreadable` alone. */
  readonly files: readonly FileReport[];
  readonly unreadable: readonly string[];
  readonly problems: readonly ProblemGroup[];
  readonly suggestions: readonly MappingSuggestion[];
}

/**
 * Puts together what reading found.
 *
 * @param diagnostics of every stage that was reached
 */
export function inspectionOf(
  { files, tables, unreadable }: ReadTables,
  diagnostics: readonly Diagnostic[],
  rulebook: Rulebook | undefined,
): Inspection {
  // Without a rulebook no sheet is an input: that is no news.
  const news = rulebook ? diagnostics : diagnostics.filter(({ code }) => code !== "workbook/unused-sheet");
  return {
    rulebook,
    files,
    unreadable,
    problems: groupProblems(news, tables),
    suggestions: rulebook ? suggestMappings(files, rulebook.tableSpecs) : [],
  };
}

export function countBySeverity({ problems }: Inspection): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity, count } of problems) counts[severity] += count;
  return counts;
}
