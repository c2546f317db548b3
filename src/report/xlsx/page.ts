import type { Worksheet } from "exceljs";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Lang, Text } from "../../text/text.ts";
import { cellText } from "./cell-text.ts";
import type { Draft } from "./draft.ts";
import { subtitle, title, unitNote } from "./style.ts";

/** Rows above a list: title, facts, headings. */
export const headerRow = 3;

/** What a page needs to know of the workbook that it is for. */
export interface PageDraft extends Pick<Draft, "lang" | "workbook"> {
  readonly report: { readonly rulebook: Pick<Rulebook, "title"> };
}

/** A new sheet for A4 landscape, one page wide, with page numbers and the header rows repeated and frozen. */
export function addPage(draft: PageDraft, name: Text, options: { readonly frozen: boolean }): Worksheet {
  const { lang, report, workbook } = draft;
  return workbook.addWorksheet(name[lang], {
    pageSetup: {
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.45, right: 0.45, top: 0.55, bottom: 0.65, header: 0.3, footer: 0.3 },
      ...(options.frozen ? { printTitlesRow: `1:${headerRow}` } : {}),
    },
    headerFooter: { oddFooter: footer(report.rulebook.title[lang], name[lang], lang) },
    views: [
      options.frozen
        ? { state: "frozen", ySplit: headerRow, showGridLines: false }
        : { state: "normal", showGridLines: false },
    ],
    properties: { defaultRowHeight: 18 },
  });
}

/** Rulebook and sheet on the left, page x of y on the right. An `&` of a name would start a code. */
function footer(rulebook: string, name: string, lang: Lang): string {
  const face = `&"微软雅黑"&8`;
  const left = cellText(`${rulebook} · ${name}`).slice(0, 120).replaceAll("&", "&&");
  const right = lang === "zh" ? "第 &P 页，共 &N 页" : "Page &P of &N";
  return `&L${face}${left}&R${face}${right}`;
}

/** The title and the line of facts under it; `unit` stands at the right end. */
export function addTitle(sheet: Worksheet, draft: Draft, text: string, lastColumn: number, unit?: string): void {
  const { report, lang } = draft;
  const { period, asOf, rulebook } = report;
  const facts =
    lang === "zh"
      ? `考核期 ${period.label}　基准日 ${asOf}　办法 ${rulebook.id}（${rulebook.sha256.slice(0, 12)}）`
      : `Period ${period.label}   As of ${asOf}   Rulebook ${rulebook.id} (${rulebook.sha256.slice(0, 12)})`;
  sheet.getCell(1, 1).value = cellText(text);
  sheet.getCell(1, 1).style = title;
  sheet.getRow(1).height = 30;
  sheet.getCell(2, 1).value = cellText(facts);
  sheet.getCell(2, 1).style = subtitle;
  sheet.getRow(2).height = 18;
  if (unit === undefined) return;
  sheet.getCell(2, lastColumn).value = cellText(unit);
  sheet.getCell(2, lastColumn).style = unitNote;
}

/** The sign-off line: prepared by, checked by, approved by, date. */
export function signOffText(lang: Lang): string {
  const places =
    lang === "zh"
      ? ["制表人：", "复核人：", "负责人：", "日期："]
      : ["Prepared by:", "Checked by:", "Approved by:", "Date:"];
  return places.map((place) => `${place}________________`).join("          ");
}
