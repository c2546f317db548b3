import { type RecordBatch, sendEach } from "../csv/record-batch.ts";
import type { SheetSink } from "../sheet.ts";
import { packRecords, RecordPlayer, type SentRecords } from "./record-message.ts";

/**
 * Cells on their way from one thread to another: a code and a number for each, the bytes of texts of ASCII, and one string of
 * all other texts. Objects would be copied one by one; these arrays change hands as they are.
 */
export interface CellBatch {
  /** The kind in the low four bits, the column above them. */
  readonly codes: Int32Array<ArrayBuffer>;
  /** A row's or a cell's number, a text's length, a format's place. */
  readonly values: Float64Array<ArrayBuffer>;
  readonly length: number;
  readonly ascii: Uint8Array<ArrayBuffer>;
  readonly texts: string;
  /** Number formats that no batch of the sheet had before. */
  readonly formats: readonly string[];
}

const row = 0;
const hiddenRow = 1;
/** The physical line of the row that follows. */
const line = 2;
/** The format of the numbers that follow. */
const format = 3;
const number = 4;
const text = 5;
/** The text that its column had last: 是 and 否, a branch. */
const sameText = 6;
const boolean = 7;
const error = 8;
const noResult = 9;
/** A text of ASCII; its number is its length. */
const ascii = 10;

const kindBits = 4;
const kindMask = (1 << kindBits) - 1;
const capacity = 1 << 14;
/** Fewer records are not worth a message of their own. */
const fewRecords = 64;
const usualBytes = 1 << 16;
/** Bytes, and characters of texts, beyond which a batch is sent before it is full: long texts would make it grow to a gigabyte. */
const heavy = 1 << 20;

/** Gathers a sheet's cells into batches. */
export class BatchSink implements SheetSink {
  private codes = new Int32Array(capacity);
  private values = new Float64Array(capacity);
  private length = 0;
  private bytes = new Uint8Array(usualBytes);
  private used = 0;
  private texts: string[] = [];
  private characters = 0;
  private newFormats: string[] = [];
  private readonly formats = new Map<string, number>();
  private lastFormat: string | undefined;
  private readonly lastTexts: string[] = [];

  constructor(private readonly send: (batch: CellBatch | SentRecords) => void) {}

  row(rowNumber: number, hidden: boolean, startsOn?: number): void {
    if (startsOn !== undefined) this.put(line, 0, startsOn);
    this.put(hidden ? hiddenRow : row, 0, rowNumber);
  }

  number(column: number, value: number, code: string): void {
    if (code !== this.lastFormat) this.changeFormat(code);
    this.put(number, column, value);
  }

  text(column: number, value: string): void {
    if (this.lastTexts[column] === value) this.put(sameText, column, 0);
    else this.putText(text, column, value);
    this.lastTexts[column] = value;
  }

  ascii(column: number, source: Buffer, from: number, to: number): void {
    this.put(ascii, column, to - from);
    if (this.used + to - from > this.bytes.length) this.grow(to - from);
    const { bytes } = this;
    // Most texts are a few bytes: a call into a native copy costs more than they do.
    for (let p = from, at = this.used; p < to; p++, at++) bytes[at] = source[p] as number;
    this.used += to - from;
  }

  boolean(column: number, value: boolean): void {
    this.put(boolean, column, value ? 1 : 0);
  }

  error(column: number, value: string): void {
    this.putText(error, column, value);
  }

  noResult(column: number, formula: string): void {
    this.putText(noResult, column, formula);
  }

  records(batch: RecordBatch): void {
    if (batch.records < fewRecords) {
      sendEach(batch, this);
      return;
    }
    this.flush();
    this.send(packRecords(batch));
  }

  /** Sends what there is. */
  flush(): void {
    if (this.length === 0) return;
    const { codes, values, length, bytes, newFormats: formats } = this;
    this.send({ codes, values, length, ascii: bytes, texts: this.texts.join(""), formats });
    this.codes = new Int32Array(capacity);
    this.values = new Float64Array(capacity);
    this.bytes = new Uint8Array(usualBytes);
    this.used = 0;
    this.length = 0;
    this.texts = [];
    this.characters = 0;
    this.newFormats = [];
  }

  private changeFormat(code: string): void {
    let place = this.formats.get(code);
    if (place === undefined) {
      place = this.formats.size;
      this.formats.set(code, place);
      this.newFormats.push(code);
    }
    this.lastFormat = code;
    this.put(format, 0, place);
  }

  private putText(kind: number, column: number, value: string): void {
    this.put(kind, column, value.length);
    this.texts.push(value);
    this.characters += value.length;
  }

  private grow(more: number): void {
    const grown = new Uint8Array((this.bytes.length + more) * 2);
    grown.set(this.bytes);
    this.bytes = grown;
  }

  private put(kind: number, column: number, value: number): void {
    // Before, not after: a text belongs to the batch of its code.
    if (this.length === capacity || this.used + this.characters > heavy) this.flush();
    this.codes[this.length] = (column << kindBits) | kind;
    this.values[this.length++] = value;
  }
}

/** Hands the cells of a sheet's batches to a sink, just as they were sent. */
export class BatchPlayer {
  private readonly formats: string[] = [];
  private readonly lastTexts: string[] = [];
  private format = "General";
  private line: number | undefined;
  private readonly records: RecordPlayer;

  constructor(private readonly sink: SheetSink) {
    this.records = new RecordPlayer(sink);
  }

  play(batch: CellBatch | SentRecords): void {
    if ("codes" in batch) this.playCells(batch);
    else this.records.play(batch);
  }

  private playCells({ codes, values, length, ascii: bytes, texts, formats }: CellBatch): void {
    const { sink } = this;
    this.formats.push(...formats);
    const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    // What is left of a row that began in the batch before does not lie in the same bytes as its beginning.
    let isWhole = false;
    let from = 0;
    let at = 0;
    for (let index = 0; index < length; index++) {
      const code = codes[index] as number;
      const value = values[index] as number;
      const column = code >> kindBits;
      const kind = code & kindMask;
      if (kind === number) sink.number(column, value, this.format);
      else if (kind === ascii) {
        const to = from + value;
        if (isWhole && sink.span) sink.span(column, source, from, to);
        else sink.text(column, source.toString("latin1", from, to));
        from = to;
      } else if (kind === sameText) sink.text(column, this.lastTexts[column] ?? "");
      else if (kind === row || kind === hiddenRow) {
        sink.row(value, kind === hiddenRow, this.line);
        isWhole = true;
        this.line = undefined;
      } else if (kind === format) this.format = this.formats[value] ?? "General";
      else if (kind === boolean) sink.boolean(column, value === 1);
      else if (kind === line) this.line = value;
      else {
        const word = texts.slice(at, at + value);
        at += value;
        if (kind === text) {
          this.lastTexts[column] = word;
          sink.text(column, word);
        } else if (kind === error) sink.error(column, word);
        else if (kind === noResult) sink.noResult(column, word);
      }
    }
  }
}
