import { diagnose } from "../diagnostic/diagnostic.ts";
import type { SpanLocation } from "../diagnostic/location.ts";
import type { Type } from "../formula/type.ts";
import { describe } from "../formula/type-words.ts";
import type { Value } from "../formula/value.ts";
import { asType, parseConstant } from "../rulebook/compile/constant.ts";
import type { Column } from "../rulebook/input.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { didYouMean } from "../text/suggest.ts";
import { listOf } from "../text/text.ts";
import { type Meant, tierWords } from "./vocabulary.ts";

/**
 * A constant as a value of a type: `2.5亿`, `98.5%`, `3年`, `本科`, `yes`, `2026-09-30`, a tier's id or label, `none`. The
 * column's own words (合格) are understood. Ratios, durations and foreign money say their unit, as in formulas.
 */
export function typedValue(
  rulebook: Rulebook,
  name: string,
  type: Type,
  column: Column | undefined,
  written: string | boolean,
  at: SpanLocation,
): Meant<{ readonly value: Value }> {
  const value = read(rulebook, type, column, written);
  if (value !== undefined) return { value };
  const words = wordsOf(rulebook, type);
  if (words) {
    const near = didYouMean(String(written), words);
    const what = { zh: `“${name}”的取值`, en: `a value of ${name}` };
    return {
      problem: diagnose("ruletest/unknown-value", at, { value: String(written), what, near, known: listOf(words) }),
    };
  }
  const args = { name, expected: describe(type), got: String(written), example: example(type) };
  return { problem: diagnose("ruletest/bad-value", at, args) };
}

function read(
  rulebook: Rulebook,
  type: Type,
  column: Column | undefined,
  written: string | boolean,
): Value | undefined {
  if (typeof written === "string") {
    const word = written.trim();
    if (type.kind === "text" || type.kind === "id" || type.kind === "level") return word;
    if (type.kind === "tier") return readTier(rulebook, word);
    const known = column?.words.get(word);
    if (type.kind === "enum" && known !== undefined) return known;
    if (type.kind === "boolean" && column?.yes.includes(word)) return true;
    if (type.kind === "boolean" && column?.no.includes(word)) return false;
  }
  const constant = parseConstant(written);
  const isBareForeign =
    type.kind === "money" && type.currency !== rulebook.currency && constant.kind === "figure" && !constant.type;
  if (isBareForeign && constant.value.sign !== 0) return undefined;
  return asType(constant, type);
}

function readTier(rulebook: Rulebook, word: string): string | undefined {
  if (word === "none") return "";
  return rulebook.tiers.find((tier) => tierWords(tier).includes(word))?.id;
}

/** Kinds that have a fixed set of words. */
function wordsOf(rulebook: Rulebook, type: Type): readonly string[] | undefined {
  if (type.kind === "enum") return type.values;
  if (type.kind === "tier") return [...rulebook.tiers.map((tier) => tier.id), "none"];
  return type.kind === "boolean" ? ["yes", "no"] : undefined;
}

function example(type: Type): string {
  switch (type.kind) {
    case "money":
      return type.currency === "CNY" ? "2.5亿" : `500万 ${type.currency}`;
    case "ratio":
      return "98.5%";
    case "duration":
      return type.base === "year" ? "2.99年" : "30天";
    case "date":
      return "2026-09-30";
    case "number":
    case "count":
      return `3${type.unit ?? ""}`;
    default:
      return "…";
  }
}
