import type { Result } from "../formula/value.ts";
import { Exact } from "../number/exact.ts";
import { jsonValue } from "./json-value.ts";
import { Utf8Bytes } from "./utf8-bytes.ts";

const quote = 0x22;
const comma = 0x2c;

/** JSON text as UTF-8. */
export class JsonBytes extends Utf8Bytes {
  /** A figure, a word, a truth value or null. */
  value(value: Result | undefined): void {
    if (value instanceof Exact && this.quotedFigure(value)) return;
    if (typeof value === "string") this.text(jsonValue(value));
    else this.ascii(jsonValue(value));
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
