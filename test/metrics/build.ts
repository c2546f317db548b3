import type { Facts, InputFacts } from "../../src/facts/facts.ts";
import { type Result, Unknown } from "../../src/formula/value.ts";
import { measure } from "../../src/metrics/measure.ts";
import { Exact } from "../../src/number/exact.ts";
import { parseQuantity } from "../../src/number/quantity.ts";
import type { PersonFrame, Run } from "../../src/rulebook/frame.ts";
import type { Column, Input } from "../../src/rulebook/input.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import { same } from "../../src/text/text.ts";
import { rulebook } from "../rulebook/build.ts";

/** Cells by column name: figures as written (`1.5亿`), words, truths; what is left out is blank, and so unknown. */
export type Row = Readonly<Record<string, string | boolean | null>>;

/** Rows by input; an input left out is a sheet that was not supplied. The first key of a detail row, `id`, says whose it is. */
export type Sheets = Readonly<Record<string, readonly Row[]>>;

export const run: Run = { asOf: "2026-12-31", from: "2026-10-01", to: "2026-12-31" };

export function factsOf(rules: Rulebook, sheets: Sheets): Facts {
  const people = sheets[rules.subject.id] ?? [];
  const ids = people.map((row) => String(row.id));
  return {
    people: people.map((row, index) => ({
      id: String(row.id),
      index,
      columns: rules.subject.columns.map((column) => resultOf(rules.subject, column, row, index)),
      locate: (slot) => place(rules.subject, index, slot),
      problems: [],
    })),
    inputs: rules.inputs.map((input) => inputFacts(input, sheets[input.id], ids)),
    diagnostics: [],
    fatal: false,
  };
}

function inputFacts(input: Input, rows: readonly Row[] | undefined, ids: readonly string[]): InputFacts | undefined {
  if (!rows || input.role === "subject") return undefined;
  const own = (id: string) => rows.flatMap((row, index) => (input.role === "whole" || row.id === id ? [index] : []));
  return {
    rows: rows.length,
    columns: input.columns.map((column) => rows.map((row, index) => resultOf(input, column, row, index))),
    rowsOf: ids.map(own),
    locate: (row, slot) => place(input, row, slot),
  };
}

function place(input: Input, row: number, slot = 0) {
  return { file: "q.xlsx", sheet: input.id, cell: `${"ABCDEFGHIJ"[slot]}${row + 2}` };
}

function resultOf(input: Input, { name, type, slot, missing }: Column, row: Row, index: number): Result {
  const written = row[name];
  if (written === null || written === undefined) {
    if (missing !== undefined) return missing;
    return new Unknown([{ why: "blank", what: same(name), location: place(input, index, slot) }]);
  }
  const numeric = ["money", "ratio", "number", "count", "duration"].includes(type.kind);
  if (typeof written === "boolean" || !numeric) return written;
  const quantity = parseQuantity(written);
  if (!quantity) throw new Error(`no figure: ${written}`);
  return quantity.value;
}

export interface Measured {
  readonly rules: Rulebook;
  readonly facts: Facts;
  readonly frames: readonly PersonFrame[];
  /** A figure as text: its decimal, or `?` with what is missing. */
  figure(name: string, tier?: string, person?: number): string;
  result(name: string, tier?: string, person?: number): Result | undefined;
}

/** Measures people by a rulebook of the sections given. */
export function measured(sections: string, sheets: Sheets): Measured {
  const rules = rulebook(sections);
  const facts = factsOf(rules, sheets);
  const { people: frames } = measure(facts, rules, run);
  const result = (name: string, tier?: string, person = 0): Result | undefined => {
    const figure = rules.figures.find((one) => one.name === name);
    const frame = frames[person];
    if (!figure || !frame) throw new Error(`no figure ${name}`);
    if (!figure.tierScoped) return frame.shared[figure.slot];
    const index = rules.tiers.findIndex((one) => one.id === tier);
    return frame.byTier[index]?.[figure.slot];
  };
  return { rules, facts, frames, result, figure: (name, tier, person) => shown(result(name, tier, person)) };
}

/** `1500`, `true`; `? amount B2, no-sheet sales` for what is unknown, in the order of the texts. */
export function shown(result: Result | undefined): string {
  if (!(result instanceof Unknown)) return result instanceof Exact ? result.toString() : String(result);
  const reasons = result.reasons.map(({ why, what, location }) => {
    return why === "blank" ? `${what.zh} ${location?.cell ?? ""}`.trim() : `${why} ${what.zh}`;
  });
  return `? ${reasons.sort().join(", ")}`.trim();
}
