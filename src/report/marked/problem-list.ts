import { type Diagnostic, hint, message, type Severity } from "../../diagnostic/diagnostic.ts";
import { type CellLocation, columnName, showLocation } from "../../diagnostic/location.ts";
import { escapeXmlAttribute } from "../../text/escape.ts";
import { counted, inLang, type Lang, type Text } from "../../text/text.ts";
import { severityWords, words } from "../words.ts";
import { cellText } from "../xlsx/cell-text.ts";
import { linesOf } from "../xlsx/shared-texts.ts";
import type { ZipPart } from "../xlsx/stable-zip.ts";
import { severitySigns } from "./note-text.ts";
import { cellXml } from "./row-text.ts";
import type { Look, StyleTable } from "./styles.ts";

/** Where a problem can be seen in this workbook. */
export interface Target {
  readonly sheet: string;
  readonly cell: string;
  /** What the cell holds. */
  readonly found: string;
  /** What it should hold; undefined: it is no cell of data. */
  readonly expected: string | undefined;
  /** A hidden sheet cannot be gone to. */
  readonly reachable: boolean;
}

export interface ProblemList {
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined: the problem is of no sheet here. */
  target(diagnostic: Diagnostic): Target | undefined;
  fileName(file: string): string;
  /** What could not be shown in full. */
  readonly remarks: readonly Text[];
  readonly lang: Lang;
}

/** A worksheet holds no more links than these. */
const mostLinks = 65_000;
const mostListed = 1_000_000;
const shownPlaces = 3;

const headings: readonly (readonly [Text, width: number])[] = [
  [{ zh: "级别", en: "Severity" }, 10],
  [{ zh: "代码", en: "Code" }, 25],
  [{ zh: "文件", en: "File" }, 22],
  [{ zh: "工作表", en: "Sheet" }, 18],
  [{ zh: "单元格", en: "Cell" }, 10],
  [{ zh: "原值", en: "As found" }, 18],
  [{ zh: "问题", en: "Problem" }, 46],
  [{ zh: "建议", en: "Advice" }, 40],
];

const title: Text = { zh: "数据问题", en: "Data problems" };
const howTo: Text = {
  zh: "点“单元格”一列可跳到原处。有问题的格子着色、加框并有批注：错误是红底实线框，警告是黄底虚线框，提示是蓝底点线框。改好后请发回原来的表格，或发回这个文件。",
  en: "A link in the column Cell leads to the place. Bad cells are coloured, framed and have a note: an error is red with a whole line, a warning yellow and dashed, a note blue and dotted. Mend them and send back the sheets, or this file.",
};

/** Writes the first sheet: every problem with a link to its cell, the worst first. Answers the row numbers of its list. */
export function writeProblemList(list: ProblemList, part: ZipPart, styles: StyleTable): void {
  const { diagnostics, lang } = list;
  const columns = headings.map(([, width], index) => col(index, width)).join("");
  const remarks = list.remarks.map((text) => text[lang]);
  const listed = diagnostics.slice(0, mostListed);
  if (diagnostics.length > listed.length) {
    const rest = diagnostics.length - listed.length;
    remarks.push(
      lang === "zh"
        ? `另有 ${rest} 个问题没有列出`
        : `${counted(rest, "more problem is", "more problems are")} not listed`,
    );
  }
  const top = [title[lang], tally(diagnostics, lang), howTo[lang], ...remarks];
  const headerRow = top.length + 1;
  const look = (name: Look) => styles.id(name);
  part.write(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"><pane ySplit="${headerRow}" topLeftCell="A${headerRow + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="18"/><cols>${columns}</cols><sheetData>`,
  );
  for (const [index, text] of top.entries()) {
    const height = index === 0 ? 30 : 18;
    const style = look(index === 0 ? "title" : "quiet");
    part.write(
      `<row r="${index + 1}" ht="${height}" customHeight="1">${cellXml.text(`A${index + 1}`, style, text)}</row>`,
    );
  }
  const heads = headings.map(([text], index) =>
    cellXml.text(`${columnName(index)}${headerRow}`, look("listHead"), text[lang]),
  );
  part.write(`<row r="${headerRow}" ht="24" customHeight="1">${heads.join("")}</row>`);
  const links: string[] = [];
  for (const [index, diagnostic] of listed.entries()) {
    const row = headerRow + 1 + index;
    const target = list.target(diagnostic);
    const linked = target?.reachable === true && links.length < mostLinks;
    part.write(rowXml(row, cellsOf(diagnostic, target, list), diagnostic.severity, linked, look));
    if (linked) links.push(link(`E${row}`, target));
  }
  const last = headerRow + listed.length;
  const filter = listed.length > 0 ? `<autoFilter ref="A${headerRow}:H${last}"/>` : "";
  const linkXml = links.length > 0 ? `<hyperlinks>${links.join("")}</hyperlinks>` : "";
  part.write(
    `</sheetData>${filter}${linkXml}<pageMargins left="0.45" right="0.45" top="0.55" bottom="0.65" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>${escapeXmlAttribute(footer(lang))}</oddFooter></headerFooter></worksheet>`,
  );
  part.end();
}

function cellsOf(diagnostic: Diagnostic, target: Target | undefined, { fileName, lang }: ProblemList): string[] {
  const { code, severity, args, location, related = [] } = diagnostic;
  const at = (location ?? {}) as Partial<CellLocation>;
  const places = related.slice(0, shownPlaces).map((one) => showLocation({ ...one.location, file: "" }).trim());
  const more = related.length > places.length ? ` …(${related.length})` : "";
  const also =
    places.length === 0 ? "" : `\n${lang === "zh" ? "另见" : "see also"} ${places.join(words.comma[lang])}${more}`;
  const raw = args.raw === undefined ? (target?.found ?? "") : inLang(args.raw, lang);
  return [
    `${severitySigns[severity]} ${severityWords[severity][lang]}`,
    code,
    at.file === undefined ? "" : fileName(at.file),
    target?.sheet ?? at.sheet ?? "",
    at.cell ?? target?.cell ?? at.line?.toString() ?? "",
    raw,
    message(diagnostic, lang) + also,
    hint(diagnostic, lang) ?? target?.expected ?? "",
  ];
}

const looks: readonly Look[] = ["centre", "text", "text", "text", "centre", "text", "text", "text"];

function rowXml(
  row: number,
  cells: readonly string[],
  severity: Severity,
  linked: boolean,
  look: (name: Look) => number,
): string {
  let lines = 1;
  let xml = "";
  for (const [index, text] of cells.entries()) {
    const name =
      index === 0 ? (`list ${severity}` as const) : index === 4 && linked ? "link" : (looks[index] ?? "text");
    xml += cellXml.text(`${columnName(index)}${row}`, look(name), text);
    lines = Math.max(lines, linesOf(cellText(text), headings[index]?.[1] ?? 10));
  }
  const height = Math.min(lines * 13.5 + 4.5, 200);
  return `<row r="${row}" ht="${height}" customHeight="1">${xml}</row>`;
}

function link(ref: string, { sheet, cell }: Target): string {
  const location = `'${sheet.replaceAll("'", "''")}'!${cell}`;
  return `<hyperlink ref="${ref}" location="${escapeXmlAttribute(location)}" display="${cell}"/>`;
}

function tally(diagnostics: readonly Diagnostic[], lang: Lang): string {
  const texts = (["error", "warning", "info"] as const).flatMap((severity) => {
    const count = diagnostics.filter((one) => one.severity === severity).length;
    const word = severityWords[severity][lang];
    if (count === 0) return [];
    return [lang === "zh" ? `${count} 个${word}` : counted(count, word)];
  });
  return texts.join(lang === "zh" ? "，" : ", ") || (lang === "zh" ? "没有问题" : "no problems");
}

function col(index: number, width: number): string {
  return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
}

function footer(lang: Lang): string {
  return lang === "zh" ? "&L数据问题&R第 &P 页，共 &N 页" : "&LData problems&RPage &P of &N";
}
