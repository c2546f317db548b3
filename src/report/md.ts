import type { Lang } from "../text/text.ts";
import { mdTable, mdText } from "./md-table.ts";
import type { Report } from "./report.ts";
import { actionText, resultColumns } from "./result-columns.ts";
import { words } from "./words.ts";

/** Markdown, to paste into a merge request or a document: the summary, the movement of tiers, and a row a person. */
export function renderMarkdown(report: Report, lang: Lang): string {
  const { rulebook, period, asOf, summary } = report;
  const actions = [...summary.actions].filter(([, count]) => count > 0);
  const columns = resultColumns(rulebook).filter(
    (column) => column.key !== "override" && column.key !== "final" && column.key !== "signature",
  );
  const facts = [
    `${words.period[lang]} ${period.label}`,
    `${words.asOf[lang]} ${asOf}`,
    `${words.people[lang]} ${summary.people}`,
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
    mdTable(
      [words.tier[lang], words.current[lang], words.qualified[lang], words.recommended[lang]],
      summary.tiers.map(({ tier, current, qualified, recommended }) => [
        tier.label[lang],
        String(current),
        String(qualified),
        String(recommended),
      ]),
    ),
    mdTable(
      columns.map((column) => column.heading[lang]),
      report.people.map((one, position) => columns.map((column) => column.text(one, position, lang))),
    ),
  ];
  return `${parts.join("\n\n")}\n`;
}
