import { normalize } from "node:path";
import type { Sheet } from "../sheet.ts";
import { BatchSink } from "./batch-sink.ts";
import type { CellBatch } from "./cell-batch.ts";
import type { Message, Task } from "./message.ts";
import { Opening } from "./opening.ts";
import type { SentRecords } from "./record-message.ts";

/** So many batches may wait to be taken, some ten megabytes. */
const mostWaiting = 32;

/** Where messages go: the port of a thread. */
export interface Port {
  postMessage(message: Message, transfer?: readonly ArrayBuffer[]): void;
}

/**
 * Begins to open the workbook that the thread will most likely be told to read, while the program still finds out what it is
 * to do. A text file is left for its task: how it is opened depends on options.
 */
export function openEarly(path: string | undefined): Opening | undefined {
  if (path === undefined || !/\.xls[xm]$/iu.test(path)) return undefined;
  handOver(new ArrayBuffer(8));
  return new Opening(normalize(path), normalize(path));
}

/**
 * The reading thread: reads the files of its task one after another, and waits where it is too far ahead.
 *
 * @param early a file that has been opened already
 */
export async function serve(task: Task, port: Port, early?: Opening): Promise<void> {
  handOver(new ArrayBuffer(8));
  const sender = new Sender(port, new Int32Array(task.taken));
  for (const [file, { file: name, path }] of task.files.entries()) {
    try {
      await readFile(task, file, await openingOf(task, name, path, early), sender);
    } catch (error) {
      const { code, stack, message } = error as NodeJS.ErrnoException;
      port.postMessage({ kind: "failed", file, text: code === undefined ? (stack ?? message) : message, code });
    }
  }
}

/**
 * V8 optimises accesses to arrays on the understanding that no memory was ever handed over to another thread. The first time
 * it is, it throws all of that away, the whole scanner: better before there is any than after the first batch.
 */
function handOver(memory: ArrayBuffer): void {
  structuredClone(memory, { transfer: [memory] });
}

/** The early one, if it is the same file, opened as it would be now. */
async function openingOf({ limits, csv }: Task, name: string, path: string, early?: Opening): Promise<Opening> {
  if (early && early.name === name && early.path === path && limits === undefined && (await early.isXlsx)) return early;
  return new Opening(name, path, limits, csv);
}

async function readFile(task: Task, file: number, opening: Opening, sender: Sender): Promise<void> {
  sender.opening = opening;
  const { workbook, diagnostics } = await opening.opened;
  const sheets = workbook?.sheets.map(({ name, state }) => ({ name, state })) ?? [];
  sender.post({ kind: "opened", file, workbook: workbook && { ...workbook, sheets }, diagnostics });
  for (const [place, sheet] of workbook?.sheets.entries() ?? []) {
    if (sheet.state === "visible" || task.hidden) await readSheet(sheet, file, place, sender);
  }
}

async function readSheet(sheet: Sheet, file: number, place: number, sender: Sender): Promise<void> {
  const sink = new BatchSink((batch) => sender.send(file, place, batch));
  const end = await sheet.read(sink);
  sink.flush();
  sender.post({ kind: "end", file, sheet: place, end });
}

class Sender {
  /** Of the file at hand. */
  opening: Opening | undefined;
  private sent = 0;

  constructor(
    private readonly port: Port,
    private readonly taken: Int32Array,
  ) {}

  post(message: Message): void {
    this.port.postMessage(message);
  }

  send(file: number, sheet: number, batch: CellBatch | SentRecords): void {
    const arrays =
      "codes" in batch
        ? [batch.codes, batch.values, batch.ascii]
        : [batch.source, batch.cells, batch.ends, batch.lines];
    const message = { kind: "cells", file, sheet, batch, streamed: this.opening?.streamed ?? 0 } as const;
    this.port.postMessage(
      message,
      arrays.map(({ buffer }) => buffer),
    );
    this.sent++;
    for (let taken = Atomics.load(this.taken, 0); this.sent - taken >= mostWaiting; ) {
      Atomics.wait(this.taken, 0, taken);
      taken = Atomics.load(this.taken, 0);
    }
  }
}
