import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import type { Text } from "../text/text.ts";
import type { Run } from "./frame.ts";
import type { Rulebook } from "./rulebook.ts";

/** What the rulebook has no value for on the day of assessment. A dated value before its first date is an error, never a guess. */
export function checkInForce(rulebook: Rulebook, run: Run): Diagnostic[] {
  const { file, effective } = rulebook;
  const found: Diagnostic[] = [];
  if ((effective.from && run.asOf < effective.from) || (effective.to && run.asOf > effective.to)) {
    found.push(diagnose("rulebook/not-effective", { file }, { term: termOf(effective), asOf: run.asOf }));
  }
  const dated = [
    ...rulebook.params.map(({ id, versions }) => ({ what: id, versions })),
    ...rulebook.rates.map(({ pair, versions }) => ({ what: pair, versions })),
  ];
  for (const { what, versions } of dated) {
    if (versionOn<{ readonly from: string; readonly to: string | undefined }>(versions, run.asOf)) continue;
    const args = { param: what, from: versions[0]?.from ?? "", asOf: run.asOf };
    found.push(diagnose("rulebook/not-in-force", { file }, args));
  }
  return found;
}

function termOf({ from, to }: Rulebook["effective"]): Text {
  if (from && to) return { zh: `自 ${from} 起、至 ${to} 止`, en: `from ${from} to ${to}` };
  return from ? { zh: `自 ${from} 起`, en: `from ${from}` } : { zh: `至 ${to} 止`, en: `until ${to}` };
}

/** The version in force on a day: the latest that has begun, unless it has ended. One that it took the place of stays replaced. */
export function versionOn<V extends { readonly from: string; readonly to: string | undefined }>(
  versions: readonly V[],
  day: string,
): V | undefined {
  const latest = versions.findLast(({ from }) => from <= day);
  return latest && (latest.to === undefined || day <= latest.to) ? latest : undefined;
}
