import { compareText, sortDiagnostics } from "../diagnostic/collect.ts";
import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import { listOf } from "../text/text.ts";
import type { ReadAhead } from "./ahead/read-ahead.ts";
import { namedBy } from "./claim.ts";
import type { CsvOptions } from "./csv/open.ts";
import type { Place } from "./header/bind.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import { type Mapping, namesSheet, unusedHeaders, unusedMappings } from "./mapping.ts";
import { openWorkbook } from "./open.ts";
import { type ReadSheet, readSheet, unused } from "./read-sheet.ts";
import { type ReadingProgress, ReadingTracker } from "./reading-progress.ts";
import type { Sheet, Workbook } from "./sheet.ts";
import type { FileReport } from "./sheet-report.ts";
import { counted, openSource } from "./source.ts";
import type { Table } from "./table.ts";
import { inputWords, type TableSpec } from "./table-spec.ts";
import type { OpenedWorkbook } from "./xlsx/open.ts";

/** A file to read: where its bytes are, and the name by which the user knows it. */
export interface InputSource {
  readonly name: string;
  readonly path?: string;
  /** Instead of a path: standard input, or a file already read. */
  readonly bytes?: Uint8Array;
}

export interface ReadOptions extends CsvOptions {
  readonly mappings?: readonly Mapping[];
  readonly limits?: Limits;
  /** The inputs that should be there; undefined: all. Of the others neither absence nor what they are mapped from is said. */
  readonly expected?: readonly string[];
  /** Told whenever a piece of a file has come, for a progress line: often, and in the midst of reading. */
  readonly onProgress?: (progress: ReadingProgress) => void;
  /** Another thread that has begun to read these files. */
  readonly ahead?: ReadAhead | undefined;
}

export interface ReadTables {
  /** By file name, then in the order of the sheets; several tables of one input belong together. */
  readonly tables: readonly Table[];
  /** One for each file that could be opened. */
  readonly files: readonly FileReport[];
  readonly diagnostics: readonly Diagnostic[];
  /** Files that could not be read, or hold a sheet whose rows cannot be used: nothing sound can be computed without them. */
  readonly unreadable: readonly string[];
}

/**
 * Reads spreadsheets and text files into the tables that the specs ask for. Never throws for what is in a file: every file is
 * read as far as it can be, so that one bad file does not hide the others' problems. The result does not depend on the order
 * in which the files are named.
 */
export async function readTables(
  sources: readonly InputSource[],
  specs: readonly TableSpec[],
  options: ReadOptions = {},
): Promise<ReadTables> {
  const mappings = options.mappings ?? [];
  const result = { tables: [] as Table[], files: [] as FileReport[], unreadable: [] as string[] };
  const diagnostics: Diagnostic[] = [];
  const places: Place[] = [];
  const digests = new Map<string, string>();
  const sorted = [...sources].sort((a, b) => compareText(a.name, b.name));
  const tracker = options.onProgress && new ReadingTracker(await sizesOf(sorted), options.onProgress);
  for (const source of sorted) {
    tracker?.begin(source.name);
    const read = await readFile(source, { specs, mappings, options, digests, tracker });
    diagnostics.push(...read.diagnostics);
    if (read.unusable) result.unreadable.push(source.name);
    if (read.report) result.files.push(read.report);
    for (const sheet of read.sheets) {
      if (sheet.table) result.tables.push(sheet.table);
      places.push(placeOf(source.name, sheet.report.name));
    }
  }
  const isExpected = (id: string) => options.expected?.includes(id) ?? true;
  const asked = mappings.filter(({ input }) => isExpected(input));
  diagnostics.push(
    ...unusedMappings(asked, places),
    ...unusedHeaders(asked, result.files),
    ...missingInputs(
      specs.filter(({ id }) => isExpected(id)),
      result.files,
    ),
  );
  return { ...result, diagnostics: sortDiagnostics(diagnostics) };
}

interface ReadFile {
  readonly report?: FileReport;
  readonly sheets: readonly ReadSheet[];
  readonly diagnostics: readonly Diagnostic[];
  readonly unusable: boolean;
}

/** What the files of a run share. */
interface Reading {
  readonly specs: readonly TableSpec[];
  readonly mappings: readonly Mapping[];
  readonly options: ReadOptions;
  /** The file of each checksum. */
  readonly digests: Map<string, string>;
  readonly tracker: ReadingTracker | undefined;
}

async function sizesOf(sources: readonly InputSource[]): Promise<number[]> {
  const opened = sources.map(({ bytes, path, name }) => openSource(bytes ?? path ?? name).catch(() => undefined));
  return (await Promise.all(opened)).map((source) => source?.size ?? 0);
}

async function openOne({ name, path, bytes }: InputSource, { options, tracker }: Reading): Promise<OpenedWorkbook> {
  if (options.ahead) return options.ahead.open(name, (streamed) => tracker?.streamedTo(streamed));
  const named = bytes ?? path ?? name;
  const source = tracker && (await openSource(named).catch(() => undefined));
  const from = source ? counted(source, (streamed) => tracker.streamedTo(streamed)) : named;
  return openWorkbook(name, from, options.limits ?? defaultLimits, options);
}

async function readFile(source: InputSource, reading: Reading): Promise<ReadFile> {
  const { specs, mappings, digests, tracker } = reading;
  const file = source.name;
  try {
    const { workbook, diagnostics } = await openOne(source, reading);
    if (!workbook) return { sheets: [], diagnostics, unusable: true };
    const twin = digests.get(workbook.sha256);
    if (twin !== undefined) {
      return { sheets: [], diagnostics: [diagnose("workbook/same-file", { file }, { twin })], unusable: false };
    }
    digests.set(workbook.sha256, file);
    const sheets = await readSheets(workbook, specs, mappings, tracker);
    return {
      report: fileReport(workbook, sheets),
      sheets,
      diagnostics: [...diagnostics, ...sheets.flatMap((sheet) => sheet.diagnostics)],
      unusable: sheets.some((sheet) => sheet.unusable),
    };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return {
      sheets: [],
      diagnostics: [diagnose("workbook/unreadable", { file }, { file, reason: code })],
      unusable: true,
    };
  }
}

async function readSheets(
  workbook: Workbook,
  specs: readonly TableSpec[],
  mappings: readonly Mapping[],
  tracker: ReadingTracker | undefined,
): Promise<ReadSheet[]> {
  const { file } = workbook;
  const isMapped = ({ name }: Sheet) => mappings.some((mapping) => namesSheet(mapping, placeOf(file, name)));
  if (workbook.isOwnOutput && !workbook.sheets.some(isMapped)) {
    return workbook.sheets.map((sheet, at) =>
      unused(sheet, 0, "own-output", at === 0 ? [diagnose("workbook/own-output", { file }, {})] : []),
    );
  }
  const visible = workbook.sheets.filter(({ state }) => state === "visible");
  const named = new Set(visible.flatMap((sheet) => namedInputs(sheet, file, specs, mappings)));
  const read: ReadSheet[] = [];
  for (const sheet of workbook.sheets) {
    const context = { file, specs, mappings, alone: visible.length === 1, named, tracker };
    read.push(...(await readSheet(sheet, context)));
  }
  return read;
}

/** The inputs that a sheet is named after, or mapped to. */
function namedInputs(
  sheet: Sheet,
  file: string,
  specs: readonly TableSpec[],
  mappings: readonly Mapping[],
): readonly string[] {
  const mapped = mappings.filter((mapping) => namesSheet(mapping, placeOf(file, sheet.name))).map(({ input }) => input);
  if (mapped.length > 0 || sheet.name === undefined) return mapped;
  return namedBy(sheet.name, specs).map(({ id }) => id);
}

function fileReport(workbook: Workbook, sheets: readonly ReadSheet[]): FileReport {
  const { file, sha256, format, encoding, delimiter } = workbook;
  return {
    file,
    sha256,
    format,
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    sheets: sheets.map(({ report }) => report),
  };
}

function missingInputs(specs: readonly TableSpec[], files: readonly FileReport[]): Diagnostic[] {
  const found = new Set(files.flatMap(({ sheets }) => sheets.map(({ input }) => input)));
  return specs
    .filter(({ id }) => !found.has(id))
    .map((spec) => {
      const args = { input: inputWords(spec), names: listOf(spec.sheets) };
      return diagnose("workbook/missing-input", undefined, args);
    });
}

function placeOf(file: string, sheet: string | undefined): Place {
  return sheet === undefined ? { file } : { file, sheet };
}
