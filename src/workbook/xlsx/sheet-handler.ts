import type { Limits } from "../limits.ts";
import type { Merge } from "../sheet.ts";
import { parseCellReference, parseRange } from "./cell-reference.ts";
import type { CellWriter } from "./cell-writer.ts";
import { decodeEscapes } from "./escapes.ts";
import { parseDouble } from "./number-text.ts";
import { refusal } from "./refusal.ts";
import { isTrue, type XmlHandler } from "./xml.ts";

type Attributes = Readonly<Record<string, string>>;

/** Depths of a worksheet's elements: `worksheet/sheetData/row/c/is/r/t`. */
const container = 2;
const rowDepth = 3;
const cellDepth = 4;
const valueDepth = 5;

/**
 * A worksheet as saxes tells it: everything outside the cells, and the cells that `SheetScanner` leaves to it, in any form
 * that XML allows.
 */
export class SheetHandler implements XmlHandler {
  readonly merges: Merge[] = [];
  private readonly hidden: Uint8Array;
  private columnRanges = 0;
  /** The element that was opened or closed last left us directly in `sheetData`. */
  betweenItems = false;
  /** The next row element goes on with a row that the scanner began. */
  resumesRow = false;
  wantsText = false;
  private inside = "";
  private type = "n";
  private style = 0;
  private value: string | undefined;
  private inline = "";
  private formula: string | undefined;
  private sharedId: string | undefined;
  private target: "value" | "inline" | "formula" = "value";

  constructor(
    private readonly file: string,
    private readonly part: string,
    private readonly cells: CellWriter,
    private readonly limits: Limits,
  ) {
    this.hidden = new Uint8Array(limits.columns);
  }

  get hiddenColumns(): number[] {
    const columns: number[] = [];
    for (let at = this.hidden.indexOf(1); at >= 0; at = this.hidden.indexOf(1, at + 1)) columns.push(at);
    return columns;
  }

  get cell(): string | undefined {
    return this.inside === "sheetData" && this.cells.column >= 0 ? this.cells.cell : undefined;
  }

  open(name: string, attributes: Attributes, depth: number): void {
    this.betweenItems = depth === container && name === "sheetData";
    if (depth === 1 && name !== "worksheet") this.damaged("it is not a worksheet");
    if (depth === container) this.inside = name;
    else if (this.inside === "sheetData") this.openInData(name, attributes, depth);
    else if (depth !== rowDepth) return;
    else if (this.inside === "mergeCells" && name === "mergeCell") this.merge(attributes.ref);
    else if (this.inside === "cols" && name === "col" && isTrue(attributes.hidden)) this.hideColumns(attributes);
  }

  close(name: string, depth: number): void {
    this.wantsText = false;
    this.betweenItems = depth === rowDepth && this.inside === "sheetData";
    if (depth === container) this.inside = "";
    else if (depth === cellDepth && this.inside === "sheetData" && name === "c") this.finishCell();
  }

  text(text: string): void {
    if (this.target === "value") this.value += text;
    else if (this.target === "formula") this.formula += text;
    else this.inline += text;
    // Runs add up. Eight characters may be one, escaped.
    if (this.inline.length > 8 * this.limits.textLength) this.cells.text(this.inline);
  }

  private openInData(name: string, attributes: Attributes, depth: number): void {
    if (depth === rowDepth) {
      if (name === "row") this.openRow(attributes);
    } else if (depth === cellDepth) {
      if (name === "c") this.openCell(attributes);
    } else if (depth === valueDepth && name === "v") {
      this.value = "";
      this.collect("value");
    } else if (depth === valueDepth && name === "f") {
      this.formula = "";
      this.sharedId = attributes.t === "shared" ? attributes.si : undefined;
      this.collect("formula");
    } else if (name === "t" && (depth === valueDepth + 1 || (depth === valueDepth + 2 && this.inRun))) {
      this.collect("inline");
    } else if (depth === valueDepth + 1) this.inRun = name === "r";
  }

  /** In a rich text's run; `rPh` beside it is how the text is pronounced. */
  private inRun = false;

  private collect(target: "value" | "inline" | "formula"): void {
    this.target = target;
    this.wantsText = true;
  }

  private openRow(attributes: Attributes): void {
    if (this.resumesRow) {
      this.resumesRow = false;
      return;
    }
    const number = attributes.r === undefined ? this.cells.row + 1 : Number(attributes.r);
    if (!Number.isInteger(number)) this.damaged(`row number ${attributes.r}`);
    this.cells.startRow(number, isTrue(attributes.hidden));
  }

  private openCell(attributes: Attributes): void {
    const { r, s, t } = attributes;
    const at = r === undefined ? { row: this.cells.row, column: this.cells.column + 1 } : parseCellReference(r);
    if (at?.row !== this.cells.row) this.damaged(`cell ${r} in row ${this.cells.row}`);
    this.cells.startCell(at.column);
    this.type = t ?? "n";
    this.style = s === undefined ? 0 : Number(s);
    this.value = undefined;
    this.inline = "";
    this.formula = undefined;
    this.sharedId = undefined;
  }

  private finishCell(): void {
    const { cells, formula, sharedId } = this;
    if (sharedId !== undefined && formula !== undefined && formula !== "")
      cells.sharedFormulas.define(sharedId, cells, formula);
    if (this.type === "inlineStr") cells.text(decodeEscapes(this.inline + (this.value ?? "")));
    else if (this.value !== undefined && (this.value !== "" || this.type === "str")) this.finishValue(this.value);
    else if (formula !== undefined) {
      cells.noResult(formula === "" ? cells.sharedFormulas.at(sharedId, cells) : formula);
    }
  }

  private finishValue(value: string): void {
    const { cells, type } = this;
    const number = type === "n" ? parseDouble(value) : undefined;
    if (number !== undefined) cells.number(number, this.style);
    else if (type === "s") cells.sharedText(/^\s*\d+\s*$/.test(value) ? Number(value) : -1);
    else if (type === "e") cells.error(value);
    else if (type === "b" && /^(?:0|1|true|false)$/.test(value)) cells.boolean(isTrue(value));
    // Text, an ISO date, and whatever is not what its type says: shown as it is stored, for the column to judge.
    else cells.text(decodeEscapes(value));
  }

  private merge(reference: string | undefined): void {
    const range = parseRange(reference ?? "");
    if (!range || range.bottom > this.limits.rows || range.right >= this.limits.columns) {
      this.damaged(`merged range ${reference}`);
    }
    if (this.merges.length >= this.limits.merges) {
      throw refusal("workbook/too-many-merges", { file: this.file }, { part: this.part, limit: this.limits.merges });
    }
    this.merges.push(range);
  }

  private hideColumns(attributes: Attributes): void {
    const [min, max] = [Number(attributes.min), Number(attributes.max)];
    if (!(min >= 1 && max >= min)) this.damaged(`columns ${attributes.min} to ${attributes.max}`);
    // As many ranges as there are columns is all that a sheet can need.
    if (this.columnRanges++ < this.limits.columns) this.hidden.fill(1, min - 1, max);
  }

  private damaged(reason: string): never {
    throw refusal("workbook/damaged", { file: this.file }, { part: this.part, reason });
  }
}
