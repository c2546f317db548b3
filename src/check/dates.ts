import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import { addDays } from "../formula/calendar.ts";
import type { Path } from "../rulebook/document.ts";
import { same, type Text } from "../text/text.ts";
import type { Checked } from "./check.ts";

/** Dated params and rates with days that have no value, or two. */
export function datesWithHoles(checked: Checked): Diagnostic[] {
  const { rulebook } = checked;
  return [
    ...rulebook.params.flatMap(({ id, label, versions }) => gaps(checked, label, versions, ["params", id, "versions"])),
    ...rulebook.rates.flatMap(({ pair, versions }) => {
      return gaps(checked, same(pair), versions, ["rates", pair.slice(0, pair.indexOf("→"))]);
    }),
  ];
}

interface Version {
  readonly from: string;
  readonly to: string | undefined;
}

function gaps({ document }: Checked, label: Text, versions: readonly Version[], path: Path): Diagnostic[] {
  return versions.slice(1).flatMap((next, index) => {
    const end = versions[index]?.to;
    if (end === undefined || addDays(end, 1) === next.from) return [];
    const at = document.at([...path, index + 1, "from"]);
    const args = { param: label, to: end, from: next.from };
    return [end < next.from ? diagnose("check/dates-hole", at, args) : diagnose("check/dates-overlap", at, args)];
  });
}
