import { type CellLocation, columnName } from "../../diagnostic/location.ts";
import type { Table, TableColumn } from "../table.ts";
import type { BuiltColumn } from "./built-column.ts";
import type { RowNumbers } from "./row-numbers.ts";

/** The rows of a sheet as a `Table`: columns over compact stores, places over the sheet's own row numbers. */
export class SheetTable implements Table {
  readonly columns: ReadonlyMap<string, TableColumn>;
  private readonly firstIndex: number;

  constructor(
    readonly input: string,
    readonly file: string,
    readonly sheet: string | undefined,
    readonly date1904: boolean,
    columns: readonly BuiltColumn[],
    private readonly numbers: RowNumbers,
  ) {
    this.columns = new Map(columns.map((column) => [column.spec.name, tableColumn(column)]));
    this.firstIndex = Math.min(...columns.map((column) => column.label.column));
  }

  get rows(): number {
    return this.numbers.length;
  }

  rowNumber(index: number): number {
    return this.numbers.row(index);
  }

  locate(index: number, column?: string): CellLocation {
    const at = column === undefined ? undefined : this.columns.get(column)?.index;
    const line = this.numbers.line(index);
    return {
      file: this.file,
      ...(this.sheet === undefined ? {} : { sheet: this.sheet }),
      cell: `${columnName(at ?? this.firstIndex)}${this.rowNumber(index)}`,
      ...(line === 0 ? {} : { line }),
    };
  }
}

function tableColumn({ spec, label, unit, doubt, cells }: BuiltColumn): TableColumn {
  return {
    name: spec.name,
    index: label.column,
    header: label.printed,
    unit,
    doubt,
    cell: (index) => cells.cell(index),
    raw: () => cells.raw(),
  };
}
