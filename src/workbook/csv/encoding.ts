import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import type { Source } from "../source.ts";
import { utf16WithoutMark } from "../utf16.ts";

/** How a text file's bytes are to be read: the name of the encoding as WHATWG has it, and the length of its mark. */
export interface Encoding {
  readonly name: string;
  readonly mark: number;
}

/** What one pass over all bytes of a text file tells. */
export interface Survey {
  readonly sha256: string;
  readonly encoding: Encoding;
}

const headBytes = 64 * 1024;

/**
 * Reads all bytes once, for their SHA-256 and their encoding: by its mark, else UTF-8 if every byte agrees, else UTF-16 by
 * its NULs, else GB18030 (which is checked as it is decoded). Guessing by the frequency of characters is wrong too often on
 * the short texts that spreadsheets hold.
 */
export async function survey(source: Source): Promise<Survey> {
  const hash = createHash("sha256");
  let strictUtf8 = true;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of source.stream(0, source.size)) {
    hash.update(chunk);
    if (!strictUtf8) continue;
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const whole = wholeCharacters(bytes);
    strictUtf8 = isUtf8(bytes.subarray(0, whole));
    rest = bytes.subarray(whole);
  }
  strictUtf8 &&= rest.length === 0;
  const head = await source.read(0, headBytes);
  return { sha256: hash.digest("hex"), encoding: marked(head) ?? unmarked(head, strictUtf8) };
}

/** The encoding that a user names, without the mark if the file has one; undefined if there is no such encoding. */
export async function encodingNamed(label: string, source: Source): Promise<Encoding | undefined> {
  try {
    const name = new TextDecoder(label.trim()).encoding;
    const mark = marked(await source.read(0, 4));
    return { name, mark: mark?.name === name ? mark.mark : 0 };
  } catch {
    return undefined;
  }
}

function marked(head: Uint8Array): Encoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { name: "utf-8", mark: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { name: "utf-16le", mark: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { name: "utf-16be", mark: 2 };
  return undefined;
}

function unmarked(head: Buffer, strictUtf8: boolean): Encoding {
  const name = utf16WithoutMark(head) ?? (strictUtf8 || beginsAsUtf8(head) ? "utf-8" : "gb18030");
  return { name, mark: 0 };
}

/**
 * Whether a file that is not all UTF-8 begins with a good deal of it: then it is UTF-8 with a damaged place, which is to be
 * reported there. A word or two of GBK can be UTF-8 by chance (联通 is); so many Chinese characters cannot.
 */
function beginsAsUtf8(head: Buffer): boolean {
  let characters = 0;
  for (let start = 0; start < head.length && characters < 8; ) {
    const end = head.indexOf(0x0a, start) + 1;
    if (end === 0 || !isUtf8(head.subarray(start, end))) return false;
    // The first of three bytes.
    for (let at = start; at < end; at++) if (((head[at] ?? 0) & 0xf0) === 0xe0) characters++;
    start = end;
  }
  return characters >= 8;
}

/** The length up to the last character that is complete: a character's bytes may be cut between two chunks. */
function wholeCharacters(bytes: Buffer): number {
  const end = bytes.length;
  for (let back = 1; back <= Math.min(3, end); back++) {
    const byte = bytes[end - back] ?? 0;
    if (byte < 0x80) return end;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? end - back : end;
  }
  return end;
}
