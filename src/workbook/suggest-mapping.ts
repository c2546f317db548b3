import { basename } from "node:path";
import { readHeader, squeeze } from "./header/header-text.ts";
import { unlikeness } from "./header/nearest.ts";
import type { FileReport, SheetReport } from "./sheet-report.ts";
import type { ColumnSpec, TableSpec } from "./table-spec.ts";

/** What a sheet or a column could be that nothing covers, in the words of `--map`. */
export interface MappingSuggestion {
  /** A sheet, a file, or a header as printed. */
  readonly what: string;
  /** `deposits`, or `deposits.average`; undefined: nothing in it looks like any. */
  readonly name: string | undefined;
  /** What it could be otherwise: the inputs, or the columns that the sheet still lacks. */
  readonly among: readonly string[];
}

/** A header taken for a column; `far` is 0 for the same word, up to 1/2. */
interface Pair {
  readonly header: string;
  readonly column: ColumnSpec;
  readonly far: number;
}

/** Suggests mappings for the sheets that are not used and for the columns that used sheets lack, in the files' order. */
export function suggestMappings(files: readonly FileReport[], specs: readonly TableSpec[]): MappingSuggestion[] {
  const found = new Set(files.flatMap(({ sheets }) => sheets.map(({ input }) => input)));
  const inputs = [...specs].sort((a, b) => Number(found.has(a.id)) - Number(found.has(b.id)));
  const list = files.flatMap((file) =>
    file.sheets.flatMap((sheet) => {
      const spec = specs.find(({ id }) => id === sheet.input);
      if (spec) return columnsOf(sheet, spec);
      return sheet.head?.length ? unusedSheet(sheet, keyOf(file, sheet, files), inputs) : [];
    }),
  );
  const told = new Set<string>();
  return list.filter(({ what, name, among }) => {
    if (name === undefined && among.length === 0) return false;
    const key = `${what}\n${name ?? ""}`;
    if (told.has(key)) return false;
    told.add(key);
    return true;
  });
}

/** The columns that a used sheet lacks, each with the unbound header most like it; the other headers without a name. */
function columnsOf(sheet: SheetReport, spec: TableSpec): MappingSuggestion[] {
  const missing = spec.columns.filter(({ name }) => sheet.bound.every((one) => one.name !== name));
  if (missing.length === 0) return [];
  const headers = sheet.unbound.map(({ header }) => header);
  const pairs = pairUp(headers, missing);
  const left = missing.filter((column) => pairs.every((pair) => pair.column !== column));
  return headers.map((what) => {
    const column = pairs.find(({ header }) => header === what)?.column;
    return { what, name: column && `${spec.id}.${column.name}`, among: left.map(({ name }) => `${spec.id}.${name}`) };
  });
}

/** The input whose columns one of the sheet's first rows names best, with the headers that need a mapping themselves. */
function unusedSheet(sheet: SheetReport, what: string, specs: readonly TableSpec[]): MappingSuggestion[] {
  let best: { readonly spec: TableSpec; readonly pairs: readonly Pair[]; readonly score: number } | undefined;
  for (const spec of specs) {
    for (const { cells } of sheet.head ?? []) {
      const headers = cells.map(({ text }) => readHeader(text).printed);
      const pairs = pairUp(headers, spec.columns);
      const score = pairs.reduce((sum, { far }) => sum + 1 - far, 0);
      if (pairs.length >= Math.min(2, spec.columns.length) && score > (best?.score ?? 0)) best = { spec, pairs, score };
    }
  }
  if (!best) return [{ what, name: undefined, among: specs.map(({ id }) => id) }];
  const { spec, pairs } = best;
  const unlike = pairs.filter(({ far }) => far > 0);
  return [
    { what, name: spec.id, among: [] },
    ...unlike.map(({ header, column }) => ({ what: header, name: `${spec.id}.${column.name}`, among: [] })),
  ];
}

/** Headers with the columns they are most like, in the headers' order; the surest pairs win, each header and column once. */
function pairUp(headers: readonly string[], columns: readonly ColumnSpec[]): Pair[] {
  const possible = columns.flatMap((column) =>
    headers.flatMap((header): Pair[] => {
      const far = farOf(header, column);
      return far === undefined ? [] : [{ header, column, far }];
    }),
  );
  const pairs: Pair[] = [];
  for (const pair of possible.sort((a, b) => a.far - b.far)) {
    const free = pairs.every(({ header, column }) => header !== pair.header && column !== pair.column);
    if (free) pairs.push(pair);
  }
  return pairs.sort((a, b) => headers.indexOf(a.header) - headers.indexOf(b.header));
}

function farOf(header: string, column: ColumnSpec): number | undefined {
  const { key } = readHeader(header);
  const all = column.headers.flatMap((wanted) => unlikeness(readHeader(wanted).key, key) ?? []);
  return all.length > 0 ? Math.min(...all) : undefined;
}

/** A sheet's name; with its file's where that would not be clear. A text file goes by its own name. */
function keyOf(file: FileReport, { name }: SheetReport, files: readonly FileReport[]): string {
  const same = files.filter((other) => stem(other) === stem(file)).length > 1;
  if (name === undefined) return same ? file.file : stem(file);
  const bearers = files.flatMap(({ sheets }) => sheets).filter((sheet) => squeeze(sheet.name ?? "") === squeeze(name));
  const clear = bearers.length === 1 && files.every((other) => stem(other) !== name && basename(other.file) !== name);
  return clear ? name : `${same ? file.file : basename(file.file)}!${name}`;
}

function stem({ file }: FileReport): string {
  return basename(file).replace(/\.\w+$/, "");
}
