import { columnName } from "../../diagnostic/location.ts";
import { Exact } from "../../number/exact.ts";
import { cellNumber } from "./cell-text.ts";
import type { SharedTexts } from "./shared-texts.ts";
import type { StyleName } from "./style.ts";

/** A cell of a list: text, or a number with its style. Undefined: empty. */
export interface ListCell {
  readonly value: string | number | Exact | undefined;
  readonly style: StyleName;
}

/** Points that a line of text takes. */
const lineHeight = 13.5;

/**
 * Writes a sheet's rows as XML, for lists too long for a workbook library to hold: every person and criterion of 10,000
 * people is four million cells.
 */
export class RowWriter {
  private readonly columns: readonly string[];

  constructor(
    /** Character widths of the columns. */
    private readonly widths: readonly number[],
    private readonly texts: SharedTexts,
    private readonly styleId: (name: StyleName) => number,
  ) {
    this.columns = widths.map((_, index) => columnName(index));
  }

  row(number: number, cells: readonly ListCell[]): string {
    let xml = "";
    let lines = 1;
    for (let index = 0; index < cells.length; index++) {
      const { value, style } = cells[index]!;
      xml += `<c r="${this.columns[index]}${number}" s="`;
      if (value === undefined || value === "") xml += `${this.styleId(style)}"/>`;
      else if (typeof value === "number") xml += `${this.styleId(style)}"><v>${value}</v></c>`;
      else if (value instanceof Exact) xml += this.amount(value, style);
      else {
        const text = this.texts.add(value);
        lines = Math.max(lines, this.texts.lines(text, this.widths[index]!));
        xml += `${this.styleId(style)}" t="s"><v>${text.id}</v></c>`;
      }
    }
    // A row of one line has the sheet's own height, and need not say so.
    if (lines === 1) return `<row r="${number}">${xml}</row>`;
    const height = Math.min(lines * lineHeight + 4.5, 409);
    return `<row r="${number}" ht="${height}" customHeight="1">${xml}</row>`;
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
