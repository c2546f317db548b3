import ExcelJS from "exceljs";
import type { Lang } from "../../text/text.ts";
import type { Report } from "../report.ts";
import type { Draft } from "./draft.ts";
import { pack } from "./pack.ts";
import { reportSheets } from "./sheets.ts";

/**
 * The report as an xlsx file. The same run gives the same bytes: the metadata's dates are the day of assessment, the
 * zip's are fixed.
 */
export async function renderWorkbook(report: Report, lang: Lang): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const day = new Date(`${report.asOf}T00:00:00Z`);
  workbook.creator = "dingji";
  workbook.lastModifiedBy = "dingji";
  workbook.created = day;
  workbook.modified = day;
  workbook.title = `${report.rulebook.title[lang]} ${report.period.label}`;
  const draft: Draft = { workbook, report, lang, streamed: [], leftOut: [] };
  for (const sheet of reportSheets) if (!sheet.add(draft)) draft.leftOut.push(sheet.name[lang]);
  const laidOut = await workbook.xlsx.writeBuffer({ zip: { compression: "STORE" } } as object);
  return pack(new Uint8Array(laidOut), draft.streamed);
}
