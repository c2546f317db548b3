import { columnName } from "../../src/diagnostic/location.ts";
import type { Type } from "../../src/formula/type.ts";
import type { Value } from "../../src/formula/value.ts";
import { Exact } from "../../src/number/exact.ts";
import type { Column, Input } from "../../src/rulebook/input.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import { same } from "../../src/text/text.ts";
import { CellColumn } from "../../src/workbook/build/cell-column.ts";
import { TextStore } from "../../src/workbook/build/text-store.ts";
import type { Cell, Table, TableColumn } from "../../src/workbook/table.ts";

/** A cell as tests write it: text, a number, a number with its format, nothing, or a cell as it is. */
export type Written = string | number | boolean | null | readonly [value: number, format: string] | Cell;

export interface TableSource {
  readonly input: string;
  readonly file?: string;
  /** `null` for a text file. */
  readonly sheet?: string | null;
  /** Column names in order; `average:万元` gives the header or sheet's unit. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Written[])[];
  readonly date1904?: boolean;
}

/** The cells of a column as a sheet that is read keeps them. */
function kept(cells: readonly Cell[]): CellColumn {
  const column = new CellColumn(new TextStore());
  for (const cell of cells) {
    if (cell.kind === "number") column.addNumber(cell.value, cell.format);
    else if (cell.kind === "text") column.addText(cell.text);
    else if (cell.kind === "boolean") column.addBoolean(cell.value);
    else if (cell.kind === "error") column.addError(cell.text);
    else if (cell.kind === "no-result") column.addNoResult(cell.formula);
    else column.addBlank();
  }
  column.finish();
  return column;
}

/** A table whose header is row 1; column names stand for headers, `average:万元` printed as `average(万元)`. */
export function table(source: TableSource): Table {
  const file = source.file ?? "q.xlsx";
  const sheet = source.sheet === null ? undefined : (source.sheet ?? source.input);
  const columns = new Map<string, TableColumn>();
  for (const [index, written] of source.columns.entries()) {
    const [name = "", unit] = written.split(":");
    const header = unit === undefined ? name : `${name}(${unit})`;
    const cells = kept(source.rows.map((row) => cellOf(row[index] ?? null)));
    columns.set(name, { name, index, header, unit, cell: (row) => cells.cell(row), raw: () => cells.raw() });
  }
  return {
    input: source.input,
    file,
    sheet,
    columns,
    rows: source.rows.length,
    rowNumber: (index) => index + 2,
    locate: (index, column) => {
      const cell = `${columnName(columns.get(column ?? "")?.index ?? 0)}${index + 2}`;
      return sheet === undefined ? { file, cell, line: index + 2 } : { file, sheet, cell };
    },
    date1904: source.date1904 ?? false,
  };
}

function cellOf(written: Written): Cell {
  if (written === null) return { kind: "blank" };
  if (typeof written === "string") return { kind: "text", text: written };
  if (typeof written === "number") return { kind: "number", value: written, format: "General" };
  if (typeof written === "boolean") return { kind: "boolean", value: written };
  if (isFormatted(written)) return { kind: "number", value: written[0], format: written[1] };
  return written;
}

function isFormatted(written: Cell | readonly [number, string]): written is readonly [number, string] {
  return Array.isArray(written);
}

export interface ColumnSource {
  readonly type: Type;
  readonly unit?: string;
  readonly missing?: Value;
  readonly min?: string;
  readonly max?: string;
  readonly yes?: readonly string[];
  readonly no?: readonly string[];
  readonly words?: Readonly<Record<string, string>>;
}

export interface InputSource {
  readonly role: Input["role"];
  /** The first column of a subject, one-row or detail input says whose the row is. */
  readonly columns: Readonly<Record<string, Type | ColumnSource>>;
}

export const id: Type = { kind: "id" };
export const cny: Type = { kind: "money", currency: "CNY" };
export const usd: Type = { kind: "money", currency: "USD" };
export const ratio: Type = { kind: "ratio" };
export const yearsType: Type = { kind: "duration", base: "year" };

/** Inputs alone, which is all that binding reads of a rulebook. */
export function rulebook(inputs: Readonly<Record<string, InputSource>>): Rulebook {
  const built = Object.entries(inputs).map(([name, source], index) => input(name, index, source));
  return { inputs: built, subject: built[0] } as unknown as Rulebook;
}

function input(name: string, index: number, source: InputSource): Input {
  const columns = Object.entries(source.columns).map(([column, written], slot) =>
    columnOf(name, column, slot, written),
  );
  const [first] = columns;
  return {
    id: name,
    index,
    sheets: [name],
    label: same(name),
    columns,
    role: source.role,
    key: source.role === "subject" || source.role === "one-row" ? first : undefined,
    refers: source.role === "detail" || source.role === "one-row" ? first : undefined,
  };
}

export function columnOf(input: string, name: string, slot: number, written: Type | ColumnSource): Column {
  const source: ColumnSource = "kind" in written ? { type: written } : written;
  return {
    name,
    input,
    slot,
    type: source.type,
    kind: source.type.kind,
    label: same(name),
    headers: [name],
    unit: source.unit,
    missing: source.missing,
    min: source.min === undefined ? undefined : Exact.parse(source.min),
    max: source.max === undefined ? undefined : Exact.parse(source.max),
    yes: source.yes ?? [],
    no: source.no ?? [],
    words: new Map(Object.entries(source.words ?? {})),
    personal: false,
  };
}
