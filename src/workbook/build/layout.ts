import type { Binding } from "../header/bind.ts";
import type { HeaderMatch } from "../header/find-header.ts";
import { readHeader, squeeze } from "../header/header-text.ts";
import { isMoneyWord, isUnitRow, type UnitWords, unitWords } from "../header/unit-words.ts";
import type { LeftOutRow } from "../sheet-report.ts";
import { isNote, isSignOff } from "./row-words.ts";
import type { SheetRow } from "./sheet-row.ts";
import { type UnitNote, unitNotes } from "./unit-notes.ts";
import { unitsAbove, unitsBelow } from "./unit-rows.ts";

/** What the head of a sheet says of all its rows. */
export interface Layout {
  readonly headerRows: readonly SheetRow[];
  /** Index in the head of the first row that may be data. */
  readonly firstData: number;
  readonly leftOut: readonly LeftOutRow[];
  /** Texts around the header that name units of money. */
  readonly notes: readonly UnitNote[];
  /** What the sheet's or file's name says of them. */
  readonly name: UnitWords;
  /** The unit of a column by its index, where a row of units says it. */
  readonly perColumn: ReadonlyMap<number, string>;
}

/**
 * Sorts the rows of a sheet's head around its header: titles, notes and units above, units and column numbers below.
 *
 * @param name the sheet's or file's name, which may say the unit too: 存款(万元)
 */
export function layOut(head: readonly SheetRow[], match: HeaderMatch, binding: Binding, name: string): Layout {
  const above = head.slice(0, match.at);
  const headerRows = head.slice(match.at, match.at + match.rows);
  const ofColumns = above.findLast((row) => unitsAbove(row, binding));
  const leftOut = above.map((row) => leftOutAbove(row, row === ofColumns));
  const perColumn = new Map(ofColumns && unitsAbove(ofColumns, binding));
  let firstData = match.at + match.rows;
  const below: SheetRow[] = [];
  for (let row = head[firstData]; row && below.length < 2; row = head[++firstData]) {
    const units = unitsBelow(row, binding);
    const reason = units ? "unit" : isNumbering(row, match.labels.length) ? "note" : undefined;
    if (!reason) break;
    for (const [column, unit] of units ?? []) perColumn.set(column, unit);
    // One that names the table's unit alone says it as a row above does.
    if (units === undefined || units.size === 0) below.push(row);
    leftOut.push({ row: row.number, reason, text: row.firstShown() });
  }
  const notes = [...notesAround(above, below, ofColumns), ...notesBeside(headerRows, binding)];
  return { headerRows, firstData, leftOut, notes, name: unitWords(name.replace(/[-_]+/gu, " ")), perColumn };
}

/** A unit in the header of a column, here of a table above or of a group, counts for that column alone. */
function notesAround(
  above: readonly SheetRow[],
  below: readonly SheetRow[],
  ofColumns: SheetRow | undefined,
): UnitNote[] {
  return [...above, ...below].flatMap((row) => {
    if (row === ofColumns) return unitNotes(row).map((note) => ({ ...note, named: [], partial: note.named }));
    const isTitle = row.columns.filter((column) => !row.isBlank(column)).length <= 2;
    return unitNotes(row, (text) => isTitle || !isHeaderWithUnit(text));
  });
}

/** What stands beside the headers: 单位:万元 behind the last of them. */
function notesBeside(headerRows: readonly SheetRow[], { bound }: Binding): UnitNote[] {
  const columns = new Set(bound.map(({ label }) => label.column));
  return headerRows.flatMap((row) => unitNotes(row, (text, column) => !columns.has(column) && !isHeaderWithUnit(text)));
}

/** 本年日均(万元), as against a unit by itself or in a title: 单位:万元, 贷款业务(单位:万元). */
function isHeaderWithUnit(cell: string): boolean {
  const { key, unit } = readHeader(cell);
  return unit !== undefined && key !== "" && !/单位/u.test(squeeze(cell));
}

function leftOutAbove(row: SheetRow, isOfUnits: boolean): LeftOutRow {
  const cells = shownCells(row);
  const text = row.firstShown();
  const entry = (reason: LeftOutRow["reason"]): LeftOutRow => ({ row: row.number, reason, text });
  if (cells.length === 0) return entry("blank");
  if (isOfUnits || isUnitRow(cells) || cells.every(isMoneyWord)) return entry("unit");
  return entry(isNote(text) || isSignOff(text) ? "note" : "title");
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
