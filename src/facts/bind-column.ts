import { diagnose } from "../diagnostic/diagnostic.ts";
import type { Column } from "../rulebook/input.ts";
import { AmountReader } from "./amount-reader.ts";
import { type CellReader, readCells } from "./cell-reader.ts";
import { type ColumnUnit, columnUnit, wantedUnit } from "./column-unit.ts";
import { DateReader } from "./date-reader.ts";
import { IdColumn } from "./id-column.ts";
import { type IdFamilies, isKey } from "./id-family.ts";
import { IdReader } from "./id-reader.ts";
import { type InputRows, placeOf } from "./input-rows.ts";
import { missingColumn } from "./missing-cell.ts";
import { readIds } from "./packed-ids.ts";
import type { Problems } from "./problems.ts";
import { RatioReader } from "./ratio-reader.ts";
import { Site } from "./site.ts";
import { TextReader } from "./text-reader.ts";
import { ValueColumn } from "./value-column.ts";
import { WordReader } from "./word-reader.ts";

const figures: ReadonlySet<Column["kind"]> = new Set(["money", "number", "count", "duration", "ratio"]);

/** Reads one column of all of an input's tables into `rows.columns`. */
export function bindColumn(rows: InputRows, column: Column, ids: IdFamilies, problems: Problems): void {
  const { input } = rows;
  const values =
    column.kind === "id"
      ? new IdColumn(rows.rows, ids.of(input, column).codes)
      : new ValueColumn(rows.rows, figures.has(column.kind));
  for (const [place, table] of rows.tables.entries()) {
    const start = rows.starts[place] ?? 0;
    const bound = table.columns.get(column.name);
    if (!bound) {
      // That the sheet lacks it was said when it was read.
      values.fill(missingColumn("no-column", column.label, table), start, start + table.rows);
      continue;
    }
    const site = new Site(input, column, table, bound, start, problems);
    const reader = readerFor(site, ids);
    if (reader instanceof IdReader && values instanceof IdColumn) {
      readIds(site, reader, values);
      continue;
    }
    if (reader) {
      readCells(site, reader, values);
      continue;
    }
    const args = { header: bound.header, unit: bound.unit ?? "", wanted: wantedUnit(column.type) };
    const at = table.rows > 0 ? site.location : placeOf(table);
    problems.addWide(diagnose("facts/header-unit", at, args), input.index, start, start + table.rows);
    values.fill(missingColumn("bad-cell", column.label, table), start, start + table.rows);
  }
  rows.columns[column.slot] = values;
}

/** Undefined: the sheet names a unit that the column cannot be in. */
function readerFor(site: Site, ids: IdFamilies): CellReader | undefined {
  const { input, column } = site;
  switch (column.kind) {
    case "id":
      return new IdReader(site, ids.of(input, column), isKey(input, column));
    case "text":
    case "level":
      return new TextReader(site);
    case "date":
      return new DateReader(site);
    case "boolean":
    case "enum":
    case "tier":
      return new WordReader(site);
    case "ratio":
      return withUnit(site, (unit) => new RatioReader(site, unit));
    default:
      return withUnit(site, (unit) => new AmountReader(site, unit));
  }
}

function withUnit(site: Site, make: (unit: ColumnUnit) => CellReader): CellReader | undefined {
  const unit = columnUnit(site);
  return unit === "contradicts" ? undefined : make(unit);
}
