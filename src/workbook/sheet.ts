import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { RowBatch } from "./build/row-batch.ts";
import type { RecordBatch } from "./csv/record-batch.ts";

/** One file's bytes opened as a workbook. Sheets are streamed, so that a million rows need not fit in memory. */
export interface Workbook {
  /** The file as named to the user. */
  readonly file: string;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly sha256: string;
  readonly format: "xlsx" | "csv" | "html" | "xls";
  /** CSV and other text only, as WHATWG names it: `utf-8`, `gb18030`, `utf-16le`. */
  readonly encoding?: string;
  /** CSV only. */
  readonly delimiter?: string;
  /** It counts its dates from 1904, as a `SheetEnd` says too. */
  readonly date1904?: boolean;
  /** dingji wrote it for people to read: see own-output.ts. */
  readonly isOwnOutput?: boolean;
  readonly sheets: readonly Sheet[];
}

export interface Sheet {
  /** Undefined for CSV: a file without sheets. */
  readonly name: string | undefined;
  readonly state: "visible" | "hidden";
  /** Sends every row to the sink, in the file's order. Called again where a sheet holds several tables. */
  read(sink: SheetSink): Promise<SheetEnd>;
}

/**
 * Receives a sheet's cells. Columns are 0-based, rows 1-based. Blank cells are not sent. The calls between two `row` calls
 * are the cells of the first, in column order. Plain calls, not objects: a quarter has millions of cells.
 */
export interface SheetSink {
  /** `line` is the physical line a CSV record starts on. */
  row(number: number, hidden: boolean, line?: number): void;
  /** A numeric cell: the double as stored, and its number format's code (`General`, `0.00%`, `yyyy-mm-dd`). */
  number(column: number, value: number, format: string): void;
  text(column: number, text: string): void;
  /**
   * A text of ASCII, from `from` up to `to` of bytes that hold the whole row, and stay as they are until the next. A sink
   * without it is sent `text`.
   */
  span?(column: number, source: Buffer, from: number, to: number): void;
  /** The same in bytes that are others as soon as the call is over: whoever takes it copies it. */
  ascii?(column: number, source: Buffer, from: number, to: number): void;
  boolean(column: number, value: boolean): void;
  /** `#REF!` and friends. */
  error(column: number, text: string): void;
  /** A formula cell without a stored result. */
  noResult(column: number, formula: string): void;
  /**
   * Whole rows of a text file at once, between those that `row` begins. All but the source's bytes is
   * filled anew for the next. A sink without it is sent them cell by cell.
   */
  records?(batch: RecordBatch): void;
  /** Rows that are not hidden at once, in the same way; the batch is filled anew for the next. */
  rowBatch?(batch: RowBatch): void;
}

/** What is known only when the sheet has been read to its end. */
export interface SheetEnd {
  readonly merges: readonly Merge[];
  readonly hiddenColumns: readonly number[];
  /** The workbook counts its dates from 1904. */
  readonly date1904: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** A merged range; rows 1-based, columns 0-based, all ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}
