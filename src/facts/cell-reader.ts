import type { Result } from "../formula/value.ts";
import type { Cell } from "../workbook/table.ts";
import { isErrorWord } from "./blank.ts";
import type { Site } from "./site.ts";
import type { ValueColumn } from "./value-column.ts";

/** Reads the cells of one column by its kind. Whatever it cannot read it reports at the site. */
export interface CellReader {
  text(text: string): Result;
  number(value: number, format: string): Result;
  boolean(value: boolean): Result;
  /** What `number` gives, in hundredths, where it is a whole number of them and there is nothing to say of it; else NaN. */
  hundredths?(value: number): number;
  /** Called once after the column's last cell, with its values: for what only the whole column decides. */
  finish?(values: ValueColumn): void;
}

/** Fills in a column's values, one a row, from the table's first place on. */
export function readCells(site: Site, reader: CellReader, values: ValueColumn): void {
  const { bound, table, start } = site;
  const numbers = reader.hundredths && bound.numbers?.();
  if (numbers) readFigures(site, reader, values, numbers);
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
function readFigures(site: Site, reader: CellReader, values: ValueColumn, numbers: Float64Array): void {
  const { bound, start } = site;
  for (let row = 0; row < numbers.length; row++) {
    site.row = row;
    const hundredths = reader.hundredths?.(numbers[row] as number) ?? Number.NaN;
    if (Number.isNaN(hundredths)) values.set(start + row, readCell(site, reader, bound.cell(row)));
    else values.setHundredths(start + row, hundredths);
  }
}

function readCell(site: Site, reader: CellReader, cell: Cell): Result {
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
