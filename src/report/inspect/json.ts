import type { Lang } from "../../text/text.ts";
import type { FileReport, SheetReport } from "../../workbook/sheet-report.ts";
import { diagnosticJson } from "../json-diagnostic.ts";
import { countBySeverity, type Inspection } from "./inspection.ts";
import type { Problem } from "./problem-groups.ts";

/** `dingji/inspect@1` */
export function renderInspectJson(inspection: Inspection, lang: Lang): string {
  const { rulebook, files, unreadable, problems, suggestions } = inspection;
  const object = {
    schema: "dingji/inspect@1",
    rulebook: rulebook ? { id: rulebook.id, title: rulebook.title[lang], sha256: rulebook.sha256 } : null,
    files: files.map(fileJson),
    unreadable,
    summary: countBySeverity(inspection),
    problems: problems.map(({ problems: list, ...group }) => ({
      ...group,
      problems: list.map((one) => problemJson(one, lang)),
    })),
    suggestions: suggestions.map(({ what, name, among }) => ({ what, name: name ?? null, among })),
  };
  return `${JSON.stringify(object, undefined, 2)}\n`;
}

function fileJson({ file, sha256, format, encoding, delimiter, sheets }: FileReport): object {
  return {
    file,
    sha256,
    format,
    encoding: encoding ?? null,
    delimiter: delimiter ?? null,
    sheets: sheets.map(sheetJson),
  };
}

function sheetJson({ name, input, unit, ...sheet }: SheetReport): object {
  return { name: name ?? null, input: input ?? null, unit: unit ?? null, ...sheet };
}

function problemJson({ diagnostic, grid }: Problem, lang: Lang): object {
  return { ...diagnosticJson(diagnostic, lang), ...(grid ? { grid } : {}) };
}
