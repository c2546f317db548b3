import type { Type } from "../../formula/type.ts";
import type { PersonReport } from "../person-report.ts";
import type { QuotaReport } from "../quota-report.ts";
import { words } from "../words.ts";
import { addList, type ListColumn } from "./list-sheet.ts";
import { numberStyle } from "./number-format.ts";
import type { ListCell } from "./row-xml.ts";
import type { ReportSheet } from "./sheets.ts";

const ratio: Type = { kind: "ratio" };

/** How the caps on tiers came out, and who is beyond them. */
export const quotasSheet: ReportSheet = {
  name: { zh: "职数比例", en: "Quotas" },
  add(draft) {
    const { report, lang } = draft;
    if (report.quotas.length === 0) return false;
    const share = numberStyle(ratio, lang);
    const centre = (value: string | number): ListCell => ({ value, style: "centre" });
    const people = (list: readonly PersonReport[]): ListCell => ({
      value: list.map(({ id, name }) => `${id} ${name}`.trim()).join(words.comma[lang]),
      style: "text",
    });
    const columns: ListColumn<QuotaReport>[] = [
      { heading: words.tier, width: 18, cell: ({ tier }) => ({ value: tier.label[lang], style: "text" }) },
      { heading: { zh: "比例上限", en: "Cap" }, width: 12, cell: (one) => ({ value: one.share, style: share }) },
      { heading: { zh: "基数", en: "Of people" }, width: 10, cell: ({ base }) => centre(base) },
      { heading: { zh: "职数", en: "Seats" }, width: 10, cell: ({ seats }) => centre(seats) },
      { heading: { zh: "占用", en: "Held by" }, width: 10, cell: ({ holders }) => centre(holders) },
      {
        heading: words.verdict,
        width: 14,
        cell: ({ over, open }) => {
          if (over.length > 0)
            return { value: lang === "zh" ? `超出 ${over.length}` : `${over.length} over`, style: "bad" };
          if (open.length > 0) return { value: words.undecided[lang], style: "doubt" };
          return { value: lang === "zh" ? "未超" : "within", style: "good" };
        },
      },
      { heading: { zh: "超出人员", en: "Beyond the seats" }, width: 50, cell: ({ over }) => people(over) },
      { heading: { zh: "待定人员", en: "Open" }, width: 36, cell: ({ open }) => people(open) },
    ];
    addList(draft, { name: quotasSheet.name, columns, rows: report.quotas, numberStyles: [share] });
    return true;
  },
};
