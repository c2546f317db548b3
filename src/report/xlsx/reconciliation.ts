import type { Lang } from "../../text/text.ts";
import { statusSigns } from "../colour.ts";
import { subjectWords } from "../person-report.ts";
import { readerOf } from "../reader.ts";
import type { Reconciliation } from "../reconciliation.ts";
import { words } from "../words.ts";
import { figureCell } from "./figure-cell.ts";
import { addList, type ListColumn } from "./list-sheet.ts";
import { numberStyle } from "./number-format.ts";
import type { ReportSheet } from "./sheets.ts";

/** The totals that the branches printed, against the sums of their rows: those that agree as well. */
export const reconciliationSheet: ReportSheet = {
  name: { zh: "勾稽核对", en: "Reconciliation" },
  add(draft) {
    const { report, lang } = draft;
    const rows = report.reconciliations;
    if (rows.length === 0) return false;
    const reader = readerOf(report, lang);
    const columns: ListColumn<Reconciliation>[] = [
      {
        heading: subjectWords(report.rulebook).branch,
        width: 22,
        cell: ({ branches }) => ({ value: branchText(branches, lang), style: "text" }),
      },
      { heading: { zh: "合计行", en: "Row" }, width: 14, cell: ({ row }) => ({ value: row, style: "text" }) },
      {
        heading: words.criterion,
        width: 26,
        cell: ({ input, column }) => ({ value: `${input[lang]} · ${column[lang]}`, style: "text" }),
      },
      {
        heading: { zh: "明细合计", en: "Sum of the rows" },
        width: 20,
        cell: ({ summed, type }) => figureCell(summed, type, reader),
      },
      {
        heading: { zh: "表内合计", en: "Total as printed" },
        width: 20,
        cell: ({ printed, type }) => figureCell(printed, type, reader),
      },
      {
        heading: words.gap,
        width: 18,
        cell: ({ printed, summed, type }) => figureCell(printed.sub(summed), type, reader),
      },
      {
        heading: { zh: "结果", en: "Result" },
        width: 12,
        cell: ({ agrees }) => ({
          value: agrees ? `${statusSigns.pass} ${agreement.yes[lang]}` : `${statusSigns.fail} ${agreement.no[lang]}`,
          style: agrees ? "good" : "bad",
        }),
      },
      {
        heading: words.file,
        width: 24,
        cell: ({ location }) => ({ value: reader.fileName(location.file), style: "text" }),
      },
      { heading: words.sheet, width: 14, cell: ({ location }) => ({ value: location.sheet ?? "", style: "text" }) },
      { heading: words.cell, width: 9.5, cell: ({ location }) => ({ value: location.cell ?? "", style: "centre" }) },
    ];
    const numberStyles = [...new Set(rows.map(({ type }) => numberStyle(type, lang)))];
    addList(draft, { name: reconciliationSheet.name, columns, rows, numberStyles });
    return true;
  },
};

const agreement = { yes: { zh: "相符", en: "agrees" }, no: { zh: "不符", en: "differs" } } as const;

/** A total over several branches is nobody's own. */
function branchText(branches: readonly string[], lang: Lang): string {
  const [only] = branches;
  if (only === undefined) return words.dash[lang];
  if (branches.length === 1) return only;
  return lang === "zh" ? `${branches.length} 个机构` : `${branches.length} branches`;
}
