import { escapeXml } from "../../text/escape.ts";
import { widthOf } from "../text-width.ts";
import { cellText } from "./cell-text.ts";

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
  for (const line of text.split("\n")) lines += Math.max(Math.ceil(inkOf(line) / usable), 1);
  return lines;
}

/** A Chinese character of 9 points is 12 pixels wide; columns are measured in digits of 7, of 11 points. */
const spare = 2 - 12 / 7;

/** The width of a line in a column's units. */
function inkOf(line: string): number {
  let wide = 0;
  for (let at = 0; at < line.length; at++) if (line.charCodeAt(at) >= 0x2e80) wide++;
  return widthOf(line) - wide * spare;
}
