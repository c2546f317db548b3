import type { ChalkInstance } from "chalk";
import type { Lang } from "../text/text.ts";
import { actionPaint, statusPaint } from "./colour.ts";
import { countingOf } from "./counting.ts";
import { type Reader, readerOf } from "./reader.ts";
import type { Report } from "./report.ts";
import { actionText, type ResultColumn, resultColumns } from "./result-columns.ts";
import { runNotes } from "./run-notes.ts";
import { countedOf } from "./summary.ts";
import { teamCells, teamHeadings, teamRow } from "./team-rows.ts";
import { type TextColumn, textTable } from "./text-table.ts";
import { words } from "./words.ts";

export interface TerminalOptions {
  readonly lang: Lang;
  /** Columns of the terminal. */
  readonly width: number;
  /** `new Chalk({level: 0})` for plain text. */
  readonly chalk: ChalkInstance;
}

/** So many people are named in a line. */
const mostNames = 10;

/** What each column of 评定结果 does on a narrow terminal. The columns for people's hands are not shown at all. */
const layout: Readonly<Partial<Record<ResultColumn["key"], Partial<TextColumn>>>> = {
  branch: { expendable: 2 },
  id: {},
  name: { expendable: 6 },
  current: { expendable: 5 },
  qualified: { expendable: 4 },
  recommended: {},
  score: { align: "right" },
  standing: { shrinkTo: 16, expendable: 3 },
  action: {},
  reasons: { shrinkTo: 28, expendable: 3 },
  approvals: { expendable: 1 },
  override: { shrinkTo: 16, expendable: 1 },
  final: {},
};

/** For a terminal: the run in a few lines, people per tier, then a line a person. */
export function renderTable(report: Report, { lang, width, chalk }: TerminalOptions): string {
  const columns = resultColumns(report.rulebook, "behind-tier").flatMap((column): TextColumn[] => {
    const place = layout[column.key];
    const cells = report.people.map((one, position) => column.text(one, position, lang));
    if (!place || cells.every((cell) => cell === "")) return [];
    const paint = (text: string, row: number) => actionPaint(chalk, report.people[row]?.recommendation.action)(text);
    return [{ heading: column.heading[lang], cells, ...place, ...(column.key === "action" ? { paint } : {}) }];
  });
  const people = textTable(columns, width, chalk.bold);
  const reader = readerOf(report, lang);
  const tiers = report.summary.tiers.length > 0 ? [textTable(tierColumns(report, lang), width, chalk.bold)] : [];
  const team = report.team.length > 0 ? [textTable(teamColumns(report, reader, chalk), width, chalk.bold)] : [];
  const notes = runNotes(report, reader, mostNames);
  const parts = [
    headline(report, lang, chalk),
    ...[...tiers, ...team].map(({ lines }) => lines.join("\n")),
    people.lines.join("\n"),
    ...(notes.length > 0 ? [notes.join("\n")] : []),
    ...(people.hidden.length > 0 ? [chalk.dim(hiddenNote(people.hidden, lang))] : []),
  ];
  return `${parts.join("\n\n")}\n`;
}

function headline({ rulebook, period, asOf, summary }: Report, lang: Lang, chalk: ChalkInstance): string {
  const when = lang === "zh" ? `${period.label}（基准日 ${asOf}）` : `${period.label} (as of ${asOf})`;
  const people = countingOf(rulebook).count(summary.people, lang);
  const counts = [...summary.actions]
    .filter(([, count]) => count > 0)
    .map(([action, count]) => actionPaint(chalk, action)(`${actionText(rulebook, action, lang)} ${count}`));
  const first = `${chalk.bold(rulebook.title[lang])}  ${when}  ${people}`;
  return counts.length > 0 ? `${first}\n${counts.join("  ")}` : first;
}

function tierColumns(report: Report, lang: Lang): TextColumn[] {
  const { summary } = report;
  const headings = {
    current: lang === "zh" ? "现有" : "Now",
    qualified: lang === "zh" ? "达标" : "Qualified",
    recommended: lang === "zh" ? "建议" : "Recommended",
    final: lang === "zh" ? "最终" : "Final",
  };
  return [
    { heading: words.tier[lang], cells: summary.tiers.map(({ tier }) => tier.label[lang]) },
    ...countedOf(report).map(
      (of): TextColumn => ({
        heading: headings[of],
        cells: summary.tiers.map((tier) => String(tier[of])),
        align: "right",
      }),
    ),
  ];
}

/** What each column of the team checks does on a narrow terminal. */
const teamLayout: readonly Partial<TextColumn>[] = [
  {},
  { shrinkTo: 16 },
  {},
  { align: "right", expendable: 1 },
  { align: "right" },
  { align: "right" },
  { align: "right", expendable: 2 },
];

function teamColumns({ team }: Report, reader: Reader, chalk: ChalkInstance): TextColumn[] {
  const rows = team.map((result) => teamRow(result, reader));
  return teamHeadings(reader).map((heading, index) => ({
    heading,
    cells: rows.map((row) => teamCells(row)[index] ?? ""),
    ...teamLayout[index],
    ...(index === 0 ? { paint: (text, at) => statusPaint(chalk, rows[at]?.status ?? "unknown")(text) } : {}),
  }));
}

function hiddenNote(hidden: readonly string[], lang: Lang): string {
  const names = hidden.join(words.comma[lang]);
  return lang === "zh" ? `终端较窄，未显示：${names}` : `Not shown on this narrow terminal: ${names}`;
}
