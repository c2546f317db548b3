import { actionText, qualifiedText } from "../../result-columns.ts";
import { countMoves, moveOrder, type SinceRow, sinceRows } from "../../since-rows.ts";
import { causesText, moveWords, qualifiedThen } from "../../since-text.ts";
import { words } from "../../words.ts";
import { dataTable } from "../data-table.ts";
import { html } from "../markup.ts";
import { pageWords } from "../page-words.ts";
import type { PageSection, SectionContext } from "./section.ts";

/** As many as a meeting talks about; the workbook has everyone. */
const mostShown = 50;

const tones: Readonly<Record<SinceRow["move"], string>> = {
  down: "lower",
  up: "good",
  unclear: "doubt",
  joined: "fresh",
  left: "plain",
  same: "plain",
};

/** Whose qualified tier has changed since the last period, and why; falls first. */
export function since({ report, lang, reader }: SectionContext): PageSection | undefined {
  const { since: between, rulebook, period } = report;
  const all = sinceRows(report);
  if (!between || all.length === 0) return undefined;
  const zh = lang === "zh";
  const counts = countMoves(all);
  const moved = all.filter(({ move }) => move !== "same");
  const rows = moved.slice(0, mostShown).map(({ then, now, move }) => {
    const id = now?.one.id ?? then?.id ?? "";
    const name = now?.one.name ?? then?.name ?? "";
    const shown = name === "" ? id : `${id} ${name}`;
    const action = then ? actionText(rulebook, then.action ?? undefined, lang) : words.dash[lang];
    return [
      now ? html`<a href="#id=${encodeURIComponent(id)}">${shown}</a>` : shown,
      html`<span class="tag ${tones[move]}">${moveWords[move][lang]}</span>`,
      then ? qualifiedThen(between, then, reader) : words.dash[lang],
      now ? qualifiedText(now.one, lang, false) : words.dash[lang],
      now ? causesText(now.change, reader) : "",
      action,
      now ? actionText(rulebook, now.one.recommendation.action, lang) : words.dash[lang],
      now?.change.repeated ?? "",
    ];
  });
  const label = between.previous.period.label;
  const table = dataTable({
    caption: pageWords.since[lang],
    columns: [
      { heading: rulebook.subject.label[lang] },
      { heading: zh ? "变动" : "Move" },
      { heading: zh ? `上期达标 ${label}` : `Qualified then, ${label}` },
      { heading: zh ? `本期达标 ${period.label}` : `Qualified now, ${period.label}` },
      { heading: zh ? "主因" : "Main cause" },
      { heading: zh ? "上期建议" : "Action then" },
      { heading: zh ? "本期建议" : "Action now" },
      { heading: zh ? "连续次数" : "In a row", kind: "number" },
    ],
    rows,
  });
  const tally = moveOrder.flatMap((move) => {
    const count = counts.get(move) ?? 0;
    return count === 0 ? [] : [`${moveWords[move][lang]} ${count}`];
  });
  const rest = moved.length - mostShown;
  const more = rest <= 0 ? [] : [zh ? `另有 ${rest} 个，见工作簿` : `${rest} more in the workbook`];
  return {
    id: "since",
    title: pageWords.since[lang],
    body: rows.length === 0 ? html`` : table,
    note: [tally.join(zh ? "　" : " · "), ...more].join(words.semicolon[lang]),
  };
}
