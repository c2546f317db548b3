import { actionText, countedTiers } from "../../result-columns.ts";
import { words } from "../../words.ts";
import { html, type Markup } from "../markup.ts";
import { pageWords } from "../page-words.ts";
import { broken, clamped, type PeopleColumn, peopleColumns } from "./people-columns.ts";
import type { SectionContext } from "./section.ts";

/** So many rows stand together: what is far from the screen is not laid out. */
export const rowsTogether = 50;

/** The list of everyone, in pieces: it works as it is, and the page's program searches, sorts and filters its rows. */
export function* peopleSection(context: SectionContext): Generator<string> {
  const { report, lang } = context;
  const columns = peopleColumns(context);
  const title = report.rulebook.subject.label[lang];
  yield html`<section id="people" class="card" aria-labelledby="people-title" tabindex="-1">
<h2 id="people-title">${title} <span class="count">${report.people.length}</span></h2>
<noscript><p class="note">${pageWords.noScript[lang]}</p></noscript>
${controls(context, columns)}
<p id="status" class="note" role="status" aria-live="polite"></p>
<table id="list" class="people">
<caption>${title}</caption>
<thead><tr>${columns.map(
    ({ key, heading }) =>
      html`<th scope="col" data-key="${key}"><button type="button" class="sort">${heading}<span class="arrow" aria-hidden="true"></span></button></th>`,
  )}</tr></thead>
`.text;
  for (let from = 0; from < report.people.length; from += rowsTogether) {
    const rows = report.people.slice(from, from + rowsTogether).map(
      (one, offset) =>
        html`<tr>${columns.map((column) => {
          const rank = column.rank?.(one);
          const sort = rank === undefined ? "" : html` data-s="${rank}"`;
          const content = column.cell(one, from + offset);
          return column.key === "id" ? html`<th scope="row">${content}</th>` : html`<td${sort}>${content}</td>`;
        })}</tr>
`.text,
    );
    yield `<tbody>${rows.join("")}</tbody>\n`;
  }
  yield html`</table>
<p id="nobody" class="note" hidden>${pageWords.nobody[lang]}</p>
</section>
`.text;
}

/** The widths of the list's columns, for the style sheet. */
export function peopleCss(context: SectionContext): string {
  const columns = peopleColumns(context);
  const labels = columns.map(
    ({ heading }, index) => `.people td:nth-child(${index + 1})::before{content:${cssString(heading)}}`,
  );
  const picked = (keys: ReadonlySet<PeopleColumn["key"]>, cell: string) =>
    columns.flatMap(({ key }, index) => (keys.has(key) ? [`.people ${cell}:nth-child(${index + 1})`] : []));
  const whole = new Set(columns.map(({ key }) => key).filter((key) => !broken.has(key)));
  const cut = picked(clamped, "td");
  return [
    `.people{--tracks:${columns.map(({ room }) => trackOf(room)).join(" ")}}`,
    ...(cut.length > 0 ? [`@media screen{${cut.join(",")}{${clamp}}}`] : []),
    `@media screen and (min-width:48.01rem){${narrowCss(columns)}}`,
    `@media screen and (max-width:48rem){${labels.join("")}}`,
    `@media print{${picked(whole, ":is(td,th)").join(",")}{white-space:nowrap}}`,
  ].join("\n");
}

const clamp = "display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden";
/** Between columns, and beside the first and the last, in rem: as in list.css. */
const gap = 0.75;
const beside = 0.4;

/**
 * Where the columns do not fit beside each other: the reasons, which are the longest, go below the others, whose widths keep
 * their proportions but have no least any more, so that nothing leaves the card.
 */
function narrowCss(columns: readonly PeopleColumn[]): string {
  const least = columns.reduce((sum, { room }) => sum + room.least, 0) + gap * (columns.length - 1) + 2 * beside;
  const reasons = columns.findIndex(({ key }) => key === "reasons");
  const first = columns.filter((_, index) => index !== reasons);
  const tracks = first.map(({ room }) => `minmax(0,${room.least}fr)`).join(" ");
  const below =
    reasons < 0 ? "" : `.people tr>:nth-child(${reasons + 1}){grid-row:2;grid-column:1/-1;padding-top:.15rem}`;
  return `@container people (width<${least}rem){.people{--tracks:${tracks}}${below}}`;
}

function trackOf({ least, share }: PeopleColumn["room"]): string {
  return share === undefined ? `${least}rem` : `minmax(${least}rem,${share}fr)`;
}

function cssString(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} ]/gu, (sign) => `\\${sign.codePointAt(0)!.toString(16)} `)}"`;
}

interface Choice {
  readonly value: string;
  readonly label: string;
  /** What the cells are sorted by, where that is what is compared. */
  readonly rank?: number;
}

function controls({ report, lang }: SectionContext, columns: readonly PeopleColumn[]): Markup {
  const { rulebook, summary } = report;
  const has = (key: PeopleColumn["key"]) => columns.some((column) => column.key === key);
  const tiers = rulebook.tiers.map(({ id, label, rank }): Choice => ({ value: id, label: label[lang], rank }));
  const none: Choice = { value: "none", label: words.none[lang], rank: 0 };
  const branches = summary.branches.flatMap(({ branch }): Choice[] =>
    branch === "" ? [] : [{ value: branch, label: branch }],
  );
  const actions = [...summary.actions].map(([action], rank): Choice => {
    return { value: action, label: actionText(rulebook, action, lang), rank };
  });
  const heading = (key: PeopleColumn["key"]) => columns.find((column) => column.key === key)?.heading ?? "";
  const filters = [
    has("action") ? filter("action", heading("action"), actions, lang) : "",
    has("branch") && branches.length > 1 ? filter("branch", heading("branch"), branches, lang) : "",
    ...countedTiers(rulebook)
      .filter((of) => has(of) && (of !== "qualified" || !has("recommended")))
      .map((of) => filter(of, heading(of), [...tiers, none], lang)),
  ];
  return html`<form id="controls" class="controls" role="search" aria-label="${pageWords.search[lang]}">
<label class="search">${pageWords.search[lang]} <input id="search" type="search" placeholder="${pageWords.searchHint[lang]}" autocomplete="off" spellcheck="false" aria-controls="list"></label>
${filters}
<label class="sorting">${pageWords.sortBy[lang]} <select id="sort"><option value="">${pageWords.rosterOrder[lang]}</option>${columns.map(
    ({ heading }, index) =>
      html`<option value="${index}+">${heading} ↑</option><option value="${index}-">${heading} ↓</option>`,
  )}</select></label>
<button type="reset">${pageWords.reset[lang]}</button>
</form>`;
}

function filter(key: string, label: string, choices: readonly Choice[], lang: "zh" | "en"): Markup {
  return html`<label>${label} <select data-filter="${key}" aria-controls="list"><option value="">${pageWords.all[lang]}</option>${choices.map(
    ({ value, label: shown, rank }) =>
      html`<option value="${value}"${rank === undefined ? "" : html` data-s="${rank}"`}>${shown}</option>`,
  )}</select></label>`;
}
