import { escapeXmlAttribute } from "../../text/escape.ts";
/** A sheet of the workbook, in its order. */
export interface PackedSheet {
  readonly name: string;
  readonly hidden: boolean;
  notes: boolean;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Names of the parts of a sheet, which counts from 1. */
export const partNames = {
  sheet: (index: number): string => `xl/worksheets/sheet${index}.xml`,
  relations: (index: number): string => `xl/worksheets/_rels/sheet${index}.xml.rels`,
  comments: (index: number): string => `xl/comments${index}.xml`,
  drawing: (index: number): string => `xl/drawings/vmlDrawing${index}.vml`,
} as const;

export function contentTypes(sheets: readonly PackedSheet[]): string {
  const parts = sheets.flatMap(({ notes }, index) => [
    override(partNames.sheet(index + 1), `${spreadsheet}.worksheet+xml`),
    ...(notes ? [override(partNames.comments(index + 1), `${spreadsheet}.comments+xml`)] : []),
  ]);
  return `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${override("xl/workbook.xml", `${spreadsheet}.sheet.main+xml`)}${override("xl/styles.xml", `${spreadsheet}.styles+xml`)}${parts.join("")}</Types>`;
}

export const rootRelations = `${declaration}<Relationships xmlns="${relationships}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

export function workbookXml(sheets: readonly PackedSheet[]): string {
  const list = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${escapeXmlAttribute(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ""} r:id="r${index + 1}"/>`,
  );
  return `${declaration}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${list.join("")}</sheets></workbook>`;
}

export function workbookRelations(sheets: readonly PackedSheet[]): string {
  const list = sheets.map((_, index) => relation(`r${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`));
  return `${declaration}<Relationships xmlns="${relationships}">${list.join("")}${relation("styles", "styles", "styles.xml")}</Relationships>`;
}

/** Of a sheet with notes. */
export function sheetRelations(index: number): string {
  return `${declaration}<Relationships xmlns="${relationships}">${relation("notes", "vmlDrawing", `../drawings/vmlDrawing${index}.vml`)}${relation("comments", "comments", `../comments${index}.xml`)}</Relationships>`;
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
}

function override(part: string, type: string): string {
  return `<Override PartName="/${part}" ContentType="${type}"/>`;
}
