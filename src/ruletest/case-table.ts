import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import type { SpanLocation } from "../diagnostic/location.ts";
import type { Path, RuleDocument } from "../rulebook/document.ts";
import { type ExpectedColumn, expectedColumn, expectedOfCell } from "./expected.ts";
import type { Expected, Written } from "./rule-test.ts";
import type { CellSource } from "./schema.ts";

/** A row of a table of cases: what is given left of the arrow, what is expected right of it. */
export interface Case {
  /** The `case` column's words, or the given cells in one line. */
  readonly title: string;
  readonly location: SpanLocation;
  /** Every cell left of the arrow that is not empty, `case` left out: names, settings, `<blanks>`. */
  readonly given: readonly Written[];
  readonly expected: readonly Expected[];
}

const arrows: readonly CellSource[] = ["→", "=>", "->"];

/**
 * Reads a table of cases. The first row is its head; an arrow parts what is given from what is expected:
 *
 *     cases:
 *       - [deposits, largest_deposit, →, tier]
 *       - [2.5亿,    1亿,             →, senior]
 */
export function readCases(rows: readonly (readonly CellSource[])[], path: Path, document: RuleDocument) {
  const diagnostics: Diagnostic[] = [];
  const [head = [], ...body] = rows;
  const arrow = head.findIndex((cell) => arrows.includes(cell));
  if (arrow < 0 || head.filter((cell) => arrows.includes(cell)).length > 1) {
    return { cases: [], heads: [], diagnostics: [diagnose("ruletest/no-arrow", document.at([...path, 0]), {})] };
  }
  const columns = head.map((cell, index) => readHead(cell, index - arrow, document.at([...path, 0, index])));
  for (const [index, column] of columns.entries()) {
    if ("problem" in column) diagnostics.push(column.problem);
    else if (columns.findIndex((other) => "name" in other && other.name === column.name) < index) {
      diagnostics.push(diagnose("ruletest/case-column-twice", column.location, { name: column.name }));
    }
  }
  if (diagnostics.length > 0) return { cases: [], heads: [], diagnostics };
  const good = columns as Head[];
  const cases = body.flatMap((cells, index): Case[] => {
    const rowPath = [...path, index + 1];
    const problem = rowProblem(cells, head.length, arrow, rowPath, document);
    if (problem) diagnostics.push(problem);
    const read = problem ? undefined : readCase(good, cells, rowPath, document, diagnostics);
    return read ? [read] : [];
  });
  return { cases, heads: good, diagnostics };
}

interface Head {
  readonly name: string;
  readonly location: SpanLocation;
  /** Right of the arrow only. */
  readonly expected: ExpectedColumn | undefined;
  readonly isArrow: boolean;
}

function readHead(cell: CellSource, side: number, location: SpanLocation): Head | { readonly problem: Diagnostic } {
  if (side === 0) return { name: "→", location, expected: undefined, isArrow: true };
  if (typeof cell !== "string" || cell === "") return { problem: diagnose("ruletest/case-head", location, {}) };
  if (side < 0) return { name: cell, location, expected: undefined, isArrow: false };
  const expected = expectedColumn(cell, location);
  return "problem" in expected ? expected : { name: cell, location, expected, isArrow: false };
}

function rowProblem(
  cells: readonly CellSource[],
  wanted: number,
  arrow: number,
  path: Path,
  document: RuleDocument,
): Diagnostic | undefined {
  if (cells.length !== wanted) {
    return diagnose("ruletest/case-cells", document.at(path), { got: cells.length, wanted });
  }
  const own = cells.findIndex((cell) => arrows.includes(cell));
  if (own === arrow) return undefined;
  return diagnose("ruletest/case-arrow", document.at([...path, own < 0 ? arrow : own]), {});
}

/** Undefined when a cell is wrong (reported). */
function readCase(
  heads: readonly Head[],
  cells: readonly CellSource[],
  path: Path,
  document: RuleDocument,
  diagnostics: Diagnostic[],
): Case | undefined {
  const before = diagnostics.length;
  const given: Written[] = [];
  const expected: Expected[] = [];
  let title: string | undefined;
  for (const [index, { name, location: keyLocation, expected: column, isArrow }] of heads.entries()) {
    const cell = cells[index] ?? "";
    const location = document.at([...path, index]);
    if (isArrow || cell === "") continue;
    if (column) {
      const made = expectedOfCell(column, cell, keyLocation, [...path, index], document);
      if (made && "problem" in made) diagnostics.push(made.problem);
      else if (made) expected.push(made);
    } else if (Array.isArray(cell)) {
      const args = { name, expected: { zh: "一个值", en: "one value" }, got: cell.join(", "), example: cell[0] ?? "" };
      diagnostics.push(diagnose("ruletest/bad-value", location, args));
    } else if (name === "case") title = String(cell);
    else given.push({ key: name, value: cell, location, keyLocation });
  }
  if (diagnostics.length > before) return undefined;
  title ??= given.map(({ key, value }) => `${key.replace(/^<(.+)>$/, "$1")} ${shown(value)}`).join(", ");
  return { title, location: document.at(path), given, expected };
}

function shown(value: string | boolean): string {
  return typeof value === "boolean" ? (value ? "yes" : "no") : value;
}
