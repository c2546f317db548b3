import { columnName } from "../../diagnostic/location.ts";
import type { Exact } from "../../number/exact.ts";
import { escapeXml } from "../../text/escape.ts";
import { cellNumber, cellText } from "./cell-text.ts";
import { linesOf, type SharedTexts } from "./shared-texts.ts";
import type { StyleName } from "./style.ts";

/** A cell of a list: text, or a number with its style. Undefined: empty. */
export interface ListCell {
  readonly value: string | number | Exact | undefined;
  readonly style: StyleName;
  /** The text stands in this cell, or few others: it is written there, and not held until the end. */
  readonly once?: boolean;
}

/** Points that a line of text takes. */
const lineHeight = 13.5;

/**
 * Writes a sheet's rows as XML, for lists too long for a workbook library to hold: every person and criterion of 10,000
 * people is four million cells.
 */
export class RowWriter {
  private readonly columns: readonly string[];
  /** The text cell that was written last in each column: most columns say the same for all rows of a person. */
  private readonly last: readonly { value: string; style: StyleName; xml: string; lines: number }[];

  constructor(
    /** Character widths of the columns. */
    private readonly widths: readonly number[],
    private readonly texts: SharedTexts,
    private readonly styleId: (name: StyleName) => number,
  ) {
    this.columns = widths.map((_, index) => columnName(index));
    this.last = widths.map(() => ({ value: "", style: "text", xml: "", lines: 1 }));
  }

  row(number: number, cells: readonly ListCell[]): string {
    let xml = "";
    let lines = 1;
    for (let index = 0; index < cells.length; index++) {
      const { value, style, once } = cells[index]!;
      // An empty cell has its lines from the sheet's grid rule: a third of a long list need not be written.
      if (value === undefined || value === "") continue;
      xml += `<c r="${this.columns[index]}${number}" s="`;
      if (typeof value === "string") {
        const last = this.last[index]!;
        if (last.value !== value || last.style !== style) this.write(value, style, index, once);
        xml += last.xml;
        if (last.lines > lines) lines = last.lines;
      } else if (typeof value === "number") xml += `${this.styleId(style)}"><v>${value}</v></c>`;
      else xml += this.amount(value, style);
    }
    // A row of one line has the sheet's own height, and need not say so.
    if (lines === 1) return `<row r="${number}">${xml}</row>`;
    const height = Math.min(lines * lineHeight + 4.5, 409);
    return `<row r="${number}" ht="${height}" customHeight="1">${xml}</row>`;
  }

  /** Makes a text cell, from its style on, and keeps it. */
  private write(value: string, style: StyleName, column: number, once = false): void {
    const last = this.last[column]!;
    if (once) {
      const text = cellText(value);
      last.value = value;
      last.style = style;
      last.xml = `${this.styleId(style)}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
      last.lines = linesOf(text, this.widthFor(style, column));
      return;
    }
    const text = this.texts.add(value);
    last.value = value;
    last.style = style;
    last.xml = `${this.styleId(style)}" t="s"><v>${text.id}</v></c>`;
    last.lines = this.texts.lines(text, this.widthFor(style, column));
  }

  /** The small print of sources and notes fits more into a column, and so does what is centred: it has no indent. */
  private widthFor(style: StyleName, column: number): number {
    const width = this.widths[column]!;
    if (style === "quiet") return (width * 9) / 8;
    return style === "centre" ? width + 1.3 : width;
  }

  /** A line of text over all columns. */
  band(number: number, text: string): string {
    const id = this.styleId("band");
    const [first, ...others] = this.columns;
    const rest = others.map((column) => `<c r="${column}${number}" s="${id}"/>`).join("");
    const shared = this.texts.add(text).id;
    return `<row r="${number}" ht="21" customHeight="1"><c r="${first}${number}" s="${id}" t="s"><v>${shared}</v></c>${rest}</row>`;
  }

  private amount(value: Exact, style: StyleName): string {
    const figure = cellNumber(value);
    if (figure !== undefined) return `${this.styleId(style)}"><v>${figure}</v></c>`;
    return `${this.styleId("amountText")}" t="s"><v>${this.texts.add(value.toString()).id}</v></c>`;
  }
}
