import type { SheetRow } from "../build/sheet-row.ts";
import type { ColumnSpec, TableSpec } from "../table-spec.ts";
import { readHeader, squeeze } from "./header-text.ts";
import { type Label, labelsOfRow, labelsOfRows, rememberedHeaders } from "./labels.ts";

/** A row of a sheet's head, or two or three, that may be its header. */
export interface HeaderPlace {
  /** Index of its first row among the head's rows. */
  readonly at: number;
  readonly rows: 1 | 2 | 3;
  readonly labels: readonly Label[];
}

/** A place with what each of a spec's columns could be there; a column that nothing there fits has no entry. */
export interface HeaderMatch extends HeaderPlace {
  readonly candidates: ReadonlyMap<ColumnSpec, readonly Candidate[]>;
}

export interface Candidate {
  readonly label: Label;
  /** 0: the header as named; 1: joined with the group above; 2: but for a remark in brackets. */
  readonly rank: number;
  /** Which of the column's headers, in the order they are named. */
  readonly synonym: number;
  /** An explicit mapping says so. */
  readonly mapped: boolean;
}

/** Further headers for a column, by the column's name: from an explicit mapping. */
export type ExtraHeaders = ReadonlyMap<string, readonly string[]>;

/** Every place in a sheet's head where a header could be: single rows first, then two, then three, from the top. */
export function headerPlaces(head: readonly SheetRow[]): HeaderPlace[] {
  const read = rememberedHeaders();
  const singles = head.map((row, at) => placeOf(at, 1, () => labelsOfRow(row, read)));
  const several = ([2, 3] as const).flatMap((rows) =>
    head
      .slice(0, Math.max(0, head.length - rows + 1))
      .map((_, at) => placeOf(at, rows, () => labelsOfRows(head.slice(at, at + rows), read))),
  );
  return [...singles, ...several];
}

/** Reads the labels only when they are asked for: a sheet with a plain header on top never asks for the hundred others. */
function placeOf(at: number, rows: HeaderPlace["rows"], read: () => readonly Label[]): HeaderPlace {
  let known: readonly Label[] | undefined;
  return {
    at,
    rows,
    get labels() {
      known ??= read();
      return known;
    },
  };
}

/**
 * The place that names the most columns of the spec; the first of equals, so one row rather than more. A row of groups
 * right above it belongs to it if it says something that is needed: a unit, or which of two equal headers is meant.
 */
export function findHeader(
  places: readonly HeaderPlace[],
  spec: TableSpec,
  extra: ExtraHeaders = new Map(),
): HeaderMatch | undefined {
  const wanted = wantedKeys(spec, extra);
  let best: HeaderMatch | undefined;
  for (const place of places) {
    const candidates = candidatesAt(place, wanted);
    if (candidates.size > (best?.candidates.size ?? 0)) best = { ...place, candidates };
    // All columns are found, and the first of equals counts.
    if (best?.candidates.size === spec.columns.length) break;
  }
  for (let wider = best; wider; ) {
    best = wider;
    wider = withGroupsAbove(best, places, spec, wanted);
  }
  return best;
}

/** The same header with the row above it, if that row is one of groups and adds to what is known. */
function withGroupsAbove(
  match: HeaderMatch,
  places: readonly HeaderPlace[],
  spec: TableSpec,
  wanted: Wanted,
): HeaderMatch | undefined {
  const above = places.find(({ at, rows }) => at === match.at - 1 && rows === 1);
  const place = places.find(({ at, rows }) => at === match.at - 1 && rows === match.rows + 1);
  const isTitle = !above || above.labels.length < 2 || above.labels.some(({ printed }) => /单位|[:：]/u.test(printed));
  if (!place || isTitle) return undefined;
  const wider: HeaderMatch = { ...place, candidates: candidatesAt(place, wanted) };
  if (wider.candidates.size < match.candidates.size) return undefined;
  const addsUnit = above.labels.some(({ unit, keys }) => unit !== undefined && keys[0]?.[0] !== "");
  return addsUnit || ambiguous(wider, spec) < ambiguous(match, spec) ? wider : undefined;
}

/** How many columns of the spec have the same header twice. */
function ambiguous({ candidates }: HeaderMatch, spec: TableSpec): number {
  return [...candidates.values()].filter((all) => {
    const [first, second] = surest(all, spec);
    return second !== undefined && first?.synonym === second.synonym;
  }).length;
}

/**
 * Those of the best rank, in the order of the synonyms, then of the sheet. Where one sheet has several inputs side by side,
 * those under a group that bears the input's name: 本年日均 under 存款, not under 贷款.
 */
export function surest(candidates: readonly Candidate[], spec: TableSpec): Candidate[] {
  const names = [...spec.sheets, spec.id].map(squeeze);
  const rank = Math.min(...candidates.map((one) => one.rank));
  const best = candidates
    .filter((one) => one.rank === rank)
    .sort((a, b) => a.synonym - b.synonym || a.label.column - b.label.column);
  const own = best.filter(({ label }) => names.some((name) => label.group?.includes(name)));
  return own.length > 0 ? own : best;
}

function candidatesAt(place: HeaderPlace, { byKey, all }: Wanted): Map<ColumnSpec, Candidate[]> {
  const candidates = new Map<ColumnSpec, Candidate[]>();
  for (const label of place.labels) {
    if (!all.includes(label.key) && !all.includes(label.bare)) continue;
    for (const [column, found] of candidatesOf(label, byKey)) {
      candidates.set(column, [...(candidates.get(column) ?? []), found]);
    }
  }
  return candidates;
}

/** A column that goes by a header. */
interface Naming extends Pick<Candidate, "synonym" | "mapped"> {
  readonly column: ColumnSpec;
}

interface Wanted {
  readonly byKey: ReadonlyMap<string, readonly Naming[]>;
  /** All keys as one text: what is no part of it is no part of any of them. */
  readonly all: string;
}

function wantedKeys(spec: TableSpec, extra: ExtraHeaders): Wanted {
  const wanted = new Map<string, Naming[]>();
  for (const column of spec.columns) {
    const mapped = extra.get(column.name) ?? [];
    for (const [synonym, header] of [...mapped, ...column.headers].entries()) {
      const { key } = readHeader(header);
      wanted.set(key, [...(wanted.get(key) ?? []), { column, synonym, mapped: synonym < mapped.length }]);
    }
  }
  return { byKey: wanted, all: [...wanted.keys()].join("\n") };
}

/** What a label can be, each column once and by its surest key. */
function candidatesOf(label: Label, wanted: Wanted["byKey"]): Map<ColumnSpec, Candidate> {
  const found = new Map<ColumnSpec, Candidate>();
  for (const [rank, keys] of label.keys.entries()) {
    for (const { column, synonym, mapped } of keys.flatMap((key) => wanted.get(key) ?? [])) {
      if (!found.has(column)) found.set(column, { label, rank, synonym, mapped });
    }
  }
  return found;
}
