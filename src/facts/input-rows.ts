import type { CellLocation } from "../diagnostic/location.ts";
import type { Input } from "../rulebook/input.ts";
import type { Table } from "../workbook/table.ts";
import { ValueColumn } from "./value-column.ts";

/** The rows of one input, its tables put one after another. */
export class InputRows {
  readonly rows: number;
  /** Where each table begins. */
  readonly starts: readonly number[];
  /** By `Column.slot`: filled in as columns are bound. */
  readonly columns: ValueColumn[];

  constructor(
    readonly input: Input,
    readonly tables: readonly Table[],
  ) {
    const starts: number[] = [];
    let rows = 0;
    for (const table of tables) {
      starts.push(rows);
      rows += table.rows;
    }
    this.starts = starts;
    this.rows = rows;
    this.columns = input.columns.map(() => new ValueColumn(0, false));
  }

  /** Where each table's rows stand: from `start` up to, not including, `end`. */
  get ranges(): readonly { readonly place: number; readonly start: number; readonly end: number }[] {
    return this.starts.map((start, place) => ({ place, start, end: this.starts[place + 1] ?? this.rows }));
  }

  /** The table that a row is in, by its place in `tables`. */
  tableOf(row: number): number {
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= row) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  locate(row: number, slot?: number): CellLocation {
    const place = this.tableOf(row);
    const table = this.tables[place] as Table;
    const column = slot === undefined ? undefined : this.input.columns[slot]?.name;
    return table.locate(row - (this.starts[place] ?? 0), column);
  }
}

/** A table as the place of a message. */
export function placeOf(table: Table): CellLocation {
  return table.sheet === undefined ? { file: table.file } : { file: table.file, sheet: table.sheet };
}
