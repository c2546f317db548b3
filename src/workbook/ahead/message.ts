import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { CsvOptions } from "../csv/open.ts";
import type { Limits } from "../limits.ts";
import type { Sheet, SheetEnd, Workbook } from "../sheet.ts";
import type { CellBatch } from "./cell-batch.ts";
import type { SentRecords } from "./record-message.ts";

/** What the reading thread is given to do. */
export interface Task {
  /** In the order in which they will be asked for. */
  readonly files: readonly { readonly file: string; readonly path: string }[];
  /** Undefined: the usual ones. */
  readonly limits?: Limits | undefined;
  readonly csv: CsvOptions;
  /** Hidden sheets too. */
  readonly hidden: boolean;
  /** One number, shared: how many batches have been taken. */
  readonly taken: SharedArrayBuffer;
}

/** What the reading thread sends, `file` being a place in the task's list; a file's messages in the order of their kinds. */
export type Message =
  | {
      readonly kind: "opened";
      readonly file: number;
      readonly workbook: OpenedAhead | undefined;
      readonly diagnostics: readonly Diagnostic[];
    }
  | {
      readonly kind: "cells";
      readonly file: number;
      readonly sheet: number;
      readonly batch: CellBatch | SentRecords;
      /** Bytes of the file that had been gone through by then, in all passes over it. */
      readonly streamed: number;
    }
  | { readonly kind: "end"; readonly file: number; readonly sheet: number; readonly end: SheetEnd }
  /** Instead of all that would follow for the file: the file system's error, or a bug (without `code`). */
  | { readonly kind: "failed"; readonly file: number; readonly text: string; readonly code: string | undefined };

/** A workbook without its cells. */
export type OpenedAhead = Omit<Workbook, "sheets"> & {
  readonly sheets: readonly Pick<Sheet, "name" | "state">[];
};
