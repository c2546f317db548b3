import { columnName } from "../../diagnostic/location.ts";
import type { Merge, SheetSink } from "../../workbook/sheet.ts";
import { widthOf } from "../text-width.ts";
import type { ZipPart } from "../xlsx/stable-zip.ts";
import { tones } from "../xlsx/style.ts";
import type { Mark, SheetMarks } from "./marks.ts";
import type { NoteTexts } from "./note-text.ts";
import type { Note } from "./notes.ts";
import { cellXml } from "./row-text.ts";
import { type StyleTable, severityTones } from "./styles.ts";

/** Rows that are held back to find out how wide the columns are. */
const widthRows = 200;
const widths = { least: 8, most: 42 };
/** A program opens a sheet with more notes slowly or not at all; cells beyond are marked without one. */
export const mostNotes = 20_000;
/** What a worksheet can hold. */
export const mostRows = 1_048_576;
export const mostColumns = 16_384;
/** More cells than these under merged ranges are not looked through for marks. */
const mostMerged = 200_000;

export interface SheetDress {
  readonly styles: StyleTable;
  readonly marks: SheetMarks | undefined;
  readonly texts: NoteTexts;
  /** Row numbers of the header. */
  readonly headerRows: ReadonlySet<number>;
  readonly date1904: boolean;
  /** Cells beyond this column are too many: the rows may be shifted. */
  readonly overlong: { readonly after: number; readonly mark: Mark } | undefined;
}

/** Writes one sheet as it was sent, cell by cell, with the marks. Blank cells are written only where they are marked. */
export class SheetWriter implements SheetSink {
  readonly notes: Note[] = [];
  /** Marked cells that have no note, as there are too many. */
  unnoted = 0;
  /** Cells that no worksheet has room for. */
  dropped = 0;
  private current = 0;
  private cells = "";
  /** Marks of the row at hand that are still to come, by column. */
  private due: [number, Mark][] = [];
  private readonly markedRows: number[];
  private readonly firstHeader: number;
  private nextMarked = 0;
  private held: string[] | undefined = [];
  private readonly width: number[] = [];
  private readonly columns: string[] = [];

  /** @param shift what the file's row numbers are lowered by: a text file may take several sheets */
  constructor(
    private readonly part: ZipPart,
    private readonly dress: SheetDress,
    private readonly shift: number,
  ) {
    const inReach = [...(dress.marks?.rows.keys() ?? [])].filter((row) => row > shift && row <= shift + mostRows);
    this.firstHeader = dress.headerRows.size > 0 ? Math.min(...dress.headerRows) : 0;
    this.markedRows = inReach.sort((a, b) => a - b);
  }

  row(number: number): void {
    this.endRow();
    this.blankRowsBefore(number);
    this.begin(number);
  }

  number(column: number, value: number, format: string): void {
    const day = this.dress.date1904 && isDate(format) ? value + 1462 : value;
    if (!Number.isFinite(value)) this.text(column, String(value));
    else
      this.put(column, format, String(Number(value.toPrecision(15))), (ref, style) => cellXml.number(ref, style, day));
  }

  /** Text that could be taken for a number stays text when somebody edits the cell: a leading zero is part of an id. */
  text(column: number, text: string): void {
    this.put(column, /^[\d=+@-]/.test(text) ? "@" : "General", text, (ref, style) => cellXml.text(ref, style, text));
  }

  boolean(column: number, value: boolean): void {
    this.put(column, "General", value ? "TRUE" : "FALSE", (ref, style) => cellXml.boolean(ref, style, value));
  }

  error(column: number, text: string): void {
    this.put(column, "General", text, (ref, style) => cellXml.error(ref, style, text));
  }

  /** The formula is shown, and never run. */
  noResult(column: number, formula: string): void {
    this.text(column, `=${formula.replace(/^=/, "")}`);
  }

  /** Ends the sheet; answers whether its notes need a drawing. */
  finish(merges: readonly Merge[]): boolean {
    this.endRow();
    this.blankRowsBefore(Number.POSITIVE_INFINITY);
    this.release();
    const merged = this.keptMerges(merges);
    const mergeXml = merged.length === 0 ? "" : `<mergeCells count="${merged.length}">${merged.join("")}</mergeCells>`;
    const drawing = this.notes.length > 0 ? '<legacyDrawing r:id="notes"/>' : "";
    this.part.write(
      `</sheetData>${mergeXml}<pageMargins left="0.45" right="0.45" top="0.55" bottom="0.65" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>${drawing}</worksheet>`,
    );
    this.part.end();
    return this.notes.length > 0;
  }

  private begin(number: number): void {
    this.current = number;
    this.cells = "";
    const marks = this.dress.marks?.rows.get(number);
    this.due = marks ? [...marks].sort(([a], [b]) => a - b) : [];
    if (marks) this.nextMarked++;
  }

  private put(column: number, format: string, shown: string, xml: (ref: string, style: number) => string): void {
    if (column >= mostColumns) {
      this.dropped++;
      return;
    }
    this.blanksBefore(column);
    const ref = this.ref(column);
    const { overlong, styles, headerRows } = this.dress;
    let mark: Mark | undefined;
    if (this.due[0]?.[0] === column) mark = this.due.shift()?.[1];
    else if (overlong && column > overlong.after && !headerRows.has(this.current)) mark = { ...overlong.mark };
    if (mark) this.note(column, ref, mark, shown);
    const look = mark?.severity ?? (headerRows.has(this.current) ? "head" : "plain");
    this.cells += xml(ref, styles.id(look, format));
    // A title above the table runs over the columns beside it.
    if (this.held && this.current >= this.firstHeader) {
      const wide = widthOf(shown.slice(0, 60)) + (format === "General" || format === "@" ? 0 : 6);
      this.width[column] = Math.max(this.width[column] ?? 0, wide);
    }
  }

  /** Marked cells of the row that hold nothing. */
  private blanksBefore(column: number): void {
    while (this.due.length > 0 && (this.due[0]?.[0] ?? 0) < column) {
      const [at, mark] = this.due.shift() as [number, Mark];
      if (at >= mostColumns) continue;
      const ref = this.ref(at);
      this.note(at, ref, mark, "");
      this.cells += cellXml.blank(ref, this.dress.styles.id(mark.severity));
    }
  }

  private blankRowsBefore(number: number): void {
    for (let row = this.markedRows[this.nextMarked]; row !== undefined && row < number; ) {
      this.begin(row);
      this.endRow();
      row = this.markedRows[this.nextMarked];
    }
  }

  private endRow(): void {
    this.blanksBefore(Number.POSITIVE_INFINITY);
    if (this.cells === "") return;
    const xml = `<row r="${this.current - this.shift}">${this.cells}</row>`;
    this.cells = "";
    if (!this.held) this.part.write(xml);
    else if (this.held.push(xml) >= widthRows) this.release();
  }

  private note(column: number, ref: string, mark: Mark, shown: string): void {
    mark.found = shown;
    if (this.notes.length >= mostNotes) {
      this.unnoted++;
      return;
    }
    const text = this.dress.texts.of(mark, this.letters(column));
    this.notes.push({ ref, row: this.current - this.shift, column, text });
  }

  /** The sheet's beginning, and the rows held back for it. */
  private release(): void {
    if (!this.held) return;
    const { marks, headerRows } = this.dress;
    const worst = marks?.worst;
    const tab = worst ? `<tabColor rgb="${tones[severityTones[worst]][1]}"/>` : "";
    const header = Math.max(0, ...headerRows) - this.shift;
    const frozen =
      header > 0 && header <= 20
        ? `<pane ySplit="${header}" topLeftCell="A${header + 1}" activePane="bottomLeft" state="frozen"/>`
        : "";
    const columns: string[] = [];
    this.width.forEach((width, index) => {
      const fitted = Math.min(Math.max(width + 2, widths.least), widths.most);
      columns.push(`<col min="${index + 1}" max="${index + 1}" width="${fitted}" customWidth="1"/>`);
    });
    this.part.write(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetPr>${tab}<pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="16"/>${columns.length > 0 ? `<cols>${columns.join("")}</cols>` : ""}<sheetData>`,
    );
    for (const xml of this.held) this.part.write(xml);
    this.held = undefined;
  }

  /** Not those that overlap, which Excel repairs, nor those that would hide a mark. */
  private keptMerges(merges: readonly Merge[]): string[] {
    const covered = new Set<number>();
    return merges.flatMap(({ top, left, bottom, right }) => {
      const from = top - this.shift;
      if (from < 1 || bottom - this.shift > mostRows || right >= mostColumns) return [];
      const size = (bottom - top + 1) * (right - left + 1);
      if (size < 2 || covered.size + size > mostMerged) return [];
      const cells: number[] = [];
      for (let row = top; row <= bottom; row++) {
        for (let column = left; column <= right; column++) {
          const marked = this.dress.marks?.rows.get(row)?.has(column) && (row > top || column > left);
          if (marked || covered.has(row * mostColumns + column)) return [];
          cells.push(row * mostColumns + column);
        }
      }
      for (const cell of cells) covered.add(cell);
      return [`<mergeCell ref="${this.letters(left)}${from}:${this.letters(right)}${bottom - this.shift}"/>`];
    });
  }

  private ref(column: number): string {
    return `${this.letters(column)}${this.current - this.shift}`;
  }

  private letters(column: number): string {
    const known = this.columns[column];
    if (known !== undefined) return known;
    const name = columnName(column);
    this.columns[column] = name;
    return name;
  }
}

/** Whether a number format shows a day: what is quoted, or in brackets, is not part of it. */
function isDate(format: string): boolean {
  return /[ymdh]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, "")) && !/^general$/i.test(format);
}
