import type { Workbook, Worksheet } from "exceljs";
import type { Lang } from "../../text/text.ts";
import type { Report } from "../report.ts";
import type { CellNote } from "./notes.ts";
import type { SharedTexts } from "./shared-texts.ts";
import type { StyleName } from "./style.ts";

/** The workbook while its sheets are being made. */
export interface Draft {
  readonly workbook: Workbook;
  readonly report: Report;
  readonly lang: Lang;
  /** Sheets whose rows are written as XML after the library has laid out everything around them. */
  readonly streamed: StreamedSheet[];
  /** Names of the sheets that had nothing to say. */
  readonly leftOut: string[];
}

export interface StreamedSheet {
  readonly sheet: Worksheet;
  /** In this row the library has written an empty cell of every style, `patterns` in order from column A. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly patterns: readonly StyleName[];
  /** In the place of the note that the library has laid out in the first row. */
  notes?(): Iterable<CellNote>;
  /** The rows' XML, from `firstRow` on; bytes are UTF-8, and good until the next row is asked for. */
  rows(texts: SharedTexts, styleId: (name: StyleName) => number): Iterable<string | Uint8Array>;
}
