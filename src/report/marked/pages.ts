import type { SheetSink } from "../../workbook/sheet.ts";
import type { PackedSheet } from "./package-parts.ts";
import { mostRows, type SheetWriter } from "./sheet-writer.ts";

/** A worksheet being written. */
export interface Page {
  readonly writer: SheetWriter;
  readonly page: PackedSheet;
  readonly index: number;
}

/** Sends a sheet's rows on to as many worksheets as they need. */
export class Pages implements SheetSink {
  private readonly pages: Page[] = [];

  constructor(private readonly next: (shift: number) => Page) {
    this.pages.push(next(0));
  }

  all(): readonly Page[] {
    return this.pages;
  }

  row(number: number): void {
    while (number > this.pages.length * mostRows) this.pages.push(this.next(this.pages.length * mostRows));
    this.writer.row(number);
  }

  number(column: number, value: number, format: string): void {
    this.writer.number(column, value, format);
  }

  text(column: number, text: string): void {
    this.writer.text(column, text);
  }

  boolean(column: number, value: boolean): void {
    this.writer.boolean(column, value);
  }

  error(column: number, text: string): void {
    this.writer.error(column, text);
  }

  noResult(column: number, formula: string): void {
    this.writer.noResult(column, formula);
  }

  private get writer(): SheetWriter {
    return (this.pages.at(-1) as Page).writer;
  }
}
