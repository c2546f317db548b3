import { escapeXml } from "../../text/escape.ts";
import { isNarrow, isWide, widthOf } from "../text-width.ts";
import { cellText, mostCharacters } from "./cell-text.ts";

/** A text that cells refer to by its number. */
export interface SharedText {
  readonly id: number;
  readonly text: string;
  /** How many lines it takes at a width: cells of one column ask again and again. */
  width: number;
  lines: number;
}

/** The texts of streamed cells, each held, escaped and measured once: a clause stands in a hundred thousand cells. */
export class SharedTexts {
  private readonly known = new Map<string, SharedText>();

  /** `before`: how many texts the workbook has already. */
  constructor(private readonly before: number) {}

  add(text: string): SharedText {
    let found = this.known.get(text);
    if (!found) {
      found = { id: this.before + this.known.size, text: cellText(text), width: 0, lines: 0 };
      this.known.set(text, found);
    }
    return found;
  }

  lines(shared: SharedText, width: number): number {
    if (shared.width !== width) {
      shared.width = width;
      shared.lines = linesOf(shared.text, width);
    }
    return shared.lines;
  }

  /** The string items, in the order of their numbers. */
  *xml(): Generator<string> {
    for (const { text } of this.known.values()) yield `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`;
  }
}

/** Of a cell's width: its indent, and what word wrap leaves unused. */
const margin = 1.8;

/** How many lines a text takes when wrapped at a column's width; 1 for the common, short one. */
export function linesOf(text: string, width: number): number {
  if (text.length * 2 < width - margin && !text.includes("\n")) return 1;
  const usable = Math.max(width - margin, 1);
  let lines = 0;
  let [narrow, wide] = [0, 0];
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : lineFeed;
    if (code === lineFeed) {
      lines += lineCount(narrow, wide, usable);
      narrow = 0;
      wide = 0;
    } else if (isNarrow(code)) narrow++;
    else if (isWide(code)) wide++;
    else return linesOfAny(text, usable);
  }
  return lines;
}

/**
 * The same of UTF-8: undefined where it is not one line of ASCII and Chinese, or has something that a cell's XML has to write
 * in another way.
 */
export function plainLines(bytes: Uint8Array, width: number): number | undefined {
  if (bytes.length > mostCharacters) return undefined;
  let [narrow, wide] = [0, 0];
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] as number;
    if (byte >= 0x20 && byte < 0x7f) {
      if (byte === ampersand || byte === less || byte === greater || byte === underscore) return undefined;
      narrow++;
      at++;
    } else if (isWideAt(bytes, at)) {
      wide++;
      at += 3;
    } else return undefined;
  }
  return lineCount(narrow, wide, Math.max(width - margin, 1));
}

const [ampersand, less, greater, underscore] = [0x26, 0x3c, 0x3e, 0x5f];

/** Of what {@link isWide} knows, the Chinese characters, and the punctuation marks of lists: 、 and ；. */
function isWideAt(bytes: Uint8Array, at: number): boolean {
  const [first, second, third] = [bytes[at] as number, bytes[at + 1] as number, bytes[at + 2] as number];
  if (first === 0xe4) return second >= 0xb8;
  if (first === 0xe3) return second === 0x80 && third <= 0xa9;
  if (first === 0xef) return second === 0xbc && third > 0x80;
  return first > 0xe4 && first <= 0xe9;
}

function lineCount(narrow: number, wide: number, usable: number): number {
  return Math.max(Math.ceil((narrow + 2 * wide - wide * spare) / usable), 1);
}

/** With characters of which only Unicode's tables know how wide they are. */
function linesOfAny(text: string, usable: number): number {
  let lines = 0;
  for (const line of text.split("\n")) lines += Math.max(Math.ceil(inkOf(line) / usable), 1);
  return lines;
}

const lineFeed = 0x0a;

/** A Chinese character of 9 points is 12 pixels wide; columns are measured in digits of 7, of 11 points. */
const spare = 2 - 12 / 7;

/** The width of a line in a column's units. */
function inkOf(line: string): number {
  let wide = 0;
  for (let at = 0; at < line.length; at++) if (line.charCodeAt(at) >= 0x2e80) wide++;
  return widthOf(line) - wide * spare;
}
