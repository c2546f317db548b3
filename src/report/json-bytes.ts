import type { Result } from "../formula/value.ts";
import { Exact } from "../number/exact.ts";
import { jsonValue } from "./json-value.ts";
import { encode, Utf8Bytes } from "./utf8-bytes.ts";

const quote = 0x22;
const comma = 0x2c;
const backslash = 0x5c;

/** What stands in a text of JSON in another way than it is: 1. */
const escaped = Uint8Array.from({ length: 0x80 }, (_, code) =>
  code < 0x20 || code === quote || code === backslash ? 1 : 0,
);

/** JSON text as UTF-8. */
export class JsonBytes extends Utf8Bytes {
  /** A figure, a word, a truth value or null. */
  value(value: Result | undefined): void {
    if (value instanceof Exact && this.quotedFigure(value)) return;
    if (typeof value === "string") this.string(value);
    else this.ascii(jsonValue(value));
  }

  /** A text in quotes. */
  string(text: string): void {
    this.reserve(text.length * 3 + 2);
    const end = encode(text, this.bytes, this.length + 1, escaped);
    if (end < 0) {
      this.text(JSON.stringify(text));
      return;
    }
    this.bytes[this.length] = quote;
    this.bytes[end] = quote;
    this.length = end + 1;
  }

  stringOrNull(text: string | undefined): void {
    if (text === undefined) this.ascii("null");
    else this.string(text);
  }

  strings(texts: readonly string[]): void {
    this.ascii("[");
    for (let at = 0; at < texts.length; at++) {
      if (at > 0) this.comma();
      this.string(texts[at] as string);
    }
    this.ascii("]");
  }

  comma(): void {
    this.reserve(1);
    this.bytes[this.length++] = comma;
  }

  private quotedFigure(value: Exact): boolean {
    this.reserve(20);
    const end = value.writeTo(this.bytes, this.length + 1);
    if (end < 0) return false;
    this.bytes[this.length] = quote;
    this.bytes[end] = quote;
    this.length = end + 1;
    return true;
  }

  /** Takes back a comma that was written last. */
  dropComma(): void {
    this.length--;
  }
}
