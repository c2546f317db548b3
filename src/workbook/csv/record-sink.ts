import { columnName } from "../../diagnostic/location.ts";
import type { Place } from "../header/bind.ts";
import type { Limits } from "../limits.ts";
import type { SheetSink } from "../sheet.ts";
import { refusal } from "../xlsx/refusal.ts";
import type { CellDecoder } from "./cell-decoder.ts";

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
   * As `cell`, for the bytes from `from` up to `to` of a piece of the file.
   *
   * @throws Refusal as `cell` does
   */
  bytes(column: number, source: Buffer, from: number, to: number, ascii: boolean): void {
    const { textLength, columns } = this.limits;
    if (!ascii) {
      const known = this.decoder.known(source, from, to);
      if (known === undefined) this.cell(column, source.toString("latin1", from, to), false);
      else this.cell(column, known, true);
    } else if (to - from > textLength || column >= columns || !this.sink.span) {
      this.cell(column, source.toString("latin1", from, to), true);
    } else {
      if (++this.cells > this.limits.cells) this.refuse(column, "");
      this.sink.span(column, source, from, to);
    }
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
