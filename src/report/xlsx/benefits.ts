import type { Text } from "../../text/text.ts";
import { type BenefitColumn, benefitColumns } from "../benefit-columns.ts";
import { branchColumn, type PersonReport, subjectWords } from "../person-report.ts";
import { readerOf } from "../reader.ts";
import { resultColumns } from "../result-columns.ts";
import { figureCell } from "./figure-cell.ts";
import { addList, type ListColumn } from "./list-sheet.ts";
import { numberStyle } from "./number-format.ts";
import type { ListCell } from "./row-xml.ts";
import type { ReportSheet } from "./sheets.ts";

/** What goes with everyone's grade: pay, allowances, training. */
export const benefitsSheet: ReportSheet = {
  name: { zh: "待遇测算", en: "Benefits" },
  add(draft) {
    const { report, lang } = draft;
    const columns = benefitColumns(report.rulebook);
    if (columns.length === 0 || report.people.length === 0) return false;
    const reader = readerOf(report, lang);
    // Benefits follow the tier that stands in the end, which is another one only where a person decided.
    const isOverridden = report.summary.overrides > 0;
    const tiers = resultColumns(report.rulebook, "behind-tier").filter(
      ({ key }) => key === "qualified" || key === "recommended" || (key === "final" && isOverridden),
    );
    const own: ListColumn<PersonReport>[] = [
      ...(branchColumn(report.rulebook.subject)
        ? [
            {
              heading: subjectWords(report.rulebook).branch,
              width: 15,
              cell: ({ branch }: PersonReport): ListCell => ({ value: branch, style: "text" }),
            },
          ]
        : []),
      { heading: subjectWords(report.rulebook).id, width: 10, cell: ({ id }) => ({ value: id, style: "id" }) },
      { heading: subjectWords(report.rulebook).name, width: 10, cell: ({ name }) => ({ value: name, style: "text" }) },
      ...tiers.map(
        ({ heading, text }): ListColumn<PersonReport> => ({
          heading,
          width: 17,
          cell: (one, position) => ({ value: text(one, position, lang), style: "centre" }),
        }),
      ),
    ];
    const amounts = columns.map((column): ListColumn<PersonReport> => {
      const { benefit } = column;
      return {
        heading: headingOf(column, report.people[0]),
        width: 17,
        cell: ({ recommendation }) => {
          const paid = recommendation.benefits.find(({ id }) => id === benefit.id);
          return figureCell(paid?.amount, benefit.type, reader);
        },
      };
    });
    addList(draft, {
      name: benefitsSheet.name,
      columns: [...own, ...amounts],
      rows: report.people,
      numberStyles: [...new Set(columns.map(({ benefit }) => numberStyle(benefit.type, lang)))],
    });
    return true;
  },
};

/** With the day from which it is paid, which is everyone's. */
function headingOf({ benefit, heading }: BenefitColumn, someone: PersonReport | undefined): Text {
  const from = someone?.recommendation.benefits.find(({ id }) => id === benefit.id)?.from;
  return from ? { zh: `${heading.zh}\n自 ${from} 起`, en: `${heading.en}\nfrom ${from}` } : heading;
}
