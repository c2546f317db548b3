import type { Readable } from "node:stream";

/** All of standard input; of more than `most` bytes only so much that whoever opens it sees that it is too large. */
export async function readInput(stdin: Readable, most: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    const bytes = Buffer.from(chunk as Uint8Array | string);
    chunks.push(bytes);
    size += bytes.length;
    if (size > most) break;
  }
  return Buffer.concat(chunks);
}
