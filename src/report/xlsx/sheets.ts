import type { Text } from "../../text/text.ts";
import { benefitsSheet } from "./benefits.ts";
import { criteriaSheet } from "./criteria.ts";
import { demotionsSheet, promotionsSheet } from "./deciding.ts";
import type { Draft } from "./draft.ts";
import { nearLineSheet } from "./near-line.ts";
import { overridesSheet } from "./overrides.ts";
import { overviewSheet } from "./overview.ts";
import { problemsSheet } from "./problems.ts";
import { quotasSheet } from "./quotas.ts";
import { reconciliationSheet } from "./reconciliation.ts";
import { resultsSheet } from "./results.ts";
import { runSheet } from "./run.ts";
import { sinceSheet } from "./since.ts";
import { teamSheet } from "./team.ts";
import { uncountedSheet } from "./uncounted.ts";

/** One sheet of the workbook. */
export interface ReportSheet {
  readonly name: Text;
  /** Adds the sheet; false, and nothing added, when there is nothing to say. */
  add(draft: Draft): boolean;
}

/** In the workbook's order. The run sheet is last, as it names those that were left out. */
export const reportSheets: readonly ReportSheet[] = [
  overviewSheet,
  resultsSheet,
  promotionsSheet,
  demotionsSheet,
  criteriaSheet,
  nearLineSheet,
  uncountedSheet,
  sinceSheet,
  quotasSheet,
  teamSheet,
  benefitsSheet,
  overridesSheet,
  reconciliationSheet,
  problemsSheet,
  runSheet,
];
