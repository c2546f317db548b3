import type { Cell } from "../table.ts";
import type { CellColumn } from "./cell-column.ts";
import { mayBeginTotal } from "./plain-data.ts";
import { mayBeTotal } from "./row-words.ts";

const blank = 0;
const number = 1;
const text = 2;
const boolean = 3;
const error = 4;
const noResult = 5;
/** A text that has not been cut out of its source yet. */
const span = 6;

const none = Buffer.alloc(0);

/**
 * One row as the sheet sends it, reused from row to row: arrays by column, no object for a cell. This is where a large file's
 * time goes, so nothing is cleared between rows: a cell counts if it bears the row's stamp.
 */
export class SheetRow {
  number = 0;
  hidden = false;
  line = 0;
  /** Some text of the row may be the word for a total. */
  mayBeTotal = false;
  /** How many columns have a cell. */
  filled = 0;
  /** What `firstFilled` has found; undefined: nobody has asked. */
  private lead: number | undefined;
  private stamp = 0;
  private order = new Uint16Array(16);
  private stamps = new Float64Array(16);
  private kinds = new Uint8Array(16);
  private readonly numbers: number[] = [];
  private readonly texts: string[] = [];
  private source: Buffer = none;
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  begin(rowNumber: number, hidden: boolean, line: number | undefined): void {
    this.stamp++;
    this.filled = 0;
    this.lead = undefined;
    this.mayBeTotal = false;
    this.number = rowNumber;
    this.hidden = hidden;
    this.line = line ?? 0;
  }

  /** The columns that have a cell, in order. */
  get columns(): number[] {
    return Array.from(this.order.subarray(0, this.filled));
  }

  /** Has no cells any more, and holds no bytes. */
  clear(): void {
    this.stamp++;
    this.filled = 0;
    this.lead = undefined;
    this.source = none;
  }

  setNumber(column: number, value: number, format: string): void {
    this.numbers[column] = value;
    this.set(column, number, format);
  }

  text(column: number, value: string): void {
    this.set(column, text, value);
    if (!this.mayBeTotal) this.mayBeTotal = mayBeTotal(value);
  }

  /** A text of ASCII as it lies in bytes that the whole row lies in, from `from` up to `to`: most cells are figures, which need
   *  not be cut out to be kept. */
  span(column: number, source: Buffer, from: number, to: number): void {
    this.source = source;
    this.starts[column] = from;
    this.ends[column] = to;
    this.set(column, span, "");
    if (mayBeginTotal(source[from] as number) && !this.mayBeTotal) {
      this.mayBeTotal = mayBeTotal(source.toString("latin1", from, to));
    }
  }

  setBoolean(column: number, value: boolean): void {
    this.numbers[column] = value ? 1 : 0;
    this.set(column, boolean, "");
  }

  setError(column: number, value: string): void {
    this.set(column, error, value);
  }

  setNoResult(column: number, formula: string): void {
    this.set(column, noResult, formula);
  }

  get lastColumn(): number {
    return this.filled === 0 ? -1 : (this.order[this.filled - 1] as number);
  }

  /** Blank too where the text is nothing but blanks. */
  isBlank(column: number): boolean {
    if (this.isSpan(column)) {
      const first = this.source[this.starts[column] as number] as number;
      if (first > 0x20 && first < 0x7f) return false;
    }
    const kind = this.kindOf(column);
    if (kind !== text) return kind === blank;
    const word = this.texts[column] ?? "";
    // ASCII beyond the blank, or an ideograph: what a text begins with if it is not blank.
    const code = word.charCodeAt(0);
    return !((code > 0x20 && code < 0x7f) || code > 0x3000) && word.trim() === "";
  }

  /** The first column that is not blank; -1 if there is none. Asked when the row has all its cells. */
  firstFilled(): number {
    this.lead ??= this.findFirst();
    return this.lead;
  }

  private findFirst(): number {
    for (let at = 0; at < this.filled; at++) {
      const column = this.order[at] as number;
      if (!this.isBlank(column)) return column;
    }
    return -1;
  }

  /** The first character's code of a text cell, which tells most rows apart; NaN for any other cell. */
  firstCode(column: number): number {
    if (this.isSpan(column)) return this.source[this.starts[column] as number] as number;
    return this.kindOf(column) === text ? (this.texts[column] as string).charCodeAt(0) : Number.NaN;
  }

  /** Whether some cell that is not blank is no text, or begins with a digit. */
  hasFigure(): boolean {
    for (let at = 0; at < this.filled; at++) {
      const column = this.order[at] as number;
      const code = this.firstCode(column);
      if ((Number.isNaN(code) || (code >= 0x30 && code <= 0x39)) && !this.isBlank(column)) return true;
    }
    return false;
  }

  /** The text of a text cell; empty for any other. */
  textOf(column: number): string {
    return this.kindOf(column) === text ? (this.texts[column] ?? "") : "";
  }

  /** The cell as a person sees it, near enough to recognise the row by. */
  shown(column: number): string {
    const kind = this.kindOf(column);
    if (kind === blank) return "";
    return kind === number || kind === boolean ? String(this.numbers[column]) : (this.texts[column] ?? "");
  }

  /** The first text that is not blank, else the first cell. */
  firstShown(): string {
    const first = this.firstFilled();
    return first < 0 ? "" : this.shown(first).trim();
  }

  cell(column: number): Cell {
    const kind = this.kindOf(column);
    const word = this.texts[column] ?? "";
    if (kind === text) return { kind: "text", text: word };
    if (kind === number) return { kind: "number", value: this.numbers[column] ?? 0, format: word };
    if (kind === boolean) return { kind: "boolean", value: this.numbers[column] === 1 };
    if (kind === error) return { kind: "error", text: word };
    return kind === noResult ? { kind: "no-result", formula: word } : { kind: "blank" };
  }

  /** Adds the cell of a column to the column that collects it. */
  give(column: number, to: CellColumn): void {
    if (this.isSpan(column)) {
      to.addSpan(this.source, this.starts[column] as number, this.ends[column] as number);
      return;
    }
    const kind = this.kindOf(column);
    const word = this.texts[column] ?? "";
    if (kind === text) to.addText(word);
    else if (kind === number) to.addNumber(this.numbers[column] ?? 0, word);
    else if (kind === boolean) to.addBoolean(this.numbers[column] === 1);
    else if (kind === error) to.addError(word);
    else if (kind === noResult) to.addNoResult(word);
    else to.addBlank();
  }

  private isSpan(column: number): boolean {
    return this.kinds[column] === span && this.stamps[column] === this.stamp;
  }

  /** Whoever asks looks at the text next: a span is cut out now. */
  private kindOf(column: number): number {
    if (this.stamps[column] !== this.stamp) return blank;
    const kind = this.kinds[column] as number;
    if (kind !== span) return kind;
    this.texts[column] = this.source.toString("latin1", this.starts[column], this.ends[column]);
    this.kinds[column] = text;
    return text;
  }

  private set(column: number, kind: number, word: string): void {
    if (column >= this.kinds.length) this.widen(column + 1);
    if (this.stamps[column] !== this.stamp) this.order[this.filled++] = column;
    this.stamps[column] = this.stamp;
    this.kinds[column] = kind;
    this.texts[column] = word;
  }

  private widen(width: number): void {
    const size = Math.max(width, this.kinds.length * 2);
    const [order, stamps, kinds] = [new Uint16Array(size), new Float64Array(size), new Uint8Array(size)];
    order.set(this.order);
    stamps.set(this.stamps);
    kinds.set(this.kinds);
    [this.order, this.stamps, this.kinds] = [order, stamps, kinds];
  }
}
