import type { Result } from "../formula/value.ts";
import { Exact } from "../number/exact.ts";
import { jsonValue } from "./json-value.ts";

const firstSize = 64 * 1024;
const quote = 0x22;
const comma = 0x2c;

/**
 * JSON text as UTF-8, put together where it will be written from. A report of a large quarter is forty megabytes, nearly all
 * of it ASCII and the same few pieces: as strings they would be built, joined, copied and encoded; here they are copied once.
 */
export class JsonBytes {
  private bytes: Buffer = Buffer.allocUnsafeSlow(firstSize);
  length = 0;

  /** UTF-8 of a piece that is written often. */
  static of(text: string): Uint8Array {
    return new Uint8Array(Buffer.from(text));
  }

  /** A piece made by `of`. */
  piece(piece: Uint8Array): void {
    this.reserve(piece.length);
    this.bytes.set(piece, this.length);
    this.length += piece.length;
  }

  /** Any JSON text. */
  text(text: string): void {
    // Three bytes at most are what one UTF-16 unit comes to.
    this.reserve(text.length * 3);
    this.length += this.bytes.write(text, this.length);
  }

  /** A figure, a word, a truth value or null. */
  value(value: Result | undefined): void {
    if (value instanceof Exact && this.figure(value)) return;
    if (typeof value === "string") this.text(jsonValue(value));
    else this.ascii(jsonValue(value));
  }

  private figure(value: Exact): boolean {
    this.reserve(20);
    const end = value.writeTo(this.bytes, this.length + 1);
    if (end < 0) return false;
    this.bytes[this.length] = quote;
    this.bytes[end] = quote;
    this.length = end + 1;
    return true;
  }

  ascii(text: string): void {
    this.reserve(text.length);
    const { bytes, length } = this;
    // Figures are short: a call into a native copy costs more than they do.
    for (let at = 0; at < text.length; at++) bytes[length + at] = text.charCodeAt(at);
    this.length += text.length;
  }

  comma(): void {
    this.reserve(1);
    this.bytes[this.length++] = comma;
  }

  /** Takes back a comma that was written last. */
  dropComma(): void {
    this.length--;
  }

  /** A copy of what was written since then: a piece to be written again. */
  since(start: number): Uint8Array {
    return new Uint8Array(this.bytes.subarray(start, this.length));
  }

  /** What has been written so far; from here on it begins anew. */
  take(): Uint8Array {
    const taken = this.bytes.subarray(0, this.length);
    this.bytes = Buffer.allocUnsafeSlow(this.bytes.length);
    this.length = 0;
    return taken;
  }

  toString(): string {
    return this.bytes.toString("utf8", 0, this.length);
  }

  private reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.bytes.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(needed, this.bytes.length * 2));
    this.bytes.copy(grown, 0, 0, this.length);
    this.bytes = grown;
  }
}
