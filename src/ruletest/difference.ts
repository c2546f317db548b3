import type { CriterionResult, Status } from "../assess/assessment.ts";
import { failedText, missingText, passedText } from "../decide/phrases.ts";
import type { SpanLocation } from "../diagnostic/location.ts";
import { Unknown } from "../formula/value.ts";
import { Exact } from "../number/exact.ts";
import type { Leaf } from "../rulebook/criterion.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Text } from "../text/text.ts";

/** Where a test's expectation and the rulebook's outcome part. */
export interface Difference {
  /** `tier`, `due.action`, `gap.senior.business.a.deposits`. */
  readonly key: string;
  /** Of the expectation in the test file. */
  readonly location: SpanLocation;
  readonly expected: Text;
  readonly got: Text;
  /** The criteria that the outcome rests on. */
  readonly deciding: readonly Deciding[];
  /** The recommendation's own reasons, where it is the recommendation that differs. */
  readonly reasons: readonly Text[];
}

/** A comparison that an outcome rests on. */
export interface Deciding {
  readonly leaf: Leaf;
  readonly status: Status;
  readonly value: CriterionResult["value"];
  readonly threshold: CriterionResult["threshold"];
  readonly gap: CriterionResult["gap"];
  /** In a sentence: `日均存款 24,999.999999万元，低于 2.5亿元，差 0.01元`. */
  readonly says: Text;
}

/** The comparisons that a node's outcome rests on: those of its parts that came out as it did. */
export function decidingIn(result: CriterionResult, rulebook: Rulebook): Deciding[] {
  const { criterion, status, parts } = result;
  if (criterion.kind === "leaf") return [decidingLeaf(result, criterion, rulebook)];
  const alike = parts.filter((part) => part.status === status);
  // Of several ways that all failed the nearest is what a reader looks for.
  if (criterion.kind === "group" && criterion.need < parts.length) alike.sort((a, b) => shortOf(a) - shortOf(b));
  // The candidates of a reading may all be decided, and the reading unknown because they disagree.
  return (alike.length > 0 ? alike : parts).flatMap((part) => decidingIn(part, rulebook));
}

/** How far a node is from passing, as a share of its lines: for the order of a list, nothing hangs on it. */
function shortOf({ status, parts, criterion, gap, threshold }: CriterionResult): number {
  if (status === "pass") return 0;
  if (criterion.kind !== "leaf") return parts.reduce((sum, part) => sum + shortOf(part), 0);
  const line = threshold instanceof Exact ? Math.abs(threshold.toNumber()) : 0;
  return gap && line > 0 ? gap.toNumber() / line : 1;
}

function decidingLeaf(result: CriterionResult, leaf: Leaf, rulebook: Rulebook): Deciding {
  const { status, value, threshold, gap } = result;
  return { leaf, status, value, threshold, gap, says: sentence(result, leaf, rulebook) };
}

function sentence(result: CriterionResult, leaf: Leaf, rulebook: Rulebook): Text {
  const { status, value } = result;
  if (status === "pass") return passedText(result, leaf, rulebook);
  if (status === "fail") return failedText(result, leaf, rulebook);
  const missing = value instanceof Unknown ? value.reasons.map(missingText) : [];
  if (missing.length === 0) return { zh: `${leaf.nameLabel.zh} 未知`, en: `${leaf.nameLabel.en} unknown` };
  return {
    zh: `${leaf.nameLabel.zh} 未知：${missing.map((one) => one.zh).join("、")}`,
    en: `${leaf.nameLabel.en} unknown: ${missing.map((one) => one.en).join(", ")}`,
  };
}
