import type { SheetRow } from "../build/sheet-row.ts";
import { type HeaderText, readHeader } from "./header-text.ts";

/** What stands above one column: a header cell, or the two of a two-row header. */
export interface Label {
  readonly column: number;
  /** The row of the header that names the column: the lower of two, unless that is blank. */
  readonly row: number;
  readonly printed: string;
  readonly unit: string | undefined;
  /** The key of the group above it, in a header of two rows. */
  readonly group: string | undefined;
  /** Keys to find it by, the surest first: as named, joined with its group, but for remarks in brackets. */
  readonly keys: readonly (readonly string[])[];
}

export function labelsOfRow(row: SheetRow): Label[] {
  return row.columns.flatMap((column) => {
    const text = header(row, column);
    return text ? [single(column, row.number, text)] : [];
  });
}

/**
 * The labels of a header of two rows. The lower cell decides; where there is none, the upper one does. An upper cell over
 * several lower ones (日均存款 over 本年 and 上年) is their group: merged cells are blank but for the first, so a blank upper
 * cell belongs to the group on its left, if that has a lower cell itself.
 */
export function labelsOfPair(upper: SheetRow, lower: SheetRow): Label[] {
  const labels: Label[] = [];
  let group: HeaderText | undefined;
  for (let column = 0; column <= Math.max(upper.lastColumn, lower.lastColumn); column++) {
    const above = header(upper, column);
    const below = header(lower, column);
    if (above) group = below ? above : undefined;
    const one = below ?? above;
    if (!one) continue;
    labels.push(
      below && group ? joined(column, lower.number, group, below) : single(column, (below ? lower : upper).number, one),
    );
  }
  return labels;
}

function single(column: number, row: number, text: HeaderText): Label {
  const { printed, unit, key, bare } = text;
  return { column, row, printed, unit, group: undefined, keys: [[key], [], [bare]] };
}

function joined(column: number, row: number, group: HeaderText, text: HeaderText): Label {
  return {
    column,
    row,
    printed: group.printed === text.printed ? text.printed : `${group.printed} ${text.printed}`,
    unit: text.unit ?? group.unit,
    group: group.key,
    keys: [
      [text.key],
      [group.key + text.key, text.key + group.key],
      [text.bare, group.bare + text.bare, text.bare + group.bare],
    ],
  };
}

/** No header is longer; a sheet of long texts must not cost time. */
const longest = 120;

function header(row: SheetRow, column: number): HeaderText | undefined {
  const shown = row.isBlank(column) ? "" : row.shown(column);
  return shown === "" || shown.length > longest ? undefined : readHeader(shown);
}
