import { decodeCharacters, decodeEscapes } from "./escapes.ts";
import type { TextCache } from "./text-cache.ts";

/**
 * The pieces of XML that the scanners know, read from UTF-8 bytes. The bytes end with a NUL, which nothing here accepts, so
 * that no loop needs to look for the end: what is not complete is not recognised.
 */
export const less = 0x3c;
export const greater = 0x3e;
export const slash = 0x2f;
export const space = 0x20;
export const equals = 0x3d;
export const quote = 0x22;
const ampersand = 0x26;
const bracket = 0x5d;
const underscore = 0x5f;
/** Bytes of a text that need a second look: markup, control characters, and what begins something to decode. */
const notable = new Uint8Array(256).fill(1, 0, 0x20);
for (const c of [less, greater, ampersand, underscore, 0xef]) notable[c] = 1;
notable[0x09] = notable[0x0a] = 0;

/** Whether the bytes at `at` are these. */
export function matches(bytes: Buffer, at: number, literal: Buffer): boolean {
  for (let i = 0; i < literal.length; i++) if (bytes[at + i] !== literal[i]) return false;
  return true;
}

export function skipBlanks(bytes: Buffer, at: number): number {
  let p = at;
  while (bytes[p] === space || bytes[p] === 0x0a || bytes[p] === 0x0d || bytes[p] === 0x09) p++;
  return p;
}

/** A run of character data, as bytes. */
export class TextSpan {
  from = 0;
  to = 0;
  /** Something in it must be decoded: an entity, a line end, an `_x000D_`, or what may be no character. */
  special = false;
  /** Nothing but ASCII in it. */
  ascii = false;

  constructor(private readonly cache: TextCache) {}

  clear(): void {
    this.from = this.to = 0;
    this.special = false;
  }

  /** Reads up to the next `<`. False where it is not plain character data. */
  scan(bytes: Buffer, at: number): boolean {
    let p = at;
    let special = false;
    let bits = 0;
    for (;;) {
      let c = bytes[p]!;
      for (; notable[c] === 0; c = bytes[++p]!) bits |= c;
      if (c === less) break;
      if (c < 0x20 && c !== 0x0d) return false;
      if (c === greater && bytes[p - 1] === bracket && bytes[p - 2] === bracket) return false;
      if (c !== greater && (c !== underscore || bytes[p + 1] === 0x78)) special = true;
      bits |= c;
      p++;
    }
    this.from = at;
    this.to = p;
    this.special = special;
    this.ascii = bits < 0x80;
    return true;
  }

  /** The text, without decoding `_x000D_`. Undefined if it is not well-formed. */
  characters(bytes: Buffer): string | undefined {
    if (!this.special) return this.cache.get(bytes, this.from, this.to);
    const raw = bytes.toString("utf8", this.from, this.to);
    return /[\uFFFE\uFFFF]/.test(raw) ? undefined : decodeCharacters(raw);
  }

  /** The text of a cell. Undefined if it is not well-formed. */
  text(bytes: Buffer): string | undefined {
    const characters = this.characters(bytes);
    return this.special && characters !== undefined ? decodeEscapes(characters) : characters;
  }
}

/** An attribute ` name="value"`, written the way all writers do. */
export class Attribute {
  nameFrom = 0;
  nameTo = 0;
  from = 0;
  to = 0;

  /** Reads one from the blank before it; the position after it, or -1. A value with `<`, `&` or a line end is not recognised. */
  scan(bytes: Buffer, at: number): number {
    if (bytes[at] !== space) return -1;
    let p = at + 1;
    this.nameFrom = p;
    while (isNameByte(bytes[p]!)) p++;
    this.nameTo = p;
    if (bytes[this.nameFrom]! <= firstLetter || bytes[p] !== equals || bytes[p + 1] !== quote) return -1;
    p += 2;
    this.from = p;
    for (;;) {
      const c = bytes[p]!;
      if (c === quote) break;
      if (c < 0x20 || c === less || c === ampersand) return -1;
      p++;
    }
    this.to = p;
    return p + 1;
  }

  name(bytes: Buffer): string {
    return bytes.toString("latin1", this.nameFrom, this.nameTo);
  }

  value(bytes: Buffer): string {
    return bytes.toString("utf8", this.from, this.to);
  }
}

/** Digits, `-`, `.` and `:` are below: no name begins with one. */
const firstLetter = 0x40;

function isNameByte(c: number): boolean {
  return (
    (c >= 0x61 && c <= 0x7a) ||
    (c >= 0x41 && c <= 0x5a) ||
    (c >= 0x30 && c <= 0x3a) ||
    c === 0x5f ||
    c === 0x2d ||
    c === 0x2e
  );
}
