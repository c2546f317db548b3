import { basename, extname } from "node:path";
import { type Diagnostic, diagnose, isError } from "../diagnostic/diagnostic.ts";
import { columnName } from "../diagnostic/location.ts";
import { listOf } from "../text/text.ts";
import { HeadSink, type RowTaker } from "./build/head-sink.ts";
import { type Layout, layOut } from "./build/layout.ts";
import { type Collected, RowCollector } from "./build/row-collector.ts";
import type { SheetRow } from "./build/sheet-row.ts";
import { SheetTable } from "./build/sheet-table.ts";
import { type Claim, claimsOn } from "./claim.ts";
import { type Binding, bind, type Place } from "./header/bind.ts";
import { type HeaderMatch, type HeaderPlace, headerPlaces } from "./header/find-header.ts";
import { type Identity, identify } from "./identify.ts";
import { isInstructions } from "./instructions-sheet.ts";
import { type Mapping, mappedHeaders } from "./mapping.ts";
import type { ReadingTracker } from "./reading-progress.ts";
import { type FurtherTable, sideBySide, stacked, TableWatcher, tablesAbove } from "./several-tables.ts";
import type { Sheet, SheetEnd } from "./sheet.ts";
import type { HeadRow, SheetReport } from "./sheet-report.ts";
import type { Table } from "./table.ts";
import { inputList, inputWords, type TableSpec } from "./table-spec.ts";
import { type TableWindow, windowOf } from "./table-window.ts";

/** A sheet read to its end. */
export interface ReadSheet {
  readonly report: SheetReport;
  /** Present if the sheet is an input and its rows can be used. */
  readonly table?: Table;
  readonly diagnostics: readonly Diagnostic[];
  /** The sheet is damaged, or is an input whose rows cannot be used. */
  readonly unusable: boolean;
}

export interface SheetContext {
  readonly file: string;
  readonly specs: readonly TableSpec[];
  readonly mappings: readonly Mapping[];
  /** It is the only sheet of its file to be read. */
  readonly alone: boolean;
  /** Inputs that a sheet of this workbook is named after: other sheets are not taken for them by their looks. */
  readonly named: ReadonlySet<string>;
  /** Asks for the rows while they come. */
  readonly tracker?: ReadingTracker | undefined;
}

/**
 * Reads a sheet: finds out which input it is, and builds the table of its rows. A sheet with several tables, one below the
 * other or side by side, is read once for each.
 */
export async function readSheet(sheet: Sheet, context: SheetContext): Promise<readonly ReadSheet[]> {
  const place: Place = sheet.name === undefined ? { file: context.file } : { file: context.file, sheet: sheet.name };
  const claims = claimsOn(place, context.alone, context.specs, context.mappings);
  if (sheet.state === "hidden" && claims[0]?.why !== "mapping") {
    return [unused(sheet, 0, "hidden", [diagnose("workbook/hidden-sheet", place, {})])];
  }
  const reader = new SheetReader(place, claims, context, true);
  const whole = await readWith(reader, sheet, context);
  const windows = reader.windows;
  if (windows.length < 2) return [whole];
  const inputs = inputList(windows.map(({ spec }) => spec));
  const parts: ReadSheet[] = [];
  for (const window of windows) {
    const { spec } = window;
    const own = claims.map((claim) => ({ ...claim, specs: claim.specs.filter((one) => one === spec) }));
    const named = own.filter((claim) => claim.specs.length > 0);
    parts.push(
      await readWith(
        new SheetReader(place, named, { ...context, specs: [spec] }, false),
        windowOf(sheet, window),
        context,
      ),
    );
  }
  const [first, ...rest] = parts as [ReadSheet, ...ReadSheet[]];
  const several = diagnose("workbook/several-tables", place, { count: windows.length, inputs });
  return [{ ...first, diagnostics: [several, ...first.diagnostics] }, ...rest];
}

async function readWith(reader: SheetReader, sheet: Sheet, { tracker }: SheetContext): Promise<ReadSheet> {
  const sink = new HeadSink((head) => reader.understand(head));
  tracker?.sheet(() => sink.rows);
  const end = await sheet.read(sink);
  sink.finish();
  return reader.result(sheet, sink.rows, end);
}

/** A sheet that is not read, and why. */
export function unused(
  sheet: Sheet,
  rows: number,
  why: SheetReport["why"],
  diagnostics: readonly Diagnostic[],
): ReadSheet {
  const empty = { headerRows: [], bound: [], unbound: [], rowsRead: 0, leftOut: [], totals: [] };
  const report: SheetReport = {
    name: sheet.name,
    state: sheet.state,
    input: undefined,
    why,
    rowsInFile: rows,
    ...empty,
  };
  return { report, diagnostics, unusable: diagnostics.some(isError) };
}

/** So many rows, columns and characters tell a person what a sheet is. */
const shown = { rows: 10, columns: 40, characters: 120 };

function shownHead(head: readonly SheetRow[]): HeadRow[] {
  return head.slice(0, shown.rows).map((row) => ({
    row: row.number,
    cells: row.columns
      .filter((column) => !row.isBlank(column))
      .slice(0, shown.columns)
      .map((column) => ({ column: columnName(column), text: row.shown(column).trim().slice(0, shown.characters) })),
  }));
}

interface Understood {
  readonly spec: TableSpec;
  readonly match: HeaderMatch;
  readonly binding: Binding;
  readonly layout: Layout;
  readonly collector: RowCollector;
  readonly watcher: TableWatcher | undefined;
}

/** Understands a sheet by its head, and sums up what came of it. */
class SheetReader {
  private identity: Identity = { why: "no-match", rivals: [] };
  private understood: Understood | undefined;
  private readonly diagnostics: Diagnostic[] = [];
  /** Of a sheet that is not used. */
  private head: readonly HeadRow[] = [];
  private beside: readonly TableWindow[] = [];
  /** Tables over the one that was found, and that one; none: it is the first. */
  private above: readonly FurtherTable[] = [];

  constructor(
    private readonly place: Place,
    private readonly claims: readonly Claim[],
    private readonly context: SheetContext,
    /** Looks for further tables in the sheet. */
    private readonly watches: boolean,
  ) {}

  /** By its name, unless a mapping or the rulebook means that very name. */
  private get isInstructions(): boolean {
    return isInstructions(this.place.sheet) && this.claims.every(({ why }) => why === "file-name");
  }

  /** The tables of the sheet, if they are several. */
  get windows(): readonly TableWindow[] {
    if (this.beside.length > 1) return this.beside;
    const { spec, watcher } = this.understood ?? {};
    const [first, ...more] = this.above;
    const further = [...more, ...(watcher?.further ?? [])];
    return spec && further.length > 0 ? stacked(first?.spec ?? spec, further) : [];
  }

  understand(head: readonly SheetRow[]): { firstData: number; taker: RowTaker } | undefined {
    if (head.length === 0) return undefined;
    if (this.isInstructions) return undefined;
    const places = headerPlaces(head);
    this.identity = this.identify(places);
    const { spec, match } = this.identity;
    if (!spec || !match) {
      this.head = shownHead(head);
      return undefined;
    }
    const binding = bind(match, spec, this.place);
    const name = this.place.sheet ?? basename(this.place.file, extname(this.place.file));
    const layout = layOut(head, match, binding, name);
    const collector = new RowCollector(this.place, head, match, binding, layout);
    this.diagnostics.push(...binding.diagnostics);
    const question = { specs: this.context.specs, extra: this.extra };
    if (this.watches) this.beside = sideBySide(head, match, places, question);
    if (this.watches) this.above = tablesAbove(head, match, spec, { ...question, specs: this.free(spec) });
    const watcher = this.watches ? new TableWatcher(collector, { ...match, spec }, question) : undefined;
    this.understood = { spec, match, binding, layout, collector, watcher };
    return { firstData: layout.firstData, taker: watcher ?? collector };
  }

  result(sheet: Sheet, rows: number, end: SheetEnd): ReadSheet {
    const broken = end.diagnostics.some(isError);
    if (!this.understood) return this.notAnInput(sheet, rows, end);
    const { spec, binding, collector } = this.understood;
    const collected = collector.finish(end);
    const unusable = broken || binding.unusable;
    const { columns, numbers } = collected;
    const report = this.report(sheet, rows, this.understood, collected);
    if (report.rowsRead === 0 && !unusable) this.diagnostics.push(diagnose("workbook/no-rows", this.place, {}));
    const table = new SheetTable(spec.id, this.place.file, this.place.sheet, end.date1904, columns, numbers);
    const diagnostics = [...this.diagnostics, ...collected.diagnostics, ...end.diagnostics];
    return { report, diagnostics, unusable, ...(unusable ? {} : { table }) };
  }

  /** The specs that no other sheet of the workbook is named after. */
  private free(own: TableSpec): readonly TableSpec[] {
    return this.context.specs.filter((spec) => spec === own || !this.context.named.has(spec.id));
  }

  private readonly extra = (spec: TableSpec) => mappedHeaders(this.context.mappings, spec.id, this.place);

  /** A sheet that only looks like an input is passed over if another of the workbook bears the input's name. */
  private identify(places: readonly HeaderPlace[]): Identity {
    const { extra } = this;
    const free = (specs: readonly TableSpec[]) => specs.filter(({ id }) => !this.context.named.has(id));
    const claims = this.claims.map((claim) => (claim.exact ? claim : { ...claim, specs: free(claim.specs) }));
    const specs = this.context.specs;
    const identity = identify({ places, claims, specs: free(specs), extra });
    if (identity.spec === undefined && identity.rivals.length === 0) {
      const { spec, match } = identify({ places, claims: this.claims, specs, extra });
      if (spec && match)
        this.diagnostics.push(diagnose("workbook/second-sheet", this.place, { input: inputWords(spec) }));
    }
    const { rival } = identity.match ? identity : {};
    if (rival && identity.spec) {
      const args = { input: inputWords(identity.spec), rival: inputWords(rival) };
      this.diagnostics.push(diagnose("workbook/sheet-guessed", this.place, args));
    }
    return identity;
  }

  private notAnInput(sheet: Sheet, rows: number, end: SheetEnd): ReadSheet {
    const { identity, place } = this;
    if (this.isInstructions) return unused(sheet, rows, "instructions", end.diagnostics);
    if (rows === 0 && end.diagnostics.length === 0) {
      return unused(sheet, rows, "empty", [diagnose("workbook/empty-sheet", place, {})]);
    }
    const found = [...this.diagnostics, ...end.diagnostics];
    if (identity.why === "no-header") {
      const { spec } = identity;
      const headers = listOf(spec.columns.map((column) => column.headers[0] ?? column.name));
      found.push(diagnose("workbook/no-header", place, { input: inputWords(spec), headers }));
    } else if (identity.spec === undefined && identity.rivals.length > 0) {
      found.push(diagnose("workbook/ambiguous-sheet", place, { inputs: inputList(identity.rivals) }));
    } else if (found.length === 0) {
      found.push(diagnose("workbook/unused-sheet", place, {}));
    }
    const { report, ...rest } = unused(sheet, rows, identity.why, found);
    return { ...rest, report: { ...report, head: this.head } };
  }

  private report(sheet: Sheet, rowsInFile: number, understood: Understood, collected: Collected): SheetReport {
    const { spec, binding, layout } = understood;
    return {
      name: sheet.name,
      state: sheet.state,
      input: spec.id,
      why: this.identity.why,
      headerRows: layout.headerRows.map((row) => row.number),
      ...(collected.unit === undefined ? {} : { unit: collected.unit }),
      bound: collected.columns.map(({ spec: column, label, unit }) => ({
        name: column.name,
        header: label.printed,
        column: columnName(label.column),
        ...(unit === undefined ? {} : { unit }),
      })),
      unbound: binding.unbound.map((label) => ({ header: label.printed, column: columnName(label.column) })),
      rowsInFile,
      rowsRead: collected.numbers.length,
      leftOut: collected.leftOut,
      totals: collected.totals,
    };
  }
}
