import { basename, extname } from "node:path";
import type { Place } from "./header/bind.ts";
import { readHeader, squeeze } from "./header/header-text.ts";
import { type Mapping, namesSheet } from "./mapping.ts";
import type { TableSpec } from "./table-spec.ts";

/** What a sheet could be by its name or its file's, before it is read. */
export interface Claim {
  readonly why: "mapping" | "sheet-name" | "file-name";
  /** It holds whatever the headers are: what the sheet lacks is then reported, rather than the sheet passed over. */
  readonly sure: boolean;
  /** The sheet has the very name of an input; other sheets of the workbook that only look like the input yield to it. */
  readonly exact: boolean;
  /** The likeliest first. */
  readonly specs: readonly TableSpec[];
}

/**
 * The claims on a sheet, the strongest first: an explicit mapping, its name, a name that contains an input's name, the
 * name of its file.
 *
 * @param alone the sheet is the only one of its file to be read, so that the file's name speaks of it
 */
export function claimsOn(
  place: Place,
  alone: boolean,
  specs: readonly TableSpec[],
  mappings: readonly Mapping[],
): Claim[] {
  const mapped = mappings.filter((mapping) => namesSheet(mapping, place)).map(({ input }) => input);
  const stem = basename(place.file, extname(place.file));
  const name = place.sheet ?? "";
  const claims: Claim[] = [
    { why: "mapping", sure: true, exact: true, specs: specs.filter(({ id }) => mapped.includes(id)) },
    { why: "sheet-name", sure: true, exact: true, specs: namedBy(name, specs) },
    { why: "sheet-name", sure: true, exact: false, specs: namedApartFromRemark(name, specs) },
    { why: "sheet-name", sure: false, exact: false, specs: namedWithin(name, specs) },
    { why: "file-name", sure: alone, exact: false, specs: namedBy(stem, specs) },
    { why: "file-name", sure: alone, exact: false, specs: namedWithin(stem, specs) },
  ];
  return claims.filter((claim) => claim.specs.length > 0);
}

/** The inputs that have this very name: 存款, and 存款(万元) too. */
export function namedBy(name: string, specs: readonly TableSpec[]): TableSpec[] {
  const { key } = readHeader(name);
  return specs.filter((spec) => namesOf(spec).includes(key));
}

/** 存款(西湖支行), and 存款 (2), as Excel names a copy. */
function namedApartFromRemark(name: string, specs: readonly TableSpec[]): TableSpec[] {
  const { bare } = readHeader(name);
  return specs.filter((spec) => namesOf(spec).includes(bare));
}

/** The inputs whose name is part of this one; the longest name first, then the last, as 客户经理存款 is about 存款. */
function namedWithin(name: string, specs: readonly TableSpec[]): TableSpec[] {
  const key = squeeze(name);
  const found = specs.flatMap((spec) => {
    const within = namesOf(spec).filter((own) => own !== "" && key.includes(own));
    const length = Math.max(...within.map((own) => own.length));
    const end = Math.max(...within.map((own) => key.lastIndexOf(own) + own.length));
    return within.length > 0 ? [{ spec, length, end }] : [];
  });
  return found.sort((a, b) => b.length - a.length || b.end - a.end).map(({ spec }) => spec);
}

function namesOf(spec: TableSpec): string[] {
  return [...spec.sheets, spec.id].map(squeeze);
}
