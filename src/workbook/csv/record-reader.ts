import { type Diagnostic, diagnose } from "../../diagnostic/diagnostic.ts";
import { columnName } from "../../diagnostic/location.ts";
import { refusal } from "../xlsx/refusal.ts";
import type { LineBreak } from "./pieces.ts";
import { readPlainLines } from "./plain.ts";
import { parseRecords, type Quoting } from "./quoted.ts";
import { countBreaks, recordEnd } from "./record-end.ts";
import { RecordScanner } from "./record-scanner.ts";
import type { RecordSink } from "./record-sink.ts";

/** A record that is still open after so many characters has lost its closing quote. */
const longestRecord = 2 ** 20;
/** Lines without a quote, when as near as this to one with, go the same way: a call of the parser costs more than they do. */
const nearby = 2048;
/** So many characters go to the parser at once: at first, and at most, where much that is not regular comes in a row. */
const stretch = { least: 256, most: 2 ** 16 };
const quoteCode = 0x22;
const carriageReturn = 0x0d;
const beyondAscii = /[^\x00-\x7f]/;

/**
 * Reads a text file's pieces into records. Lines without a quote, and in bytes records whose quotes are regular, are only split;
 * whatever else has a quote goes through csv-parse, in stretches that end where a record does.
 */
export class RecordReader {
  readonly diagnostics: Diagnostic[] = [];
  private held = "";
  private readonly code: number;
  private readonly lineFeed: number;
  private readonly scanner: RecordScanner;
  private reach = stretch.least / 2;

  constructor(
    private readonly delimiter: string,
    private readonly lineBreak: LineBreak,
    private readonly sink: RecordSink,
  ) {
    this.code = delimiter.charCodeAt(0);
    this.lineFeed = lineBreak.charCodeAt(0);
    this.scanner = new RecordScanner(this.code, this.lineFeed);
  }

  /**
   * Reads a piece that ends with a line break, or the file's last one.
   *
   * @throws Refusal for a quote that does not close, at the place where it opened
   */
  read(piece: string): void {
    const text = this.held + piece;
    this.held = "";
    let at = 0;
    while (at < text.length) {
      const quote = text.indexOf('"', at);
      const stop = quote < 0 ? text.length : Math.max(at, text.lastIndexOf(this.lineBreak, quote) + 1);
      readPlainLines(text, at, stop, this.code, this.lineFeed, this.sink);
      if (quote < 0) return;
      at = this.readQuoted(text, stop, stretch.most);
    }
  }

  /**
   * Reads a piece of bytes, as `read` does.
   *
   * @throws Refusal as `read` does
   */
  readBytes(piece: Buffer): void {
    if (this.code === quoteCode || this.code === carriageReturn) {
      this.read(piece.toString("latin1"));
      return;
    }
    const bytes = this.held === "" ? piece : Buffer.concat([Buffer.from(this.held, "latin1"), piece]);
    this.held = "";
    const end = bytes.lastIndexOf(this.lineFeed) + 1;
    let text: string | undefined;
    for (let at = 0; at < end; ) {
      const rest = bytes.subarray(at, end);
      const regular = this.scanner.scan(rest);
      this.sink.scanned(rest.subarray(0, regular), this.scanner);
      if (regular === rest.length) break;
      // Much that is not regular, with little between, is cheaper in few calls.
      this.reach = regular < this.reach ? Math.min(this.reach * 2, stretch.most) : stretch.least;
      text ??= bytes.toString("latin1", 0, end);
      at = this.readQuoted(text, at + regular, this.reach);
    }
    if (end < bytes.length) this.read(bytes.toString("latin1", end));
  }

  /**
   * Ends the file.
   *
   * @throws Refusal if a quote is still open
   */
  finish(): void {
    if (this.held === "") return;
    const record = recordEnd(this.held, 0, this.code, this.lineFeed);
    if (!("end" in record)) this.refuse(record);
  }

  /**
   * Reads what begins with a quoted record at `from`, some `reach` characters of it, and gives the place behind. A record
   * that does not end in the text is held until more has come.
   */
  private readQuoted(text: string, from: number, reach: number): number {
    const end = this.stretchEnd(text, from, reach);
    const at = end > from ? this.readStretch(text, from, end) : from;
    if (at >= end && end > from) return at;
    const record = recordEnd(text, at, this.code, this.lineFeed);
    if ("end" in record) return at;
    if (record.hopeless || text.length - at > longestRecord) this.refuse(record);
    this.held = text.slice(at);
    return text.length;
  }

  /** The end of the lines from `from` on in which every quote that opens closes too, when it is `reach` characters away. */
  private stretchEnd(text: string, from: number, reach: number): number {
    let at = from;
    while (at < text.length && at - from < reach) {
      const stop = text.indexOf(this.lineBreak, at);
      const next = stop < 0 ? text.length : stop + 1;
      const quotes = countQuotes(text, at, next);
      if (quotes % 2 === 1) {
        const record = recordEnd(text, at, this.code, this.lineFeed);
        if (!("end" in record)) return at;
        at = record.end;
      } else {
        const following = quotes > 0 ? at : text.indexOf('"', next);
        if (following < 0 || following - next > nearby) return at;
        at = next;
      }
    }
    return at;
  }

  /** Reads the records from `from` to `to` and gives the place behind the last that is whole. */
  private readStretch(text: string, from: number, to: number): number {
    const all = parseRecords(text.slice(from, to), this.delimiter, this.lineBreak, "strict");
    if (all) {
      for (const record of all) this.send(record);
      return to;
    }
    let at = from;
    while (at < to) {
      const record = recordEnd(text, at, this.code, this.lineFeed);
      if (!("end" in record)) return at;
      this.readOdd(text.slice(at, record.end));
      at = record.end;
    }
    return at;
  }

  /** Reads one record as strictly as it can be read. */
  private readOdd(text: string): void {
    const parse = (quoting: Quoting, of = text) => parseRecords(of, this.delimiter, this.lineBreak, quoting);
    let records = parse("strict") ?? parse("blanks");
    if (!records) {
      records = parse("free") ?? this.refuse({ column: 0, line: 0 });
      const line = this.sink.lines + 1;
      const at = { ...this.sink.place, cell: `A${this.sink.records + 1}`, line };
      // An id that a spreadsheet was to keep text, ="001234", has its quotes where they belong.
      if (!parse("strict", text.replace(keptText, "")))
        this.diagnostics.push(diagnose("workbook/stray-quote", at, { line }));
    }
    for (const record of records) this.send(record);
  }

  private send(record: readonly string[]): void {
    let breaks = 0;
    for (const field of record) {
      if (field.includes(this.lineBreak)) breaks += countBreaks(field, 0, field.length, this.lineFeed);
    }
    this.sink.begin(1 + breaks);
    for (let column = 0; column < record.length; column++) {
      const field = record[column] ?? "";
      this.sink.cell(column, field, !beyondAscii.test(field));
    }
  }

  private refuse(open: { readonly column: number; readonly line: number }): never {
    const cell = `${columnName(open.column)}${this.sink.records + 1}`;
    const line = this.sink.lines + 1 + open.line;
    throw refusal("workbook/unclosed-quote", { ...this.sink.place, cell, line }, { line });
  }
}

const keptText = /="[^",;\t|\r\n]*"/gu;

function countQuotes(text: string, from: number, to: number): number {
  let quotes = 0;
  for (let at = text.indexOf('"', from); at >= 0 && at < to; at = text.indexOf('"', at + 1)) quotes++;
  return quotes;
}
