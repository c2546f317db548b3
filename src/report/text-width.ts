import fastStringWidth from "fast-string-width";
import { withoutInvisible } from "../text/invisible.ts";

/** Terminal columns that a text takes. ASCII and Chinese, the common case, are counted at once; the rest needs Unicode's tables. */
export function widthOf(text: string): number {
  let width = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (isNarrow(code)) width += 1;
    else if (isWide(code)) width += 2;
    else return fastStringWidth(withoutInvisible(text));
  }
  return width;
}

/** ASCII, and signs that our own texts use: · – … → ≥ ✓ ✗ and their kin. */
export function isNarrow(code: number): boolean {
  if (code < 0x7f) return code >= 0x20;
  if (code < 0x2010) return code === 0xb7;
  return (
    (code >= 0x2010 && code <= 0x2027) ||
    (code >= 0x2190 && code <= 0x2193) ||
    (code >= 0x2200 && code <= 0x22ff) ||
    code === 0x2713 ||
    code === 0x2717
  );
}

/** Chinese characters, their punctuation and full-width letters. */
export function isWide(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3000 && code <= 0x3029) || (code >= 0xff01 && code <= 0xff60);
}

export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(width - widthOf(text), 0));
}

export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(width - widthOf(text), 0)) + text;
}

/** At most so many columns, with … for what is cut off. A wide character is never cut in half. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = "";
  let used = 0;
  // Made only here: it takes longer than writing a whole table.
  graphemes ??= new Intl.Segmenter("zh", { granularity: "grapheme" });
  for (const { segment } of graphemes.segment(text)) {
    used += widthOf(segment);
    if (used > width - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

let graphemes: Intl.Segmenter | undefined;

/** One line: control characters, which could move a terminal's cursor or change its colours, become blanks. */
export function oneLine(text: string): string {
  return text.replace(/[\x00-\x1F\x7F-\x9F\u2028\u2029\u202A-\u202E\u2066-\u2069]+/g, " ");
}
