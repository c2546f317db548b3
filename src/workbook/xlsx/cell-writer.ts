import { type CellLocation, columnName } from "../../diagnostic/location.ts";
import type { Limits } from "../limits.ts";
import type { SheetSink } from "../sheet.ts";
import { type Refusal, refusal } from "./refusal.ts";
import { SharedFormulas } from "./shared-formulas.ts";
import type { SharedTexts } from "./shared-texts.ts";

/** What cells refer to, shared by all sheets of a workbook. */
export interface CellContext {
  readonly file: string;
  readonly limits: Limits;
  readonly texts: SharedTexts;
  readonly formats: readonly string[];
  /** Cells of the workbook so far. */
  cells: number;
}

/** A longer text of ASCII is made once and remembered: a file may repeat it in every cell. */
const longestAscii = 64;

/**
 * The way of every cell from a sheet's XML to the sink: keeps the place, holds the order and the limits. Both readers of
 * a sheet (`SheetScanner`, `SheetHandler`) write here, so that they cannot differ in it. A row is announced before its
 * first cell; a row without any is not, so that a million empty rows cost nothing.
 */
export class CellWriter {
  row = 0;
  /** Of the cell that is being read. */
  column = -1;
  readonly sharedFormulas = new SharedFormulas();
  private hidden = false;
  private announced = false;
  private readonly maxColumns: number;
  private readonly maxText: number;

  constructor(
    private readonly sheet: string,
    private readonly context: CellContext,
    private readonly sink: SheetSink,
  ) {
    this.maxColumns = context.limits.columns;
    this.maxText = context.limits.textLength;
  }

  /** @throws Refusal when the row is not below the one before, or beyond the limit */
  startRow(number: number, hidden: boolean): void {
    if (number <= this.row) throw refusal("workbook/out-of-order", this.at(`A${number}`), {});
    if (number > this.context.limits.rows) {
      throw refusal("workbook/too-many-rows", this.at(), { row: number, limit: this.context.limits.rows });
    }
    this.row = number;
    this.column = -1;
    this.hidden = hidden;
    this.announced = false;
  }

  /** @throws Refusal when the cell is not right of the one before, or beyond a limit */
  startCell(column: number): void {
    if (column <= this.column) throw refusal("workbook/out-of-order", this.at(`${columnName(column)}${this.row}`), {});
    this.column = column;
    if (column >= this.maxColumns) {
      throw refusal("workbook/too-many-columns", this.at(this.cell), { limit: this.maxColumns });
    }
    if (++this.context.cells > this.context.limits.cells) {
      throw refusal("workbook/too-many-cells", this.at(this.cell), { limit: this.context.limits.cells });
    }
  }

  number(value: number, style: number): void {
    if (!this.announced) this.announce();
    this.sink.number(this.column, value, this.context.formats[style] ?? "General");
  }

  /** An empty text is a blank cell. */
  text(text: string): void {
    if (text === "") return;
    if (text.length > this.maxText) throw this.tooLong();
    if (!this.announced) this.announce();
    this.sink.text(this.column, text);
  }

  /** Texts of ASCII need not be cut out for the sink. */
  get takesAscii(): boolean {
    return this.sink.ascii !== undefined;
  }

  /** A text of ASCII with nothing left to decode, where `takesAscii`. */
  ascii(bytes: Buffer, from: number, to: number): void {
    if (to === from) return;
    if (to - from > this.maxText) throw this.tooLong();
    if (!this.announced) this.announce();
    this.sink.ascii?.(this.column, bytes, from, to);
  }

  sharedText(index: number): void {
    const { texts } = this.context;
    if (this.takesAscii && texts.locate(index) && texts.isAscii && texts.to - texts.from <= longestAscii) {
      this.ascii(texts.bytes, texts.from, texts.to);
      return;
    }
    const text = texts.get(index);
    if (text === undefined) throw refusal("workbook/no-such-text", this.at(this.cell), {});
    this.text(text);
  }

  boolean(value: boolean): void {
    if (!this.announced) this.announce();
    this.sink.boolean(this.column, value);
  }

  error(text: string): void {
    if (!this.announced) this.announce();
    this.sink.error(this.column, text);
  }

  noResult(formula: string): void {
    if (!this.announced) this.announce();
    this.sink.noResult(this.column, formula);
  }

  /** The cell being read, A1-style. */
  get cell(): string {
    return `${columnName(this.column)}${this.row}`;
  }

  private announce(): void {
    this.announced = true;
    this.sink.row(this.row, this.hidden);
  }

  private tooLong(): Refusal {
    return refusal("workbook/text-too-long", this.at(this.cell), { limit: this.maxText });
  }

  private at(cell?: string): CellLocation {
    return { file: this.context.file, sheet: this.sheet, ...(cell === undefined ? {} : { cell }) };
  }
}
