import type { TeamResult } from "../../decide/team.ts";
import { countingOf } from "../counting.ts";
import { subjectWords } from "../person-report.ts";
import { adviceLabel } from "../phrases.ts";
import { readerOf } from "../reader.ts";
import { teamRow } from "../team-rows.ts";
import { words } from "../words.ts";
import { verdictStyles } from "./criterion-cells.ts";
import { figureCell } from "./figure-cell.ts";
import { addList, type ListColumn } from "./list-sheet.ts";
import { numberStyle } from "./number-format.ts";
import type { ReportSheet } from "./sheets.ts";

/** The checks over the whole team and its parts. */
export const teamSheet: ReportSheet = {
  name: { zh: "队伍结构", en: "Team" },
  add(draft) {
    const { report, lang } = draft;
    if (report.team.length === 0) return false;
    const reader = readerOf(report, lang);
    const columns: ListColumn<TeamResult>[] = [
      { heading: words.team, width: 42, cell: ({ check }) => ({ value: adviceLabel(check)[lang], style: "text" }) },
      {
        heading: subjectWords(report.rulebook).branch,
        width: 18,
        cell: ({ part }) => ({ value: part ?? words.whole[lang], style: "text" }),
      },
      {
        heading: countingOf(report.rulebook).heading,
        width: 10,
        cell: ({ people }) => ({ value: people, style: "centre" }),
      },
      {
        heading: words.standard,
        width: 18,
        cell: (one) => ({ value: teamRow(one, reader).standard, style: "centre" }),
      },
      {
        heading: words.actual,
        width: 18,
        cell: ({ check, value }) => figureCell(value, check.criterion.measured.type, reader),
      },
      {
        heading: words.gap,
        width: 18,
        cell: ({ check, gap }) => figureCell(gap, check.criterion.measured.type, reader),
      },
      {
        heading: words.verdict,
        width: 13,
        cell: (one) => ({ value: teamRow(one, reader).verdict, style: verdictStyles[one.status] }),
      },
      { heading: words.clause, width: 22, cell: ({ check }) => ({ value: check.cite ?? "", style: "text" }) },
    ];
    const types = report.team.map(({ check }) => numberStyle(check.criterion.measured.type, lang));
    addList(draft, { name: teamSheet.name, columns, rows: report.team, numberStyles: [...new Set(types)] });
    return true;
  },
};
