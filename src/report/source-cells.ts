import type { CriterionResult } from "../assess/assessment.ts";
import { missingText } from "../decide/phrases.ts";
import { type CellLocation, showLocation } from "../diagnostic/location.ts";
import type { Type } from "../formula/type.ts";
import { Unknown, type Value } from "../formula/value.ts";
import type { Trace, TraceCell } from "../metrics/metrics.ts";
import { Exact } from "../number/exact.ts";
import type { Leaf } from "../rulebook/criterion.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Tier } from "../rulebook/tier.ts";
import { same, type Text } from "../text/text.ts";
import type { PersonReport } from "./person-report.ts";
import { shown } from "./phrases.ts";
import type { Reader } from "./reader.ts";
import type { Report } from "./report.ts";
import { words } from "./words.ts";

/** A figure's cells, with its name and type. */
export interface FigureSource extends Trace {
  readonly label: Text;
  readonly type: Type;
  /** Of the cells: those of a ratio are amounts. */
  readonly cellType: Type;
}

/** What a leaf's value came from: of a derived figure, each figure that it is made from. */
export function sourcesOfLeaf(report: Report, one: PersonReport, leaf: Leaf, tier: Tier | undefined): FigureSource[] {
  return report.sources.trace(one.index, leaf.name, tier).map((trace) => {
    const own = namedOnce(report.rulebook, trace.figure);
    if (trace.figure === leaf.name) return { ...trace, ...own, label: leaf.nameLabel, type: leaf.type };
    return { ...trace, ...own };
  });
}

type Named = Pick<FigureSource, "label" | "type" | "cellType">;

const named = new WeakMap<Rulebook, Map<string, Named>>();

/** Asked of every figure of ten thousand people. */
function namedOnce(rulebook: Rulebook, name: string): Named {
  const known = named.get(rulebook) ?? new Map<string, Named>();
  named.set(rulebook, known);
  const found = known.get(name) ?? figureNamed(rulebook, name);
  known.set(name, found);
  return found;
}

function figureNamed({ figures, metrics, subject }: Rulebook, name: string): Named {
  const metric = metrics.find((one) => one.name === name);
  const found = metric ?? figures.find((one) => one.name === name) ?? subject.columns.find((one) => one.name === name);
  if (!found) return { label: same(name), type: { kind: "text" }, cellType: { kind: "text" } };
  const argument = metric?.measure.kind === "aggregate" ? metric.measure.argument : undefined;
  return { label: found.label, type: found.type, cellType: argument?.type ?? found.type };
}

/**
 * `q.xlsx 存款!C17 1.2亿元、C18 3,000万元，另 12 格`: the largest first, a file and sheet named once. A single cell is
 * the figure itself, so its value is not repeated unless asked for.
 */
export function cellsText(
  cells: readonly TraceCell[],
  type: Type,
  most: number,
  reader: Reader,
  withValues = cells.length > 1,
): string {
  const { lang } = reader;
  let before: CellLocation | undefined;
  const named = largestFirst(cells)
    .slice(0, most)
    .map(({ location, value }) => {
      const near = before && before.file === location.file && before.sheet === location.sheet && location.cell;
      before = location;
      const place = near || showLocation({ ...location, file: reader.fileName(location.file) });
      return withValues && value !== undefined ? `${place} ${shown(value, type, reader)}` : place;
    });
  const rest = cells.length - named.length;
  const text = named.join(words.comma[lang]);
  if (rest <= 0) return text;
  return lang === "zh" ? `${text}，另 ${rest} 格` : `${text} and ${rest} more`;
}

/** By size, whatever the sign; equal ones as they stand in the files. */
function largestFirst<T extends { readonly value: Value | undefined }>(cells: readonly T[]): T[] {
  const size = (value: Value | undefined) => (value instanceof Exact ? value.abs() : Exact.zero);
  return [...cells].sort((a, b) => size(b.value).compare(size(a.value)));
}

/** Where the cells stand that count in a figure of a person at a tier, the largest first: `q.xlsx 存款!C17、C18 等 12 格`. */
export function cellsOf(
  report: Report,
  one: PersonReport,
  figure: string,
  tier: Tier | undefined,
  reader: Reader,
): string {
  const { lang } = reader;
  return report.sources
    .cells(one.index, figure, tier)
    .map(({ count, first }) => {
      const [head, ...others] = first;
      if (!head) return "";
      const near = others.map(
        (at) => (at.file === head.file && at.sheet === head.sheet && at.cell) || placeText(at, reader),
      );
      const named = [placeText(head, reader), ...near].join(words.comma[lang]);
      if (count <= first.length) return named;
      return lang === "zh" ? `${named} 等 ${count} 格` : `${named} and ${count - first.length} more`;
    })
    .join(words.semicolon[lang]);
}

/** A place as a reader of the report knows it: files by their last names. */
export function placeText(location: CellLocation, reader: Reader): string {
  return showLocation({ ...location, file: reader.fileName(location.file) });
}

/** How many cells of a figure are named where space is short. */
const cellsNamed = 3;

/** Where a comparison's figure came from, in a line; what is missing and where, if it is not known. */
export function leafSource(
  report: Report,
  one: PersonReport,
  { value }: CriterionResult,
  leaf: Leaf,
  tier: Tier | undefined,
  reader: Reader,
): string {
  const { lang } = reader;
  if (value instanceof Unknown) return value.reasons.map((reason) => missingText(reason)[lang]).join(words.comma[lang]);
  return sourcesOfLeaf(report, one, leaf, tier)
    .map(({ counted, cellType }) => cellsText(counted, cellType, cellsNamed, reader, false))
    .filter((text) => text !== "")
    .join(words.semicolon[lang]);
}
