import { basename } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import type { Location } from "../diagnostic/location.ts";
import { didYouMean } from "../text/suggest.ts";
import { listOf } from "../text/text.ts";
import type { Place } from "./header/bind.ts";
import type { ExtraHeaders } from "./header/find-header.ts";
import { readHeader, squeeze } from "./header/header-text.ts";
import type { FileReport } from "./sheet-report.ts";
import type { TableSpec } from "./table-spec.ts";

/**
 * What the user says a sheet or a column is, where no synonym covers it. With a file or a sheet: that sheet is the input.
 * With neither: only the columns count, wherever the input is found.
 */
export interface Mapping {
  /** The file as named, or its name without folders. */
  readonly file?: string;
  readonly sheet?: string;
  /** The `TableSpec` id. */
  readonly input: string;
  /** From a header as printed in the sheet to the column's name in the spec. */
  readonly columns?: Readonly<Record<string, string>>;
}

/** A mapping as the user writes it, before it is known whether `what` is a sheet, a file or a header. */
export interface MappedName {
  /** What the spreadsheets call it. */
  readonly what: string;
  /** What the rulebook does: `deposits`, or `deposits.average`. */
  readonly name: string;
  /** Where a file says so; undefined: the command line does. */
  readonly at?: Location;
}

/** The input that a name of the rulebook leads to, and its column if it leads to one. */
export function targetOf(name: string): { readonly input: string; readonly column: string | undefined } {
  const dot = name.indexOf(".");
  return dot < 0 ? { input: name, column: undefined } : { input: name.slice(0, dot), column: name.slice(dot + 1) };
}

/** Mappings that lead to no input or no column of the rulebook: nobody can tell what was meant, so none of it is to be run. */
export function unknownTargets(mapped: readonly MappedName[], specs: readonly TableSpec[]): Diagnostic[] {
  return mapped.flatMap(({ what, name, at }) => {
    const { input, column } = targetOf(name);
    const spec = specs.find(({ id }) => id === input);
    if (spec && (column === undefined || spec.columns.some((one) => one.name === column))) return [];
    const unknown = spec ? name : input;
    const choices = spec ? spec.columns.map((one) => `${spec.id}.${one.name}`) : specs.map(({ id }) => id);
    const meant = spec ? columnCalled(spec, column ?? "") : inputCalled(specs, input);
    const near = meant === undefined ? didYouMean(unknown, choices) : didYouMean(meant, [meant]);
    const args = { mapping: `${what}=${name}`, name: unknown, near, choices: listOf(choices) };
    return [diagnose("workbook/unknown-mapping", at, args)];
  });
}

/** The input that bears a name in the sheets, where its id was wanted: 存款 → `deposits`. */
function inputCalled(specs: readonly TableSpec[], name: string): string | undefined {
  return specs.find(({ sheets }) => sheets.some((one) => squeeze(one) === squeeze(name)))?.id;
}

/** The column that bears a header, where its name was wanted: 本年日均 → `deposits.average`. */
function columnCalled({ id, columns }: TableSpec, header: string): string | undefined {
  const found = columns.find(({ headers }) => headers.some((one) => squeeze(one) === squeeze(header)));
  return found && `${id}.${found.name}`;
}

/** Whether a mapping says which input this sheet is. */
export function namesSheet(mapping: Mapping, place: Place): boolean {
  return (mapping.file !== undefined || mapping.sheet !== undefined) && appliesTo(mapping, place);
}

/** The headers that mappings add to an input's columns at a place. */
export function mappedHeaders(mappings: readonly Mapping[], input: string, place: Place): ExtraHeaders {
  const extra = new Map<string, string[]>();
  for (const mapping of mappings) {
    if (mapping.input !== input || !appliesTo(mapping, place)) continue;
    for (const [header, column] of Object.entries(mapping.columns ?? {})) {
      extra.set(column, [...(extra.get(column) ?? []), header]);
    }
  }
  return extra;
}

/** Mappings of sheets that were not there. */
export function unusedMappings(mappings: readonly Mapping[], places: readonly Place[]): Diagnostic[] {
  return mappings.flatMap((mapping) => {
    if (places.some((place) => appliesTo(mapping, place))) return [];
    const what = [mapping.file, mapping.sheet].filter((part) => part !== undefined).join(" ");
    return [diagnose("workbook/unused-mapping", undefined, { what })];
  });
}

/**
 * Mappings of headers that stand in no sheet that is used: mistyped, most likely, so that another column counts in silence. A
 * header may be mapped for several inputs and stand in one of them.
 */
export function unusedHeaders(mappings: readonly Mapping[], files: readonly FileReport[]): Diagnostic[] {
  const printed = files.flatMap(({ sheets }) =>
    sheets.flatMap(({ bound, unbound }) => [...bound, ...unbound].map(({ header }) => readHeader(header).key)),
  );
  const mapped = new Set(mappings.flatMap(({ columns }) => Object.keys(columns ?? {})));
  return [...mapped]
    .filter((what) => !printed.some((key) => key.includes(readHeader(what).key)))
    .map((what) => diagnose("workbook/unused-mapping", undefined, { what: `“${what}”` }));
}

function appliesTo({ file, sheet }: Mapping, place: Place): boolean {
  const fileFits = file === undefined || file === place.file || file === basename(place.file);
  return fileFits && (sheet === undefined || (place.sheet !== undefined && squeeze(sheet) === squeeze(place.sheet)));
}
