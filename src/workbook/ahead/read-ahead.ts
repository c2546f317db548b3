import { stat } from "node:fs/promises";
import type { Worker } from "node:worker_threads";
import { compareText } from "../../diagnostic/collect.ts";
import type { CsvOptions } from "../csv/open.ts";
import { defaultLimits, type Limits } from "../limits.ts";
import { openWorkbook } from "../open.ts";
import type { InputSource } from "../read.ts";
import type { SheetEnd, SheetSink, Workbook } from "../sheet.ts";
import type { OpenedWorkbook } from "../xlsx/open.ts";
import { BatchPlayer } from "./batch-player.ts";
import type { Message, OpenedAhead, Task } from "./message.ts";

/** Below this many bytes reading takes less time than a thread takes to start. */
const worthwhile = 2 ** 20;

export interface AheadOptions {
  /** Gives a thread that runs bin/reader.js. */
  readonly reader: () => Worker;
  readonly csv?: CsvOptions;
  readonly limits?: Limits | undefined;
  /** Hidden sheets may be asked for. */
  readonly hidden: boolean;
  /** Fewer bytes in all are not read ahead. */
  readonly worthwhile?: number;
}

interface FileAhead {
  readonly file: string;
  readonly path: string;
}

/**
 * Files that another thread unpacks and scans while this one loads the rulebook, and then puts tables together from the cells
 * that have come. What is read is the same as without: the thread opens the same workbooks, and only the way of the cells
 * from a sheet to its sink is longer.
 */
export class ReadAhead {
  private readonly worker: Worker;
  private readonly taken = new SharedArrayBuffer(4);
  private readonly waiting: Message[] = [];
  private failure: Error | undefined;
  private wake: (() => void) | undefined;
  /** Places of the sheets that have been read. */
  private readonly read = new Set<string>();

  /** Undefined where it would not pay, or a source is no file on disk. */
  static async begin(sources: readonly InputSource[], options: AheadOptions): Promise<ReadAhead | undefined> {
    const paths = sources.flatMap(({ path }) => path ?? []);
    if (paths.length < sources.length) return undefined;
    const sizes = await Promise.all(paths.map(async (path) => (await stat(path).catch(() => undefined))?.size ?? 0));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    return total < (options.worthwhile ?? worthwhile) ? undefined : new ReadAhead(sources, options);
  }

  private readonly files: readonly FileAhead[];
  private readonly limits: Limits;
  private readonly csv: CsvOptions;

  private constructor(sources: readonly InputSource[], { reader, csv = {}, limits, hidden }: AheadOptions) {
    this.files = sources
      .map(({ name, path }) => ({ file: name, path: path ?? name }))
      .sort((a, b) => compareText(a.file, b.file));
    this.limits = limits ?? defaultLimits;
    this.csv = csv;
    const task: Task = { files: this.files, limits, csv, hidden, taken: this.taken };
    this.worker = reader();
    this.worker.on("message", (message: Message) => this.receive(message));
    this.worker.on("error", (error) => this.fail(error));
    this.worker.on("exit", () => this.fail(new Error("the reading thread has ended")));
    // Nobody may ever ask: a rulebook with an error ends the program.
    this.worker.unref();
    this.worker.postMessage(task);
  }

  /** The next file, to be asked for in the order of the names; `tell` hears how many of its bytes have been gone through. */
  async open(name: string, tell?: (bytes: number) => void): Promise<OpenedWorkbook> {
    const file = this.files.findIndex((one) => one.file === name);
    for (;;) {
      const message = await this.next(file);
      if (message.kind !== "opened" || message.file !== file) continue;
      const { workbook, diagnostics } = message;
      return workbook ? { workbook: this.workbookOf(workbook, file, tell), diagnostics } : { diagnostics };
    }
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private workbookOf(opened: OpenedAhead, file: number, tell?: (bytes: number) => void): Workbook {
    const sheets = opened.sheets.map(({ name, state }, place) => ({
      name,
      state,
      read: (sink: SheetSink) => this.readSheet(file, place, sink, tell),
    }));
    return { ...opened, sheets };
  }

  private async readSheet(
    file: number,
    place: number,
    sink: SheetSink,
    tell?: (bytes: number) => void,
  ): Promise<SheetEnd> {
    const again = `${file} ${place}`;
    // The thread is past it: a sheet with several tables is read once more for each of them.
    if (this.read.has(again)) return this.readHere(file, place, sink);
    this.read.add(again);
    const player = new BatchPlayer(sink);
    for (;;) {
      const message = await this.next(file);
      // What is not asked for is passed over: a sheet that is not used, a file that is a copy of another.
      if (message.file !== file || message.kind === "opened" || message.kind === "failed") continue;
      if (message.sheet !== place) continue;
      if (message.kind === "end") return message.end;
      player.play(message.batch);
      tell?.(message.streamed);
    }
  }

  private async readHere(file: number, place: number, sink: SheetSink): Promise<SheetEnd> {
    const { file: name, path } = this.files[file] as FileAhead;
    const { workbook } = await openWorkbook(name, path, this.limits, this.csv);
    const sheet = workbook?.sheets[place];
    if (!sheet) throw new Error(`${name} has changed while it was read`);
    return sheet.read(sink);
  }

  /** @throws the error that reading that file ended with */
  private async next(file: number): Promise<Message> {
    while (this.waiting.length === 0) {
      if (this.failure) throw this.failure;
      this.worker.ref();
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
      this.worker.unref();
    }
    const message = this.waiting.shift() as Message;
    if (message.kind === "cells") {
      Atomics.add(new Int32Array(this.taken), 0, 1);
      Atomics.notify(new Int32Array(this.taken), 0);
    }
    if (message.kind === "failed" && message.file === file) {
      throw Object.assign(new Error(message.text), message.code === undefined ? {} : { code: message.code });
    }
    return message;
  }

  private receive(message: Message): void {
    this.waiting.push(message);
    this.wake?.();
  }

  private fail(error: Error): void {
    this.failure ??= error;
    this.wake?.();
  }
}
