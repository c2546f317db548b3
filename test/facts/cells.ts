import type { Diagnostic } from "../../src/diagnostic/diagnostic.ts";
import { type CellLocation, showLocation } from "../../src/diagnostic/location.ts";
import { bindFacts } from "../../src/facts/bind-facts.ts";
import type { Type } from "../../src/formula/type.ts";
import { type Result, Unknown } from "../../src/formula/value.ts";
import { type ColumnSource, id, rulebook, table, type Written } from "./build.ts";

/** A roster with one column `x` beside the key, its cells from B2 down. `sheet: null` makes it a text file. */
export function bindCells(
  column: Type | ColumnSource,
  cells: readonly Written[],
  more: { readonly unit?: string; readonly date1904?: boolean; readonly sheet?: string | null } = {},
): { values: string[]; found: string[]; diagnostics: readonly Diagnostic[]; problems: number[] } {
  const { unit, ...rest } = more;
  const source = table({
    input: "people",
    columns: ["who", unit === undefined ? "x" : `x:${unit}`],
    rows: cells.map((cell, index) => [`P${index + 1}`, cell]),
    ...rest,
  });
  const facts = bindFacts([source], rulebook({ people: { role: "subject", columns: { who: id, x: column } } }));
  return {
    values: facts.people.map((person) => show(person.columns[1])),
    // That a value is missing shows in it; test/facts/blank-cells.test.ts is about how it is said.
    found: facts.diagnostics.filter(({ code }) => code !== "facts/blank-cells").map(brief),
    diagnostics: facts.diagnostics,
    problems: facts.people.map((person) => person.problems.length),
  };
}

/** A value as text; `?why` for an unknown one. */
export function show(value: Result | undefined): string {
  if (value instanceof Unknown) return value.reasons.map((reason) => `?${reason.why}`).join();
  return String(value);
}

/** `facts/bad-date B2`. */
export function brief(diagnostic: Diagnostic): string {
  const at = diagnostic.location as CellLocation | undefined;
  return `${diagnostic.code} ${at?.cell ?? (at ? showLocation(at) : "-")}`;
}
