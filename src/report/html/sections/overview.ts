import { countingOf } from "../../counting.ts";
import { movementRows, whitherOf } from "../../movement.ts";
import { actionText, countedTiers } from "../../result-columns.ts";
import { countedOf } from "../../summary.ts";
import { words } from "../../words.ts";
import { distributionChart } from "../charts/distribution.ts";
import { movementChart } from "../charts/movement.ts";
import { dataTable, type TableColumn } from "../data-table.ts";
import { html, type Markup } from "../markup.ts";
import { pageWords } from "../page-words.ts";
import type { PageSection, SectionContext } from "./section.ts";

/** How wide pictures are drawn: beside each other on a screen, and on a phone. */
const wide = 520;
const narrow = 320;

/** The numbers of the run; each action leads to its people. */
export function inShort({ report, lang }: SectionContext): PageSection {
  const { summary, rulebook, outside } = report;
  const tile = (name: string, count: number, action?: string) => {
    const inside = html`<span class="figure">${count}</span> <span>${name}</span>`;
    return action === undefined || count === 0
      ? html`<li class="tile ${action}">${inside}</li>`
      : html`<li class="tile ${action}"><a href="#action=${action}">${inside}</a></li>`;
  };
  const body = html`<ul class="tiles">
${tile(rulebook.subject.label[lang], summary.people)}
${[...summary.actions].map(([action, count]) => tile(actionText(rulebook, action, lang), count, action))}
${summary.overrides > 0 ? tile(words.override[lang], summary.overrides) : ""}
${outside.length > 0 ? tile(lang === "zh" ? "不适用本办法" : "Not covered", outside.length) : ""}
</ul>`;
  return { id: "in-short", title: pageWords.inShort[lang], body };
}

/** A picture and, for whoever does not see it or wants to copy it, its table. */
function picture(draw: (width: number) => Markup, table: Markup, lang: "zh" | "en", label: string): Markup {
  return html`<figure role="img" aria-label="${label}"><div class="wide">${draw(wide)}</div><div class="narrow">${draw(narrow)}</div></figure>
<details><summary>${pageWords.asTable[lang]}</summary>${table}</details>`;
}

export function distribution({ report, lang }: SectionContext): PageSection | undefined {
  const { rulebook, summary } = report;
  if (rulebook.tiers.length === 0) return undefined;
  const title = pageWords.distribution[lang];
  const counted = countedOf(report);
  const to = whitherOf(report);
  const names = {
    current: pageWords.now,
    qualified: pageWords.qualifiedNow,
    recommended: pageWords.then,
    final: pageWords.final,
  } as const;
  const moves = counted.includes("current") && counted.includes("recommended");
  const number = (heading: string): TableColumn => ({ heading, kind: "number" });
  const percent = (count: number) => `${summary.people === 0 ? 0 : Math.round((count * 1000) / summary.people) / 10}%`;
  const last = counted[counted.length - 1]!;
  const table = dataTable({
    caption: title,
    columns: [
      { heading: words.tier[lang] },
      ...counted.map((of) => number(names[of][lang])),
      number(pageWords.share[lang]),
      ...(moves ? [number(pageWords.change[lang])] : []),
    ],
    rows: summary.tiers.map((count) => [
      count.tier.label[lang],
      ...counted.map((of) => count[of]),
      percent(count[last]),
      ...(moves ? [signed(count[to] - count.current)] : []),
    ]),
  });
  const after = names[last];
  const legend = counted.includes("current")
    ? html`<p class="legend"><span class="key past"></span>${pageWords.now[lang]} <span class="key accent"></span>${after[lang]}</p>`
    : html`<p class="legend"><span class="key accent"></span>${after[lang]}</p>`;
  const label = `${title}: ${summary.tiers.map((count) => `${count.tier.label[lang]} ${counted.includes("current") ? `${count.current} → ` : ""}${count[last]}`).join(words.comma[lang])}`;
  const body = html`${legend}${picture((width) => distributionChart(report, lang, width), table, lang, label)}`;
  return { id: "distribution", title, body, half: true };
}

/** Nothing moves where the rulebook decides nothing. */
export function movement({ report, lang }: SectionContext): PageSection | undefined {
  const { rulebook } = report;
  if (!rulebook.decision || rulebook.tiers.length === 0 || !countedTiers(rulebook).includes("current"))
    return undefined;
  const title = pageWords.movement[lang];
  const to = whitherOf(report);
  const { headings, rows } = movementRows(report, lang, to);
  const table = dataTable({
    caption: title,
    columns: headings.map((heading, index) => ({ heading, kind: index === 0 ? "text" : "number" })),
    rows: rows.map((row) => row.map((value) => (value === undefined ? "" : String(value)))),
    total: true,
  });
  const note = (to === "final" ? pageWords.finalMovementNote : pageWords.movementNote)[lang];
  const label = `${title}. ${note}`;
  const body = picture((width) => movementChart(report, to, lang, width), table, lang, label);
  return { id: "movement", title, body, half: true, note };
}

function signed(count: number): string {
  return count > 0 ? `+${count}` : count < 0 ? `−${-count}` : "0";
}

/** What is recommended in each branch, in the roster's order. */
export function branches({ report, lang }: SectionContext): PageSection | undefined {
  const { summary, rulebook } = report;
  if (summary.branches.length < 2) return undefined;
  const actions = [...summary.actions.keys()];
  const table = dataTable({
    caption: pageWords.branches[lang],
    columns: [
      { heading: words.branch[lang] },
      { heading: countingOf(rulebook).heading[lang], kind: "number" },
      ...actions.map((action): TableColumn => ({ heading: actionText(rulebook, action, lang), kind: "number" })),
    ],
    rows: [
      ...summary.branches.map(({ branch, people, actions: counts }) => [
        branch === "" ? words.noBranch[lang] : html`<a href="#branch=${encodeURIComponent(branch)}">${branch}</a>`,
        people,
        ...actions.map((action) => counts.get(action) || ""),
      ]),
      [words.total[lang], summary.people, ...actions.map((action) => summary.actions.get(action) ?? 0)],
    ],
    total: true,
  });
  return { id: "branches", title: pageWords.branches[lang], body: table };
}
