import type { Override } from "../../decide/override.ts";
import type { PersonReport } from "../person-report.ts";
import { readerOf } from "../reader.ts";
import { actionText, currentText, finalText } from "../result-columns.ts";
import { placeText } from "../source-cells.ts";
import { words } from "../words.ts";
import { addList, type ListColumn } from "./list-sheet.ts";
import { personColumns } from "./person-columns.ts";
import { actionStyles } from "./results.ts";
import type { ReportSheet } from "./sheets.ts";

interface Row {
  readonly one: PersonReport;
  readonly override: Override;
}

/** What people decided, beside what was recommended: why, who, when. */
export const overridesSheet: ReportSheet = {
  name: { zh: "人工调整", en: "Overrides" },
  add(draft) {
    const { report, lang } = draft;
    const rows = report.people.flatMap((one): Row[] => {
      const { override } = one.recommendation;
      return override ? [{ one, override }] : [];
    });
    if (rows.length === 0) return false;
    const reader = readerOf(report, lang);
    const columns: ListColumn<Row>[] = [
      ...personColumns<Row>(report, ({ one }) => one),
      {
        heading: words.current,
        width: 14,
        cell: ({ one }) => ({ value: currentText(one, lang, true), style: "centre" }),
      },
      {
        heading: words.action,
        width: 10,
        cell: ({ one: { recommendation } }) => ({
          value: actionText(report.rulebook, recommendation.action, lang),
          style: actionStyles[recommendation.action ?? "keep"],
        }),
      },
      {
        heading: { zh: "原等级（建议）", en: "From (recommended)" },
        width: 16,
        cell: ({ override }) => ({ value: override.from?.label[lang] ?? words.none[lang], style: "centre" }),
      },
      {
        heading: { zh: "新等级", en: "To" },
        width: 16,
        cell: ({ one }) => ({ value: finalText(one, lang), style: "fresh" }),
      },
      {
        heading: { zh: "原因", en: "Reason" },
        width: 44,
        cell: ({ override }) => ({ value: override.reason, style: "text" }),
      },
      {
        heading: { zh: "批准人", en: "Approver" },
        width: 14,
        cell: ({ override }) => ({ value: override.approver, style: "text" }),
      },
      {
        heading: { zh: "日期", en: "Date" },
        width: 12,
        cell: ({ override }) => ({ value: override.date, style: "centre" }),
      },
      {
        heading: words.sourceHeading,
        width: 26,
        cell: ({ override }) => ({ value: placeText(override.location, reader), style: "quiet" }),
      },
    ];
    addList(draft, { name: overridesSheet.name, columns, rows });
    return true;
  },
};
