import { joinUnknown, type Result, Unknown } from "../formula/value.ts";
import { Exact } from "../number/exact.ts";
import { atLeast, criterionTruth } from "../rulebook/criterion-truth.ts";
import type { PersonFrame } from "../rulebook/frame.ts";
import type { DeductGroup, Score, ScoreItem } from "../rulebook/score.ts";
import type { Text } from "../text/text.ts";

/** One line of a score as it came out; every report that shows a score shows these. */
export interface ScoreLine {
  readonly kind: "start" | "item" | "deduction" | "veto";
  readonly id: string;
  readonly label: Text;
  readonly cite: string | undefined;
  /** What was measured; undefined for the start and for a capped group's total. */
  readonly value: Result | undefined;
  /** Points added; below zero for a deduction. */
  readonly points: Result;
}

/**
 * A score: start + items − deductions. A true veto makes it 0 even beside unknowns; otherwise any unknown line makes the
 * whole unknown.
 */
export function scoreOf(score: Score, frame: PersonFrame): Result {
  const veto = atLeast(
    1,
    score.veto.map((criterion) => criterionTruth(criterion, frame)),
  );
  if (veto === true) return Exact.zero;
  const parts = [...addends(score, frame), ...score.deduct.map((group) => deduction(group, frame))];
  const unknown = [veto, ...parts].filter((part) => part instanceof Unknown);
  if (unknown.length > 0) return joinUnknown(...unknown);
  return (parts as Exact[]).reduce((total, part) => total.add(part), Exact.zero);
}

/** Every line of a score, for explanations. */
export function scoreLines(score: Score, frame: PersonFrame): ScoreLine[] {
  const line = (kind: ScoreLine["kind"], item: ScoreItem, sign: 1 | -1): ScoreLine => {
    const points = pointsOf(item, frame);
    const { id, label, cite } = item;
    const signed = sign < 0 && points instanceof Exact ? points.neg() : points;
    return { kind, id, label, cite, value: item.of.evaluate(frame), points: signed };
  };
  const start = score.start?.evaluate(frame);
  const startLabel = { zh: "起评分", en: "Start" };
  const veto = score.veto.filter((criterion) => criterionTruth(criterion, frame) === true);
  return [
    ...veto.map(({ id, label, cite }) => ({ kind: "veto" as const, id, label, cite, value: true, points: Exact.zero })),
    ...(start === undefined
      ? []
      : [{ kind: "start" as const, id: "start", label: startLabel, cite: undefined, value: undefined, points: start }]),
    ...score.items.map((item) => line("item", item, 1)),
    ...score.deduct.flatMap((group) => [
      ...group.items.map((item) => line("deduction", item, -1)),
      {
        kind: "deduction" as const,
        id: group.id,
        label: group.label,
        cite: group.cite,
        value: undefined,
        points: deduction(group, frame),
      },
    ]),
  ];
}

function addends(score: Score, frame: PersonFrame): Result[] {
  const start = score.start?.evaluate(frame);
  return [...(start === undefined ? [] : [start]), ...score.items.map((item) => pointsOf(item, frame))];
}

/** What a group of deductions takes away, as a figure at or below zero; capped, however many items there are. */
function deduction(group: DeductGroup, frame: PersonFrame): Result {
  const parts = group.items.map((item) => pointsOf(item, frame));
  const unknown = parts.filter((part) => part instanceof Unknown);
  if (unknown.length > 0) return joinUnknown(...unknown);
  const sum = (parts as Exact[]).reduce((total, part) => total.add(part), Exact.zero);
  return (group.cap ? smaller(sum, group.cap) : sum).neg();
}

function pointsOf(item: ScoreItem, frame: PersonFrame): Result {
  const value = item.of.evaluate(frame);
  if (!(value instanceof Exact)) return value;
  if (item.kind === "weighted") return (item.cap ? smaller(value, item.cap) : value).mul(item.weight);
  const excess = value.sub(item.over);
  const steps = excess.sign <= 0 ? 0n : (excess.div(item.every)?.floor() ?? 0n);
  const points = item.points.mul(Exact.of(steps));
  return item.cap ? smaller(points, item.cap) : points;
}

function smaller(a: Exact, b: Exact): Exact {
  return a.compare(b) <= 0 ? a : b;
}
