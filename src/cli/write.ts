import type { Output } from "./io.ts";

const watched = new WeakSet<Output>();

/** A stream that cannot be written to: a full disk, for one. Not a bug, and not for each caller to handle. */
export class WriteError extends Error {}

/**
 * Writes all of it, waiting while the reader is slow. A reader that has gone (`| head -1`) is no error: what is written
 * to it from then on is dropped. Rejects with `WriteError` on any other failure.
 */
export function write(stream: Output, text: string | Uint8Array): Promise<void> {
  if (!watched.has(stream)) {
    watched.add(stream);
    // The failure reaches the callback below; without a listener it would end the process as well.
    stream.on("error", () => undefined);
  }
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (error && !isGone(error)) reject(new WriteError(error.message));
      else resolve();
    });
  });
}

function isGone(error: NodeJS.ErrnoException): boolean {
  return error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED" || error.code === "ECONNRESET";
}
