import { isKnown, type Result } from "../formula/value.ts";
import type { Cell, RawCells } from "../workbook/table.ts";
import { isErrorWord } from "./blank.ts";
import type { Site } from "./site.ts";
import type { ValueColumn } from "./value-column.ts";

/** Reads the cells of one column by its kind. Whatever it cannot read it reports at the site. */
export interface CellReader {
  text(text: string): Result;
  number(value: number, format: string): Result;
  boolean(value: boolean): Result;
  /** Words: the same text is always read as the same value, and if it can be read there is nothing to say of it. */
  readonly reads?: "words";
  /** What `number` gives, in hundredths, where it is a whole number of them and there is nothing to say of it; else NaN. */
  hundredths?(value: number): number;
  /** Called once after the column's last cell, with its values: for what only the whole column decides. */
  finish?(values: ValueColumn): void;
}

/** Fills in a column's values, one a row, from the table's first place on. */
export function readCells(site: Site, reader: CellReader, values: ValueColumn): void {
  const { bound, table, start } = site;
  const raw = reader.hundredths || reader.reads === "words" ? bound.raw?.() : undefined;
  if (raw && reader.hundredths) readFigures(site, reader, values, raw);
  else if (raw) readWords(site, reader, values, raw);
  else {
    for (let row = 0; row < table.rows; row++) {
      site.row = row;
      values.set(start + row, readCell(site, reader, bound.cell(row)));
    }
  }
  reader.finish?.(values);
  site.finish();
}

/** Apart from other columns, so that V8 optimises it for figures alone: nearly all cells of a large sheet are. */
function readFigures(site: Site, reader: CellReader, values: ValueColumn, raw: RawCells): void {
  const { bound, start } = site;
  let [tag, isFigure] = [-1, false];
  for (let row = 0; row < site.table.rows; row++) {
    site.row = row;
    if (raw.tags[row] !== tag) {
      tag = raw.tags[row] as number;
      isFigure = raw.isFigure(tag);
    }
    const hundredths = (isFigure ? reader.hundredths?.(raw.values[row] as number) : undefined) ?? Number.NaN;
    if (Number.isNaN(hundredths)) values.set(start + row, readCell(site, reader, bound.cell(row)));
    else values.setHundredths(start + row, hundredths);
  }
}

/** Reads each word once: 是 and 否, a branch. */
function readWords(site: Site, reader: CellReader, values: ValueColumn, raw: RawCells): void {
  const { bound, start } = site;
  const known: (Result | undefined)[] = [];
  for (let row = 0; row < site.table.rows; row++) {
    const word = raw.tags[row] === raw.wordTag ? (raw.values[row] as number) : -1;
    let value = word >= 0 ? known[word] : undefined;
    if (value === undefined) {
      site.row = row;
      value = readCell(site, reader, bound.cell(row));
      if (word >= 0 && isKnown(value)) known[word] = value;
    }
    values.set(start + row, value);
  }
}

/** What a cell holds, by its kind; `site` is at it. */
export function readCell(site: Site, reader: CellReader, cell: Cell): Result {
  switch (cell.kind) {
    case "number":
      return reader.number(cell.value, cell.format);
    case "text":
      return isErrorWord(cell.text) ? site.bad("facts/error-cell", { raw: cell.text }) : reader.text(cell.text);
    case "blank":
      return reader.text("");
    case "boolean":
      return reader.boolean(cell.value);
    case "error":
      return site.bad("facts/error-cell", { raw: cell.text });
    case "no-result":
      return site.bad("facts/no-result", { raw: cell.formula.startsWith("=") ? cell.formula : `=${cell.formula}` });
  }
}
