import { type Diagnostic, diagnose, type Related } from "../../diagnostic/diagnostic.ts";
import { type CellLocation, columnName } from "../../diagnostic/location.ts";
import { listOf } from "../../text/text.ts";
import { type ColumnSpec, columnWords, inputWords, type TableSpec } from "../table-spec.ts";
import { chooseLabels } from "./choose-labels.ts";
import type { Candidate, HeaderMatch } from "./find-header.ts";
import type { Label } from "./labels.ts";
import { nearest } from "./nearest.ts";

/** A column of the spec found in the sheet. */
export interface BoundColumn {
  readonly spec: ColumnSpec;
  readonly label: Label;
}

export interface Binding {
  readonly bound: readonly BoundColumn[];
  readonly unbound: readonly Label[];
  /** A column that the sheet must have is not there, or is there twice: its rows cannot be used. */
  readonly unusable: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Where a sheet is, to be completed by a cell. */
export type Place = Pick<CellLocation, "file" | "sheet">;

/**
 * Decides which column of the sheet is which of the spec, and says what is missing or there twice. A column of the sheet is
 * one of the spec at most: read as two, one of them would be wrong in silence.
 */
export function bind(match: HeaderMatch, spec: TableSpec, place: Place): Binding {
  const diagnostics: Diagnostic[] = [];
  const bound: BoundColumn[] = [];
  const taken = new Set<Label>();
  const missing: ColumnSpec[] = [];
  let unusable = false;
  const { chosen, disputed } = chooseLabels(match, spec);
  for (const column of spec.columns) {
    const candidates = chosen.get(column) ?? [];
    const [first, second] = candidates;
    if (!first) {
      missing.push(column);
      unusable ||= column.required;
      continue;
    }
    for (const { label } of candidates) if (!disputed.has(label)) taken.add(label);
    if (second) diagnostics.push(twice(column, candidates, place));
    const isUnclear = disputed.has(first.label) || (second && first.synonym === second.synonym);
    if (isUnclear) unusable ||= column.required;
    else bound.push({ spec: column, label: first.label });
  }
  for (const [label, columns] of disputed) diagnostics.push(oneForTwo(label, columns, place));
  const unbound = match.labels.filter((label) => !taken.has(label));
  for (const column of missing) diagnostics.push(notFound(column, unbound, spec, place));
  return { bound, unbound, unusable, diagnostics };
}

function oneForTwo(label: Label, columns: readonly ColumnSpec[], place: Place): Diagnostic {
  const [first, second] = columns as [ColumnSpec, ColumnSpec];
  const args = { header: named(label), first: columnWords(first), second: columnWords(second) };
  return diagnose("workbook/one-column-for-two", at(label, place), args);
}

/** The same header twice leaves no way to choose; two synonyms are taken in the order that the rulebook names them. */
function twice(column: ColumnSpec, candidates: readonly Candidate[], place: Place): Diagnostic {
  const [first, second] = candidates as [Candidate, Candidate];
  const code = first.synonym === second.synonym ? "workbook/duplicate-column" : "workbook/two-columns-for-one";
  const name = columnWords(column);
  const args = { name, first: named(first.label), second: named(second.label) };
  const note = { zh: `也可能是${name.zh}`, en: `this could be ${name.en} too` };
  return diagnose(
    code,
    at(second.label, place),
    args,
    [first, ...candidates.slice(2)].map(({ label }): Related => ({ note, location: at(label, place) })),
  );
}

function notFound(column: ColumnSpec, unbound: readonly Label[], spec: TableSpec, place: Place): Diagnostic {
  const near = nearest(column.headers, unbound);
  const code = column.required ? "workbook/missing-key-column" : "workbook/missing-column";
  const headers = listOf(column.headers);
  const args = { input: inputWords(spec), name: columnWords(column), headers };
  const related: Related[] = near
    ? [
        {
          note: { zh: `最接近的表头：“${near.printed}”，是不是它？`, en: `did you mean the header "${near.printed}"?` },
          location: at(near, place),
        },
      ]
    : [];
  return diagnose(code, { ...place }, args, related);
}

function named(label: Label): string {
  return `${label.printed} (${columnName(label.column)}${label.row})`;
}

function at(label: Label, place: Place): CellLocation {
  return { ...place, cell: `${columnName(label.column)}${label.row}` };
}
