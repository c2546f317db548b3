import type { Binding } from "../header/bind.ts";
import type { HeaderMatch } from "../header/find-header.ts";
import { isUnit, readHeader, squeeze } from "../header/header-text.ts";
import { agreeOn, isUnitRow, type SheetUnit, unitsIn } from "../header/sheet-unit.ts";
import type { LeftOutRow } from "../sheet-report.ts";
import { isNote, isSignOff } from "./row-words.ts";
import type { SheetRow } from "./sheet-row.ts";

/** What the head of a sheet says of all its rows. */
export interface Layout {
  readonly headerRows: readonly SheetRow[];
  /** Index in the head of the first row that may be data. */
  readonly firstData: number;
  readonly leftOut: readonly LeftOutRow[];
  readonly unit: SheetUnit;
  /** The unit of a column by its index: its header's, else that of a row of units, else the table's if it holds money. */
  readonly units: ReadonlyMap<number, string>;
}

/**
 * Sorts the rows of a sheet's head around its header: titles, notes and units above, units and column numbers below.
 *
 * @param name the sheet's or file's name, which may say the unit too: 存款(万元)
 */
export function layOut(head: readonly SheetRow[], match: HeaderMatch, binding: Binding, name: string): Layout {
  const above = head.slice(0, match.at);
  const headerRows = head.slice(match.at, match.at + match.rows);
  const leftOut = above.map((row) => leftOutAbove(row));
  const perColumn = new Map<number, string>();
  let firstData = match.at + match.rows;
  const below: SheetRow[] = [];
  for (let row = head[firstData]; row && below.length < 2; row = head[++firstData]) {
    const reason = unitRow(row, perColumn) ? "unit" : isNumbering(row, match.labels.length) ? "note" : undefined;
    if (!reason) break;
    below.push(row);
    leftOut.push({ row: row.number, reason, text: row.firstShown() });
  }
  const unit = sheetUnit([...above, ...below], headerRows, name);
  const units = new Map<number, string>();
  for (const { spec, label } of binding.bound) {
    const own = label.unit ?? perColumn.get(label.column) ?? (spec.kind === "money" ? unit.unit : undefined);
    if (own !== undefined) units.set(label.column, own);
  }
  return { headerRows, firstData, leftOut, unit, units };
}

/** What stands in the cells counts before the sheet's name. A unit in a column's own header counts for that column alone. */
function sheetUnit(around: readonly SheetRow[], headerRows: readonly SheetRow[], name: string): SheetUnit {
  const beside = headerRows.map((row) => shownCells(row).filter((cell) => !isHeaderWithUnit(cell)));
  const outside = around.map((row) => {
    const cells = shownCells(row);
    return cells.length > 2 ? cells.filter((cell) => !isHeaderWithUnit(cell)) : cells;
  });
  const found = [...outside, ...beside].flatMap(unitsIn);
  return agreeOn(found.length > 0 ? found : unitsIn([name]));
}

/** 本年日均(万元), as against a unit by itself or in a title: 单位:万元, 贷款业务(单位:万元). */
function isHeaderWithUnit(cell: string): boolean {
  const { key, unit } = readHeader(cell);
  return unit !== undefined && key !== "" && !/单位/u.test(squeeze(cell));
}

function leftOutAbove(row: SheetRow): LeftOutRow {
  const cells = shownCells(row);
  const text = row.firstShown();
  const entry = (reason: LeftOutRow["reason"]): LeftOutRow => ({ row: row.number, reason, text });
  if (cells.length === 0) return entry("blank");
  if (isUnitRow(cells)) return entry("unit");
  return entry(isNote(text) || isSignOff(text) ? "note" : "title");
}

/** A row of units under the header: 元, 万元, %. Fills `perColumn` with them. */
function unitRow(row: SheetRow, perColumn: Map<number, string>): boolean {
  if (isUnitRow(shownCells(row))) return true;
  const words = row.columns.map(
    (column) => [column, squeeze(row.textOf(column)).replace(/^[([【]|[)\]】]$/gu, "")] as const,
  );
  const filled = words.filter(([, word]) => word !== "" && !/^(?:单位|[-—–/]+)$/u.test(word));
  if (filled.length === 0 || !filled.every(([, word]) => isUnit(word))) return false;
  if (row.columns.some((column) => row.textOf(column) === "")) return false;
  for (const [column, word] of filled) perColumn.set(column, word);
  return true;
}

/** 1, 2, 3 … under the headers (with 栏次, 甲, 乙 before them), as official forms number their columns. */
function isNumbering(row: SheetRow, columns: number): boolean {
  const cells = shownCells(row).map((cell) => squeeze(cell).replace(/^[([]|[)\]]$|^栏次$/gu, ""));
  if (cells.length < 3 || cells.length < columns - 1) return false;
  const numbers = cells.filter((cell) => !/^[甲乙丙丁戊]?$/u.test(cell));
  return numbers.length >= 2 && numbers.every((cell, index) => cell === String(index + 1));
}

function shownCells(row: SheetRow): string[] {
  return row.columns.filter((column) => !row.isBlank(column)).map((column) => row.shown(column));
}
