import { mayBeTotal } from "../build/row-words.ts";
import type { StoredWord } from "../build/stored-word.ts";
import type { SheetSink } from "../sheet.ts";
import {
  ascii,
  boolean,
  type CellBatch,
  error,
  format,
  hiddenRow,
  kindBits,
  kindMask,
  line,
  noResult,
  number,
  row,
  text,
  word,
} from "./cell-batch.ts";
import { CellRows } from "./cell-rows.ts";
import { RecordPlayer, type SentRecords } from "./record-message.ts";

/** Hands the cells of a sheet's batches to a sink, just as they were sent. */
export class BatchPlayer {
  private readonly formats: string[] = [];
  private readonly words: StoredWord[] = [];
  /** The format of the numbers of each column. */
  private readonly columnFormats: string[] = [];
  private readonly rows = new CellRows(this.words, this.columnFormats);
  private line: number | undefined;
  private readonly records: RecordPlayer;

  constructor(private readonly sink: SheetSink) {
    this.records = new RecordPlayer(sink);
  }

  play(batch: CellBatch | SentRecords): void {
    if ("codes" in batch) this.playCells(batch);
    else this.records.play(batch);
  }

  private playCells(batch: CellBatch): void {
    const { sink, rows } = this;
    const { codes, values, length, ascii: bytes, texts } = batch;
    this.formats.push(...batch.formats);
    for (const one of batch.words) this.words.push({ text: one, mayBeTotal: mayBeTotal(one), stored: undefined });
    const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    rows.begin(batch, source);
    // What is left of a row that began in the batch before does not lie in the same bytes as its beginning.
    let isWhole = false;
    let from = 0;
    let at = 0;
    for (let index = 0; index < length; index++) {
      const code = codes[index] as number;
      const value = values[index] as number;
      const column = code >> kindBits;
      const kind = code & kindMask;
      if (kind === row && sink.rowBatch && this.line === undefined && rows.find(index, from, at)) {
        sink.rowBatch(rows);
        index = rows.end - 1;
        from = rows.bytesEnd;
        at = rows.textsEnd;
      } else if (kind === number) sink.number(column, value, this.columnFormats[column] ?? "General");
      else if (kind === ascii) {
        const to = from + value;
        if (isWhole && sink.span) sink.span(column, source, from, to);
        else sink.text(column, source.toString("latin1", from, to));
        from = to;
      } else if (kind === word) sink.text(column, this.words[value]?.text ?? "");
      else if (kind === row || kind === hiddenRow) {
        sink.row(value, kind === hiddenRow, this.line);
        isWhole = true;
        this.line = undefined;
      } else if (kind === format) this.columnFormats[column] = this.formats[value] ?? "General";
      else if (kind === boolean) sink.boolean(column, value === 1);
      else if (kind === line) this.line = value;
      else {
        const shown = texts.slice(at, at + value);
        at += value;
        if (kind === text) sink.text(column, shown);
        else if (kind === error) sink.error(column, shown);
        else if (kind === noResult) sink.noResult(column, shown);
      }
    }
  }
}
