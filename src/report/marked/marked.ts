import { compareText } from "../../diagnostic/collect.ts";
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import { type CellLocation, columnName } from "../../diagnostic/location.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Lang, Text } from "../../text/text.ts";
import { defaultLimits } from "../../workbook/limits.ts";
import { openWorkbook } from "../../workbook/open.ts";
import type { InputSource, ReadOptions } from "../../workbook/read.ts";
import type { Sheet, Workbook } from "../../workbook/sheet.ts";
import type { FileReport, SheetReport } from "../../workbook/sheet-report.ts";
import { StableZip } from "../xlsx/stable-zip.ts";
import { indexOf, keyOf, Marks } from "./marks.ts";
import { NoteTexts } from "./note-text.ts";
import { commentsXml, drawingXml } from "./notes.ts";
import {
  contentTypes,
  type PackedSheet,
  partNames,
  rootRelations,
  sheetRelations,
  workbookRelations,
  workbookXml,
} from "./package-parts.ts";
import { Pages } from "./pages.ts";
import { type Target, writeProblemList } from "./problem-list.ts";
import { SheetNames } from "./sheet-names.ts";
import { mostRows, type SheetDress, SheetWriter } from "./sheet-writer.ts";
import { StyleTable } from "./styles.ts";

export interface MarkedRequest {
  readonly sources: readonly InputSource[];
  /** As the sources were read: the same encodings, delimiters and limits. */
  readonly reading: ReadOptions;
  /** What was understood of each file that could be opened. */
  readonly files: readonly FileReport[];
  /** Every problem, sorted; every place of each. */
  readonly diagnostics: readonly Diagnostic[];
  readonly rulebook: Rulebook | undefined;
  readonly lang: Lang;
}

/**
 * The sheets as they were sent, with every bad cell marked, and a list of all problems before them: what an analyst sends
 * back to a branch. The files are read once more and go through row by row; only what they compress to is held. The same
 * files give the same bytes.
 */
export async function renderMarked(request: MarkedRequest): Promise<Uint8Array> {
  return new MarkedWorkbook(request).render();
}

class MarkedWorkbook {
  private readonly zip = new StableZip();
  private readonly styles = new StyleTable();
  private readonly names = new SheetNames();
  private readonly sheets: PackedSheet[] = [];
  /** The sheets here that a sheet of a file was written to, with the first row of each. */
  private readonly written = new Map<string, PackedSheet[]>();
  private readonly texts = new Map<string, NoteTexts>();
  private readonly remarks: Text[] = [];
  private readonly marks: Marks;

  constructor(private readonly request: MarkedRequest) {
    this.marks = new Marks(request.files, request.diagnostics);
  }

  async render(): Promise<Uint8Array> {
    const { zip, sheets, request } = this;
    // Readers look for the content types first; what they are is known last.
    const types = zip.open("[Content_Types].xml");
    zip.add("_rels/.rels", rootRelations);
    const list = zip.open(partNames.sheet(1));
    const listName = this.names.add(request.lang === "zh" ? "数据问题" : "Data problems");
    sheets.push({ name: listName, hidden: false, notes: false });
    const opened = new Set(request.files.map(({ file }) => file));
    const sources = request.sources.filter(({ name }) => opened.has(name));
    for (const source of [...sources].sort((a, b) => compareText(a.name, b.name))) await this.addFile(source);
    writeProblemList(this.problemList(), list, this.styles);
    types.write(contentTypes(sheets));
    types.end();
    zip.add("xl/workbook.xml", workbookXml(sheets));
    zip.add("xl/_rels/workbook.xml.rels", workbookRelations(sheets));
    zip.add("xl/styles.xml", this.styles.xml());
    return Buffer.concat(await zip.finish());
  }

  private async addFile(source: InputSource): Promise<void> {
    const { reading, files } = this.request;
    const from = source.bytes ?? source.path ?? source.name;
    const { workbook } = await openWorkbook(source.name, from, reading.limits ?? defaultLimits, reading);
    const report = files.find(({ file }) => file === source.name);
    if (!workbook || !report) return;
    for (const [index, sheet] of workbook.sheets.entries()) {
      const understood = report.sheets[index];
      if (understood) await this.addSheet(sheet, workbook, understood);
    }
  }

  private async addSheet(sheet: Sheet, { file, date1904 = false }: Workbook, report: SheetReport): Promise<void> {
    const { rulebook, lang, files } = this.request;
    const key = keyOf(file, sheet.name);
    const texts = new NoteTexts(rulebook, report, lang);
    this.texts.set(key, texts);
    const dress: SheetDress = {
      styles: this.styles,
      marks: this.marks.of(file, sheet.name),
      texts,
      headerRows: new Set(report.headerRows),
      date1904,
      overlong: this.overlong(key, report),
    };
    const stem = fileName(file).replace(/\.\w+$/, "");
    const name = sheet.name === undefined ? [stem] : [sheet.name, files.length > 1 ? stem : ""];
    const pages = new Pages((shift) => {
      const index = this.sheets.length + 1;
      const page: PackedSheet = {
        name: this.names.add(name[0] ?? "", name[1]),
        hidden: sheet.state === "hidden",
        notes: false,
      };
      this.sheets.push(page);
      this.written.set(key, [...(this.written.get(key) ?? []), page]);
      return { writer: new SheetWriter(this.zip.open(partNames.sheet(index)), dress, shift), page, index };
    });
    const { merges } = await sheet.read(pages);
    for (const { writer, page, index } of pages.all()) {
      page.notes = writer.finish(merges);
      if (page.notes) this.addNotes(writer, index);
      this.remarkOn(writer, page);
    }
  }

  private addNotes({ notes }: SheetWriter, index: number): void {
    this.zip.add(partNames.relations(index), sheetRelations(index));
    for (const [name, pieces] of [
      [partNames.comments(index), commentsXml(notes)],
      [partNames.drawing(index), drawingXml(notes, index)],
    ] as const) {
      const part = this.zip.open(name);
      for (const piece of pieces) part.write(piece);
      part.end();
    }
  }

  private remarkOn({ notes, unnoted, dropped }: SheetWriter, { name }: PackedSheet): void {
    if (unnoted > 0)
      this.remarks.push({
        zh: `“${name}”的批注太多：前 ${notes.length} 格有批注，其余 ${unnoted} 格只着色加框，问题见下表`,
        en: `${name} has too many notes: the first ${notes.length} cells have one, the other ${unnoted} are coloured and framed only; see the list`,
      });
    if (dropped > 0)
      this.remarks.push({
        zh: `“${name}”有 ${dropped} 格在第 16,384 列之后，工作表放不下，没有写出`,
        en: `${name}: ${dropped} cells are beyond column 16,384, which no worksheet has, and are left out`,
      });
  }

  /** Where rows have more cells than the header, the cells that are too many. */
  private overlong(key: string, { bound, unbound }: SheetReport): SheetDress["overlong"] {
    const found = this.request.diagnostics.find(
      ({ code, location }) =>
        code === "workbook/extra-cells" &&
        location !== undefined &&
        keyOf(location.file, (location as CellLocation).sheet) === key,
    );
    if (!found) return undefined;
    const after = Math.max(...[...bound, ...unbound].map(({ column }) => indexOf(column)));
    return { after, mark: { severity: found.severity, causes: [{ diagnostic: found, as: undefined }] } };
  }

  private problemList(): Parameters<typeof writeProblemList>[0] {
    const { diagnostics, lang, files } = this.request;
    const bases = files.map(({ file }) => fileName(file));
    return {
      diagnostics,
      lang,
      remarks: this.remarks,
      fileName: (file) => (bases.filter((base) => base === fileName(file)).length > 1 ? file : fileName(file)),
      target: (diagnostic) => this.target(diagnostic),
    };
  }

  private target(diagnostic: Diagnostic): Target | undefined {
    const spot = this.marks.spot(diagnostic);
    const place = Math.floor(((spot?.row ?? 1) - 1) / mostRows);
    const page = spot && this.written.get(spot.sheet)?.[place];
    if (!page) return undefined;
    const ofCell = (diagnostic.location as CellLocation).cell !== undefined && diagnostic.code.startsWith("facts/");
    return {
      sheet: page.name,
      cell: `${columnName(spot.column)}${spot.row - place * mostRows}`,
      found: this.marks.found(spot),
      expected: ofCell ? this.texts.get(spot.sheet)?.expectedIn(columnName(spot.column)) : undefined,
      reachable: !page.hidden,
    };
  }
}

function fileName(file: string): string {
  return file.split(/[\\/]/).at(-1) || file;
}
