import { columnName } from "../../../src/diagnostic/location.ts";
import { defaultLimits, type Limits } from "../../../src/workbook/limits.ts";
import type { SheetEnd, SheetSink } from "../../../src/workbook/sheet.ts";
import { openXlsx } from "../../../src/workbook/xlsx/open.ts";
import { type ZipPart, zip } from "../zip.ts";

export const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const relations = "http://schemas.openxmlformats.org/package/2006/relationships";

/** The parts of a workbook with one sheet, as they would be in a zip. */
export interface BookParts {
  /** The rows: what is in `sheetData`. */
  readonly rows?: string;
  /** What is before and after `sheetData`. */
  readonly head?: string;
  readonly tail?: string;
  /** The whole sheet part, instead. */
  readonly sheet?: string | Uint8Array;
  /** What is in `sst`. */
  readonly texts?: string;
  /** What is in `styleSheet`. */
  readonly styles?: string;
  readonly workbookPr?: string;
}

export function parts(of: BookParts): Record<string, string | Uint8Array> {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  return {
    "[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `${override("workbook", "sheet.main")}${override("worksheets/sheet1", "worksheet")}${override("sharedStrings", "sharedStrings")}${override("styles", "styles")}</Types>`,
    "_rels/.rels": `<Relationships xmlns="${relations}">${relation("r1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}">${of.workbookPr ?? ""}<sheets><sheet name="存款" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${relations}">${relation("r1", "worksheet", "worksheets/sheet1.xml")}${relation("r2", "styles", "styles.xml")}${relation("r3", "sharedStrings", "sharedStrings.xml")}</Relationships>`,
    "xl/worksheets/sheet1.xml": of.sheet ?? worksheet(of.rows ?? "", of.head, of.tail),
    "xl/sharedStrings.xml": `<sst xmlns="${main}">${of.texts ?? ""}</sst>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}">${of.styles ?? ""}</styleSheet>`,
  };
}

export function worksheet(rows: string, head = "", tail = ""): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}">${head}<sheetData>${rows}</sheetData>${tail}</worksheet>`;
}

export function book(of: BookParts): Buffer {
  return zip(parts(of));
}

/** The parts with some replaced, or with `undefined` left out. */
export function bookWith(of: BookParts, changes: Readonly<Record<string, string | Uint8Array | undefined>>): Buffer {
  const all: ZipPart[] = [];
  for (const [name, data] of Object.entries({ ...parts(of), ...changes }))
    if (data !== undefined) all.push({ name, data });
  return zip(all);
}

/** `["number", 1.5, "General"]`, `["text", "是"]`. */
export type Seen = readonly [kind: string, ...values: unknown[]];

export interface SeenSheet {
  readonly name: string | undefined;
  readonly state: string;
  /** Announced rows; those in brackets are hidden. */
  readonly rows: readonly (number | readonly [number])[];
  readonly cells: Readonly<Record<string, Seen>>;
  readonly end: SheetEnd;
}

/** A sink that keeps what it is sent, and the keeping of it. */
export function recorder(): { sink: SheetSink; rows: (number | [number])[]; cells: Record<string, Seen> } {
  const rows: (number | [number])[] = [];
  const cells: Record<string, Seen> = Object.create(null);
  let row = 0;
  const see = (column: number, ...seen: Seen) => {
    const name = `${columnName(column)}${row}`;
    if (name in cells) throw new Error(`${name} sent twice`);
    cells[name] = seen;
  };
  const sink: SheetSink = {
    row(number, hidden) {
      if (number <= row) throw new Error(`row ${number} after ${row}`);
      row = number;
      rows.push(hidden ? [number] : number);
    },
    number: (column, value, format) => see(column, "number", value, format),
    text: (column, text) => see(column, "text", text),
    boolean: (column, value) => see(column, "boolean", value),
    error: (column, text) => see(column, "error", text),
    noResult: (column, formula) => see(column, "noResult", formula),
  };
  return { sink, rows, cells };
}

/** Opens and reads all of a workbook. Codes are those of opening and of all sheets. */
export async function readBook(
  bytes: Uint8Array,
  limits: Partial<Limits> = {},
): Promise<{ sheets: SeenSheet[]; codes: string[]; sha256: string | undefined }> {
  const { workbook, diagnostics } = await openXlsx("a.xlsx", bytes, { ...defaultLimits, ...limits });
  const sheets: SeenSheet[] = [];
  for (const sheet of workbook?.sheets ?? []) {
    const { sink, rows, cells } = recorder();
    const end = await sheet.read(sink);
    sheets.push({ name: sheet.name, state: sheet.state, rows, cells: { ...cells }, end });
  }
  const codes = [...diagnostics, ...sheets.flatMap((sheet) => sheet.end.diagnostics)].map((one) => one.code);
  return { sheets, codes, sha256: workbook?.sha256 };
}

/** The cells of a book with these rows. */
export async function cellsOf(rows: string, more: BookParts = {}): Promise<Readonly<Record<string, Seen>>> {
  const { sheets, codes } = await readBook(book({ ...more, rows }));
  if (codes.length > 0) throw new Error(codes.join());
  return sheets[0]!.cells;
}
