import { funnelOf, type Stops } from "../../funnel.ts";
import { words } from "../../words.ts";
import { dataTable } from "../data-table.ts";
import { html, type Markup } from "../markup.ts";
import { pageWords } from "../page-words.ts";
import type { PageSection, SectionContext } from "./section.ts";

/** What keeps how many people from each tier, and how many it keeps alone. */
export function funnel({ report, lang }: SectionContext): PageSection | undefined {
  const { rulebook, people, summary } = report;
  const rows = funnelOf(rulebook.tiers, people);
  if (rows.length === 0) return undefined;
  const ladder = rulebook.tiers.filter((tier) => tier.ladder);
  const table = dataTable({
    caption: pageWords.funnel[lang],
    columns: [
      { heading: pageWords.criterion[lang] },
      ...ladder.map((tier) => ({ heading: tier.label[lang], kind: "number" as const })),
    ],
    rows: rows.map(({ labels, stops }) => [
      labels.map((label) => label[lang]).join(" / "),
      ...ladder.map((tier) => stopped(stops[tier.index], summary.people, lang)),
    ]),
  });
  return { id: "funnel", title: pageWords.funnel[lang], body: table, note: pageWords.funnelNote[lang] };
}

function stopped(stop: Stops | undefined, people: number, lang: "zh" | "en"): string | Markup {
  if (!stop) return words.dash[lang];
  const open = stop.failed + stop.unknown;
  if (open === 0) return "0";
  const width = (count: number) => Math.round((count * 1000) / Math.max(people, 1)) / 10;
  const alone = stop.alone === 0 ? "" : html` <b>${lang === "zh" ? `（${stop.alone}）` : `(${stop.alone})`}</b>`;
  return html`${open}${alone}<svg class="bar" viewBox="0 0 100 5" preserveAspectRatio="none" aria-hidden="true"><rect class="all" width="${width(open)}" height="5"/><rect class="alone" width="${width(stop.alone)}" height="5"/></svg>`;
}
