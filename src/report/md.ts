import type { Lang } from "../text/text.ts";
import { countingOf } from "./counting.ts";
import { mdTable, mdText } from "./md-table.ts";
import { readerOf } from "./reader.ts";
import type { Report } from "./report.ts";
import { actionText, resultColumns } from "./result-columns.ts";
import { runNotes } from "./run-notes.ts";
import { countedOf } from "./summary.ts";
import { teamCells, teamHeadings, teamRow } from "./team-rows.ts";
import { words } from "./words.ts";

/** Markdown, to paste into a merge request or a document: the summary, the movement of tiers, and a row a person. */
export function renderMarkdown(report: Report, lang: Lang): string {
  const { rulebook, period, asOf, summary } = report;
  const actions = [...summary.actions].filter(([, count]) => count > 0);
  const columns = resultColumns(rulebook, "behind-tier").filter(
    ({ key, text }) =>
      key !== "signature" &&
      ((key !== "override" && key !== "final") || report.people.some((one, at) => text(one, at, lang) !== "")),
  );
  const reader = readerOf(report, lang);
  const notes = runNotes(report, reader, Number.POSITIVE_INFINITY);
  const facts = [
    `${words.period[lang]} ${period.label}`,
    `${words.asOf[lang]} ${asOf}`,
    `${countingOf(rulebook).heading[lang]} ${summary.people}`,
    `${words.rulebook[lang]} \`${rulebook.id}\` (SHA-256 \`${rulebook.sha256.slice(0, 12)}\`)`,
  ];
  const parts = [
    `# ${mdText(rulebook.title[lang])}`,
    facts.join(" · "),
    ...(actions.length > 0
      ? [
          mdTable(
            [...actions.map(([action]) => actionText(rulebook, action, lang))],
            [actions.map(([, n]) => String(n))],
          ),
        ]
      : []),
    ...(summary.tiers.length > 0
      ? [
          mdTable(
            [words.tier[lang], ...countedOf(report).map((of) => words[of][lang])],
            summary.tiers.map((count) => [count.tier.label[lang], ...countedOf(report).map((of) => String(count[of]))]),
          ),
        ]
      : []),
    ...(report.team.length > 0
      ? [
          mdTable(
            teamHeadings(reader),
            report.team.map((result) => teamCells(teamRow(result, reader))),
          ),
        ]
      : []),
    ...(notes.length > 0 ? [notes.map((note) => `- ${mdText(note)}`).join("\n")] : []),
    mdTable(
      columns.map((column) => column.heading[lang]),
      report.people.map((one, position) => columns.map((column) => column.text(one, position, lang))),
    ),
  ];
  return `${parts.join("\n\n")}\n`;
}
