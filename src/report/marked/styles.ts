import type { Severity } from "../../diagnostic/diagnostic.ts";
import { escapeXmlAttribute } from "../../text/escape.ts";

import { colours, tones } from "../xlsx/style.ts";

/** How a cell looks, apart from its number format. */
export type Look =
  | "plain"
  | "head"
  | Severity
  | "title"
  | "quiet"
  | "listHead"
  | "text"
  | "centre"
  | "link"
  | `list ${Severity}`;

/** Severities as tones of the report's palette. */
export const severityTones = { error: "bad", warning: "doubt", info: "fresh" } as const;

const fonts = [
  font(9, colours.ink),
  font(9, colours.ink, "<b/>"),
  font(9, colours.white, "<b/>"),
  font(16, colours.navy, "<b/>"),
  font(9, "FF0B57A4", "<u/>"),
  font(9, colours.quiet),
  ...Object.values(severityTones).map((tone) => font(9, tones[tone][1], "<b/>")),
];
const fills = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  solid(colours.navy),
  solid(colours.band),
  ...Object.values(severityTones).map((tone) => solid(tones[tone][0])),
];
/** The line around a bad cell tells the severity without colour: whole, dashed, dotted. */
const lines = { error: "medium", warning: "mediumDashed", info: "dotted" } as const;
const borders = [
  "<border><left/><right/><top/><bottom/><diagonal/></border>",
  border("thin", colours.grid),
  ...Object.entries(severityTones).map(([severity, tone]) => border(lines[severity as Severity], tones[tone][1])),
];

const wrapped = '<alignment vertical="center" wrapText="1"/>';
const centred = '<alignment horizontal="center" vertical="center" wrapText="1"/>';
const middle = '<alignment vertical="center"/>';

/** Indices of font, fill and border, and the alignment. */
const looks: Readonly<Record<Look, readonly [font: number, fill: number, border: number, alignment: string]>> = {
  plain: [0, 0, 0, middle],
  head: [1, 3, 1, wrapped],
  error: [6, 4, 2, middle],
  warning: [7, 5, 3, middle],
  info: [8, 6, 4, middle],
  title: [3, 0, 0, middle],
  quiet: [5, 0, 0, middle],
  listHead: [2, 2, 1, centred],
  text: [0, 0, 1, wrapped],
  centre: [0, 0, 1, centred],
  link: [4, 0, 1, wrapped],
  "list error": [6, 4, 1, centred],
  "list warning": [7, 5, 1, centred],
  "list info": [8, 6, 1, centred],
};

/** Excel takes some two hundred formats of a workbook's own; what comes after them is shown plain. */
const mostFormats = 200;
const firstOwnFormat = 164;

/** The cell styles of a workbook, made as they are asked for. */
export class StyleTable {
  private readonly formats = new Map<string, number>([
    ["General", 0],
    ["@", 49],
  ]);
  private readonly ids = new Map<string, number>([["General plain", 0]]);
  private readonly made: string[] = [cellFormat(0, "plain")];

  /** The number of a style: a cell's `s`. */
  id(look: Look, format = "General"): number {
    const key = `${format} ${look}`;
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    this.made.push(cellFormat(this.formatId(format), look));
    this.ids.set(key, this.made.length - 1);
    return this.made.length - 1;
  }

  xml(): string {
    const own = [...this.formats].filter(([, id]) => id >= firstOwnFormat);
    const formats = own.map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escapeXmlAttribute(code)}"/>`);
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${
      own.length > 0 ? `<numFmts count="${own.length}">${formats.join("")}</numFmts>` : ""
    }${list("fonts", fonts)}${list("fills", fills)}${list("borders", borders)}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${list("cellXfs", this.made)}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
  }

  private formatId(format: string): number {
    const known = this.formats.get(format);
    if (known !== undefined) return known;
    // A code is at most 255 characters in Excel.
    if (this.formats.size >= mostFormats || format.length > 255) return 0;
    const id = firstOwnFormat + this.formats.size;
    this.formats.set(format, id);
    return id;
  }
}

function cellFormat(format: number, look: Look): string {
  const [fontId, fillId, borderId, alignment] = looks[look];
  const applied = `${format > 0 ? ' applyNumberFormat="1"' : ""}${fillId > 0 ? ' applyFill="1"' : ""}${borderId > 0 ? ' applyBorder="1"' : ""}`;
  return `<xf numFmtId="${format}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0" applyFont="1" applyAlignment="1"${applied}>${alignment}</xf>`;
}

function font(size: number, argb: string, more = ""): string {
  return `<font>${more}<sz val="${size}"/><color rgb="${argb}"/><name val="微软雅黑"/><family val="2"/><charset val="134"/></font>`;
}

function solid(argb: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${argb}"/><bgColor rgb="${argb}"/></patternFill></fill>`;
}

function border(style: string, argb: string): string {
  const side = (name: string) => `<${name} style="${style}"><color rgb="${argb}"/></${name}>`;
  return `<border>${["left", "right", "top", "bottom"].map(side).join("")}<diagonal/></border>`;
}

function list(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join("")}</${name}>`;
}
