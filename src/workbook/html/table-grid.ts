import { type HeldSheet, held } from "../held-sheet.ts";
import type { Limits } from "../limits.ts";
import type { Merge } from "../sheet.ts";
import { refusal } from "../xlsx/refusal.ts";
import type { CellValue } from "./cell-value.ts";

/** What HTML allows: more is taken for this much. */
const widest = 1000;
const highest = 65_534;

/** One table of a page, laid out on a grid: cells move right of those that reach down from rows above. */
export class TableGrid {
  private readonly rows: number[] = [];
  private readonly columns: number[] = [];
  private readonly kinds: number[] = [];
  private readonly values: number[] = [];
  private readonly cellFormats: number[] = [];
  private readonly texts: string[] = [];
  private readonly formats: string[] = ["General"];
  private readonly formatNumbers = new Map([["General", 0]]);
  private readonly merges: Merge[] = [];
  private readonly hiddenRows = new Set<number>();
  /** By column, the last row that a cell above reaches down to. */
  private readonly reach: number[] = [];
  private row = 0;
  private column = 0;
  /** Places that were filled or stepped over: a page may ask for more of them than it has bytes. */
  private places = 0;

  constructor(
    private readonly file: string,
    private readonly limits: Limits,
  ) {}

  get isEmpty(): boolean {
    return this.rows.length === 0;
  }

  startRow(hidden: boolean): void {
    this.row++;
    this.column = 0;
    if (hidden) this.hiddenRows.add(this.row);
  }

  /** The next free place of the row, for a cell that spans so many columns and rows; 0 rows is all that follow. */
  place(colspan: number, rowspan: number): number {
    while ((this.reach[this.column] ?? 0) >= this.row) this.step(1);
    const left = this.column;
    const right = left + Math.min(Math.max(colspan, 1), widest) - 1;
    const bottom = this.row + (rowspan === 0 ? highest : Math.min(Math.max(rowspan, 1), highest)) - 1;
    if (bottom > this.row) for (let column = left; column <= right; column++) this.reach[column] = bottom;
    if (right > left || bottom > this.row) this.merge({ top: this.row, left, bottom, right });
    this.step(right - left + 1);
    return left;
  }

  add(column: number, value: CellValue): void {
    if (value.kind === held.text && value.text === "") return;
    this.rows.push(this.row);
    this.columns.push(column);
    this.kinds.push(value.kind);
    this.values.push("text" in value ? this.texts.push(value.text) - 1 : value.number);
    this.cellFormats.push(
      value.kind === held.number && value.format !== undefined ? this.formatNumber(value.format) : 0,
    );
  }

  sheet(name: string | undefined, hidden: boolean, date1904: boolean): HeldSheet {
    const { rows, columns, kinds, values, cellFormats, texts, formats, hiddenRows, merges } = this;
    const state = hidden ? "hidden" : "visible";
    const cells = { rows, columns, kinds, values, cellFormats, texts, formats };
    return { name, state, ...cells, hiddenRows, hiddenColumns: [], merges, date1904 };
  }

  private merge(range: Merge): void {
    if (this.merges.length >= this.limits.merges) {
      throw refusal("workbook/too-many-merges", { file: this.file }, { part: "HTML", limit: this.limits.merges });
    }
    this.merges.push(range);
  }

  private step(columns: number): void {
    this.column += columns;
    this.places += columns;
    if (this.column > this.limits.columns) {
      throw refusal("workbook/too-many-columns", { file: this.file }, { limit: this.limits.columns });
    }
    if (this.places > this.limits.cells) {
      throw refusal("workbook/too-many-cells", { file: this.file }, { limit: this.limits.cells });
    }
  }

  private formatNumber(format: string): number {
    let number = this.formatNumbers.get(format);
    if (number === undefined) {
      number = this.formats.push(format) - 1;
      this.formatNumbers.set(format, number);
    }
    return number;
  }
}
