import type { SheetRow } from "../build/sheet-row.ts";
import { type HeaderText, readHeader } from "./header-text.ts";
import { isMoneyWord } from "./unit-words.ts";

/** What stands above one column: a header cell, or those of a header of several rows. */
export interface Label {
  readonly column: number;
  /** The row of the header that names the column: the lowest, unless that is blank. */
  readonly row: number;
  readonly printed: string;
  readonly unit: string | undefined;
  /** The keys of the groups above it, in a header of several rows. */
  readonly group: string | undefined;
  /** As named, and but for remarks in brackets: one of the two is part of each of the keys. */
  readonly key: string;
  readonly bare: string;
  /** Keys to find it by, the surest first: as named, joined with its groups, but for remarks in brackets. */
  readonly keys: readonly (readonly string[])[];
}

export function labelsOfRow(row: SheetRow, read: ReadHeader = header): Label[] {
  return row.columns.flatMap((column) => {
    const text = read(row, column);
    return text ? [single(column, row.number, text)] : [];
  });
}

/**
 * The labels of a header of several rows. The lowest cell decides; where there is none, the one above does. A cell over
 * several lower ones (日均存款 over 本年 and 上年) is their group: merged cells are blank but for the first, so a blank upper
 * cell belongs to the group on its left, if that has a lower cell itself.
 */
export function labelsOfRows(rows: readonly SheetRow[], read: ReadHeader = header): Label[] {
  const labels: Label[] = [];
  const groups: (HeaderText | undefined)[] = rows.map(() => undefined);
  for (let column = 0; column <= Math.max(...rows.map((row) => row.lastColumn)); column++) {
    const cells = rows.map((row) => read(row, column));
    const own = cells.findLastIndex((cell) => cell !== undefined);
    const text = cells[own];
    if (!text) continue;
    for (const [level, cell] of cells.entries()) {
      // What begins anew in one row begins anew in those below it; the lowest cell is nobody's group.
      if (cell) groups.fill(undefined, level);
      if (cell && level < own) groups[level] = cell;
    }
    const above = groups.slice(0, own).flatMap((group) => group ?? []);
    const number = (rows[own] as SheetRow).number;
    labels.push(above.length > 0 ? joined(column, number, above, text) : single(column, number, text));
  }
  return labels;
}

function single(column: number, row: number, text: HeaderText): Label {
  const { printed, unit, key, bare } = text;
  return { column, row, printed, unit, group: undefined, key, bare, keys: [[key], [], [bare]] };
}

/** @param groups what stands above the text, from the top */
function joined(column: number, row: number, groups: readonly HeaderText[], text: HeaderText): Label {
  const all = [...groups, text];
  const printed = all.map((one) => one.printed).filter((one, at, list) => one !== list[at - 1]);
  let keys: Label["keys"] | undefined;
  return {
    column,
    row,
    printed: printed.join(" "),
    unit: all.reduceRight<string | undefined>((unit, one) => unit ?? one.unit ?? wholeUnit(one), undefined),
    group: groups.map(({ key }) => key).join(" "),
    key: text.key,
    bare: text.bare,
    // Made when they are asked for: most labels are data that no header resembles.
    get keys() {
      keys ??= joinedKeys(groups, text);
      return keys;
    },
  };
}

/** 万元 by itself over the headers of its columns. */
function wholeUnit({ key }: HeaderText): string | undefined {
  return isMoneyWord(key) ? key : undefined;
}

function joinedKeys(groups: readonly HeaderText[], text: HeaderText): Label["keys"] {
  // With the nearest group alone, with all of them, with each of them.
  const paths = [...groups.map((_, at) => groups.slice(at)), ...groups.map((group) => [group])];
  const keysBy = (part: "key" | "bare") =>
    paths.flatMap((path) => {
      const before = path.map((group) => group[part]).join("");
      return [before + text[part], text[part] + before];
    });
  return [[text.key], [...new Set(keysBy("key"))], [text.bare, ...new Set(keysBy("bare"))]];
}

/** No header is longer; a sheet of long texts must not cost time. */
const longest = 120;

export type ReadHeader = (row: SheetRow, column: number) => HeaderText | undefined;

function header(row: SheetRow, column: number): HeaderText | undefined {
  const shown = row.isBlank(column) ? "" : row.shown(column);
  return shown === "" || shown.length > longest ? undefined : readHeader(shown);
}

/** Reads every cell once, of rows that stay as they are: in a sheet's head a row stands in up to six places for a header. */
export function rememberedHeaders(): ReadHeader {
  const known = new Map<SheetRow, (HeaderText | undefined)[]>();
  return (row, column) => {
    let texts = known.get(row);
    if (!texts) {
      texts = [];
      known.set(row, texts);
    }
    if (!(column in texts)) texts[column] = header(row, column);
    return texts[column];
  };
}
