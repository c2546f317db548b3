import { Unknown } from "../../../formula/value.ts";
import { Exact } from "../../../number/exact.ts";
import { benefitColumns } from "../../benefit-columns.ts";
import { countingOf } from "../../counting.ts";
import type { PersonReport } from "../../person-report.ts";
import { shown } from "../../phrases.ts";
import { teamCells, teamHeadings, teamRow } from "../../team-rows.ts";
import { words } from "../../words.ts";
import { dataTable } from "../data-table.ts";
import { pageWords } from "../page-words.ts";
import type { PageSection, SectionContext } from "./section.ts";

/** How the caps on tiers came out, and who is beyond them. */
export function quotas({ report, lang, reader }: SectionContext): PageSection | undefined {
  if (report.quotas.length === 0) return undefined;
  const zh = lang === "zh";
  const names = (people: readonly PersonReport[]) =>
    people.map(({ id, name }) => `${id} ${name}`.trim()).join(words.comma[lang]);
  const table = dataTable({
    caption: pageWords.quotas[lang],
    columns: [
      { heading: words.tier[lang] },
      { heading: zh ? "比例上限" : "Cap", kind: "number" },
      { heading: zh ? "基数" : "Of people", kind: "number" },
      { heading: zh ? "职数" : "Seats", kind: "number" },
      { heading: zh ? "占用" : "Held by", kind: "number" },
      { heading: zh ? "超出人员" : "Beyond the seats" },
      { heading: zh ? "待定人员" : "Open" },
    ],
    rows: report.quotas.map(({ tier, share, base, seats, holders, over, open }) => [
      tier.label[lang],
      shown(share, { kind: "ratio" }, reader),
      base,
      seats,
      holders,
      names(over),
      names(open),
    ]),
  });
  return { id: "quotas", title: pageWords.quotas[lang], body: table };
}

/** The checks over the whole team and its parts. */
export function team({ report, lang, reader }: SectionContext): PageSection | undefined {
  if (report.team.length === 0) return undefined;
  const numbers = new Set([3, 4, 5, 6]);
  const table = dataTable({
    caption: pageWords.team[lang],
    columns: teamHeadings(reader).map((heading, index) => ({ heading, kind: numbers.has(index) ? "number" : "text" })),
    rows: report.team.map((result) => teamCells(teamRow(result, reader))),
  });
  return { id: "team", title: pageWords.team[lang], body: table };
}

/** What the grades cost in all; each person's own stands with the person. */
export function benefits({ report, lang, reader }: SectionContext): PageSection | undefined {
  const columns = benefitColumns(report.rulebook);
  if (columns.length === 0) return undefined;
  const zh = lang === "zh";
  const table = dataTable({
    caption: pageWords.benefits[lang],
    columns: [
      { heading: pageWords.benefits[lang] },
      { heading: countingOf(report.rulebook).heading[lang], kind: "number" },
      { heading: words.total[lang], kind: "number" },
      { heading: words.unknown[lang], kind: "number" },
      { heading: zh ? "起始日" : "From" },
    ],
    rows: columns.map(({ benefit, heading }) => {
      const paid = report.people.flatMap(({ recommendation }) =>
        recommendation.benefits.filter(({ id }) => id === benefit.id),
      );
      const amounts = paid.flatMap(({ amount }) => (amount instanceof Exact ? [amount] : []));
      const due = amounts.filter((amount) => amount.sign !== 0);
      const total = due.reduce((sum, amount) => sum.add(amount), Exact.zero);
      return [
        heading[lang],
        due.length,
        amounts.length > 0 ? shown(total, benefit.type, reader) : words.dash[lang],
        paid.filter(({ amount }) => amount instanceof Unknown).length || "",
        paid.find(({ from }) => from !== undefined)?.from ?? "",
      ];
    }),
  });
  return { id: "benefits", title: pageWords.benefits[lang], body: table };
}
