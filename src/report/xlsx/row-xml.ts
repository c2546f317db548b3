import { columnName } from "../../diagnostic/location.ts";
import type { Exact } from "../../number/exact.ts";
import { escapeXml } from "../../text/escape.ts";
import { Utf8Bytes } from "../utf8-bytes.ts";
import { cellNumber, cellText, mostDigits } from "./cell-text.ts";
import { linesOf, plainLines, type SharedTexts } from "./shared-texts.ts";
import type { StyleName } from "./style.ts";

/** A cell of a list: text, or a number with its style. Undefined: empty. */
export interface ListCell {
  readonly value: string | number | Exact | undefined;
  readonly style: StyleName;
  /** The text stands in this cell, or few others: it is written there, and not held until the end. */
  readonly once?: boolean;
}

/** The text cell that was written last in a column: most columns say the same for all rows of a person. */
interface LastText {
  value: string;
  style: StyleName;
  /** From its style up to the text. */
  start: Uint8Array;
  /** The text's number. */
  id: number;
  lines: number;
}

/** Points that a line of text takes. */
const lineHeight = 13.5;
/** Room for a row's own tag, which is known when its cells are. */
const head = 64;

const rowStart = Utf8Bytes.of('<row r="');
const valueEnd = Utf8Bytes.of("</v></c>");
const rowEnd = Utf8Bytes.of("</row>");
const textEnd = Utf8Bytes.of("</t></is></c>");
const nothing = Utf8Bytes.of("");

/**
 * Writes a sheet's rows as XML, for lists too long for a workbook library to hold: every person and criterion of 10,000
 * people is four million cells.
 */
export class RowWriter {
  private readonly out = new Utf8Bytes();
  private readonly columns: readonly { readonly name: string; readonly start: Uint8Array }[];
  private readonly last: readonly LastText[];
  /** What a cell has between its place and its content, by its style. */
  private readonly starts: Readonly<Record<"number" | "text" | "once", Map<StyleName, Uint8Array>>> = {
    number: new Map(),
    text: new Map(),
    once: new Map(),
  };
  /** The end of a row's own tag, by its lines. */
  private readonly heights: Uint8Array[] = [];

  constructor(
    /** Character widths of the columns. */
    private readonly widths: readonly number[],
    private readonly texts: SharedTexts,
    private readonly styleId: (name: StyleName) => number,
  ) {
    this.columns = widths.map((_, index) => {
      const name = columnName(index);
      return { name, start: Utf8Bytes.of(`<c r="${name}`) };
    });
    this.last = widths.map(() => ({ value: "", style: "text", start: nothing, id: 0, lines: 1 }));
  }

  /** The row's XML as UTF-8, good until the next is written. */
  row(number: number, cells: readonly ListCell[]): Uint8Array {
    const { out } = this;
    let lines = 1;
    out.length = head;
    for (let index = 0; index < cells.length; index++) {
      const { value, style, once } = cells[index]!;
      // An empty cell has its lines from the sheet's grid rule: a third of a long list need not be written.
      if (value === undefined || value === "") continue;
      out.piece(this.columns[index]!.start);
      out.count(number);
      if (once && typeof value === "string") {
        const own = this.own(value, style, index);
        if (own > lines) lines = own;
      } else if (typeof value === "string") {
        const last = this.last[index]!;
        if (last.value !== value || last.style !== style) this.read(value, style, index);
        out.piece(last.start);
        out.count(last.id);
        out.piece(valueEnd);
        if (last.lines > lines) lines = last.lines;
      } else if (typeof value === "number") this.number(String(value), style);
      else this.amount(value, style);
    }
    out.piece(rowEnd);
    return this.withHead(number, lines);
  }

  /** The row's own tag goes in front of its cells. */
  private withHead(number: number, lines: number): Uint8Array {
    const { out, heights } = this;
    heights[lines] ??= Utf8Bytes.of(heightOf(lines));
    const end = out.length;
    const start = head - rowStart.length - String(number).length - heights[lines].length;
    out.length = start;
    out.piece(rowStart);
    out.count(number);
    out.piece(heights[lines]);
    out.length = end;
    return out.view(start);
  }

  /** A line of text over all columns. */
  band(number: number, text: string): string {
    const id = this.styleId("band");
    const [first, ...others] = this.columns;
    const rest = others.map(({ name }) => `<c r="${name}${number}" s="${id}"/>`).join("");
    const shared = this.texts.add(text).id;
    return `<row r="${number}" ht="21" customHeight="1"><c r="${first?.name}${number}" s="${id}" t="s"><v>${shared}</v></c>${rest}</row>`;
  }

  /** Writes a text into the cell itself, from its style on. The lines that it takes. */
  private own(value: string, style: StyleName, column: number): number {
    const { out } = this;
    const width = this.widthFor(style, column);
    out.piece(this.start("once", style));
    const from = out.length;
    out.text(value);
    let lines = plainLines(out.view(from), width);
    if (lines === undefined) {
      const text = cellText(value);
      out.length = from;
      out.text(escapeXml(text));
      lines = linesOf(text, width);
    }
    out.piece(textEnd);
    return lines;
  }

  /** Makes a text cell, and keeps it. */
  private read(value: string, style: StyleName, column: number): void {
    const last = this.last[column]!;
    last.value = value;
    last.style = style;
    last.start = this.start("text", style);
    const text = this.texts.add(value);
    last.id = text.id;
    last.lines = this.texts.lines(text, this.widthFor(style, column));
  }

  /** The small print of sources and notes fits more into a column, and so does what is centred: it has no indent. */
  private widthFor(style: StyleName, column: number): number {
    const width = this.widths[column]!;
    if (style === "quiet") return (width * 9) / 8;
    return style === "centre" ? width + 1.3 : width;
  }

  private amount(value: Exact, style: StyleName): void {
    const { out } = this;
    const start = out.length;
    out.piece(this.start("number", style));
    const from = out.length;
    if (out.figure(value) && out.length - from <= mostDigits) {
      out.piece(valueEnd);
      return;
    }
    out.length = start;
    const figure = cellNumber(value);
    if (figure !== undefined) {
      this.number(figure, style);
      return;
    }
    const { id } = this.texts.add(value.toString());
    out.piece(this.start("text", "amountText"));
    out.count(id);
    out.piece(valueEnd);
  }

  private number(figure: string, style: StyleName): void {
    this.out.piece(this.start("number", style));
    this.out.ascii(figure);
    this.out.piece(valueEnd);
  }

  private start(of: keyof typeof starts, style: StyleName): Uint8Array {
    let start = this.starts[of].get(style);
    if (!start) {
      start = Utf8Bytes.of(`" s="${this.styleId(style)}${starts[of]}`);
      this.starts[of].set(style, start);
    }
    return start;
  }
}

const starts = {
  number: '"><v>',
  text: '" t="s"><v>',
  once: '" t="inlineStr"><is><t xml:space="preserve">',
} as const;

/** A row of one line has the sheet's own height, and need not say so. */
function heightOf(lines: number): string {
  return lines === 1 ? '">' : `" ht="${Math.min(lines * lineHeight + 4.5, 409)}" customHeight="1">`;
}
