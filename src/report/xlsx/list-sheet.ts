import type { Worksheet } from "exceljs";
import { columnName } from "../../diagnostic/location.ts";
import type { Text } from "../../text/text.ts";
import { cellText } from "./cell-text.ts";
import type { Draft } from "./draft.ts";
import type { CellNote } from "./notes.ts";
import { addPage, addTitle, headerRow, signOffText } from "./page.ts";
import { type ListCell, RowWriter } from "./row-xml.ts";
import { linesOf } from "./shared-texts.ts";
import { font, grid, header, look, type StyleName, styles } from "./style.ts";

/** A sheet that is a list: a title, a header row, and a row for each of `rows`. */
export interface ListSheet<Row> {
  readonly name: Text;
  readonly columns: readonly ListColumn<Row>[];
  /** They are gone through in order, more than once. */
  readonly rows: Rows<Row>;
  /** Said at the right of the line under the title: 单位：元. */
  readonly unit?: Text;
  /** Number styles that cells may have, beside the named ones. */
  readonly numberStyles?: readonly StyleName[];
  /** Makes the list a named table instead of a plain filtered range. */
  readonly tableName?: string;
  /** Notes at cells. */
  notes?(row: Row, at: number): readonly CellNote[];
  /** A line over a row, where something new begins. */
  band?(row: Row, before: Row | undefined): string | undefined;
}

/** A list, or something that makes its items when they are asked for. */
export type Rows<Row> = { readonly length: number } & Iterable<Row>;

export interface ListColumn<Row> {
  readonly heading: Text;
  /** In characters of half width. */
  readonly width: number;
  cell(row: Row, position: number): ListCell;
}

/** The first row under the headings. */
export const firstRow = headerRow + 1;

/** A sheet with a list, and the number of the list's last row. */
export interface AddedList {
  readonly sheet: Worksheet;
  readonly lastRow: number;
}

/** Lays the list out; its rows are streamed into it when the workbook is packed. */
export function addList<Row>(draft: Draft, list: ListSheet<Row>): AddedList {
  const { lang, report } = draft;
  const sheet = addPage(draft, list.name, { frozen: true });
  const { columns, rows } = list;
  const widths = columns.map(({ width }) => width);
  for (const [index, width] of widths.entries()) sheet.getColumn(index + 1).width = width;
  addTitle(sheet, draft, `${report.rulebook.title[lang]} · ${list.name[lang]}`, columns.length, list.unit?.[lang]);
  const headings = distinct(columns.map((column) => cellText(column.heading[lang])));
  const bands = bandsOf(list);
  const lastRow = headerRow + rows.length + bands.size;
  const range = `A${headerRow}:${columnName(columns.length - 1)}${lastRow}`;
  if (list.tableName) addTable(sheet, list.tableName, headings, rows.length);
  else sheet.autoFilter = range;
  for (const [index, heading] of headings.entries()) {
    const cell = sheet.getCell(headerRow, index + 1);
    cell.value = heading;
    cell.style = header;
  }
  const lines = Math.max(...headings.map((heading, index) => linesOf(heading, widths[index] ?? 10)));
  sheet.getRow(headerRow).height = Math.max(24, lines * 14 + 8);
  const patterns = [...(Object.keys(styles) as StyleName[]), ...new Set(list.numberStyles ?? [])];
  for (const [index, name] of patterns.entries()) sheet.getCell(firstRow, index + 1).style = look(name);
  addGrid(sheet, columns.length, lastRow);
  if (list.notes) sheet.getCell(firstRow, 1).note = patternNote;
  draft.streamed.push({
    sheet,
    firstRow,
    lastRow: lastRow + 2,
    patterns,
    ...(list.notes ? { notes: () => notesOf(list, bands) } : {}),
    *rows(texts, styleId) {
      const writer = new RowWriter(widths, texts, styleId);
      let at = firstRow;
      let position = 0;
      const cells: ListCell[] = [];
      for (const row of rows) {
        const band = bands.get(position);
        if (band !== undefined) yield writer.band(at++, band);
        for (let index = 0; index < columns.length; index++) cells[index] = columns[index]!.cell(row, position);
        yield writer.row(at++, cells);
        position++;
      }
      yield new RowWriter([1000], texts, styleId).row(lastRow + 2, [{ value: signOffText(lang), style: "signOff" }]);
    },
  });
  return { sheet, lastRow };
}

/** How notes look; the library lays out the parts for them around one. */
const patternNote = { texts: [{ text: " ", font: font({ size: 9 }) }], margins: { insetmode: "auto" as const } };

function* notesOf<Row>(list: ListSheet<Row>, bands: ReadonlyMap<number, string>): Generator<CellNote> {
  let at = firstRow;
  let position = 0;
  for (const row of list.rows) {
    if (bands.has(position++)) at++;
    yield* list.notes?.(row, at++) ?? [];
  }
}

/** The lines between the rows, by the place of the row below. */
function bandsOf<Row>({ rows, band }: ListSheet<Row>): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  if (!band) return found;
  let before: Row | undefined;
  let position = 0;
  for (const row of rows) {
    const text = band(row, before);
    if (text !== undefined) found.set(position, text);
    before = row;
    position++;
  }
  return found;
}

/** The lines of empty cells, which are not written: a rule that always holds. */
function addGrid(sheet: Worksheet, columns: number, lastRow: number): void {
  if (lastRow < firstRow) return;
  sheet.addConditionalFormatting({
    ref: `A${firstRow}:${columnName(columns - 1)}${lastRow}`,
    rules: [{ type: "expression", priority: 1000, formulae: ["TRUE"], style: { border: grid } }],
  });
}

/** A table's headings must differ, capitals or not, and a rulebook's labels may not: a later one gets its number. */
function distinct(headings: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const count = (seen.get(heading.toLowerCase()) ?? 0) + 1;
    seen.set(heading.toLowerCase(), count);
    return count === 1 ? heading : `${heading} (${count})`;
  });
}

/** An Excel table over the list: the rows are only counted here, their cells are streamed. */
function addTable(sheet: Worksheet, name: string, headings: readonly string[], rows: number): void {
  sheet.addTable({
    name,
    ref: `A${headerRow}`,
    headerRow: true,
    totalsRow: false,
    columns: headings.map((heading) => ({ name: heading, filterButton: true })),
    rows: Array.from({ length: rows }, () => []),
    style: { showRowStripes: false },
  });
}
