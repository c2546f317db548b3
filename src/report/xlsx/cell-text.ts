import { Exact } from "../../number/exact.ts";

/** The most characters that a cell may hold, in UTF-16 units. */
export const mostCharacters = 32_767;
/** Digits that a cell's double holds without loss. */
export const mostDigits = 15;

/**
 * Text that a cell can hold: no control characters, no lone surrogates, at most 32,767 characters, and `_x0041_`-like
 * text kept from being read as an escape. It goes into text cells only, so nothing in it is ever a formula.
 */
export function cellText(text: string): string {
  return text.length <= mostCharacters && !doubtful.test(text) ? text : mended(text);
}

/** Without these there is nothing that a cell cannot hold: so it is with nearly all of a million texts. */
const doubtful = /[\x00-\x08\x0B-\x1F_\uD800-\uDFFF\uFFFE\uFFFF]/;

function mended(text: string): string {
  const clean = text
    .replace(/[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g, "")
    .replace(/\r\n?/g, "\n")
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD")
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  if (clean.length <= mostCharacters) return clean;
  return `${clean
    .slice(0, mostCharacters - 1)
    .replace(/_(?:x[0-9A-Fa-f]{0,4})?$/, "")
    .replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/**
 * The number that a cell's double can hold without loss ({@link mostDigits} significant digits), as text; undefined where it cannot. A
 * number without a finite decimal (a ratio) is no amount, and is rounded there.
 */
export function cellNumber(value: Exact): string | undefined {
  const text = value.toString();
  if (text.length <= mostDigits) return text;
  if (significant(text) <= mostDigits) return text;
  const finite = Exact.parse(text)?.equals(value) ?? false;
  return finite ? undefined : String(Number(Number(text).toPrecision(mostDigits)));
}

function significant(decimal: string): number {
  const digits = decimal.replace(/[-.]/g, "").replace(/^0+/, "");
  return (decimal.includes(".") ? digits : digits.replace(/0+$/, "")).length;
}
