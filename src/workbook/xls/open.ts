import { createHash } from "node:crypto";
import { diagnose } from "../../diagnostic/diagnostic.ts";
import { type CellCount, type HeldSheet, openHeldSheet } from "../held-sheet.ts";
import type { Limits } from "../limits.ts";
import { refuseKind } from "../refused-kind.ts";
import type { Source } from "../source.ts";
import type { OpenedWorkbook } from "../xlsx/open.ts";
import { diagnosticOf, Refusal, refusal } from "../xlsx/refusal.ts";
import { showSize } from "../xlsx/zip.ts";
import { type BiffSurvey, surveyBiff } from "./biff-survey.ts";
import { readStream } from "./compound-stream.ts";
import { readBySheetJs } from "./sheetjs.ts";

/**
 * Opens an old workbook (.xls, .et: BIFF, in a compound file or, before Excel 5, as it is). It is read whole, so there is a
 * limit of its own on its size. What SheetJS makes of it is held against the records themselves: a cell that got lost is an
 * error, never silence.
 *
 * @param file the file as named to the user
 */
export async function openXls(file: string, source: Source, limits: Limits): Promise<OpenedWorkbook> {
  try {
    if (source.size > limits.heldBytes) {
      const args = { size: showSize(source.size), limit: showSize(limits.heldBytes) };
      throw refusal("workbook/old-too-large", { file }, args);
    }
    const bytes = await source.read(0, source.size);
    const count: CellCount = { cells: 0 };
    const sheets = (await readSheets(file, bytes)).map((sheet) => openHeldSheet(sheet, file, limits, count));
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return { workbook: { file, sha256, format: "xls", sheets }, diagnostics: [] };
  } catch (error) {
    const diagnostic = diagnosticOf(error, file);
    if (!diagnostic) throw error;
    return { diagnostics: [diagnostic] };
  }
}

async function readSheets(file: string, bytes: Buffer): Promise<readonly HeldSheet[]> {
  const stream = bytes[0] === 0x09 ? bytes : readStream(bytes, ["Workbook", "Book", "WORKBOOK", "BOOK"]);
  if (!stream) throw damaged(file, "the stream of the workbook is not whole");
  const survey = surveyBiff(stream);
  if (survey.encrypted) throw new Refusal(refuseKind(file, "encrypted"));
  if (survey.broken !== undefined) throw damaged(file, survey.broken);
  const answer = await readBySheetJs(stream, survey.version < 8);
  if ("stopped" in answer) throw refusal("workbook/old-xls", { file }, {});
  if ("reason" in answer) throw damaged(file, answer.reason);
  if (answer.sheets.length === 0) throw refusal("workbook/no-sheets", { file }, {});
  return checked(file, answer.sheets, survey);
}

/** The library's sheets, with what the records say of them besides. */
function checked(
  file: string,
  sheets: readonly Omit<HeldSheet, "hiddenColumns">[],
  { version, sheets: surveyed }: BiffSurvey,
): HeldSheet[] {
  if (version < 5) return sheets.map((sheet) => ({ ...sheet, hiddenColumns: [] }));
  const inOrder = [...surveyed].sort((a, b) => a.start - b.start);
  if (inOrder.length !== sheets.length) throw damaged(file, "not all of its sheets can be read");
  const read = sheets.map((sheet, index): HeldSheet => {
    const { hidden, hiddenColumns, cells } = inOrder[index]!;
    const lost = cells - sheet.rows.length;
    if (lost !== 0) throw damaged(file, `${sheet.name}: ${Math.abs(lost)} cells of ${cells} were not read`);
    return { ...sheet, state: hidden ? "hidden" : "visible", hiddenColumns };
  });
  return surveyed.map((one) => read[inOrder.indexOf(one)]!);
}

function damaged(file: string, reason: string): Refusal {
  return new Refusal(diagnose("workbook/damaged", { file }, { part: "BIFF", reason }));
}
