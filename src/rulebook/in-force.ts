import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import type { Run } from "./frame.ts";
import type { Rulebook } from "./rulebook.ts";

/** What the rulebook has no value for on the day of assessment. A dated value before its first date is an error, never a guess. */
export function checkInForce(rulebook: Rulebook, run: Run): Diagnostic[] {
  const { file, effective } = rulebook;
  const found: Diagnostic[] = [];
  if ((effective.from && run.asOf < effective.from) || (effective.to && run.asOf > effective.to)) {
    const args = { from: effective.from ?? "…", to: effective.to ?? "…", asOf: run.asOf };
    found.push(diagnose("rulebook/not-effective", { file }, args));
  }
  const dated = [
    ...rulebook.params.map(({ id, versions }) => ({ what: id, versions })),
    ...rulebook.rates.map(({ pair, versions }) => ({ what: pair, versions })),
  ];
  for (const { what, versions } of dated) {
    const covered = versions.some(({ from, to }) => from <= run.asOf && (!to || run.asOf <= to));
    if (covered) continue;
    const args = { param: what, from: versions[0]?.from ?? "", asOf: run.asOf };
    found.push(diagnose("rulebook/not-in-force", { file }, args));
  }
  return found;
}
