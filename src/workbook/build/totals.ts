import { columnName } from "../../diagnostic/location.ts";
import { Exact } from "../../number/exact.ts";
import { parseCellQuantity } from "../../number/quantity.ts";
import { unitOf } from "../../number/unit.ts";
import type { TotalRow } from "../sheet-report.ts";
import type { Cell } from "../table.ts";
import type { ColumnSpec } from "../table-spec.ts";
import type { CellColumn } from "./cell-column.ts";
import type { TotalLevel } from "./row-words.ts";

/** A total that the sheet prints: where, how far up it reaches, and how many data rows stand before it. */
export interface PrintedTotal {
  readonly row: number;
  readonly level: TotalLevel;
  readonly before: number;
  readonly cells: ReadonlyMap<number, Cell>;
}

/** A column whose cells add up. */
export interface SummedColumn {
  readonly spec: ColumnSpec;
  readonly index: number;
  readonly unit: string | undefined;
  readonly cells: CellColumn;
}

/** Kinds whose rows add up to something that a sheet would print. */
export function addsUp(kind: ColumnSpec["kind"]): boolean {
  return kind === "money" || kind === "number" || kind === "count";
}

/**
 * Compares each printed total with the rows that it can stand for: those since the last total of its level or above, all
 * before it, or (a total above its rows) those down to the next. Which of the three is decided by the whole row. Figures are
 * exact, in the column's own unit. A column with a cell that is no figure is left for the stage that reports the cell.
 */
export function reconcile(
  totals: readonly PrintedTotal[],
  columns: readonly SummedColumn[],
  rows: number,
  rowNumber: (index: number) => number,
): TotalRow[] {
  if (totals.length === 0) return [];
  const sums = new Map(columns.map((column) => [column, new RunningSums(column, boundaries(totals, rows))]));
  const ranges = rangesOf(totals, rows);
  return totals.flatMap((total, at) => {
    const readings = (ranges[at] ?? []).map((range) =>
      columns.flatMap((column) => {
        const compared = compare(total, column, sums.get(column)?.between(...range));
        const [from, to] = range;
        return compared ? [{ ...compared, rows: [rowNumber(from), rowNumber(to - 1)] as const }] : [];
      }),
    );
    const agreeing = readings.map((reading) => reading.filter((one) => one.agrees).length);
    return readings[agreeing.indexOf(Math.max(...agreeing))] ?? [];
  });
}

type Range = readonly [from: number, to: number];

/** The ranges that each total can stand for, the likeliest first, none of them empty. */
function rangesOf(totals: readonly PrintedTotal[], rows: number): Range[][] {
  const last = new Map<TotalLevel, number>();
  const since = totals.map(({ level, before }) => {
    const start = Math.max(0, ...levelsFrom(level).map((above) => last.get(above) ?? 0));
    last.set(level, before);
    return start;
  });
  const next = new Map<TotalLevel, number>();
  const until = totals.toReversed().map(({ level, before }) => {
    const end = Math.min(rows, ...levelsFrom(level).map((above) => next.get(above) ?? rows));
    next.set(level, before);
    return end;
  });
  return totals.map(({ before }, at) => {
    const ranges: Range[] = [
      [since[at] ?? 0, before],
      [0, before],
      [before, until[totals.length - 1 - at] ?? rows],
    ];
    return ranges.filter(([from, to]) => to > from);
  });
}

function levelsFrom(level: TotalLevel): TotalLevel[] {
  return ([1, 2, 3] as const).filter((other) => other >= level);
}

function compare(
  total: PrintedTotal,
  column: SummedColumn,
  summed: Exact | undefined,
): Omit<TotalRow, "rows"> | undefined {
  const cell = total.cells.get(column.index);
  const printed = cell && figure(cell, column.unit);
  if (!cell || !printed || !summed) return undefined;
  return {
    row: total.row,
    column: column.spec.name,
    cell: `${columnName(column.index)}${total.row}`,
    printed: printed.toString(),
    summed: summed.toString(),
    agrees: printed.equals(summed) || sameDouble(printed, summed),
  };
}

/** A total that a program added up carries its binary rounding: it is compared at the places that the rows have. */
function sameDouble(printed: Exact, summed: Exact): boolean {
  const places = summed.toString().split(".")[1]?.length ?? 0;
  const off = printed.sub(summed).abs();
  return printed.round(places).equals(summed) && off.mul(Exact.of(10n ** 13n)).compare(summed.abs()) <= 0;
}

function boundaries(totals: readonly PrintedTotal[], rows: number): number[] {
  return [...new Set([0, ...totals.map((total) => total.before), rows])].sort((a, b) => a - b);
}

/** Sums up to each boundary, so that any range between two costs one subtraction. */
class RunningSums {
  private readonly upTo = new Map<number, { readonly sum: Exact; readonly unreadable: number }>();

  constructor(column: SummedColumn, stops: readonly number[]) {
    let sum = Exact.zero;
    let unreadable = 0;
    let row = 0;
    for (const stop of stops) {
      for (; row < stop; row++) {
        const value = column.cells.isBlank(row) ? Exact.zero : figure(column.cells.cell(row), column.unit);
        if (value) sum = sum.add(value);
        else unreadable++;
      }
      this.upTo.set(stop, { sum, unreadable });
    }
  }

  /** Undefined if a cell between is no figure. */
  between(from: number, to: number): Exact | undefined {
    const [start, end] = [this.upTo.get(from), this.upTo.get(to)];
    return start && end && start.unreadable === end.unreadable ? end.sum.sub(start.sum) : undefined;
  }
}

/** A cell's figure in the unit of its column; a dash or a blank text is zero. Undefined if it is no figure of that measure. */
function figure(cell: Cell, columnUnit: string | undefined): Exact | undefined {
  if (cell.kind === "number") return Exact.fromDouble(cell.value);
  if (cell.kind !== "text") return undefined;
  const plain = Exact.parse(cell.text);
  if (plain) return plain;
  if (/^[\s\-—–―－/]*(?:无|N\/A)?\s*$/iu.test(cell.text)) return Exact.zero;
  const quantity = parseCellQuantity(cell.text);
  if (!quantity?.unit) return quantity?.value;
  const own = columnUnit === undefined ? undefined : unitOf(columnUnit);
  const sameMeasure = own && (quantity.unit.currency ?? own.currency) === own.currency;
  return sameMeasure ? quantity.value.div(own.scale) : undefined;
}
