import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { type Result, Unknown } from "../formula/value.ts";
import type { Criterion } from "../rulebook/criterion.ts";
import type { Figure } from "../rulebook/figure.ts";
import type { Input } from "../rulebook/input.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Score } from "../rulebook/score.ts";
import type { Tier } from "../rulebook/tier.ts";
import type { RuleTest, Written } from "./rule-test.ts";
import { typedValue } from "./typed-value.ts";
import { findName, isProblem } from "./vocabulary.ts";

/** What a test gives in the place of rows. */
export interface Given {
  /** By `Column.slot` of the subject. `isOwn`: by the test itself, not by `like`. */
  readonly columns: ReadonlyMap<number, { readonly value: Result; readonly isOwn: boolean }>;
  /** A figure, of one that differs by tier at a tier; undefined: not given. */
  figure(figure: Figure, tier: Tier | undefined): Result | undefined;
  /** The input that a figure is read or summed from; undefined for what is worked out from other figures. */
  inputOf(name: string): Input | undefined;
}

/** Takes back what a person handed down. */
const unknownWord = "unknown";

/**
 * Types what a test gives. A later value takes the place of an earlier one, that of every tier the place of those at one.
 * What `like` hands down gives way to rows: a figure that is measured from a sheet with rows is measured.
 */
export function givenOf(test: RuleTest, rulebook: Rulebook): { given: Given; problems: Diagnostic[] } {
  const problems: Diagnostic[] = [];
  const columns = new Map<number, { value: Result; isOwn: boolean }>();
  const figures = new Map<number, Map<number, Result>>();
  const everyTier = -1;
  const sources = new Sources(rulebook);
  const supplied = new Set(test.rows.map((sheet) => sheet.input));
  for (const [isOwn, list] of [
    [false, test.inherited],
    [true, test.given],
  ] as const) {
    for (const written of list) {
      const name = findName(rulebook, written.key, written.keyLocation);
      if (isProblem(name)) {
        problems.push(name.problem);
        continue;
      }
      const type = name.kind === "column" ? name.column.type : name.figure.type;
      const value = givenValue(rulebook, name.name, type, name.column, written);
      if ("problem" in value) problems.push(value.problem);
      else if (name.kind === "column") columns.set(name.column.slot, { value: value.value, isOwn });
      else if (isOwn || !sources.of(name.name).some((input) => supplied.has(input.id))) {
        const before = name.tier ? figures.get(name.figure.slot) : undefined;
        figures.set(name.figure.slot, new Map([...(before ?? []), [name.tier?.index ?? everyTier, value.value]]));
      }
    }
  }
  const given: Given = {
    columns,
    figure(figure, tier) {
      const values = figures.get(figure.slot);
      return (tier && values?.get(tier.index)) ?? values?.get(everyTier);
    },
    inputOf: (name) => sources.own(name),
  };
  return { given, problems };
}

function givenValue(
  rulebook: Rulebook,
  name: string,
  type: Figure["type"],
  column: Parameters<typeof typedValue>[3],
  written: Written,
): { readonly value: Result } | { readonly problem: Diagnostic } {
  if (written.value === unknownWord) {
    const what = column?.label ?? rulebook.figures.find((one) => one.name === name)?.label ?? { zh: name, en: name };
    return { value: new Unknown([{ why: "not-given", what }]) };
  }
  return typedValue(rulebook, name, type, column, written.value, written.location);
}

/** Which sheets a figure comes from. */
class Sources {
  constructor(private readonly rulebook: Rulebook) {}

  /** The sheet that it is read or summed from itself. */
  own(name: string): Input | undefined {
    const metric = this.rulebook.metrics.find((one) => one.name === name);
    if (metric) return metric.measure.kind === "aggregate" ? metric.measure.input : undefined;
    const [id] = name.includes(".") ? name.split(".") : [];
    return this.rulebook.inputs.find((one) => one.id === id);
  }

  /** Those of what it is worked out from too. */
  of(name: string, seen: readonly string[] = []): Input[] {
    if (seen.includes(name)) return [];
    const own = this.own(name);
    if (own) return [own];
    const measure = this.rulebook.metrics.find((one) => one.name === name)?.measure;
    const uses =
      measure?.kind === "value" ? measure.formula.uses : measure?.kind === "score" ? namesOf(measure.score) : [];
    return uses.flatMap((used) => this.of(used, [...seen, name]));
  }
}

/** What a score is made of: its items' and vetoes' names. */
function namesOf({ start, items, deduct, veto }: Score): string[] {
  const lines = [...items, ...deduct.flatMap((group) => group.items)].map((item) => item.of);
  return [...(start ? [start] : []), ...lines].flatMap((formula) => formula.uses).concat(veto.flatMap(leafNames));
}

function leafNames(criterion: Criterion): string[] {
  return criterion.kind === "leaf" ? [criterion.name] : criterion.of.flatMap(leafNames);
}
