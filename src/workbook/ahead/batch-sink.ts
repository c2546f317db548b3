import { type RecordBatch, sendEach } from "../csv/record-batch.ts";
import type { SheetSink } from "../sheet.ts";
import {
  ascii,
  boolean,
  type CellBatch,
  capacity,
  error,
  format,
  hiddenRow,
  kindBits,
  line,
  noResult,
  number,
  row,
  text,
  word,
} from "./cell-batch.ts";
import { packRecords, type SentRecords } from "./record-message.ts";

/** Fewer records are not worth a message of their own. */
const fewRecords = 64;
const usualBytes = 1 << 16;
/** Bytes, and characters of texts, beyond which a batch is sent before it is full: long texts would make it grow to a gigabyte. */
const heavy = 1 << 20;
/** Of a sheet's texts so many are remembered as words, with so many characters in all. */
const mostWords = 1 << 14;
const mostCharacters = 1 << 20;

/** Gathers a sheet's cells into batches. */
export class BatchSink implements SheetSink {
  private codes = new Int32Array(capacity);
  private values = new Float64Array(capacity);
  private length = 0;
  private bytes = new Uint8Array(usualBytes);
  private used = 0;
  private texts: string[] = [];
  private characters = 0;
  private newWords: string[] = [];
  private readonly words = new Map<string, number>();
  private wordCharacters = 0;
  private newFormats: string[] = [];
  private readonly formats = new Map<string, number>();
  /** The format that each column had last. */
  private readonly lastFormats: string[] = [];

  /** @param most codes in a batch; no more than its capacity */
  constructor(
    private readonly send: (batch: CellBatch | SentRecords) => void,
    private readonly most = capacity,
  ) {}

  row(rowNumber: number, hidden: boolean, startsOn?: number): void {
    // With a little left, so that most rows lie in one batch as a whole: only such are taken at once.
    if (this.length > this.most - (this.most >> 6)) this.flush();
    if (startsOn !== undefined) this.put(line, 0, startsOn);
    this.put(hidden ? hiddenRow : row, 0, rowNumber);
  }

  number(column: number, value: number, code: string): void {
    if (code !== this.lastFormats[column]) this.changeFormat(column, code);
    this.put(number, column, value);
  }

  text(column: number, value: string): void {
    const place = this.words.get(value) ?? this.addWord(value);
    if (place >= 0) this.put(word, column, place);
    else this.putText(text, column, value);
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
  flush(isSplit = false): void {
    if (this.length === 0) return;
    const { codes, values, length, bytes, newWords: words, newFormats: formats } = this;
    this.send({ codes, values, length, ascii: bytes, texts: this.texts.join(""), words, formats, isSplit });
    this.codes = new Int32Array(capacity);
    this.values = new Float64Array(capacity);
    this.bytes = new Uint8Array(usualBytes);
    this.used = 0;
    this.length = 0;
    this.texts = [];
    this.characters = 0;
    this.newWords = [];
    this.newFormats = [];
  }

  private changeFormat(column: number, code: string): void {
    let place = this.formats.get(code);
    if (place === undefined) {
      place = this.formats.size;
      this.formats.set(code, place);
      this.newFormats.push(code);
    }
    this.lastFormats[column] = code;
    this.put(format, column, place);
  }

  /** The place of a new word; -1 where there are too many. */
  private addWord(value: string): number {
    if (this.words.size === mostWords || this.wordCharacters + value.length > mostCharacters) return -1;
    const place = this.words.size;
    this.words.set(value, place);
    this.wordCharacters += value.length;
    this.newWords.push(value);
    return place;
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
    if (this.length === this.most || this.used + this.characters > heavy) this.flush(kind > line);
    this.codes[this.length] = (column << kindBits) | kind;
    this.values[this.length++] = value;
  }
}
