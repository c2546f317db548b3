import { columnName } from "../../diagnostic/location.ts";
import type { Place } from "../header/bind.ts";
import type { Limits } from "../limits.ts";
import type { SheetSink } from "../sheet.ts";
import { refusal } from "../xlsx/refusal.ts";
import type { CellDecoder } from "./cell-decoder.ts";
import type { RecordScanner } from "./record-scanner.ts";

/** Numbers the records and lines of a text file on their way to the sheet's sink, and holds them to the limits. */
export class RecordSink {
  /** Records begun, the blank ones too, as a spreadsheet would number its rows. */
  records = 0;
  /** Physical lines that the records so far take. */
  lines = 0;
  private cells = 0;

  constructor(
    private readonly sink: SheetSink,
    readonly place: Place,
    private readonly decoder: CellDecoder,
    private readonly limits: Limits,
  ) {}

  /** Begins a record that takes so many physical lines. */
  begin(lines: number): void {
    this.sink.row(++this.records, false, this.lines + 1);
    this.lines += lines;
  }

  /**
   * A cell of the record just begun; a blank one is not sent.
   *
   * @param ascii nothing in it needs decoding
   * @throws Refusal for bytes that the encoding does not have, and beyond a limit
   */
  cell(column: number, read: string, ascii: boolean): void {
    if (read === "") return;
    const text = ascii ? read : this.decode(column, read);
    if (text.length > this.limits.textLength || column >= this.limits.columns || ++this.cells > this.limits.cells) {
      this.refuse(column, text);
    }
    this.sink.text(column, text);
  }

  /**
   * Records as a scan of `source` has found them: all at once where the sink takes them so, and they are within the limits.
   *
   * @throws Refusal as `cell` does
   */
  scanned(source: Buffer, { cells, ends, records, lines, lineCount }: RecordScanner): void {
    if (records === 0) return;
    const { sink } = this;
    const count = ends[records - 1] as number;
    const filled = this.filledWithin(cells, ends, records);
    const words = sink.records && filled >= 0 ? this.decoder.words(source, cells, count) : undefined;
    if (sink.records && words) {
      const [row, line, { encoding }] = [this.records + 1, this.lines + 1, this.decoder];
      sink.records({ source, cells, ends, records, row, line, lines, encoding, words });
      this.records += records;
      this.lines += lineCount;
      this.cells += filled;
      return;
    }
    for (let record = 0, at = 0; record < records; record++) {
      const next = record + 1 < records ? (lines[record + 1] as number) : lineCount;
      this.begin(next - (lines[record] as number));
      const first = at;
      for (; at < (ends[record] as number); at++) {
        const [start, end] = [cells[2 * at] as number, cells[2 * at + 1] as number];
        const read = source.toString("latin1", start < 0 ? ~start : start, end);
        if (start < 0) this.cell(at - first, read.replaceAll('""', '"'), false);
        else this.cell(at - first, read, true);
      }
    }
  }

  /** How many cells of records are not blank; -1 if these may be beyond a limit. */
  private filledWithin(cells: Int32Array, ends: Int32Array, records: number): number {
    const { textLength, columns } = this.limits;
    let filled = 0;
    for (let record = 0, at = 0; record < records; record++) {
      const end = ends[record] as number;
      if (end - at > columns) return -1;
      for (; at < end; at++) {
        const [start, stop] = [cells[2 * at] as number, cells[2 * at + 1] as number];
        if (start !== stop) filled++;
        if (stop - (start < 0 ? ~start : start) > textLength) return -1;
      }
    }
    return this.cells + filled <= this.limits.cells ? filled : -1;
  }

  private decode(column: number, read: string): string {
    const text = this.decoder.decode(read);
    if (text !== undefined) return text;
    throw refusal("workbook/undecodable", this.at(column), { encoding: this.decoder.encoding });
  }

  private refuse(column: number, text: string): never {
    const { textLength, columns, cells } = this.limits;
    if (text.length > textLength) throw refusal("workbook/text-too-long", this.at(column), { limit: textLength });
    if (column >= columns) throw refusal("workbook/too-many-columns", this.at(column), { limit: columns });
    throw refusal("workbook/too-many-cells", this.at(column), { limit: cells });
  }

  private at(column: number) {
    return { ...this.place, cell: `${columnName(column)}${this.records}`, line: this.lines };
  }
}
