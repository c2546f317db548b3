import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import type { Checked } from "./check.ts";

/** Dated params with days that have no value, or two. */
export function datesWithHoles({ rulebook, document }: Checked): Diagnostic[] {
  return rulebook.params.flatMap(({ id, label, versions }) =>
    versions.slice(1).flatMap((next, index) => {
      const end = versions[index]?.to;
      if (end === undefined || dayAfter(end) === next.from) return [];
      const at = document.at(["params", id, "versions", index + 1, "from"]);
      const args = { param: label, to: end, from: next.from };
      return [end < next.from ? diagnose("check/dates-hole", at, args) : diagnose("check/dates-overlap", at, args)];
    }),
  );
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
