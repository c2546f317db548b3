import type { Source } from "../source.ts";
import { type Refusal, refusal } from "../xlsx/refusal.ts";
import { showSize } from "../xlsx/zip.ts";
import type { Encoding } from "./encoding.ts";

/** `\n` also ends a line that ends in `\r\n`; `\r` alone is what old Macs wrote. */
export type LineBreak = "\n" | "\r";

/**
 * Whether a text can be split before it is decoded: no character of the encoding has the byte of a line break, a quote or
 * the delimiter in it. The Chinese and Japanese encodings have second bytes from 0x30 on, `|` among them.
 */
export function splitsAsBytes(encoding: string, delimiter: string): boolean {
  if (/^(?:utf-16|iso-2022)/.test(encoding)) return false;
  return (encoding === "utf-8" ? /^[\x00-\x7f]$/ : /^[\x09-\x2f;]$/).test(delimiter);
}

/**
 * A file's bytes in pieces that end with a line break, but for the last one. The bytes are cut, not the text: a text that
 * was cut and joined is slower to go through.
 *
 * @throws Refusal for a line without end
 */
export async function* bytePieces(
  file: string,
  source: Source,
  encoding: Encoding,
  lineBreak: LineBreak,
  longestLine: number,
): AsyncGenerator<Buffer> {
  const byte = lineBreak.charCodeAt(0);
  let held: Buffer[] = [];
  let length = 0;
  for await (const chunk of source.stream(encoding.mark, source.size)) {
    const end = chunk.lastIndexOf(byte) + 1;
    if (end > 0) {
      const whole = chunk.subarray(0, end);
      yield length > 0 ? Buffer.concat([...held, whole]) : whole;
      [held, length] = [[], 0];
    }
    if (end < chunk.length) held.push(chunk.subarray(end));
    length += chunk.length - end;
    if (length > longestLine) throw endless(file, longestLine);
  }
  if (length > 0) yield Buffer.concat(held);
}

/**
 * As `bytePieces`, but decoded.
 *
 * @throws Refusal for bytes that the encoding does not have, at their line, and for a line without end
 */
export async function* textPieces(
  file: string,
  source: Source,
  encoding: Encoding,
  lineBreak: LineBreak,
  longestLine: number,
): AsyncGenerator<string> {
  const decode = strictly(file, encoding.name, lineBreak);
  let held = "";
  for await (const chunk of source.stream(encoding.mark, source.size)) {
    const text = held + decode(chunk);
    const end = text.lastIndexOf(lineBreak) + 1;
    if (end > 0) yield text.slice(0, end);
    held = text.slice(end);
    if (held.length > longestLine) throw endless(file, longestLine);
  }
  yield held + decode(Buffer.alloc(0));
}

/** No line of a table is so long; without a bound, a file that is no table would be held in memory whole. */
function endless(file: string, limit: number): Refusal {
  return refusal("workbook/endless-line", { file }, { limit: showSize(limit) });
}

/** Decodes a file chunk by chunk; an empty one ends it. */
function strictly(file: string, encoding: string, lineBreak: LineBreak): (chunk: Buffer) => string {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let lines = 1;
  return (chunk) => {
    try {
      const text = decoder.decode(chunk, { stream: chunk.length > 0 });
      lines += text.split(lineBreak).length - 1;
      return text;
    } catch {
      const [before = ""] = new TextDecoder(encoding).decode(chunk).split("\uFFFD");
      throw refusal("workbook/undecodable", { file, line: lines + before.split(lineBreak).length - 1 }, { encoding });
    }
  };
}

/** The text of a file's first bytes, to look at before reading. */
export function decodeHead(head: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding.name).decode(head.subarray(encoding.mark), { stream: true });
}
