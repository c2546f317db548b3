import type { Exact } from "../number/exact.ts";

const firstSize = 64 * 1024;
/** What is shorter is copied here: a call into a native copy costs more than so many bytes do. */
const short = 20;

/**
 * UTF-8 text put together where it will be written from. A report of a large quarter is a hundred megabytes, nearly all of it
 * ASCII and the same few pieces: as strings they would be built, joined, copied and encoded; here they are copied once.
 */
export class Utf8Bytes {
  protected bytes: Buffer = Buffer.allocUnsafeSlow(firstSize);
  length = 0;

  /** UTF-8 of a piece that is written often. */
  static of(text: string): Uint8Array {
    return new Uint8Array(Buffer.from(text));
  }

  /** A piece made by `of`. */
  piece(piece: Uint8Array): void {
    this.reserve(piece.length);
    const { bytes, length } = this;
    if (piece.length > short) bytes.set(piece, length);
    else for (let at = 0; at < piece.length; at++) bytes[length + at] = piece[at] as number;
    this.length += piece.length;
  }

  /** Any text. */
  text(text: string): void {
    // Three bytes at most are what one UTF-16 unit comes to.
    this.reserve(text.length * 3);
    const end = text.length > short ? -1 : encode(text, this.bytes, this.length, nothingRefused);
    this.length = end < 0 ? this.length + this.bytes.write(text, this.length) : end;
  }

  /** Figures, and other texts that are short. */
  ascii(text: string): void {
    this.reserve(text.length);
    const { bytes, length } = this;
    for (let at = 0; at < text.length; at++) bytes[length + at] = text.charCodeAt(at);
    this.length += text.length;
  }

  /** A number of something, from 0, within 31 bits. */
  count(count: number): void {
    this.reserve(10);
    const { bytes } = this;
    let end = this.length + 1;
    for (let rest = count; rest >= 10; rest = (rest / 10) | 0) end++;
    this.length = end;
    for (let rest = count, at = end - 1; ; at--) {
      const upper = (rest / 10) | 0;
      bytes[at] = 0x30 + (rest - upper * 10);
      if (upper === 0) return;
      rest = upper;
    }
  }

  /** A figure's decimal, if it is one of the usual; false: nothing was written. */
  figure(value: Exact): boolean {
    this.reserve(20);
    const end = value.writeTo(this.bytes, this.length);
    if (end < 0) return false;
    this.length = end;
    return true;
  }

  /** What was written from there on, good until more is written. */
  view(start: number): Uint8Array {
    return this.bytes.subarray(start, this.length);
  }

  /** A copy of what was written since then: a piece to be written again. */
  since(start: number): Uint8Array {
    return new Uint8Array(this.bytes.subarray(start, this.length));
  }

  /** What has been written so far, good until more is written; from here on it begins anew, in the same memory. */
  take(): Uint8Array {
    const taken = this.view(0);
    this.length = 0;
    return taken;
  }

  toString(): string {
    return this.bytes.toString("utf8", 0, this.length);
  }

  protected reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.bytes.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(needed, this.bytes.length * 2));
    this.bytes.copy(grown, 0, 0, this.length);
    this.bytes = grown;
  }
}

const nothingRefused = new Uint8Array(0x80);

/**
 * The position after the text; -1 where there is a surrogate in it, of which not every one is half of a pair, or one of the
 * ASCII characters that `refused` marks.
 */
export function encode(text: string, bytes: Uint8Array, from: number, refused: Uint8Array): number {
  let p = from;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) {
      if (refused[code] !== 0) return -1;
      bytes[p++] = code;
    } else if (code < 0x800) {
      bytes[p++] = 0xc0 | (code >> 6);
      bytes[p++] = 0x80 | (code & 0x3f);
    } else if (code >= 0xd800 && code <= 0xdfff) return -1;
    else {
      bytes[p++] = 0xe0 | (code >> 12);
      bytes[p++] = 0x80 | ((code >> 6) & 0x3f);
      bytes[p++] = 0x80 | (code & 0x3f);
    }
  }
  return p;
}
