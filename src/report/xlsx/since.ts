import { countingOf } from "../counting.ts";
import { readerOf } from "../reader.ts";
import { actionText, qualifiedText } from "../result-columns.ts";
import { countMoves, type SinceRow, sinceRows } from "../since-rows.ts";
import { causesText, finalThen, moveWords, qualifiedThen } from "../since-text.ts";
import { words } from "../words.ts";
import { addList, type ListColumn } from "./list-sheet.ts";
import { personColumns } from "./person-columns.ts";
import type { ListCell } from "./row-xml.ts";
import type { ReportSheet } from "./sheets.ts";
import type { StyleName } from "./style.ts";

const tones: Readonly<Record<SinceRow["move"], StyleName>> = {
  down: "lower",
  up: "good",
  unclear: "doubt",
  joined: "fresh",
  left: "quietCentre",
  same: "centre",
};

/** What has become of everyone since the last period, and why. */
export const sinceSheet: ReportSheet = {
  name: { zh: "环比变动", en: "Since last time" },
  add(draft) {
    const { report, lang } = draft;
    const { since, rulebook } = report;
    if (!since) return false;
    const rows = sinceRows(report);
    if (rows.length === 0) return false;
    const counts = countMoves(rows);
    const reader = readerOf(report, lang);
    const { label } = since.previous.period;
    const centre = (value: string, style: StyleName = "centre"): ListCell => ({ value, style });
    const nobody = words.dash[lang];
    const columns: ListColumn<SinceRow>[] = [
      ...personColumns<SinceRow>(report, ({ then, now }) => now?.one ?? then!),
      {
        heading: { zh: `上期达标\n${label}`, en: `Qualified then\n${label}` },
        width: 15,
        cell: ({ then }) => centre(then ? qualifiedThen(since, then, reader) : nobody),
      },
      {
        heading: { zh: `本期达标\n${report.period.label}`, en: `Qualified now\n${report.period.label}` },
        width: 15,
        cell: ({ now }) => centre(now ? qualifiedText(now.one, lang, false) : nobody),
      },
      {
        heading: { zh: "变动", en: "Move" },
        width: 11,
        cell: ({ move }) => centre(moveWords[move][lang], tones[move]),
      },
      {
        heading: { zh: "主因", en: "Main cause" },
        width: 62,
        cell: ({ now }) => ({ value: now ? causesText(now.change, reader) : "", style: "text" }),
      },
      {
        heading: { zh: "上期建议", en: "Action then" },
        width: 11,
        cell: ({ then }) => centre(then ? actionText(rulebook, then.action ?? undefined, lang) : nobody),
      },
      {
        heading: { zh: "上期最终等级", en: "Final tier then" },
        width: 15,
        cell: ({ then }) => centre(then ? finalThen(since, then, reader) : nobody),
      },
      {
        heading: { zh: "本期建议", en: "Action now" },
        width: 11,
        cell: ({ now }) => centre(now ? actionText(rulebook, now.one.recommendation.action, lang) : nobody),
      },
      {
        heading: { zh: "连续次数", en: "In a row" },
        width: 9,
        cell: ({ now }) => ({ value: now?.change.repeated, style: "centre" }),
      },
    ];
    addList(draft, {
      name: sinceSheet.name,
      columns,
      rows,
      band: ({ move }, before) =>
        before?.move === move
          ? undefined
          : lang === "zh"
            ? `${moveWords[move].zh}　${countingOf(rulebook).count(counts.get(move) ?? 0, lang)}`
            : `${moveWords[move].en}　${counts.get(move)}`,
    });
    return true;
  },
};
