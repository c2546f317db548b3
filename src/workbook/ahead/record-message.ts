import { CellDecoder } from "../csv/cell-decoder.ts";
import { type RecordBatch, sendRecords } from "../csv/record-batch.ts";
import type { SheetSink } from "../sheet.ts";

/** A `RecordBatch` on its way from one thread to another: copies that change hands, and its words still to be decoded. */
export interface SentRecords {
  readonly source: Uint8Array<ArrayBuffer>;
  readonly cells: Int32Array<ArrayBuffer>;
  readonly ends: Int32Array<ArrayBuffer>;
  readonly row: number;
  readonly line: number;
  readonly lines: Int32Array<ArrayBuffer>;
  readonly encoding: string;
}

/** What is sent of a batch: its own part of the piece of the file, and of the arrays that the next is found in. */
export function packRecords({ source, cells, ends, records, row, line, lines, encoding }: RecordBatch): SentRecords {
  const count = ends[records - 1] ?? 0;
  return {
    source: new Uint8Array(source),
    cells: new Int32Array(cells.subarray(0, 2 * count)),
    ends: new Int32Array(ends.subarray(0, records)),
    row,
    line,
    lines: new Int32Array(lines.subarray(0, records)),
    encoding,
  };
}

/** Hands the records of a sheet to a sink, as they were before they were sent. */
export class RecordPlayer {
  private decoder: CellDecoder | undefined;

  constructor(private readonly sink: SheetSink) {}

  play({ source, cells, ends, row, line, lines, encoding }: SentRecords): void {
    this.decoder ??= new CellDecoder(encoding);
    const bytes = Buffer.from(source.buffer, source.byteOffset, source.length);
    const words = this.decoder.words(bytes, cells, cells.length >> 1);
    // They have been decoded before, on the other side.
    if (!words) throw new Error(`bytes that were ${encoding} are no more`);
    sendRecords({ source: bytes, cells, ends, records: ends.length, row, line, lines, encoding, words }, this.sink);
  }
}
