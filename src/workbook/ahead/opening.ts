import type { CsvOptions } from "../csv/open.ts";
import { defaultLimits, type Limits } from "../limits.ts";
import { openWorkbook } from "../open.ts";
import { counted, openSource } from "../source.ts";
import type { OpenedWorkbook } from "../xlsx/open.ts";

/** A file that is being opened, or has been. */
export class Opening {
  /** Bytes of the file that have been gone through, in all passes over it. */
  streamed = 0;
  /** Rejected with the file system's error. */
  readonly opened: Promise<OpenedWorkbook>;

  /** @param name as the user knows the file */
  constructor(
    readonly name: string,
    readonly path: string,
    limits: Limits = defaultLimits,
    csv: CsvOptions = {},
  ) {
    this.opened = this.open(limits, csv);
    // Whoever asks for the file is told; nobody may ever ask.
    this.opened.catch(() => undefined);
  }

  /** Whether it could be opened, and is a workbook to which the options of text files do not matter. */
  get isXlsx(): Promise<boolean> {
    return this.opened.then(
      ({ workbook }) => workbook?.format === "xlsx",
      () => false,
    );
  }

  private async open(limits: Limits, csv: CsvOptions): Promise<OpenedWorkbook> {
    const source = counted(await openSource(this.path), (bytes) => {
      this.streamed = bytes;
    });
    return openWorkbook(this.name, source, limits, csv);
  }
}
