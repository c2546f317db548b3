import type { Lang } from "../../text/text.ts";
import { readerOf } from "../reader.ts";
import type { Report } from "../report.ts";
import { words } from "../words.ts";
import { embeddedJson } from "./embedded-json.ts";
import { packed } from "./explanation/packed.ts";
import { Explanations } from "./explanation/person.ts";
import { html, Markup } from "./markup.ts";
import type { PageAssets } from "./page-assets.ts";
import type { PageData } from "./page-data.ts";
import { type ClientWords, clientWordKeys, pageWords } from "./page-words.ts";
import { paletteCss } from "./palette.ts";
import { funnel } from "./sections/funnel.ts";
import { nearLine } from "./sections/near-line.ts";
import { branches, distribution, inShort, movement } from "./sections/overview.ts";
import { peopleCss, peopleSection } from "./sections/people.ts";
import { problems } from "./sections/problems.ts";
import { benefits, quotas, team } from "./sections/rules.ts";
import { run } from "./sections/run.ts";
import { type PageSection, type SectionContext, sectionMarkup } from "./sections/section.ts";
import { since } from "./sections/since.ts";
import { securityPolicy } from "./security-policy.ts";

/** So many people's explanations stand in one script element: read whole when one of them is opened. */
const explainedTogether = 100;

/**
 * The report as one page that needs nothing beside itself, in pieces. Whatever comes from the data is escaped; a browser
 * is told to run only the one script that is part of the program.
 */
export function* renderPage(report: Report, lang: Lang, assets: PageAssets): Generator<string> {
  const context: SectionContext = { report, lang, reader: readerOf(report, lang) };
  const { people } = report;
  const before = present([inShort, distribution, movement, branches, since, funnel, nearLine], context);
  const after = present([quotas, team, benefits, problems, run], context);
  const styles = [assets.style, `${paletteCss()}\n${peopleCss(context)}`];
  yield head(context, assets, styles);
  const list = { id: "people", title: report.rulebook.subject.label[lang] };
  yield header(context, [...before, list, ...after]);
  yield before.map((section) => sectionMarkup(section).text).join("");
  yield* peopleSection(context);
  yield after.map((section) => sectionMarkup(section).text).join("");
  yield `</main>\n${personDialog(lang)}`;
  const explanations = new Explanations(report, lang);
  for (let from = 0; from < people.length; from += explainedTogether) {
    // A text at once: what a record is made of need not live until the others are made.
    const records = people.slice(from, from + explainedTogether).map((one) => JSON.stringify(explanations.write(one)));
    yield `<script type="text/plain" id="people-${from / explainedTogether}">${packed(`[${records.join(",")}]`)}</script>\n`;
  }
  const ownWords = Object.fromEntries(clientWordKeys.map((key) => [key, pageWords[key][lang]])) as ClientWords;
  const data: PageData = { lang, words: ownWords, trees: explanations.shared(), together: explainedTogether };
  yield `<script type="application/json" id="page-data">${embeddedJson(data)}</script>\n`;
  yield `<script>${assets.script}</script>\n</body>\n</html>\n`;
}

function present(
  makers: readonly ((context: SectionContext) => PageSection | undefined)[],
  context: SectionContext,
): PageSection[] {
  return makers.flatMap((make) => make(context) ?? []);
}

function head({ report, lang }: SectionContext, { script }: PageAssets, styles: readonly string[]): string {
  const title = `${report.rulebook.title[lang]} ${report.period.label}`;
  return html`<!DOCTYPE html>
<html lang="${lang === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(securityPolicy([script], styles))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="dingji ${report.version}">
<title>${title}</title>
${styles.map((style) => new Markup(`<style>${style}</style>\n`))}</head>
<body>
`.text;
}

function header(
  { report, lang }: SectionContext,
  contents: readonly { readonly id: string; readonly title: string }[],
): string {
  const { rulebook, period, asOf } = report;
  return html`<a class="skip" href="#people">${pageWords.skip[lang]}</a>
<header class="top">
<div class="titles">
<h1>${rulebook.title[lang]}</h1>
<p>${words.period[lang]} <b>${period.label}</b> · ${words.asOf[lang]} <b>${asOf}</b> · ${words.rulebook[lang]} <code>${rulebook.id}</code> <code title="SHA-256 ${rulebook.sha256}">${rulebook.sha256.slice(0, 12)}</code></p>
</div>
<div class="tools">
<button type="button" id="theme" hidden>${pageWords.theme[lang]}</button>
<button type="button" id="print" hidden>${pageWords.print[lang]}</button>
</div>
<nav aria-label="${pageWords.contents[lang]}"><ul>${contents.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
</header>
<main>
`.text;
}

function personDialog(lang: Lang): string {
  return html`<dialog id="person" aria-labelledby="person-title">
<div class="bar-top">
<h2 id="person-title" tabindex="-1"></h2>
<div class="tools">
<button type="button" id="person-previous">${pageWords.previous[lang]}</button>
<button type="button" id="person-next">${pageWords.next[lang]}</button>
<button type="button" id="person-print">${pageWords.print[lang]}</button>
<button type="button" id="person-close">${pageWords.close[lang]}</button>
</div>
</div>
<div id="person-body"></div>
</dialog>
`.text;
}
