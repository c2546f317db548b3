import type { RowTaker } from "./build/head-sink.ts";
import type { RowBatch } from "./build/row-batch.ts";
import { isNote, isSignOff, totalWord } from "./build/row-words.ts";
import type { SheetRow } from "./build/sheet-row.ts";
import { type ExtraHeaders, findHeader, type HeaderMatch, type HeaderPlace } from "./header/find-header.ts";
import { readHeader, squeeze } from "./header/header-text.ts";
import { type Label, labelsOfRow } from "./header/labels.ts";
import { isUnitRow } from "./header/unit-words.ts";
import { better, type Fit, isPlausible } from "./identify.ts";
import type { TableSpec } from "./table-spec.ts";
import type { TableWindow } from "./table-window.ts";

/** What a sheet's tables are told apart by. */
export interface TableQuestion {
  readonly specs: readonly TableSpec[];
  readonly extra: (spec: TableSpec) => ExtraHeaders;
}

/** A header found below the first table's. */
export interface FurtherTable {
  readonly spec: TableSpec;
  readonly top: number;
  readonly header: number;
}

/**
 * The tables that stand side by side under one row of headers, a blank column between them, each with a header that is
 * enough by itself; fewer than two: the sheet is one table.
 */
export function sideBySide(
  head: readonly SheetRow[],
  match: HeaderMatch,
  places: readonly HeaderPlace[],
  question: TableQuestion,
): TableWindow[] {
  const header = head[match.at]?.number ?? 1;
  const windows: TableWindow[] = [];
  const runs = blocks(match.labels);
  // Nearly every sheet: the labels of all places, which take longest, need not be read.
  if (runs.length < 2) return [];
  for (const [left, right] of runs) {
    const within = (label: Label) => label.column >= left && label.column <= right;
    const own = places.map((place) => ({ ...place, labels: place.labels.filter(within) }));
    const titles = head
      .slice(0, match.at)
      .flatMap((row) => row.columns.filter((at) => at >= left && at <= right).map((at) => row.textOf(at)));
    const spec = specOf(own, titles, question);
    const before = windows.at(-1);
    if (spec) windows.push({ spec, top: 1, bottom: Number.POSITIVE_INFINITY, left: before ? left : 0, right, header });
    else if (before) windows[windows.length - 1] = { ...before, right };
  }
  const last = windows.pop();
  return last ? [...windows, { ...last, right: Number.POSITIVE_INFINITY }] : [];
}

/** Runs of columns that have a label. */
function blocks(labels: readonly Label[]): [left: number, right: number][] {
  const runs: [number, number][] = [];
  for (const column of labels.map((label) => label.column).sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && column <= last[1] + 1) last[1] = column;
    else runs.push([column, column]);
  }
  return runs;
}

/** The input whose header this is beyond doubt: as the one that fits best; of several, by a title that names it. */
function specOf(places: readonly HeaderPlace[], titles: readonly string[], { specs, extra }: TableQuestion) {
  const fits = specs
    .flatMap((spec): Fit[] => {
      const match = findHeader(places, spec, extra(spec));
      return match ? [{ spec, match }] : [];
    })
    .filter(isPlausible)
    .sort(better);
  const [best] = fits;
  const level = fits.filter((fit) => best && better(best, fit) === 0);
  const words = titles.map(squeeze);
  const named = level.filter(({ spec }) =>
    [...spec.sheets, spec.id].some((name) => words.some((word) => word.includes(squeeze(name)))),
  );
  const [only, another] = level.length > 1 ? named : level;
  return another ? undefined : only?.spec;
}

/**
 * Hands the rows of a table on, and looks among them for the header of another table below it. Nearly every row has a figure
 * or an id in front, which no header has; only the others are looked at.
 */
export class TableWatcher implements RowTaker {
  readonly further: FurtherTable[] = [];
  private readonly words: ReadonlySet<string>;
  readonly keys: readonly number[];
  private columns: string;
  /** The first of the short rows right above: a title, if a header follows. */
  private titles: { readonly row: number; readonly text: string }[] = [];

  constructor(
    private readonly taker: RowTaker,
    first: HeaderMatch & { readonly spec: TableSpec },
    private readonly question: TableQuestion,
  ) {
    const all = question.specs.flatMap((spec) => [
      ...spec.columns.flatMap(({ headers }) => headers),
      ...[...question.extra(spec).values()].flat(),
    ]);
    this.words = new Set(all.map((header) => readHeader(header).key));
    this.columns = columnsOf(first.spec, first);
    this.keys = taker.keys;
  }

  /** Where the title of a table begins that may follow. */
  get titleRow(): number | undefined {
    return this.titles[0]?.row;
  }

  take(row: SheetRow): void {
    this.watch(row);
    this.taker.take(row);
  }

  takePlain(batch: RowBatch, places: Int32Array, count: number): void {
    if (this.titles.length > 0) this.titles = [];
    this.taker.takePlain(batch, places, count);
  }

  private watch(row: SheetRow): void {
    const lead = row.firstFilled();
    if (lead < 0) return;
    const code = row.firstCode(lead);
    if (Number.isNaN(code) || (code >= 0x30 && code <= 0x39)) {
      if (this.titles.length > 0) this.titles = [];
      return;
    }
    const text = row.textOf(lead);
    if (row.filled > 1 && this.looksLikeHeader(row) && this.isHeader(row)) return;
    // What ends a table may stand among the titles of the next: 单位:万元, 填报单位:….
    const ends = () => (isSignOff(text) || isNote(text)) && !isUnitRow([text]);
    const short = row.filled <= 2 && !totalWord(text) && (this.titles.length > 0 || !ends());
    if (short) this.titles.push({ row: row.number, text });
    else if (this.titles.length > 0) this.titles = [];
  }

  /** Two cells of it at least are headers of some input, and none is a figure. */
  private looksLikeHeader(row: SheetRow): boolean {
    if (row.hasFigure()) return false;
    let known = 0;
    for (const column of row.columns) {
      if (row.isBlank(column)) continue;
      const text = row.textOf(column);
      if (text.length > 40) return false;
      if (this.words.has(readHeader(text).key)) known++;
    }
    return known >= 2;
  }

  private isHeader(row: SheetRow): boolean {
    const place: HeaderPlace = { at: 0, rows: 1, labels: labelsOfRow(row) };
    const spec = specOf(
      [place],
      this.titles.map(({ text }) => text),
      this.question,
    );
    const match = spec && findHeader([place], spec, this.question.extra(spec));
    if (!spec || !match) return false;
    const columns = columnsOf(spec, match);
    // The same header once more is that of a next page.
    if (columns === this.columns) return false;
    this.columns = columns;
    this.further.push({ spec, top: this.titles[0]?.row ?? row.number, header: row.number });
    this.titles = [];
    return true;
  }
}

/**
 * The tables that end above the header that was found, and where what belongs to it begins: a small table may stand over the
 * one whose header says the most. Empty if there is none.
 */
export function tablesAbove(
  head: readonly SheetRow[],
  match: HeaderMatch,
  spec: TableSpec,
  question: TableQuestion,
): FurtherTable[] {
  const watcher = new TableWatcher({ take() {}, takePlain() {}, keys: [] }, { ...match, spec }, question);
  for (const row of head.slice(0, match.at)) watcher.take(row);
  const header = head[match.at]?.number ?? 1;
  const top = watcher.titleRow ?? header;
  const last = watcher.further.at(-1);
  const hasRows = last && head.some(({ number }) => number > last.header && number < top);
  return hasRows ? [...watcher.further, { spec, top, header }] : [];
}

/** The first table's window and those below it. */
export function stacked(spec: TableSpec, further: readonly FurtherTable[]): TableWindow[] {
  const all = [{ spec, top: 1, header: 1 }, ...further];
  return all.map(({ spec: own, top, header }, at) => ({
    spec: own,
    top,
    bottom: (all[at + 1]?.top ?? Number.POSITIVE_INFINITY) - 1,
    left: 0,
    right: Number.POSITIVE_INFINITY,
    header: at === 0 ? 1 : header,
  }));
}

function columnsOf(spec: TableSpec, match: HeaderMatch): string {
  const places = [...match.candidates].map(([column, all]) => `${column.name}\t${all[0]?.label.column}`);
  return [spec.id, ...places.sort()].join("\n");
}
