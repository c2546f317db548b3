import { type Diagnostic, diagnose } from "../../diagnostic/diagnostic.ts";
import { columnName } from "../../diagnostic/location.ts";
import type { Binding, Place } from "../header/bind.ts";
import type { HeaderMatch } from "../header/find-header.ts";
import type { SheetEnd } from "../sheet.ts";
import type { LeftOutRow, TotalRow } from "../sheet-report.ts";
import type { Cell } from "../table.ts";
import type { BuiltColumn } from "./built-column.ts";
import { CellColumn } from "./cell-column.ts";
import { columnUnits } from "./column-units.ts";
import { fillDown } from "./fill-down.ts";
import type { Layout } from "./layout.ts";
import type { RowBatch } from "./row-batch.ts";
import { RowNumbers } from "./row-numbers.ts";
import { RowSorter } from "./row-sorter.ts";
import type { SheetRow } from "./sheet-row.ts";
import { TextStore } from "./text-store.ts";
import { addsUp, type PrintedTotal, reconcile } from "./totals.ts";
import { NotesBelow } from "./unit-notes.ts";

/** The rows below a header, sorted into data and the rest. */
export interface Collected {
  readonly columns: readonly BuiltColumn[];
  /** What the sheet names for all of its money. */
  readonly unit: string | undefined;
  readonly numbers: RowNumbers;
  readonly leftOut: readonly LeftOutRow[];
  readonly totals: readonly TotalRow[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Collects the rows below a header as they come. */
export class RowCollector {
  private readonly columns: readonly Omit<BuiltColumn, "unit">[];
  private readonly indexes: readonly number[];
  private readonly stores: readonly CellColumn[];
  private readonly numbers = new RowNumbers();
  private readonly leftOut: LeftOutRow[];
  private readonly printed: PrintedTotal[] = [];
  private readonly notesBelow = new NotesBelow();
  private readonly sorter: RowSorter;
  private readonly lastHeader: number;
  private readonly hidden = new Tally();
  private readonly overlong = new Tally();

  constructor(
    private readonly place: Place,
    head: readonly SheetRow[],
    match: HeaderMatch,
    private readonly binding: Binding,
    private readonly layout: Layout,
  ) {
    const texts = new TextStore();
    this.columns = binding.bound.map((column) => ({ ...column, cells: new CellColumn(texts) }));
    this.indexes = this.columns.map(({ label }) => label.column);
    this.stores = this.columns.map(({ cells }) => cells);
    this.leftOut = [...layout.leftOut];
    this.sorter = new RowSorter(head.slice(0, match.at), layout, binding);
    this.lastHeader = Math.max(...layout.headerRows.map((row) => row.lastColumn));
  }

  get keys(): readonly number[] {
    return this.sorter.keys;
  }

  take(row: SheetRow): void {
    const verdict = this.sorter.sort(row);
    if (verdict) {
      this.leftOut.push({ row: row.number, reason: verdict.reason, text: row.firstShown() });
      this.notesBelow.add(row, verdict.reason);
      if (verdict.level) this.printed.push({ ...verdict, level: verdict.level, ...this.totalAt(row) });
      return;
    }
    this.numbers.add(row.number, row.line);
    for (let at = 0; at < this.indexes.length; at++) {
      row.give(this.indexes[at] as number, this.stores[at] as CellColumn);
    }
    if (row.hidden) this.hidden.add(row);
    if (row.line !== 0 && row.lastColumn > this.lastHeader) this.overlong.add(row);
  }

  takePlain(batch: RowBatch, places: Int32Array, count: number): void {
    for (let at = 0; at < count; at++) {
      const place = places[at] as number;
      const number = batch.numberOf(place);
      const line = batch.lineOf(place);
      this.numbers.add(number, line);
      if (line === 0) continue;
      const lastColumn = batch.lastColumn(place, this.lastHeader);
      if (lastColumn > this.lastHeader) this.overlong.add({ number, line, lastColumn });
    }
    for (let at = 0; at < this.indexes.length; at++) {
      batch.collect(this.indexes[at] as number, places, count, this.stores[at] as CellColumn);
    }
  }

  finish(end: SheetEnd): Collected {
    this.numbers.trim();
    for (const { cells } of this.columns) cells.finish();
    const units = columnUnits(this.binding, this.layout, this.notesBelow.notes, this.place);
    const columns = this.columns.map(
      (column, at): BuiltColumn => ({ ...column, unit: undefined, ...units.columns[at] }),
    );
    const filled = fillDown(end.merges, columns, this.numbers, this.place);
    const summed = columns
      .filter(({ spec }) => addsUp(spec.kind))
      .map(({ spec, label, unit, cells }) => ({ spec, index: label.column, unit, cells }));
    const totals = reconcile(this.printed, summed, this.numbers.length, (index) => this.numbers.row(index));
    const diagnostics = [
      ...filled,
      ...totals.filter((total) => !total.agrees).map((total) => this.mismatch(total)),
      ...this.hiddenParts(end),
      ...this.tooLong(),
    ];
    return { columns, unit: units.sheet, numbers: this.numbers, leftOut: this.leftOut, totals, diagnostics };
  }

  private totalAt(row: SheetRow): { row: number; before: number; cells: ReadonlyMap<number, Cell> } {
    const cells = new Map(this.columns.map(({ label }) => [label.column, row.cell(label.column)]));
    return { row: row.number, before: this.numbers.length, cells };
  }

  private mismatch({ cell, printed, summed, column }: TotalRow): Diagnostic {
    const header = this.columns.find(({ spec }) => spec.name === column)?.label.printed ?? column;
    return diagnose("workbook/total-mismatch", { ...this.place, cell }, { header, printed, summed });
  }

  private hiddenParts(end: SheetEnd): Diagnostic[] {
    const found: Diagnostic[] = [];
    const { count, row } = this.hidden;
    if (count > 0) found.push(diagnose("workbook/hidden-rows", { ...this.place, cell: `A${row}` }, { count, row }));
    const hidden = new Set(end.hiddenColumns);
    for (const { label } of this.columns.filter((one) => hidden.has(one.label.column))) {
      const cell = `${columnName(label.column)}${label.row}`;
      found.push(diagnose("workbook/hidden-column", { ...this.place, cell }, { header: label.printed }));
    }
    return found;
  }

  /** A row longer than its header, where others are not: most likely a delimiter inside a figure. */
  private tooLong(): Diagnostic[] {
    const { count, row, column, line } = this.overlong;
    if (count === 0 || count * 2 > this.numbers.length) return [];
    const at = { ...this.place, cell: `${columnName(column)}${row}`, line };
    return [diagnose("workbook/extra-cells", at, { count, row })];
  }
}

/** How many rows, and the first of them. */
class Tally {
  count = 0;
  row = 0;
  line = 0;
  column = 0;

  add(row: Pick<SheetRow, "number" | "line" | "lastColumn">): void {
    if (this.count++ > 0) return;
    this.row = row.number;
    this.line = row.line;
    this.column = row.lastColumn;
  }
}
