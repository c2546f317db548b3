import type { Merge } from "../sheet.ts";

/** A cell's place; row 1-based, column 0-based. */
export interface CellReference {
  readonly row: number;
  readonly column: number;
}

/** `B17`, `$B$17`, `b17`. Undefined for anything else, or for more than three letters or seven digits. */
export function parseCellReference(text: string): CellReference | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$/.exec(text);
  if (!match) return undefined;
  let column = 0;
  for (const letter of match[1]!.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]);
  return row === 0 ? undefined : { row, column: column - 1 };
}

/** `A1:C3`, or a single cell. Undefined for anything else. */
export function parseRange(text: string): Merge | undefined {
  const colon = text.indexOf(":");
  const from = parseCellReference(colon < 0 ? text : text.slice(0, colon));
  const to = colon < 0 ? from : parseCellReference(text.slice(colon + 1));
  if (!from || !to) return undefined;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}
