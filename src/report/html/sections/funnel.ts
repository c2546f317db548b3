import { countingOf } from "../../counting.ts";
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
  const { heading } = countingOf(rulebook);
  const zh = lang === "zh";
  const title = zh ? `各条件拦下的${heading.zh}` : "How many each criterion stops";
  const note = zh
    ? `未满足或无法判定该条件的${heading.zh}；着色部分与括号内为其余条件都已满足、仅差此项的${heading.zh}。`
    : "How many do not meet it, or of how many it is not known; the coloured part, and the number in brackets, are those whom nothing else stops.";
  const ladder = rulebook.tiers.filter((tier) => tier.ladder);
  const table = dataTable({
    caption: title,
    columns: [
      { heading: pageWords.criterion[lang] },
      ...ladder.map((tier) => ({ heading: tier.label[lang], kind: "number" as const })),
    ],
    rows: rows.map(({ labels, stops }) => [
      labels.map((label) => label[lang]).join(" / "),
      ...ladder.map((tier) => stopped(stops[tier.index], summary.people, lang)),
    ]),
  });
  return { id: "funnel", title, body: table, note };
}

function stopped(stop: Stops | undefined, people: number, lang: "zh" | "en"): string | Markup {
  if (!stop) return words.dash[lang];
  const open = stop.failed + stop.unknown;
  if (open === 0) return "0";
  const width = (count: number) => Math.round((count * 1000) / Math.max(people, 1)) / 10;
  const alone = stop.alone === 0 ? "" : html` <b>${lang === "zh" ? `（${stop.alone}）` : `(${stop.alone})`}</b>`;
  return html`${open}${alone}<svg class="bar" viewBox="0 0 100 5" preserveAspectRatio="none" aria-hidden="true"><rect class="all" width="${width(open)}" height="5"/><rect class="alone" width="${width(stop.alone)}" height="5"/></svg>`;
}
