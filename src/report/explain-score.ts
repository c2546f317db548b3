import type { ChalkInstance } from "chalk";
import type { Type } from "../formula/type.ts";
import { Exact } from "../number/exact.ts";
import type { Score } from "../rulebook/score.ts";
import { figureAt } from "./figure-at.ts";
import type { PersonReport } from "./person-report.ts";
import { shown } from "./phrases.ts";
import type { Reader } from "./reader.ts";
import { isGroupTotal, type ScoreReport, scoresOf } from "./scores.ts";
import { padEnd, widthOf } from "./text-width.ts";
import { words } from "./words.ts";

/** Every score with each of its lines: what was measured, and the points that it gives or takes. */
export function explainScores(one: PersonReport, reader: Reader, chalk: ChalkInstance): string[] {
  return scoresOf(reader.rulebook, one).map((report) => {
    const { metric, tier, total } = report;
    const at = tier ? `（${tier.label[reader.lang]}）` : "";
    const head = `${chalk.bold(metric.label[reader.lang])}${at}  ${chalk.bold(shown(total, metric.type, reader))}`;
    return [head, ...scoreLinesOf(report, reader, chalk)].join("\n");
  });
}

/** A line of a score in words. */
export interface ScoreRow {
  /** Indented for a deduction, which the group's total below adds up. */
  readonly name: string;
  readonly measured: string;
  readonly points: string;
  /** Empty where it is the whole score's. */
  readonly cite: string;
}

export function scoreRowsOf({ lines, score, metric }: ScoreReport, reader: Reader): ScoreRow[] {
  const zh = reader.lang === "zh";
  return lines.map((line) => {
    const { points, kind, value, label, cite } = line;
    const cap = isGroupTotal(line) ? score.deduct.find(({ id }) => id === line.id)?.cap : undefined;
    const most = cap ? (zh ? `，至多扣 ${cap}` : `, at most ${cap}`) : "";
    const sum = isGroupTotal(line) ? `${zh ? "合计" : "in all"}${most}` : "";
    const measured = kind === "veto" ? (zh ? "一票否决" : "veto") : sum;
    const type = itemType(score, line.id);
    return {
      name: `${isGroupTotal(line) || kind !== "deduction" ? "" : "  "}${label[reader.lang]}`,
      measured: measured !== "" || value === undefined || !type ? measured : shown(value, type, reader),
      points: points instanceof Exact && points.sign > 0 ? `+${points}` : shown(points, { kind: "number" }, reader),
      cite: cite === undefined || cite === metric.cite ? "" : cite,
    };
  });
}

function scoreLinesOf(report: ScoreReport, reader: Reader, chalk: ChalkInstance): string[] {
  const rows = scoreRowsOf(report, reader);
  const widest = (of: "name" | "measured" | "points") => Math.max(...rows.map((row) => widthOf(row[of])));
  const [names, figures, points] = [widest("name"), widest("measured"), widest("points")];
  return rows.map((row) => {
    const before = " ".repeat(points - widthOf(row.points));
    return `  ${padEnd(row.name, names)}  ${padEnd(row.measured, figures)}  ${before}${row.points}${row.cite === "" ? "" : chalk.dim(`  〔${row.cite}〕`)}`;
  });
}

function itemType({ items, deduct }: Score, id: string): Type | undefined {
  return [...items, ...deduct.flatMap((group) => group.items)].find((item) => item.id === id)?.of.type;
}

/**
 * The level within the qualified tier: its figure, every line of the tier, and what a bonus added; empty where the rulebook
 * has no levels, or no tier is met.
 */
export function explainLevel({ assessment, frame }: PersonReport, reader: Reader): string[] {
  const { rulebook, lang } = reader;
  const { level, qualified } = assessment;
  const { levels } = rulebook;
  const lines = qualified && levels?.lines.get(qualified.id);
  const figure = rulebook.figures.find(({ name }) => name === levels?.by);
  if (!level || !levels || !lines) return [];
  const zh = lang === "zh";
  const name = typeof level.name === "string" ? level.name : words.unknown[lang];
  const type = figure?.type ?? { kind: "number" };
  const value = figure ? `${figure.label[lang]} ${shown(figureAt(frame, figure, qualified), type, reader)}` : "";
  const asked = lines.map((line, index) => `${levels.names[index] ?? ""} ≥ ${shown(line, type, reader)}`);
  const raised = zh ? `加 ${level.raised} 档` : `raised by ${level.raised}`;
  const beyond = zh ? "加档后超出最高档" : "the raise goes beyond the highest level";
  const notes = [
    value,
    asked.join(words.comma[lang]),
    ...(level.raised > 0 ? [raised] : []),
    ...(level.beyondTop ? [beyond] : []),
    levels.cite ?? "",
  ];
  const text = notes.filter((note) => note !== "").join(words.semicolon[lang]);
  return [`${qualified.label[lang]} ${name}${zh ? "：" : ": "}${text}`];
}
