import { didYouMean } from "../text/suggest.ts";
import type { Text } from "../text/text.ts";
import type { DateLiteral, Figure, NameRef, TextLiteral } from "./expression.ts";
import type { Type } from "./type.ts";
import { describe, listed } from "./type-words.ts";
import { constant, type Typed, type Workshop } from "./typed.ts";
import { type Words, wordsOf } from "./words.ts";

/** Words that are booleans wherever no name is called so, as in YAML. */
const booleans: ReadonlyMap<string, boolean> = new Map([
  ["yes", true],
  ["true", true],
  ["no", false],
  ["false", false],
]);

/** What a spreadsheet has in a cell of yes or no, and a formula writes otherwise. */
const chineseBooleans: ReadonlyMap<string, "yes" | "no"> = new Map([
  ["是", "yes"],
  ["有", "yes"],
  ["否", "no"],
  ["无", "no"],
]);

/** A name, or a word that stands for a value of what is opposite. */
export function buildName<F>(ref: NameRef, opposite: Type | undefined, workshop: Workshop<F>): Typed<F> | undefined {
  const { name, span } = ref;
  const found = workshop.env.resolve(name);
  const words = wordsOf(opposite, workshop.env);
  const value = words?.find(name);
  if (words && value !== undefined && !(found && opposite?.kind === "level")) {
    if (found) return workshop.report(span, "formula/ambiguous-word", { word: name, of: words.of });
    return constant(opposite as Type, value);
  }
  if (found) {
    workshop.use(name);
    return { type: found.type, tierScoped: found.tierScoped, run: (frame) => found.get(frame) };
  }
  if (name === "none") return constant({ kind: "tier" }, "");
  const truth = booleans.get(name);
  if (truth !== undefined) return constant({ kind: "boolean" }, truth);
  return unknownName(ref, opposite, words, workshop);
}

function unknownName<F>(
  { name, span }: NameRef,
  opposite: Type | undefined,
  words: Words | undefined,
  workshop: Workshop<F>,
): undefined {
  const { env } = workshop;
  const why = env.unseen?.(name);
  if (why) return workshop.report(span, "formula/not-visible", { name, why });
  if (words) return unknownWord(name, span, words, env.names(), workshop);
  if (opposite) return workshop.report(span, "formula/quote-text", { word: name, of: describe(opposite) });
  const input = name.includes(".") ? name.slice(0, name.indexOf(".")) : undefined;
  const element = env.elements?.(env.context === "team" ? undefined : input)?.environment.resolve(name);
  if (element) {
    const example = `${element.type.kind === "boolean" ? "count" : "sum"}(${name})`;
    return workshop.report(span, "formula/needs-aggregate", { name, example });
  }
  const yesOrNo = chineseBooleans.get(name);
  const suggestion = yesOrNo ? booleanAdvice(name, yesOrNo) : didYouMean(name, env.names());
  return workshop.report(span, "formula/unknown-name", { name, suggestion });
}

function booleanAdvice(word: string, meant: "yes" | "no"): Text {
  const alone = meant === "yes" ? "x" : "not x";
  return {
    zh: `；“${word}”写成 ${meant}（x == ${meant}），或直接写 ${alone}`,
    en: `; write ${meant} (x == ${meant}), or ${alone} alone`,
  };
}

function unknownWord<F>(
  word: string,
  span: NameRef["span"],
  words: Words,
  names: readonly string[],
  workshop: Workshop<F>,
): undefined {
  const suggestion = didYouMean(word, [...words.known, ...names]);
  return workshop.report(span, "formula/unknown-word", { word, of: words.of, suggestion, values: listed(words.known) });
}

/** Quoted text: always a value, never a name. */
export function buildText<F>(
  literal: TextLiteral,
  opposite: Type | undefined,
  workshop: Workshop<F>,
): Typed<F> | undefined {
  const words = wordsOf(opposite, workshop.env);
  if (!words) return constant({ kind: "text" }, literal.value);
  const value = words.find(literal.value);
  return value === undefined
    ? unknownWord(literal.value, literal.span, words, [], workshop)
    : constant(opposite as Type, value);
}

export function buildDate<F>(literal: DateLiteral): Typed<F> {
  return constant({ kind: "date" }, literal.value);
}

/** A figure; opposite a level, whose names may be 1, 2, …, it is the level's name. */
export function buildFigure<F>(
  figure: Figure,
  opposite: Type | undefined,
  workshop: Workshop<F>,
): Typed<F> | undefined {
  const { text, value, unit, span } = figure;
  if (opposite?.kind === "level" && !unit) return constant(opposite, text);
  if ((opposite?.kind === "id" || opposite?.kind === "text") && !unit) {
    return workshop.report(span, "formula/quote-text", { word: text, of: describe(opposite) });
  }
  return constant(figureType(unit), value);
}

function figureType(unit: Figure["unit"]): Type {
  if (unit?.currency) return { kind: "money", currency: unit.currency };
  if (unit?.ratio) return { kind: "ratio" };
  if (unit?.duration) return { kind: "duration", base: unit.duration };
  return unit?.other ? { kind: "number", unit: unit.other } : { kind: "number", bare: true };
}
