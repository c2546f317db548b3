import type { SheetRow } from "../build/sheet-row.ts";
import type { ColumnSpec, TableSpec } from "../table-spec.ts";
import { readHeader } from "./header-text.ts";
import { type Label, labelsOfPair, labelsOfRow } from "./labels.ts";

/** A row, or two rows, of a sheet's head that may be its header. */
export interface HeaderPlace {
  /** Index of its first row among the head's rows. */
  readonly at: number;
  readonly rows: 1 | 2;
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
}

/** Further headers for a column, by the column's name: from an explicit mapping. */
export type ExtraHeaders = ReadonlyMap<string, readonly string[]>;

/** Every place in a sheet's head where a header could be: single rows first, then pairs, from the top. */
export function headerPlaces(head: readonly SheetRow[]): HeaderPlace[] {
  const singles = head.map((row, at): HeaderPlace => ({ at, rows: 1, labels: labelsOfRow(row) }));
  const pairs = head.flatMap((row, at): HeaderPlace[] => {
    const below = head[at + 1];
    return below ? [{ at, rows: 2, labels: labelsOfPair(row, below) }] : [];
  });
  return [...singles, ...pairs];
}

/** The place that names the most columns of the spec; the first of equals, so one row rather than two. */
export function findHeader(
  places: readonly HeaderPlace[],
  spec: TableSpec,
  extra: ExtraHeaders = new Map(),
): HeaderMatch | undefined {
  const wanted = wantedKeys(spec, extra);
  let best: HeaderMatch | undefined;
  for (const place of places) {
    const candidates = new Map<ColumnSpec, Candidate[]>();
    for (const label of place.labels) {
      for (const [column, found] of candidatesOf(label, wanted)) {
        candidates.set(column, [...(candidates.get(column) ?? []), found]);
      }
    }
    if (candidates.size > (best?.candidates.size ?? 0)) best = { ...place, candidates };
  }
  return best;
}

type Wanted = ReadonlyMap<string, readonly { readonly column: ColumnSpec; readonly synonym: number }[]>;

function wantedKeys(spec: TableSpec, extra: ExtraHeaders): Wanted {
  const wanted = new Map<string, { column: ColumnSpec; synonym: number }[]>();
  for (const column of spec.columns) {
    for (const [synonym, header] of [...(extra.get(column.name) ?? []), ...column.headers].entries()) {
      const { key } = readHeader(header);
      wanted.set(key, [...(wanted.get(key) ?? []), { column, synonym }]);
    }
  }
  return wanted;
}

/** What a label can be, each column once and by its surest key. */
function candidatesOf(label: Label, wanted: Wanted): Map<ColumnSpec, Candidate> {
  const found = new Map<ColumnSpec, Candidate>();
  for (const [rank, keys] of label.keys.entries()) {
    for (const { column, synonym } of keys.flatMap((key) => wanted.get(key) ?? [])) {
      if (!found.has(column)) found.set(column, { label, rank, synonym });
    }
  }
  return found;
}
