import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";

/** Where a file's bytes are. A path is opened for each reading and closed after it: nothing is held in between. */
export interface Source {
  readonly size: number;
  /** Up to `length` bytes; fewer at the file's end. */
  read(position: number, length: number): Promise<Buffer>;
  /** The bytes from `start` up to, not including, `end`. */
  stream(start: number, end: number): AsyncIterable<Buffer>;
}

/** @throws the file system's error, if the path cannot be read */
export async function openSource(source: string | Uint8Array | Source): Promise<Source> {
  if (typeof source === "string") return openPath(source);
  return "stream" in source ? source : openBytes(source);
}

/** SHA-256 of all bytes, hexadecimal. */
export async function digest(source: Source): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of source.stream(0, source.size)) hash.update(chunk);
  return hash.digest("hex");
}

/** The same source; `tell` hears how many bytes have come of its streams so far. */
export function counted(source: Source, tell: (bytes: number) => void): Source {
  let streamed = 0;
  return {
    size: source.size,
    read: (position, length) => source.read(position, length),
    async *stream(start, end) {
      for await (const chunk of source.stream(start, end)) {
        streamed += chunk.length;
        tell(streamed);
        yield chunk;
      }
    },
  };
}

// Large enough that a quarter's file takes a handful of reads.
const chunkSize = 256 * 1024;

async function openPath(path: string): Promise<Source> {
  const { size } = await stat(path);
  return {
    size,
    async read(position, length) {
      const wanted = Math.min(length, size - position);
      if (wanted <= 0) return Buffer.alloc(0);
      const handle = await open(path);
      try {
        const buffer = Buffer.alloc(wanted);
        const { bytesRead } = await handle.read(buffer, 0, wanted, position);
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
    async *stream(start, end) {
      if (start < end) yield* createReadStream(path, { start, end: end - 1, highWaterMark: chunkSize });
    },
  };
}

function openBytes(bytes: Uint8Array): Source {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    size: buffer.length,
    read: async (position, length) => buffer.subarray(position, position + length),
    async *stream(start, end) {
      for (let at = start; at < end; at += chunkSize) yield buffer.subarray(at, Math.min(end, at + chunkSize));
    },
  };
}
