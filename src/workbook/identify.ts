import type { Claim } from "./claim.ts";
import { type ExtraHeaders, findHeader, type HeaderMatch, type HeaderPlace } from "./header/find-header.ts";
import type { SheetReport } from "./sheet-report.ts";
import type { TableSpec } from "./table-spec.ts";

/** Which input a sheet is, and why; or why it is none. */
export type Identity =
  | {
      readonly spec: TableSpec;
      readonly why: SheetReport["why"];
      readonly match: HeaderMatch;
      readonly rival?: TableSpec;
    }
  /** It is named as an input, but no row of it holds one of the input's headers. */
  | { readonly spec: TableSpec; readonly why: "no-header"; readonly match?: never }
  | { readonly spec?: never; readonly why: "no-match"; readonly match?: never; readonly rivals: readonly TableSpec[] };

export interface Question {
  readonly places: readonly HeaderPlace[];
  readonly claims: readonly Claim[];
  /** All inputs that the sheet may be by its headers alone. */
  readonly specs: readonly TableSpec[];
  readonly extra: (spec: TableSpec) => ExtraHeaders;
}

/** An input with what of it a sheet's headers name. */
export interface Fit {
  readonly spec: TableSpec;
  readonly match: HeaderMatch;
}

/** By mapping or name as far as the headers bear it out, else by the headers alone. */
export function identify({ places, claims, specs, extra }: Question): Identity {
  const fit = (spec: TableSpec): Fit[] => {
    const match = findHeader(places, spec, extra(spec));
    return match ? [{ spec, match }] : [];
  };
  const byHeaders = specs.flatMap(fit).filter(isPlausible).sort(better);
  for (const { why, sure, specs: named } of claims) {
    const fits = named.flatMap(fit).sort(better);
    const decided = sure && why !== "file-name";
    const [best] = decided ? fits : fits.filter((one) => isPlausible(one) && !isOutdone(one, byHeaders));
    if (best) return { ...best, why };
    if (decided && named[0]) return { spec: named[0], why: "no-header" };
  }
  const [best, second] = byHeaders;
  if (best) {
    const level = second && second.match.candidates.size === best.match.candidates.size;
    if (level && share(second) === share(best)) return { why: "no-match", rivals: [best.spec, second.spec] };
    return { ...best, why: "headers", ...(level ? { rival: second.spec } : {}) };
  }
  return unproven(
    claims.find((claim) => claim.sure),
    fit,
  );
}

/** A sheet that has an input's name is taken for it even so: what it lacks is then reported, rather than the sheet ignored. */
function unproven(claim: Claim | undefined, fit: (spec: TableSpec) => Fit[]): Identity {
  const [named] = claim?.specs ?? [];
  if (!claim || !named) return { why: "no-match", rivals: [] };
  const [best] = claim.specs.flatMap(fit).sort(better);
  return best ? { ...best, why: claim.why } : { spec: named, why: "no-header" };
}

/** All that it must have, and half of what it should. */
export function isPlausible({ spec, match }: Fit): boolean {
  const enough = match.candidates.size >= Math.min(2, spec.columns.length) && share({ spec, match }) >= 0.5;
  return enough && spec.columns.every((column) => !column.required || match.candidates.has(column));
}

/** The headers fit another input clearly better than the one in the file's name. */
function isOutdone(one: Fit, byHeaders: readonly Fit[]): boolean {
  const [best] = byHeaders;
  return best !== undefined && best.match.candidates.size > one.match.candidates.size;
}

export function better(a: Fit, b: Fit): number {
  return b.match.candidates.size - a.match.candidates.size || share(b) - share(a);
}

function share({ spec, match }: Fit): number {
  return match.candidates.size / spec.columns.length;
}
