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
  for (const param of rulebook.params) {
    const covered = param.versions.some(
      (version) => version.from <= run.asOf && (!version.to || run.asOf <= version.to),
    );
    const [first] = param.versions;
    if (!covered) {
      found.push(
        diagnose("rulebook/not-in-force", { file }, { param: param.id, from: first?.from ?? "", asOf: run.asOf }),
      );
    }
  }
  for (const { pair, from } of rulebook.rates) {
    if (run.asOf < from) found.push(diagnose("rulebook/not-in-force", { file }, { param: pair, from, asOf: run.asOf }));
  }
  return found;
}
