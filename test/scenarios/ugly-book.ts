import { columnName } from "../../src/diagnostic/location.ts";
import { main, office, relations } from "../workbook/xlsx/book.ts";
import { zip } from "../workbook/zip.ts";

/** A text, a number as a program writes it, a formula's stored result, a number with a format, or nothing. */
export type UglyCell = string | number | null | { readonly f: string; readonly v: string | number } | Formatted;

export interface Formatted {
  readonly n: number | string;
  readonly format: string;
}

export interface UglySheet {
  readonly name: string;
  readonly rows: readonly (readonly UglyCell[])[];
  readonly state?: "hidden" | "veryHidden";
  readonly merges?: readonly string[];
  /** Row numbers, from 1. */
  readonly hiddenRows?: readonly number[];
  /** Column numbers, from 1. */
  readonly hiddenColumns?: readonly number[];
  /** Texts in the cells themselves rather than in the shared strings. */
  readonly inline?: boolean;
}

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (char) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[char] ?? char);

/** A workbook written by hand, part by part. */
export function uglyBook(sheets: readonly UglySheet[], workbookPr = ""): Buffer {
  const texts = new Map<string, number>();
  const formats = new Map<string, number>();
  const parts: Record<string, string> = {};
  sheets.forEach((sheet, index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = sheetPart(sheet, texts, formats);
  });
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const listed = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}"${state ? ` state="${state}"` : ""} r:id="s${at + 1}"/>`,
  );
  return zip({
    "_rels/.rels": `<Relationships xmlns="${relations}">${relation("r1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}">${workbookPr}<sheets>${listed.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${relations}">${sheets
      .map((_, at) => relation(`s${at + 1}`, "worksheet", `worksheets/sheet${at + 1}.xml`))
      .join(
        "",
      )}${relation("t", "sharedStrings", "sharedStrings.xml")}${relation("y", "styles", "styles.xml")}</Relationships>`,
    ...parts,
    "xl/sharedStrings.xml": `<sst xmlns="${main}">${[...texts.keys()]
      .map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`)
      .join("")}</sst>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}"><numFmts>${[...formats.keys()]
      .map((format, at) => `<numFmt numFmtId="${200 + at}" formatCode="${escaped(format)}"/>`)
      .join("")}</numFmts><cellXfs><xf numFmtId="0"/>${[...formats.keys()]
      .map((_, at) => `<xf numFmtId="${200 + at}" applyNumberFormat="1"/>`)
      .join("")}</cellXfs></styleSheet>`,
  });
}

function sheetPart(sheet: UglySheet, texts: Map<string, number>, formats: Map<string, number>): string {
  const indexIn = (map: Map<string, number>, key: string) => {
    if (!map.has(key)) map.set(key, map.size);
    return map.get(key) ?? 0;
  };
  const rows = sheet.rows.map((cells, at) => {
    const number = at + 1;
    const written = cells.map((cell, column) => {
      const reference = `r="${columnName(column)}${number}"`;
      if (cell === null || cell === "") return "";
      if (typeof cell === "number") return `<c ${reference}><v>${cell}</v></c>`;
      if (typeof cell === "string")
        return sheet.inline
          ? `<c ${reference} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
          : `<c ${reference} t="s"><v>${indexIn(texts, cell)}</v></c>`;
      if ("n" in cell) return `<c ${reference} s="${indexIn(formats, cell.format) + 1}"><v>${cell.n}</v></c>`;
      const type = typeof cell.v === "string" ? ' t="str"' : "";
      return `<c ${reference}${type}><f>${escaped(cell.f)}</f><v>${escaped(String(cell.v))}</v></c>`;
    });
    const hidden = sheet.hiddenRows?.includes(number) ? ' hidden="1"' : "";
    return `<row r="${number}"${hidden}>${written.join("")}</row>`;
  });
  const columns = (sheet.hiddenColumns ?? []).map((at) => `<col min="${at}" max="${at}" hidden="1"/>`);
  const merges = (sheet.merges ?? []).map((range) => `<mergeCell ref="${range}"/>`);
  return (
    `<worksheet xmlns="${main}">${columns.length > 0 ? `<cols>${columns.join("")}</cols>` : ""}<sheetData>${rows.join("")}</sheetData>` +
    `${merges.length > 0 ? `<mergeCells>${merges.join("")}</mergeCells>` : ""}</worksheet>`
  );
}
