import type { SheetSink } from "../sheet.ts";
import type { CellWord } from "./cell-decoder.ts";

/**
 * Records of a text file as they lie in a piece of its bytes. Millions of cells are handed over so without an object or a
 * call for each; what none asks for is never cut out.
 */
export interface RecordBatch {
  readonly source: Buffer;
  /** Two numbers a cell: where it begins (its complement, if it is not ASCII just as it stands there) and where it ends. */
  readonly cells: Int32Array;
  /** For each record the count of cells up to its end, those of the records before it among them. */
  readonly ends: Int32Array;
  readonly records: number;
  /** The first record's row; those of the others follow. */
  readonly row: number;
  /** The physical line of the first record, and for each record how many lines are between that and its own. */
  readonly line: number;
  readonly lines: Int32Array;
  /** As WHATWG names it. */
  readonly encoding: string;
  /** The cells that are not ASCII just as they stand, decoded, each at its place among all. */
  readonly words: readonly (CellWord | undefined)[];
}

/** Hands records to a sink: at once if it takes them so, else cell by cell. */
export function sendRecords(batch: RecordBatch, sink: SheetSink): void {
  if (sink.records) sink.records(batch);
  else sendEach(batch, sink);
}

/** Hands records to a sink cell by cell. */
export function sendEach(batch: RecordBatch, sink: SheetSink): void {
  for (let record = 0; record < batch.records; record++) {
    sink.row(batch.row + record, false, lineOf(batch, record));
    sendRecord(batch, record, sink);
  }
}

/** Hands the cells of a record that are not blank to a sink. One with `span` is shown where texts of ASCII are in the bytes. */
export function sendRecord(
  { source, cells, ends, words }: RecordBatch,
  record: number,
  sink: Pick<SheetSink, "text"> & { span?(column: number, source: Buffer, from: number, to: number): void },
): void {
  const first = firstCell(ends, record);
  for (let at = first; at < (ends[record] as number); at++) {
    const [start, end] = [cells[2 * at] as number, cells[2 * at + 1] as number];
    if (start < 0) sink.text(at - first, (words[at] as CellWord).text);
    else if (start === end) continue;
    else if (sink.span) sink.span(at - first, source, start, end);
    else sink.text(at - first, source.toString("latin1", start, end));
  }
}

/** The physical line that a record starts on. */
export function lineOf({ line, lines }: RecordBatch, record: number): number {
  return line + (lines[record] as number);
}

/** The place of a record's first cell among all. */
export function firstCell(ends: Int32Array, record: number): number {
  return record === 0 ? 0 : (ends[record - 1] as number);
}
