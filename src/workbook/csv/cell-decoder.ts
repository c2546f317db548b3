import { isUtf8 } from "node:buffer";
import { mayBeTotal } from "../build/row-words.ts";
import type { StoredWord } from "../build/stored-word.ts";

const slots = 4096;
const longestKept = 64;

/** A cell's text. */
export interface CellWord extends StoredWord {
  /** The bytes that it is decoded from, a character each. */
  readonly bytes: string;
}

/**
 * Decodes cells out of bytes that were taken for one character each. Splitting a file does not need its characters decoded,
 * and most cells of a table are ASCII: only the others are looked at again, and most of those are a word that was there a
 * few rows before. Such words are kept in slots chosen by a few of their bytes: a map would hash every cell.
 */
export class CellDecoder {
  private readonly known: (CellWord | undefined)[] = Array.from({ length: slots });
  private readonly found: (CellWord | undefined)[] = [];
  private readonly strict: InstanceType<typeof TextDecoder>;

  /** @param decoded the text was decoded before it was split: there is nothing to do */
  constructor(
    readonly encoding: string,
    private readonly decoded = false,
  ) {
    this.strict = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  }

  /** The bytes from `from` up to `to`, two quotes being one; undefined for such as the encoding does not have. */
  word(source: Buffer, from: number, to: number): CellWord | undefined {
    const length = to - from;
    const slot = slotFor(source[from + 1], source[from + (length >> 1)], source[to - 1], length);
    const known = this.known[slot];
    if (known !== undefined && isSame(known.bytes, source, from, length)) return known;
    const decoded = this.textOf(source.subarray(from, to));
    if (decoded === undefined) return undefined;
    const text = decoded.replaceAll('""', '"');
    // The bytes are copied: a slice of a piece of the file would keep all of it alive.
    const word = { bytes: source.toString("latin1", from, to), text, mayBeTotal: mayBeTotal(text), stored: undefined };
    if (length <= longestKept) this.known[slot] = word;
    return word;
  }

  /**
   * Of as many cells of a batch as `count` says, those that are not ASCII just as they stand, each at its place; undefined if
   * one of them cannot be decoded. The array is filled anew by each call.
   */
  words(source: Buffer, cells: Int32Array, count: number): readonly (CellWord | undefined)[] | undefined {
    const { found } = this;
    while (found.length < count) found.push(undefined);
    for (let at = 0; at < count; at++) {
      const start = cells[2 * at] as number;
      if (start >= 0) continue;
      const word = this.word(source, ~start, cells[2 * at + 1] as number);
      if (word === undefined) return undefined;
      found[at] = word;
    }
    return found;
  }

  /** The text of bytes that have been made a text; a quote is a quote. */
  decode(bytes: string): string | undefined {
    if (this.decoded) return bytes;
    if (bytes.includes('"')) return this.textOf(Buffer.from(bytes, "latin1"));
    const { length } = bytes;
    const slot = slotFor(bytes.charCodeAt(1), bytes.charCodeAt(length >> 1), bytes.charCodeAt(length - 1), length);
    const known = this.known[slot];
    if (known?.bytes === bytes) return known.text;
    const source = Buffer.from(bytes, "latin1");
    return this.word(source, 0, source.length)?.text;
  }

  private textOf(bytes: Buffer): string | undefined {
    if (this.encoding === "utf-8") return isUtf8(bytes) ? bytes.toString("utf8") : undefined;
    try {
      return this.strict.decode(bytes);
    } catch {
      return undefined;
    }
  }
}

function isSame(word: string, source: Buffer, from: number, length: number): boolean {
  if (word.length !== length) return false;
  for (let at = 0; at < length; at++) if (word.charCodeAt(at) !== source[from + at]) return false;
  return true;
}

function slotFor(first = 0, middle = 0, last = 0, length = 0): number {
  return (first * 31 + middle * 7 + last * 131 + length) & (slots - 1);
}
