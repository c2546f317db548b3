import type { RawCells } from "../workbook/table.ts";
import { readCell, readCells } from "./cell-reader.ts";
import type { IdCodes } from "./id-codes.ts";
import type { IdColumn } from "./id-column.ts";
import type { IdReader } from "./id-reader.ts";
import type { Site } from "./site.ts";

/** Reads a column of ids. Those of digits behind letters, which nearly all are, need no text: the others go cell by cell. */
export function readIds(site: Site, reader: IdReader, column: IdColumn): void {
  const { bound, table, start } = site;
  const raw = bound.raw?.();
  if (!raw) {
    readCells(site, reader, column);
    return;
  }
  const { tags, values } = raw;
  // Customers are many; whose rows they are is few people.
  if (!reader.isKey) column.ids.reserve(table.rows);
  let kind = kindOf(tags[0] ?? 0, raw, column.ids);
  for (let row = 0; row < table.rows; row++) {
    site.row = row;
    if (tags[row] !== kind.tag) kind = kindOf(tags[row] as number, raw, column.ids);
    if (kind.own === 0) {
      column.set(start + row, readCell(site, reader, bound.cell(row)));
      continue;
    }
    const value = values[row] as number;
    if (kind.digits > 0) reader.seeDigits(kind.digits, value < kind.leastWithoutZero);
    column.codes[start + row] = column.ids.codeOf(kind.own, value);
  }
  site.finish();
}

/** What the cells of one tag are. */
interface Kind {
  readonly tag: number;
  /** The tag among the family's ids; 0: the cells have to be read. */
  readonly own: number;
  /** How many, where the ids are nothing but digits; else 0. */
  readonly digits: number;
  /** From here on they do not begin with 0. */
  readonly leastWithoutZero: number;
}

function kindOf(tag: number, raw: RawCells, ids: IdCodes): Kind {
  const parts = raw.parts(tag);
  if (!parts || parts.decimals > 0 || !/^[A-Za-z]*$/.test(parts.prefix)) {
    return { tag, own: 0, digits: 0, leastWithoutZero: 0 };
  }
  const { prefix, digits } = parts;
  return {
    tag,
    own: ids.tagOf(prefix, digits),
    digits: prefix === "" ? digits : 0,
    leastWithoutZero: 10 ** (digits - 1),
  };
}
