import type { CellColumn } from "../build/cell-column.ts";
import { isDigit, isLetter, mayBeginTotal } from "../build/plain-data.ts";
import type { RowBatch } from "../build/row-batch.ts";
import { mayBeTotal } from "../build/row-words.ts";
import type { SheetRow } from "../build/sheet-row.ts";
import type { StoredWord } from "../build/stored-word.ts";
import {
  ascii,
  boolean,
  type CellBatch,
  capacity,
  error,
  format,
  kindBits,
  kindMask,
  line,
  noResult,
  number,
  row,
  text,
  word,
} from "./cell-batch.ts";

/** Fewer rows of one pattern are played cell by cell. */
const fewRows = 4;
const none = Buffer.alloc(0);

/**
 * Rows of a batch that follow each other with the same pattern: cells of the same kinds in the same columns, as most rows of a
 * table have. One object for all, found anew in a batch again and again.
 */
export class CellRows implements RowBatch {
  rows = 0;
  /** Behind the last of the rows: in the codes, in the bytes and in the texts. */
  end = 0;
  bytesEnd = 0;
  textsEnd = 0;
  private codes: Int32Array = new Int32Array(0);
  private values: Float64Array = new Float64Array(0);
  private length = 0;
  private isSplit = false;
  private source: Buffer = none;
  private texts = "";
  /** Where the first row begins, and how many codes each has. */
  private first = 0;
  private width = 0;
  /** Where each cell's text begins, in the bytes or in the texts. */
  private readonly starts = new Int32Array(capacity);

  constructor(
    private readonly words: readonly StoredWord[],
    /** By column. */
    private readonly formats: readonly string[],
  ) {}

  begin({ codes, values, length, texts, isSplit }: CellBatch, source: Buffer): void {
    this.codes = codes;
    this.values = values;
    this.length = length;
    this.isSplit = isSplit;
    this.source = source;
    this.texts = texts;
  }

  /** Finds the rows of one pattern that begin at a row's code; false if they are few. */
  find(first: number, bytesFrom: number, textsFrom: number): boolean {
    const { codes, length } = this;
    const width = this.widthAt(first);
    if (width < 2) return false;
    let same = first + width;
    while (same < length && codes[same] === codes[same - width]) same++;
    let rows = Math.floor((same - first) / width);
    const end = first + rows * width;
    const isWhole = end < length ? ((codes[end] as number) & kindMask) <= line : !this.isSplit;
    if (!isWhole) rows--;
    if (rows < fewRows) return false;
    this.first = first;
    this.width = width;
    this.rows = rows;
    this.end = first + rows * width;
    this.findTexts(bytesFrom, textsFrom);
    return true;
  }

  numberOf(row: number): number {
    return this.values[this.first + row * this.width] as number;
  }

  lineOf(): number {
    return 0;
  }

  lastColumn(): number {
    return (this.codes[this.first + this.width - 1] as number) >> kindBits;
  }

  isPlain(row: number, keys: readonly number[]): boolean {
    const at = this.first + row * this.width;
    return this.isDataInFront(at, keys) && !this.mayBeTotal(at);
  }

  send(row: number, to: SheetRow): void {
    const at = this.first + row * this.width;
    for (let cell = at + 1; cell < at + this.width; cell++) {
      const code = this.codes[cell] as number;
      const column = code >> kindBits;
      const kind = code & kindMask;
      const value = this.values[cell] as number;
      if (kind === number) to.setNumber(column, value, this.formats[column] ?? "General");
      else if (kind === ascii) to.span(column, this.source, this.starts[cell] as number, this.endOf(cell));
      else if (kind === boolean) to.setBoolean(column, value === 1);
      else if (kind === error) to.setError(column, this.textOf(cell));
      else if (kind === noResult) to.setNoResult(column, this.textOf(cell));
      else to.text(column, kind === word ? this.wordOf(cell).text : this.textOf(cell));
    }
  }

  collect(column: number, rows: Int32Array, count: number, to: CellColumn): void {
    const { first, width, values, starts, source } = this;
    const place = this.placeOf(column);
    const kind = place < 0 ? row : (this.codes[first + place] as number) & kindMask;
    const format = this.formats[column] ?? "General";
    for (let at = 0; at < count; at++) {
      const cell = first + (rows[at] as number) * width + place;
      if (kind === number) to.addNumber(values[cell] as number, format);
      else if (kind === ascii) to.addSpan(source, starts[cell] as number, this.endOf(cell));
      else if (kind === word) to.addWord(this.wordOf(cell));
      else if (kind === text) to.addText(this.textOf(cell));
      else if (kind === boolean) to.addBoolean(values[cell] === 1);
      else if (kind === error) to.addError(this.textOf(cell));
      else if (kind === noResult) to.addNoResult(this.textOf(cell));
      else to.addBlank();
    }
  }

  /** How many codes the row has that begins at `first`; 0 where it has more than cells in the order of their columns. */
  private widthAt(first: number): number {
    const { codes, length } = this;
    let last = -1;
    let end = first + 1;
    for (; end < length; end++) {
      const code = codes[end] as number;
      const kind = code & kindMask;
      if (kind <= line) break;
      if (kind === format || code >> kindBits <= last) return 0;
      last = code >> kindBits;
    }
    return end - first;
  }

  private findTexts(bytesFrom: number, textsFrom: number): void {
    const { codes, values, starts, end } = this;
    let bytesEnd = bytesFrom;
    let textsEnd = textsFrom;
    for (let cell = this.first; cell < end; cell++) {
      const kind = (codes[cell] as number) & kindMask;
      if (kind === ascii) {
        starts[cell] = bytesEnd;
        bytesEnd += values[cell] as number;
      } else if (kind === text || kind === error || kind === noResult) {
        starts[cell] = textsEnd;
        textsEnd += values[cell] as number;
      }
    }
    this.bytesEnd = bytesEnd;
    this.textsEnd = textsEnd;
  }

  private isDataInFront(at: number, keys: readonly number[]): boolean {
    const lead = at + 1;
    if (!this.isText(lead)) return true;
    const code = this.characterOf(lead, 0);
    if (isDigit(code)) return true;
    return this.width > 3 && isLetter(code) && isLetter(this.characterOf(lead, -1)) && this.hasId(at, keys);
  }

  /** Some id behind the first cell begins with a digit. */
  private hasId(at: number, keys: readonly number[]): boolean {
    for (const column of keys) {
      const place = this.placeOf(column);
      if (place < 2) continue;
      const cell = at + place;
      const kind = (this.codes[cell] as number) & kindMask;
      const value = this.values[cell] as number;
      if (kind === number ? value >= 0 && value < Number.POSITIVE_INFINITY : isDigit(this.characterOf(cell, 0))) {
        return true;
      }
    }
    return false;
  }

  private mayBeTotal(at: number): boolean {
    for (let cell = at + 1; cell < at + this.width; cell++) {
      const kind = (this.codes[cell] as number) & kindMask;
      if (kind === word) {
        if (this.wordOf(cell).mayBeTotal) return true;
      } else if (kind === ascii) {
        const start = this.starts[cell] as number;
        if (!mayBeginTotal(this.source[start] as number)) continue;
        if (mayBeTotal(this.source.toString("latin1", start, this.endOf(cell)))) return true;
      } else if (kind === text && mayBeTotal(this.textOf(cell))) return true;
    }
    return false;
  }

  /** A column's place in the pattern, from 1; -1 if it has no cell. */
  private placeOf(column: number): number {
    const { codes, first, width } = this;
    for (let place = 1; place < width; place++)
      if ((codes[first + place] as number) >> kindBits === column) return place;
    return -1;
  }

  private isText(cell: number): boolean {
    const kind = (this.codes[cell] as number) & kindMask;
    return kind === ascii || kind === word || kind === text;
  }

  /** The first (0) or last (-1) character's code of a text; NaN for an empty one, and for any other cell. */
  private characterOf(cell: number, which: 0 | -1): number {
    const kind = (this.codes[cell] as number) & kindMask;
    if (kind === word) {
      const { text } = this.wordOf(cell);
      return text.charCodeAt(which === 0 ? 0 : text.length - 1);
    }
    const at = which === 0 ? (this.starts[cell] as number) : this.endOf(cell) - 1;
    if (this.values[cell] === 0) return Number.NaN;
    if (kind === ascii) return this.source[at] as number;
    return kind === text ? this.texts.charCodeAt(at) : Number.NaN;
  }

  private wordOf(cell: number): StoredWord {
    return this.words[this.values[cell] as number] as StoredWord;
  }

  private textOf(cell: number): string {
    return this.texts.slice(this.starts[cell], this.endOf(cell));
  }

  /** Where a cell's text ends that is no word. */
  private endOf(cell: number): number {
    return (this.starts[cell] as number) + (this.values[cell] as number);
  }
}
