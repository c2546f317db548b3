import { actionText, countedTiers } from "../../result-columns.ts";
import { words } from "../../words.ts";
import { html, type Markup } from "../markup.ts";
import { pageWords } from "../page-words.ts";
import { broken, type PeopleColumn, peopleColumns } from "./people-columns.ts";
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
  const tracks = columns.map(({ track }) => track).join(" ");
  const whole = columns.flatMap(({ key }, index) =>
    broken.has(key) ? [] : [`.people :is(td,th):nth-child(${index + 1})`],
  );
  return [
    `.people{--tracks:${tracks}}`,
    `@media screen and (max-width:48rem){${labels.join("")}}`,
    `@media print{${whole.join(",")}{white-space:nowrap}}`,
  ].join("\n");
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
