/**
 * A text packed into a 16-bit tag and a double: words before digits (`C00012`, `-12.50`, `000353`), where the digits are at
 * most 15 with at most one point among them. That is what nearly every cell of a CSV holds, and a million of them then take
 * ten bytes each instead of an object. Tag: 1 bit set, 7 bits prefix, 4 bits count of digits, 4 bits of them behind the point.
 */
export const packedFlag = 0x8000;
const maxDigits = 15;
const maxPrefixes = 128;
const maxPrefixLength = 8;
const longest = maxPrefixLength + maxDigits + 1;

/** A tag, taken apart: words before digits, how many digits, and how many of them behind the point. */
export interface PackedParts {
  readonly prefix: string;
  readonly digits: number;
  readonly decimals: number;
}

/** Packs texts and gives them back unchanged. One for each column: the prefixes are remembered. */
export class TextPacker {
  private readonly prefixes: string[] = [""];
  private lastPrefix = 0;
  /** The mantissa of the text that `tag` has just packed. */
  value = 0;

  /** The text's tag, or 0 if it cannot be packed; its number is then in `value`. */
  tag(text: string): number {
    const length = text.length;
    if (length > longest) return 0;
    let start = 0;
    while (start < length && !isDigit(text.charCodeAt(start))) start++;
    if (length - start > maxDigits + 1 || start === length || start > maxPrefixLength) return 0;
    let mantissa = 0;
    let point = -1;
    for (let at = start; at < length; at++) {
      const code = text.charCodeAt(at);
      if (isDigit(code)) mantissa = mantissa * 10 + (code - 48);
      else if (code === 46 && point < 0) point = at;
      else return 0;
    }
    return this.pack(
      start === 0 ? "" : text.slice(0, start),
      length - start,
      point < 0 ? -1 : length - 1 - point,
      mantissa,
    );
  }

  /** As `tag`, for ASCII from `from` up to `to` of a file's bytes. */
  tagOfBytes(bytes: Buffer, from: number, to: number): number {
    if (to - from > longest) return 0;
    let start = from;
    while (start < to && !isDigit(bytes[start] as number)) start++;
    if (to - start > maxDigits + 1 || start === to || start - from > maxPrefixLength) return 0;
    let mantissa = 0;
    let point = -1;
    for (let at = start; at < to; at++) {
      const code = bytes[at] as number;
      if (isDigit(code)) mantissa = mantissa * 10 + (code - 48);
      else if (code === 46 && point < 0) point = at;
      else return 0;
    }
    const decimals = point < 0 ? -1 : to - 1 - point;
    return this.pack(start === from ? "" : this.prefixAt(bytes, from, start), to - start, decimals, mantissa);
  }

  /** The tag of texts of so many digits behind a prefix; 0 if they cannot be packed, or there are too many prefixes. */
  tagOf(prefix: string, digits: number): number {
    if (digits < 1 || prefix.length > maxPrefixLength) return 0;
    return this.pack(prefix, digits, -1, this.value);
  }

  /** What the texts of a tag have in common. */
  parts(tag: number): PackedParts {
    return { prefix: this.prefixes[(tag >> 8) & 127] ?? "", digits: (tag >> 4) & 15, decimals: tag & 15 };
  }

  /** @param decimals how many digits are behind the point; -1: there is none */
  private pack(prefix: string, length: number, decimals: number, mantissa: number): number {
    const digits = decimals < 0 ? length : length - 1;
    if (digits > maxDigits || decimals === 0) return 0;
    const index = prefix === "" ? 0 : this.prefixIndex(prefix);
    if (index < 0) return 0;
    this.value = mantissa;
    return packedFlag | (index << 8) | (digits << 4) | Math.max(decimals, 0);
  }

  /** The text of a tag and its number. */
  text(tag: number, value: number): string {
    const { prefix, digits, decimals } = this.parts(tag);
    const figure = String(value).padStart(digits, "0");
    return prefix + (decimals === 0 ? figure : `${figure.slice(0, -decimals)}.${figure.slice(-decimals)}`);
  }

  /** Mostly that of the row above. */
  private prefixAt(bytes: Buffer, from: number, to: number): string {
    const last = this.prefixes[this.lastPrefix] as string;
    let same = last.length === to - from;
    for (let at = from; same && at < to; at++) same = last.charCodeAt(at - from) === bytes[at];
    return same ? last : bytes.toString("latin1", from, to);
  }

  private prefixIndex(text: string): number {
    if (this.prefixes[this.lastPrefix] === text) return this.lastPrefix;
    let index = this.prefixes.indexOf(text);
    if (index < 0) {
      if (this.prefixes.length === maxPrefixes) return -1;
      // Built anew: a slice of a text would keep the whole chunk of the file alive.
      index = this.prefixes.push(Array.from({ length: text.length }, (_, at) => text[at]).join("")) - 1;
    }
    this.lastPrefix = index;
    return index;
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
