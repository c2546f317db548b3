import ExcelJS, { type Style } from "exceljs";
import type { Lang } from "../../text/text.ts";
import { ownCategory } from "../../workbook/xlsx/own-output.ts";
import { cellText } from "../xlsx/cell-text.ts";
import { packWhole } from "../xlsx/pack.ts";
import { linesOf } from "../xlsx/shared-texts.ts";
import { colours, fill, font } from "../xlsx/style.ts";
import type { PublicNotice } from "./notice.ts";

const line = { style: "thin", color: { argb: "FF7B8794" } } as const;
const grid = { top: line, left: line, bottom: line, right: line } as const;
/** Rows above the list: title, the paragraph, headings. */
const headingRow = 3;

/**
 * The notice as a workbook of one sheet, A4 portrait, to be printed, sealed and put up. Its metadata name neither files nor
 * people; the dates in it are the day of assessment.
 */
export async function noticeWorkbook(notice: PublicNotice, lang: Lang, asOf: string): Promise<Uint8Array> {
  const { title, intro, headings, rows, footer } = notice;
  const workbook = new ExcelJS.Workbook();
  const day = new Date(`${asOf}T00:00:00Z`);
  workbook.creator = "dingji";
  workbook.category = ownCategory;
  workbook.lastModifiedBy = "dingji";
  workbook.created = day;
  workbook.modified = day;
  workbook.title = cellText(title);
  const sheet = workbook.addWorksheet(lang === "zh" ? "公示" : "Notice", {
    pageSetup: {
      paperSize: 9,
      orientation: "portrait",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.8, right: 0.8, top: 0.8, bottom: 0.8, header: 0.3, footer: 0.4 },
      printTitlesRow: `${headingRow}:${headingRow}`,
    },
    headerFooter: { oddFooter: `&C&"微软雅黑"&9${lang === "zh" ? "第 &P 页，共 &N 页" : "Page &P of &N"}` },
    views: [{ state: "frozen", ySplit: headingRow, showGridLines: false }],
  });
  const widths = headings.length === 4 ? [8, 30, 20, 32] : [8, 36, 46];
  const whole = widths.reduce((sum, width) => sum + width, 0);
  for (const [index, width] of widths.entries()) sheet.getColumn(index + 1).width = width;
  const across = (row: number, text: string, style: Partial<Style>, height: number) => {
    const cell = sheet.getCell(row, 1);
    cell.value = cellText(text);
    cell.style = style;
    sheet.mergeCells(row, 1, row, widths.length);
    sheet.getRow(row).height = height;
  };
  across(1, title, { font: font({ size: 18, bold: true }), alignment: middle("center") }, 54);
  const lines = linesOf(intro, whole * 0.8);
  across(2, intro, { font: font({ size: 12 }), alignment: { ...middle("left"), wrapText: true } }, lines * 22 + 14);
  for (const [index, heading] of headings.entries()) {
    const cell = sheet.getCell(headingRow, index + 1);
    cell.value = cellText(heading);
    cell.style = {
      font: font({ size: 12, bold: true }),
      fill: fill(colours.band),
      border: grid,
      alignment: middle("center"),
    };
  }
  sheet.getRow(headingRow).height = 28;
  const body = { font: font({ size: 11 }), border: grid, alignment: { ...middle("center"), wrapText: true } };
  for (const [position, row] of rows.entries()) {
    const at = headingRow + 1 + position;
    for (const [index, text] of row.entries()) {
      const cell = sheet.getCell(at, index + 1);
      cell.value = index === 0 ? position + 1 : cellText(text);
      cell.style = body;
    }
    const most = Math.max(...row.map((text, index) => linesOf(text, (widths[index] ?? 10) * 0.85)));
    sheet.getRow(at).height = Math.max(24, most * 16 + 8);
  }
  const end = headingRow + rows.length + 1;
  sheet.getRow(end).height = 18;
  for (const [index, text] of footer.entries()) {
    across(end + 1 + index, text, { font: font({ size: 12 }), alignment: middle("left") }, 32);
  }
  const laidOut = await workbook.xlsx.writeBuffer({ zip: { compression: "STORE" } } as object);
  return packWhole(new Uint8Array(laidOut));
}

function middle(horizontal: "left" | "center"): NonNullable<Style["alignment"]> & object {
  return { vertical: "middle", horizontal };
}
