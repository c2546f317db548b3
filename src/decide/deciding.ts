import type { CriterionResult } from "../assess/assessment.ts";
import type { Choice, Criterion } from "../rulebook/criterion.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Text } from "../text/text.ts";
import { both, failedText, listed, passedText, quoted } from "./phrases.ts";

const mostAlternatives = 2;
const mostFailures = 3;

/** What a tree that fails asks for in vain, a text each: its failed comparisons, and of a choice how far it came. */
export function failures(result: CriterionResult, rulebook: Rulebook): Text[] {
  const found: Text[] = [];
  collectFailures(result, rulebook, found);
  return found;
}

function collectFailures(result: CriterionResult, rulebook: Rulebook, found: Text[]): void {
  const { criterion, parts, status } = result;
  if (status !== "fail") return;
  if (criterion.kind === "leaf") found.push(failedText(result, criterion, rulebook));
  else if (criterion.kind === "choice") found.push(unmetReadings(criterion));
  else if (criterion.need === criterion.of.length) for (const part of parts) collectFailures(part, rulebook, found);
  else {
    // In front of （须 2 项 …） a label stands as it is; in front of 未满足 it would read as one sentence with it.
    const label = criterion.need === 1 ? quoted(criterion.label) : criterion.label;
    found.push(both(label, chosenFrom(result, criterion.need, rulebook)));
  }
}

function unmetReadings({ cite, label, reading }: Choice): Text {
  return {
    zh: `${cite ?? label.zh}“${reading.printed}”按各读法均未达到`,
    en: `${cite ?? label.en} "${reading.printed}" not met in any reading`,
  };
}

/**
 * What a tree that fails lacks, to stand behind its own label: `未达：日均存款 …`; of a choice among parts how far it came,
 * `未达，最近的是：…`.
 */
export function shortcoming(result: CriterionResult, rulebook: Rulebook): Text {
  const { criterion } = result;
  if (criterion.kind === "group" && criterion.need < criterion.of.length && criterion.need > 1) {
    return both({ zh: "未达", en: " missed" }, chosenFrom(result, criterion.need, rulebook));
  }
  if (criterion.kind === "group" && criterion.need < criterion.of.length) {
    return both(
      { zh: "未达，最近的是：", en: " missed, nearest: " },
      nearestFailures(result, criterion.need, rulebook),
    );
  }
  return both({ zh: "未达：", en: " missed: " }, listed(failures(result, rulebook), mostFailures));
}

/** Behind the label of a group: `（须 2 项，已达 1 项），最近的是：…`. */
function chosenFrom(result: CriterionResult, need: number, rulebook: Rulebook): Text {
  const passed = result.parts.filter((part) => part.status === "pass").length;
  const score =
    need === 1
      ? { zh: "未满足", en: " not met" }
      : { zh: `（须 ${need} 项，已达 ${passed} 项）`, en: `: ${passed} of ${need} met` };
  return both(score, { zh: "，最近的是：", en: ", nearest: " }, nearestFailures(result, need, rulebook));
}

function nearestFailures({ parts }: CriterionResult, need: number, rulebook: Rulebook): Text {
  const passed = parts.filter((part) => part.status === "pass").length;
  const nearest = parts
    .filter((part) => part.status === "fail")
    .map((part) => ({ part, far: distance(part) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, Math.min(need - passed, mostAlternatives))
    .flatMap(({ part }) => failures(part, rulebook));
  return listed(nearest, nearest.length);
}

/**
 * How far a failed part is from passing, as a share of its lines: only to put the nearest first. Opposite a line of zero the
 * whole gap counts as one; a figure that has to be just so, and what has no distance, come last.
 */
function distance({ criterion, parts, gap, threshold, status }: CriterionResult): number {
  if (status === "pass") return 0;
  if (criterion.kind !== "leaf") return parts.reduce((sum, part) => sum + distance(part), 0);
  if (!gap || criterion.op === "==" || criterion.op === "!=") return Number.POSITIVE_INFINITY;
  const line = typeof threshold === "object" ? Math.abs(threshold.toNumber()) : 0;
  return line > 0 ? gap.toNumber() / line : 1;
}

/** The comparisons that a passing tree rests on, without those that `shared` holds by their text. */
export function grounds(result: CriterionResult, shared: ReadonlySet<string>, rulebook: Rulebook): Text[] {
  const found: Text[] = [];
  collectGrounds(result, shared, rulebook, found);
  return found;
}

function collectGrounds(result: CriterionResult, shared: ReadonlySet<string>, rulebook: Rulebook, found: Text[]): void {
  const { criterion, parts, status } = result;
  if (status !== "pass") return;
  if (criterion.kind !== "leaf") for (const part of parts) collectGrounds(part, shared, rulebook, found);
  else if (!shared.has(criterion.text)) found.push(passedText(result, criterion, rulebook));
}

const sharedTexts = new WeakMap<Criterion, Map<string, ReadonlySet<string>>>();

/** The comparisons, as written, that stand in every one of the trees. It is asked for each person, and is the same for all. */
export function textsInAll(roots: readonly Criterion[]): ReadonlySet<string> {
  const [first, ...others] = roots;
  if (!first) return new Set();
  const known = sharedTexts.get(first) ?? new Map<string, ReadonlySet<string>>();
  sharedTexts.set(first, known);
  const key = others.map(({ id }) => id).join(" ");
  const before = known.get(key);
  if (before) return before;
  const sets = others.map((root) => new Set(leafTexts(root)));
  const shared = new Set(leafTexts(first).filter((text) => sets.every((texts) => texts.has(text))));
  known.set(key, shared);
  return shared;
}

function leafTexts(criterion: Criterion): string[] {
  return criterion.kind === "leaf" ? [criterion.text] : criterion.of.flatMap(leafTexts);
}
