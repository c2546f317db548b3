import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import { hint, message } from "../../diagnostic/diagnostic.ts";
import type { CellLocation } from "../../diagnostic/location.ts";
import { inLang } from "../../text/text.ts";
import { readerOf } from "../reader.ts";
import { severityWords, words } from "../words.ts";
import { addList, type ListColumn } from "./list-sheet.ts";
import type { ReportSheet } from "./sheets.ts";
import type { StyleName } from "./style.ts";

const tones: Readonly<Record<Diagnostic["severity"], StyleName>> = { error: "bad", warning: "doubt", info: "fresh" };

/** What is wrong in the data, each with the cell to mend. */
export const problemsSheet: ReportSheet = {
  name: { zh: "数据问题", en: "Data problems" },
  add(draft) {
    const { lang, report } = draft;
    if (report.diagnostics.length === 0) return false;
    const at = (one: Diagnostic) => (one.location ?? {}) as Partial<CellLocation>;
    const { fileName } = readerOf(report, lang);
    const shortName = (file: string | undefined) => (file === undefined ? "" : fileName(file));
    const text = (value: string | undefined, style: StyleName = "text") => ({ value: value ?? "", style });
    const columns: ListColumn<Diagnostic>[] = [
      {
        heading: { zh: "级别", en: "Severity" },
        width: 9.5,
        cell: (one) => text(severityWords[one.severity][lang], tones[one.severity]),
      },
      { heading: words.file, width: 22, cell: (one) => text(shortName(at(one).file)) },
      { heading: words.sheet, width: 13, cell: (one) => text(at(one).sheet) },
      {
        heading: words.cell,
        width: 9.5,
        cell: (one) => text(at(one).cell ?? at(one).line?.toString(), "centre"),
      },
      { heading: { zh: "原值", en: "As found" }, width: 16, cell: (one) => text(foundValue(one, lang)) },
      { heading: { zh: "问题", en: "Problem" }, width: 46, cell: (one) => text(message(one, lang)) },
      { heading: { zh: "建议", en: "Advice" }, width: 38, cell: (one) => text(hint(one, lang)) },
      { heading: { zh: "代码", en: "Code" }, width: 24, cell: (one) => text(one.code, "quiet") },
    ];
    addList(draft, { name: problemsSheet.name, columns, rows: report.diagnostics });
    return true;
  },
};

/** The cell's own content, where the problem is about it. */
function foundValue({ args }: Diagnostic, lang: "zh" | "en"): string {
  const found = args.raw;
  return found === undefined ? "" : inLang(found, lang);
}
