import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import type { Period } from "../rulebook/period.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Text } from "../text/text.ts";
import type { Format } from "./format.ts";
import type { Target } from "./outputs.ts";
import { noticeFormats } from "./render-notice.ts";

/** What a run is going to write. */
export interface Wanted {
  readonly targets: readonly Target[];
  readonly standard: Format | undefined;
  readonly profile: "full" | "publicity";
  readonly rulebook: Rulebook;
  readonly period: Period;
  readonly appoint: boolean;
}

/** What stands against it: a public notice and forms announce tiers, so that there must be some, and each in a format that has it. */
export function checkWanted({ targets, standard, profile, rulebook, period, appoint }: Wanted): Diagnostic[] {
  const folders = targets.filter(({ format }) => format === "forms");
  const what = profile === "publicity" ? noticeWord : folders.length > 0 ? formsWord : undefined;
  if (what === undefined) return [];
  const found: Diagnostic[] = [];
  if (profile === "publicity") {
    for (const { file } of folders) found.push(diagnose("cli/no-forms-in", { file }, { file }));
    const formats = noticeFormats.join(", ");
    for (const { file, format } of targets)
      if (format !== "forms" && !noticeFormats.includes(format))
        found.push(diagnose("cli/no-such-notice", { file }, { format, formats }));
    if (standard && !noticeFormats.includes(standard))
      found.push(diagnose("cli/no-such-notice", undefined, { format: standard, formats }));
  }
  if (!rulebook.decision || rulebook.tiers.length === 0) {
    found.push(diagnose("cli/nothing-decided", undefined, { rulebook: rulebook.id, what }));
  } else if (rulebook.decision.appoint === "year" && !period.endsYear && !appoint) {
    found.push(diagnose("cli/nothing-moves", undefined, { rulebook: rulebook.id, period: period.label, what }));
  }
  return found;
}

const noticeWord: Text = { zh: "公示名单", en: "a public notice" };
const formsWord: Text = { zh: "通知书和审批表", en: "notices and forms" };
