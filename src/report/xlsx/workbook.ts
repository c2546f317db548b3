import ExcelJS from "exceljs";
import type { Lang } from "../../text/text.ts";
import { ownCategory } from "../../workbook/xlsx/own-output.ts";
import type { Report } from "../report.ts";
import type { Draft } from "./draft.ts";
import { pack } from "./pack.ts";
import { reportSheets } from "./sheets.ts";

/**
 * The report as an xlsx file, in pieces. The same run gives the same bytes: the metadata's dates are the day of assessment,
 * the zip's are fixed.
 */
export async function* renderWorkbook(report: Report, lang: Lang): AsyncGenerator<Uint8Array> {
  const draft = draftOf(report, lang);
  for (const sheet of reportSheets) if (!sheet.add(draft)) draft.leftOut.push(sheet.name[lang]);
  const laidOut = await draft.workbook.xlsx.writeBuffer({ zip: { compression: "STORE" } } as object);
  yield* pack(new Uint8Array(laidOut), draft.streamed);
}

function draftOf(report: Report, lang: Lang): Draft {
  const workbook = new ExcelJS.Workbook();
  const day = new Date(`${report.asOf}T00:00:00Z`);
  workbook.creator = "dingji";
  workbook.category = ownCategory;
  workbook.lastModifiedBy = "dingji";
  workbook.created = day;
  workbook.modified = day;
  workbook.title = `${report.rulebook.title[lang]} ${report.period.label}`;
  return { workbook, report, lang, streamed: [], leftOut: [] };
}
