import { CellScanner } from "./cell-scanner.ts";
import type { CellWriter } from "./cell-writer.ts";
import { scanInteger } from "./number-bytes.ts";
import { QuickCell } from "./quick-cell.ts";
import { TextCache } from "./text-cache.ts";
import { Attribute, greater, less, matches, skipBlanks, slash, space } from "./xml-bytes.ts";

const endOfRow = Buffer.from("</row>");
const endOfData = Buffer.from("</sheetData>");
const startOfRow = Buffer.from("<row");
const letterC = 0x63;

/**
 * Rows and cells read straight from the bytes, in the forms that Excel, WPS, LibreOffice, openpyxl and their like write.
 * Whatever it does not know exactly it leaves, untouched, to `SheetHandler`: a cell goes to the writer only when it has
 * been recognised to its end.
 */
export class SheetScanner {
  /** Where the scan stopped: before the end of the data, or before what it could not read. */
  position = 0;
  private inRow = false;
  private readonly attribute = new Attribute();
  private readonly cell: CellScanner;
  private readonly quick: QuickCell;

  constructor(private readonly cells: CellWriter) {
    const cache = new TextCache();
    this.cell = new CellScanner(cells, cache);
    this.quick = new QuickCell(cells, cache);
  }

  /** Goes on after the other reader has finished a row. */
  resume(): void {
    this.inRow = false;
  }

  /** The row was begun here, and the other reader is to finish it. */
  get insideRow(): boolean {
    return this.inRow;
  }

  /** Reads on from `from`; true at the end of the data, false where something is unknown or not complete. */
  scan(bytes: Buffer, from: number): boolean {
    let p = from;
    for (;;) {
      p = skipBlanks(bytes, p);
      this.position = p;
      if (bytes[p] !== less) return false;
      if (!this.inRow) {
        if (bytes[p + 1] === slash) return matches(bytes, p, endOfData);
        p = this.row(bytes, p);
      } else if (bytes[p + 1] === slash) {
        if (!matches(bytes, p, endOfRow)) return false;
        this.inRow = false;
        p += endOfRow.length;
      } else {
        const quick = bytes[p + 1] === letterC ? this.quick.scan(bytes, p) : -1;
        p = quick >= 0 ? quick : this.cell.scan(bytes, p);
      }
      if (p < 0) return false;
    }
  }

  /** The position after the row's start tag, or -1. */
  private row(bytes: Buffer, at: number): number {
    if (!matches(bytes, at, startOfRow)) return -1;
    let p = at + startOfRow.length;
    let number = this.cells.row + 1;
    let hidden = false;
    const { attribute } = this;
    while (bytes[p] === space) {
      p = attribute.scan(bytes, p);
      if (p < 0) return -1;
      const length = attribute.nameTo - attribute.nameFrom;
      const initial = bytes[attribute.nameFrom];
      if (length === 1 && initial === 0x72) {
        number = scanInteger(bytes, attribute.from, attribute.to);
        if (number < 0) return -1;
      } else if (length === 6 && initial === 0x68 && attribute.name(bytes) === "hidden") {
        const value = attribute.value(bytes);
        hidden = value === "1" || value === "true";
      }
    }
    const empty = bytes[p] === slash;
    if (bytes[empty ? p + 1 : p] !== greater) return -1;
    this.cells.startRow(number, hidden);
    this.inRow = !empty;
    return empty ? p + 2 : p + 1;
  }
}
