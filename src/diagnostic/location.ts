/** A place in an input that a person can go to. */
export type Location = FileLocation | CellLocation | SpanLocation;

/** A whole file. */
export interface FileLocation {
  readonly file: string;
}

/** A sheet, a row or a cell of a spreadsheet. A CSV file has no `sheet`; its `line` is the physical line that a record starts on. */
export interface CellLocation {
  readonly file: string;
  readonly sheet?: string;
  /** A1-style, for CSV too: the column's letter and the record's row number. */
  readonly cell?: string;
  readonly line?: number;
}

/** A span of a text file, rulebooks above all. Lines and columns count from 1; `endColumn` is exclusive. */
export interface SpanLocation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** `quarter.xlsx 存款!B17`, `存款.csv!B17 (line 18)` or `rules/a.yml:12:5`. */
export function showLocation(at: Location): string {
  if ("column" in at) return `${at.file}:${at.line}:${at.column}`;
  const cell = at as CellLocation;
  const place =
    cell.sheet !== undefined && cell.cell !== undefined
      ? `${cell.sheet}!${cell.cell}`
      : (cell.sheet ?? cell.cell ?? "");
  const line = cell.line !== undefined && cell.sheet === undefined ? `:${cell.line}` : "";
  return place === "" ? `${cell.file}${line}` : `${cell.file}${line} ${place}`;
}

/** The column letter of a 0-based index: 0 → A, 26 → AA. */
export function columnName(index: number): string {
  let name = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}
