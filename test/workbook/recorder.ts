import type { SheetSink } from "../../src/workbook/sheet.ts";
import type { Source } from "../../src/workbook/source.ts";

/** A row as it came: its number, its line, and its texts by column. */
export interface RecordedRow {
  readonly number: number;
  readonly line: number | undefined;
  readonly cells: Record<number, string>;
}

/** Writes down what a text file sends. */
export class Recorder implements SheetSink {
  readonly rows: RecordedRow[] = [];

  row(number: number, _hidden: boolean, line?: number): void {
    this.rows.push({ number, line, cells: {} });
  }

  text(column: number, text: string): void {
    const row = this.rows.at(-1);
    if (row) row.cells[column] = text;
  }

  number(): void {
    throw new Error("a text file has no numbers");
  }

  boolean(): void {
    throw new Error("a text file has no booleans");
  }

  error(): void {
    throw new Error("a text file has no errors");
  }

  noResult(): void {
    throw new Error("a text file has no formulas");
  }
}

/** Bytes that arrive in chunks of the sizes given, over and over. */
export function chunked(bytes: Uint8Array, sizes: readonly number[]): Source {
  const buffer = Buffer.from(bytes);
  return {
    size: buffer.length,
    read: async (position, length) => buffer.subarray(position, position + length),
    async *stream(start, end) {
      for (let at = start, turn = 0; at < end; turn++) {
        const size = sizes[turn % sizes.length] ?? 1;
        yield buffer.subarray(at, Math.min(at + size, end));
        at += size;
      }
    },
  };
}
