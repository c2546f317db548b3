import { basename } from "node:path";
import { closest } from "fastest-levenshtein";
import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import type { Place } from "./header/bind.ts";
import type { ExtraHeaders } from "./header/find-header.ts";
import { squeeze } from "./header/header-text.ts";
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

/** Mappings to inputs or columns that the rulebook does not have, and mappings of sheets that were not there. */
export function checkMappings(
  mappings: readonly Mapping[],
  specs: readonly TableSpec[],
  places: readonly Place[],
): Diagnostic[] {
  return mappings.flatMap((mapping) => {
    const spec = specs.find(({ id }) => id === mapping.input);
    if (!spec)
      return [
        unknown(
          mapping.input,
          specs.map(({ id }) => id),
        ),
      ];
    const names = spec.columns.map(({ name }) => name);
    const found = Object.values(mapping.columns ?? {})
      .filter((column) => !names.includes(column))
      .map((column) =>
        unknown(
          `${spec.id}.${column}`,
          names.map((name) => `${spec.id}.${name}`),
        ),
      );
    if (!places.some((place) => appliesTo(mapping, place))) {
      const what = [mapping.file, mapping.sheet].filter((part) => part !== undefined).join(" ");
      found.push(diagnose("workbook/unused-mapping", undefined, { what }));
    }
    return found;
  });
}

function unknown(name: string, known: readonly string[]): Diagnostic {
  return diagnose("workbook/unknown-mapping", undefined, { name, near: known.length > 0 ? closest(name, known) : "" });
}

function appliesTo({ file, sheet }: Mapping, place: Place): boolean {
  const fileFits = file === undefined || file === place.file || file === basename(place.file);
  return fileFits && (sheet === undefined || (place.sheet !== undefined && squeeze(sheet) === squeeze(place.sheet)));
}
