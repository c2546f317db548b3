import type { RecordBatch } from "../csv/record-batch.ts";
import { RecordRows } from "../csv/record-rows.ts";
import type { SheetSink } from "../sheet.ts";
import type { RowBatch } from "./row-batch.ts";
import { SheetRow } from "./sheet-row.ts";

/** What becomes of a sheet's rows once its head has been seen. */
export interface RowTaker {
  take(row: SheetRow): void;
  /** Columns with an id that tells data by itself: see plain-data.ts. */
  readonly keys: readonly number[];
  /** As many rows of a batch, by their places in it, that are data beyond doubt: see plain-data.ts. */
  takePlain(batch: RowBatch, places: Int32Array, count: number): void;
}

/** How many rows of a sheet are looked at to understand it: titles and notes, the header, and a few rows below. */
export const headLength = 36;

const noKeys: readonly number[] = [];

/**
 * Holds back a sheet's first rows, asks once what to do with the sheet, and then hands over every row as it comes, one
 * reused object for all. Rows without a cell do not count.
 */
export class HeadSink implements SheetSink {
  rows = 0;
  private head: SheetRow[] | undefined = [];
  private taker: RowTaker | undefined;
  private current = new SheetRow();
  /** Places of plain rows in the batch at hand. */
  private plain: Int32Array = new Int32Array(0);

  /** @param understand gets the head's rows and gives who takes the rows from `firstData` on; undefined drops them */
  constructor(
    private readonly understand: (
      head: readonly SheetRow[],
    ) => { readonly firstData: number; readonly taker: RowTaker } | undefined,
  ) {}

  row(number: number, hidden: boolean, line?: number): void {
    this.endRow();
    this.current.begin(number, hidden, line);
  }

  number(column: number, value: number, format: string): void {
    this.current.setNumber(column, value, format);
  }

  text(column: number, text: string): void {
    this.current.text(column, text);
  }

  span(column: number, source: Buffer, from: number, to: number): void {
    this.current.span(column, source, from, to);
  }

  boolean(column: number, value: boolean): void {
    this.current.setBoolean(column, value);
  }

  error(column: number, text: string): void {
    this.current.setError(column, text);
  }

  noResult(column: number, formula: string): void {
    this.current.setNoResult(column, formula);
  }

  records(batch: RecordBatch): void {
    this.rowBatch(new RecordRows(batch));
  }

  rowBatch(batch: RowBatch): void {
    this.endRow();
    if (this.plain.length < batch.rows) this.plain = new Int32Array(batch.rows);
    let count = 0;
    for (let row = 0; row < batch.rows; row++) {
      if (!this.head && batch.isPlain(row, this.taker?.keys ?? noKeys)) {
        this.plain[count++] = row;
        continue;
      }
      this.givePlain(batch, count);
      count = 0;
      this.current.begin(batch.numberOf(row), false, batch.lineOf(row));
      batch.send(row, this.current);
      this.endRow();
    }
    this.givePlain(batch, count);
    this.current.clear();
  }

  /** Ends the last row. A sheet that is all head is understood now. */
  finish(): void {
    this.endRow();
    if (this.head) this.release();
  }

  private givePlain(batch: RowBatch, count: number): void {
    if (count === 0) return;
    this.rows += count;
    this.taker?.takePlain(batch, this.plain, count);
  }

  private endRow(): void {
    const row = this.current;
    if (row.filled === 0) return;
    this.rows++;
    if (!this.head) {
      this.taker?.take(row);
      return;
    }
    this.head.push(row);
    this.current = new SheetRow();
    if (this.head.length === headLength) this.release();
  }

  private release(): void {
    const head = this.head ?? [];
    this.head = undefined;
    const understood = this.understand(head);
    this.taker = understood?.taker;
    for (const row of head.slice(understood?.firstData ?? head.length)) this.taker?.take(row);
  }
}
