import type { CriterionResult } from "../assess/assessment.ts";
import { missingText } from "../decide/phrases.ts";
import { Unknown } from "../formula/value.ts";
import type { TraceCell } from "../metrics/metrics.ts";
import type { Criterion, Leaf } from "../rulebook/criterion.ts";
import type { Tier } from "../rulebook/tier.ts";
import type { PersonReport } from "./person-report.ts";
import { shown } from "./phrases.ts";
import type { Reader } from "./reader.ts";
import type { Report } from "./report.ts";
import { cellsText, sourcesOfLeaf } from "./source-cells.ts";
import { words } from "./words.ts";

/** How many cells of a figure are named. */
const cellsShown = 3;

/** `差 3,000万元`; undefined where nothing is missing, or there is no distance. */
export function distanceText({ criterion, gap, status }: CriterionResult, reader: Reader): string | undefined {
  if (criterion.kind !== "leaf" || status === "pass" || gap === undefined) return undefined;
  if (criterion.op === "==" || criterion.op === "!=") return undefined;
  const over = criterion.op.startsWith("<");
  const word = reader.lang === "zh" ? (over ? "超" : "差") : over ? "over by" : "short by";
  return `${word} ${shown(gap, criterion.type, reader)}`;
}

/** What an unknown figure lacks; empty for one that is known. */
export function lackingText({ value }: CriterionResult, { lang }: Reader): string {
  if (!(value instanceof Unknown)) return "";
  return value.reasons.map((reason) => missingText(reason)[lang]).join(words.comma[lang]);
}

/** Where a leaf's value came from, and what was left out of it by a scope: `来源 q.xlsx 存款!C17 …`, a line each. */
export function sourceLines(
  report: Report,
  one: PersonReport,
  leaf: Leaf,
  tier: Tier | undefined,
  reader: Reader,
): string[] {
  const { lang } = reader;
  return sourcesOfLeaf(report, one, leaf, tier).flatMap(({ figure, label, cellType, counted, leftOut }) => {
    const of = figure === leaf.name ? "" : `${label[lang]} `;
    const out = leftOut.filter((cell) => cell.by === "within");
    const line = (word: string, cells: readonly TraceCell[], withValues?: boolean) =>
      cells.length > 0 ? [`${word} ${of}${cellsText(cells, cellType, cellsShown, reader, withValues)}`] : [];
    return [...line(words.source[lang], counted), ...line(words.notCounted[lang], out, true)];
  });
}

/** The ids of the readings that criteria depend on. */
export function readingsOf(criteria: readonly Criterion[]): ReadonlySet<string> {
  const found = new Set(criteria.flatMap(({ readings }) => readings.map(({ id }) => id)));
  for (const criterion of criteria) if (criterion.kind === "choice") found.add(criterion.reading.id);
  return found;
}
