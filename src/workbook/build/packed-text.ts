/**
 * A text packed into a 16-bit tag and a double: words before digits (`C00012`, `-12.50`, `000353`), where the digits are at
 * most 15 with at most one point among them. That is what nearly every cell of a CSV holds, and a million of them then take
 * ten bytes each instead of an object. Tag: 1 bit set, 7 bits prefix, 4 bits count of digits, 4 bits of them behind the point.
 */
export const packedFlag = 0x8000;
const maxDigits = 15;
const maxPrefixes = 128;
const maxPrefixLength = 8;

/** Packs texts and gives them back unchanged. One for each column: the prefixes are remembered. */
export class TextPacker {
  private readonly prefixes: string[] = [""];
  private lastPrefix = 0;
  /** The mantissa of the text that `tag` has just packed. */
  value = 0;

  /** The text's tag, or 0 if it cannot be packed; its number is then in `value`. */
  tag(text: string): number {
    const length = text.length;
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
    const digits = length - start - (point < 0 ? 0 : 1);
    const decimals = point < 0 ? 0 : length - 1 - point;
    if (digits > maxDigits || (point >= 0 && decimals === 0)) return 0;
    const prefix = start === 0 ? 0 : this.prefixIndex(text, start);
    if (prefix < 0) return 0;
    this.value = mantissa;
    return packedFlag | (prefix << 8) | (digits << 4) | decimals;
  }

  /** The text of a tag and its number. */
  text(tag: number, value: number): string {
    const digits = String(value).padStart((tag >> 4) & 15, "0");
    const decimals = tag & 15;
    const figure = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
    return (this.prefixes[(tag >> 8) & 127] ?? "") + figure;
  }

  private prefixIndex(text: string, length: number): number {
    const last = this.prefixes[this.lastPrefix] ?? "";
    if (last.length === length && text.startsWith(last)) return this.lastPrefix;
    // Built anew: a slice of the text would keep the whole chunk of the file alive.
    const prefix = Array.from({ length }, (_, at) => text[at]).join("");
    let index = this.prefixes.indexOf(prefix);
    if (index < 0) {
      if (this.prefixes.length === maxPrefixes) return -1;
      index = this.prefixes.push(prefix) - 1;
    }
    this.lastPrefix = index;
    return index;
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
