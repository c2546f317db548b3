import type { Font, Style, Worksheet } from "exceljs";
import { cellText } from "./cell-text.ts";
import { linesOf } from "./shared-texts.ts";
import { colours, fill, font, grid, header } from "./style.ts";

export type BlockValue = string | number | undefined;

/** A small table under a heading. */
export interface Block {
  readonly title: string;
  /** A line of small print under the title. */
  readonly note?: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly BlockValue[])[];
  /** The last row is a sum. */
  readonly total?: boolean;
  /** Points: of rows, and of figures that stand on their own. */
  readonly height?: number;
  readonly size?: number;
  /** Number format of a column, by its place. */
  readonly formats?: Readonly<Record<number, string>>;
}

const titleHeight = 24;
const noteHeight = 14;
const headingHeight = 22;
const gap = 16;
/** What a page of A4 landscape holds, in points, when eleven columns or more are fitted to its width. */
const pageHeight = 545;

/** Writes blocks one below the other; a block that does not fit on the rest of a page starts the next. */
export class Blocks {
  private used = 48;

  constructor(
    private readonly sheet: Worksheet,
    private at: number,
    /** How many columns the first, labelling column of a block takes. */
    private readonly labelSpan: number,
    private readonly columnWidth: number,
  ) {}

  /** The first row below what has been written. */
  get row(): number {
    return this.at;
  }

  /** The first and last row numbers of the block's body. */
  add(block: Block): [number, number] {
    const heights = [
      this.height(block.headings, headingHeight),
      ...block.rows.map((row) => this.height(row, block.height ?? 18)),
    ];
    const whole = heights.reduce((sum, each) => sum + each, gap + titleHeight + (block.note ? noteHeight : 0));
    if (this.used + whole > pageHeight) {
      this.sheet.getRow(this.at - 1).addPageBreak();
      this.used = 0;
    }
    this.used += whole;
    this.space(gap);
    this.line(block.title, font({ size: 12, bold: true, color: { argb: colours.navy } }), titleHeight);
    if (block.note) this.line(block.note, font({ size: 8, color: { argb: colours.quiet } }), noteHeight);
    this.cells(block.headings, () => header, heights[0]!);
    const first = this.at;
    for (const [index, row] of block.rows.entries()) {
      const total = block.total === true && index === block.rows.length - 1;
      this.cells(row, (column) => bodyStyle(column, row[column], total, block), heights[index + 1]!);
    }
    return [first, this.at - 1];
  }

  private space(height: number): void {
    this.sheet.getRow(this.at++).height = height;
  }

  private line(text: string, face: Partial<Font>, height: number): void {
    const cell = this.sheet.getCell(this.at, 1);
    cell.value = cellText(text);
    cell.style = { font: face, alignment: { vertical: "middle" } };
    this.sheet.getRow(this.at++).height = height;
  }

  private cells(values: readonly BlockValue[], styleAt: (column: number) => Partial<Style>, height: number): void {
    for (const [index, value] of values.entries()) {
      const from = index === 0 ? 1 : this.labelSpan + index;
      const to = index === 0 ? this.labelSpan : from;
      for (let column = from; column <= to; column++) this.sheet.getCell(this.at, column).style = styleAt(index);
      if (to > from) this.sheet.mergeCells(this.at, from, this.at, to);
      if (value === undefined) continue;
      this.sheet.getCell(this.at, from).value = typeof value === "string" ? cellText(value) : value;
    }
    this.sheet.getRow(this.at++).height = height;
  }

  private height(values: readonly BlockValue[], least: number): number {
    const lines = values.map((value, index) =>
      linesOf(
        typeof value === "string" ? value : "",
        index === 0 ? this.labelSpan * this.columnWidth : this.columnWidth,
      ),
    );
    return least + (Math.max(...lines) - 1) * 12;
  }
}

function bodyStyle(column: number, value: BlockValue, total: boolean, { formats, size }: Block): Partial<Style> {
  const format = formats?.[column];
  const centred = column > 0 || typeof value === "number";
  return {
    font: font({ bold: total || size !== undefined, size: size ?? 9 }),
    border: grid,
    alignment: centred
      ? { vertical: "middle", horizontal: "center", wrapText: true }
      : { vertical: "middle", horizontal: "left", indent: 1, wrapText: true },
    ...(total ? { fill: fill(colours.band) } : {}),
    ...(format === undefined ? {} : { numFmt: format }),
  };
}
