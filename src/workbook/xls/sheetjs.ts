import { Worker } from "node:worker_threads";
import type { HeldSheet } from "../held-sheet.ts";
import { builtinFormats } from "../xlsx/number-format.ts";

/** What the library makes of a BIFF stream; or why it gave up, or had to be stopped. */
export type SheetJsAnswer =
  | { readonly sheets: readonly Omit<HeldSheet, "hiddenColumns">[] }
  | { readonly reason: string }
  | { readonly stopped: "time" | "memory" };

/** What the library may take. */
export interface Bounds {
  readonly ms: number;
  readonly memoryMiB: number;
}

/**
 * Reads a BIFF stream with SheetJS, in a thread with its own bounds: the library was not made for hostile files.
 *
 * @param codepages its texts are in the codepage of the machine that wrote it
 */
export function readBySheetJs(
  stream: Buffer,
  codepages: boolean,
  { ms, memoryMiB }: Bounds = boundsFor(stream),
): Promise<SheetJsAnswer> {
  return new Promise((resolve) => {
    const copy = new Uint8Array(stream);
    const worker = new Worker(new URL("./sheetjs-worker.js", import.meta.url), {
      workerData: { stream: copy, builtinFormats, codepages },
      transferList: [copy.buffer],
      resourceLimits: { maxOldGenerationSizeMb: memoryMiB },
      // It warns of records that it does not know.
      stdout: true,
      stderr: true,
    });
    const end = (answer: SheetJsAnswer) => {
      clearTimeout(timer);
      resolve(answer);
      worker.terminate();
    };
    const timer = setTimeout(() => end({ stopped: "time" }), ms);
    worker.on("message", end);
    worker.on("error", (error: NodeJS.ErrnoException) =>
      end(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? { stopped: "memory" } : { reason: error.message }),
    );
    worker.on("exit", () => end({ reason: "the reading thread ended" }));
  });
}

/** The library needs a second for some ten MiB: what takes so much longer holds it in a loop. */
function boundsFor(stream: Buffer): Bounds {
  return { ms: 8000 + (stream.length / 2 ** 20) * 500, memoryMiB: 384 };
}
