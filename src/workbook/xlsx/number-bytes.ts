import { parseDouble } from "./number-text.ts";
import { less } from "./xml-bytes.ts";

const zero = 0x30;
const nine = 0x39;
const minus = 0x2d;
const point = 0x2e;
/** Powers of ten that a double holds exactly: a 15-digit integer divided by one is rounded once, so it is the nearest double. */
const powers = Array.from({ length: 23 }, (_, exponent) => 10 ** exponent);

/** More digits than this may be beyond the doubles. */
const longestPlain = 300;

/** The unsigned integer that is all of these bytes, of at most nine digits; else -1. */
export function scanInteger(bytes: Buffer, from: number, to: number): number {
  if (to <= from || to - from > 9) return -1;
  let value = 0;
  for (let p = from; p < to; p++) {
    const digit = bytes[p]! - zero;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** A stored double, up to the `<` after it. */
export class NumberSpan {
  value = 0;

  /** The position of the `<`, or -1 where it is not a number that `parseDouble` reads. */
  scan(bytes: Buffer, at: number): number {
    let p = at;
    const negative = bytes[p] === minus;
    if (negative) p++;
    const from = p;
    let mantissa = 0;
    let digits = 0;
    let code = bytes[p]!;
    for (; code >= zero && code <= nine; code = bytes[++p]!) {
      mantissa = mantissa * 10 + (code - zero);
      if (mantissa > 0) digits++;
    }
    let scale = 0;
    if (code === point) {
      const start = p + 1;
      for (code = bytes[++p]!; code >= zero && code <= nine; code = bytes[++p]!) {
        mantissa = mantissa * 10 + (code - zero);
        if (mantissa > 0) digits++;
      }
      scale = p - start;
    }
    const length = p - from;
    if (code !== less || length < (bytes[from] === point ? 2 : 1) || length > longestPlain)
      return this.scanOther(bytes, at);
    if (digits > 15 || scale >= powers.length) this.value = Number(bytes.toString("latin1", at, p));
    else {
      const value = scale === 0 ? mantissa : mantissa / powers[scale]!;
      this.value = negative ? -value : value;
    }
    return p;
  }

  /** Exponents, above all. */
  private scanOther(bytes: Buffer, at: number): number {
    let p = at;
    while (isNumberByte(bytes[p]!)) p++;
    const value = bytes[p] === less ? parseDouble(bytes.toString("latin1", at, p)) : undefined;
    if (value === undefined) return -1;
    this.value = value;
    return p;
  }
}

function isNumberByte(code: number): boolean {
  return (
    (code >= zero && code <= nine) ||
    code === minus ||
    code === point ||
    code === 0x2b ||
    code === 0x45 ||
    code === 0x65
  );
}
