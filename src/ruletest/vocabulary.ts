import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import type { SpanLocation } from "../diagnostic/location.ts";
import type { Figure } from "../rulebook/figure.ts";
import type { Column } from "../rulebook/input.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Tier } from "../rulebook/tier.ts";
import { didYouMean } from "../text/suggest.ts";
import type { Text } from "../text/text.ts";

/** What a name of a test file means in the rulebook, or why it means nothing. */
export type Meant<T> = T | { readonly problem: Diagnostic };

export function isProblem(meant: object | string | boolean): meant is { readonly problem: Diagnostic } {
  return typeof meant === "object" && "problem" in meant;
}

/** A name that a test file can give a value: a column of the subject, or a figure, at one tier or at all. */
export type Nameable =
  | { readonly kind: "column"; readonly name: string; readonly column: Column }
  | {
      readonly kind: "figure";
      readonly name: string;
      readonly figure: Figure;
      /** Undefined: every tier. */
      readonly tier: Tier | undefined;
      /** The column of a one-row input that the figure is; undefined for what is measured. */
      readonly column: Column | undefined;
    };

/** Finds `years`, `quality.normal`, `deposits`, `deposits at senior`. */
export function findName(rulebook: Rulebook, written: string, at: SpanLocation): Meant<Nameable> {
  const [, name = written, tierWord] = /^(.+?)\s+at\s+(.+)$/u.exec(written) ?? [];
  const column = rulebook.subject.columns.find((one) => one.name === name);
  const figure = rulebook.figures.find((one) => one.name === name);
  if (!column && !figure) return { problem: unknownName(rulebook, name, at) };
  if (rulebook.standing.some((one) => one.id === name)) {
    return { problem: diagnose("ruletest/worked-out", at, { name }) };
  }
  if (tierWord !== undefined && (column || !figure?.tierScoped)) {
    return { problem: diagnose("ruletest/not-by-tier", at, { name, tier: tierWord }) };
  }
  if (column) return { kind: "column", name, column };
  const tier = tierWord === undefined ? undefined : findTier(rulebook, tierWord, at);
  if (tier && isProblem(tier)) return tier;
  return { kind: "figure", name, figure: figure as Figure, tier, column: oneRowColumn(rulebook, name) };
}

function oneRowColumn(rulebook: Rulebook, name: string): Column | undefined {
  const [inputId, columnName] = name.split(".");
  const input = columnName === undefined ? undefined : rulebook.inputs.find((one) => one.id === inputId);
  return input?.columns.find((one) => one.name === columnName);
}

function unknownName(rulebook: Rulebook, name: string, at: SpanLocation): Diagnostic {
  const standing = new Set(rulebook.standing.map((one) => one.id));
  const known = [...rulebook.subject.columns, ...rulebook.figures].map((one) => one.name);
  const near = didYouMean(
    name,
    known.filter((one) => !standing.has(one)),
  );
  return unknownReference({ zh: "列或指标", en: "column or figure" }, name, near, at);
}

/** A tier by id, label or alias. */
export function findTier(rulebook: Rulebook, word: string, at: SpanLocation): Meant<Tier> {
  const tier = rulebook.tiers.find((one) => tierWords(one).includes(word));
  if (tier) return tier;
  const near = didYouMean(word, rulebook.tiers.flatMap(tierWords));
  return { problem: unknownReference({ zh: "等级", en: "tier" }, word, near, at) };
}

export function tierWords({ id, label, aliases }: Tier): string[] {
  return [...new Set([id, label.zh, label.en, ...aliases])];
}

/** An entry of a list of the rulebook's, by id. */
export function findById<T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  what: Text,
  at: SpanLocation,
): Meant<T> {
  const found = list.find((one) => one.id === id);
  if (found) return found;
  const near = didYouMean(
    id,
    list.map((one) => one.id),
  );
  return { problem: unknownReference(what, id, near, at) };
}

export function unknownReference(what: Text, name: string, near: Text, at: SpanLocation): Diagnostic {
  return diagnose("ruletest/unknown-reference", at, { what, name, near });
}
