import type { Paint } from "./colour.ts";
import { cut, oneLine, padEnd, padStart, widthOf } from "./text-width.ts";

/** A column of a terminal table. */
export interface TextColumn {
  readonly heading: string;
  readonly cells: readonly string[];
  readonly align?: "right";
  /** May be cut down to so many columns of the terminal. */
  readonly shrinkTo?: number;
  /** May be left out on a narrow terminal; the lowest number goes first. */
  readonly expendable?: number;
  paint?(cell: string, row: number): string;
}

const gutter = 2;

/** A table fitted to a width, and the headings of the columns that it had no room for. */
export function textTable(
  columns: readonly TextColumn[],
  width: number,
  heading: Paint,
): { readonly lines: readonly string[]; readonly hidden: readonly string[] } {
  const natural = new Map(columns.map((column) => [column, naturalWidth(column)]));
  const kept = [...columns];
  const hidden: string[] = [];
  while (room(kept, natural, width) < 0) {
    const [first] = kept
      .filter((column) => column.expendable !== undefined)
      .sort((a, b) => (a.expendable ?? 0) - (b.expendable ?? 0));
    if (!first) break;
    kept.splice(kept.indexOf(first), 1);
    hidden.push(first.heading);
  }
  const widths = kept.map((column) => fitted(column, natural, kept, width));
  const rows = kept[0]?.cells.length ?? 0;
  const lines = [
    heading(
      kept
        .map((column, index) => place(column, column.heading, widths[index]!))
        .join("  ")
        .trimEnd(),
    ),
    heading(widths.map((each) => "─".repeat(each)).join("  ")),
  ];
  for (let row = 0; row < rows; row++) {
    const cells = kept.map((column, index) => {
      const text = place(column, oneLine(column.cells[row] ?? ""), widths[index]!, index === kept.length - 1);
      return column.paint ? column.paint(text, row) : text;
    });
    lines.push(cells.join("  ").trimEnd());
  }
  return { lines, hidden };
}

/** How much is left over when every column that may shrink does so; below 0: too wide. */
function room(kept: readonly TextColumn[], natural: ReadonlyMap<TextColumn, number>, width: number): number {
  const least = kept.reduce((sum, column) => sum + Math.min(natural.get(column)!, column.shrinkTo ?? Infinity), 0);
  return width - least - gutter * (kept.length - 1);
}

/** A column's width: natural, or what the others leave to the one that shrinks. */
function fitted(
  column: TextColumn,
  natural: ReadonlyMap<TextColumn, number>,
  kept: readonly TextColumn[],
  width: number,
): number {
  const wanted = natural.get(column)!;
  if (column.shrinkTo === undefined) return wanted;
  const least = Math.min(wanted, column.shrinkTo);
  return Math.min(wanted, least + Math.max(room(kept, natural, width), 0));
}

function naturalWidth({ heading, cells }: TextColumn): number {
  const seen = new Map<string, number>();
  let widest = widthOf(heading);
  for (const cell of cells) {
    const width = seen.get(cell) ?? widthOf(oneLine(cell));
    seen.set(cell, width);
    widest = Math.max(widest, width);
  }
  return widest;
}

function place({ align }: TextColumn, text: string, width: number, last = false): string {
  const short = cut(text, width);
  if (align === "right") return padStart(short, width);
  return last ? short : padEnd(short, width);
}
