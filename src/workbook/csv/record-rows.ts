import type { CellColumn } from "../build/cell-column.ts";
import { isPlainData } from "../build/plain-data.ts";
import type { RowBatch } from "../build/row-batch.ts";
import type { SheetRow } from "../build/sheet-row.ts";
import type { CellWord } from "./cell-decoder.ts";
import { firstCell, lineOf, type RecordBatch, sendRecord } from "./record-batch.ts";

/** The records of a text file as rows. */
export class RecordRows implements RowBatch {
  readonly rows: number;

  constructor(private readonly batch: RecordBatch) {
    this.rows = batch.records;
  }

  numberOf(row: number): number {
    return this.batch.row + row;
  }

  lineOf(row: number): number {
    return lineOf(this.batch, row);
  }

  isPlain(row: number, keys: readonly number[]): boolean {
    return isPlainData(this.batch, row, keys);
  }

  lastColumn(row: number, beyond: number): number {
    const { cells, ends } = this.batch;
    const first = firstCell(ends, row);
    let column = (ends[row] as number) - first - 1;
    while (column > beyond && cells[2 * (first + column)] === cells[2 * (first + column) + 1]) column--;
    return column;
  }

  send(row: number, to: SheetRow): void {
    sendRecord(this.batch, row, to);
  }

  collect(column: number, rows: Int32Array, count: number, to: CellColumn): void {
    const { source, cells, ends, words } = this.batch;
    for (let index = 0; index < count; index++) {
      const record = rows[index] as number;
      const at = firstCell(ends, record) + column;
      const start = at < (ends[record] as number) ? (cells[2 * at] as number) : 0;
      const end = at < (ends[record] as number) ? (cells[2 * at + 1] as number) : 0;
      if (start < 0) to.addWord(words[at] as CellWord);
      else if (start === end) to.addBlank();
      else to.addSpan(source, start, end);
    }
  }
}
