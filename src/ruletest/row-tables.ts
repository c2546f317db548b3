import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import type { SpanLocation } from "../diagnostic/location.ts";
import type { Column, Input } from "../rulebook/input.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { didYouMean } from "../text/suggest.ts";
import type { Cell, Table, TableColumn } from "../workbook/table.ts";
import type { RuleTest, Written, WrittenRow, WrittenRows } from "./rule-test.ts";
import { findById, isProblem, unknownReference } from "./vocabulary.ts";

/** The one person of a test whose rows do not name one. */
const anyone = "A1";

/**
 * A test's rows as tables, read like any sheet. A sheet that is named has all its columns; a cell that a row leaves out is
 * blank, but whose row it is may be left out: it is the first person's. A test without the roster has a roster of one.
 */
export function rowTables(
  test: RuleTest,
  rulebook: Rulebook,
): { readonly tables: readonly Table[] } | { readonly problems: readonly Diagnostic[] } {
  const problems: Diagnostic[] = [];
  const { subject } = rulebook;
  const sheets = test.rows.flatMap((sheet): { input: Input; sheet: WrittenRows }[] => {
    const input = findById(rulebook.inputs, sheet.input, { zh: "表", en: "input" }, sheet.location);
    if (isProblem(input)) problems.push(input.problem);
    else {
      problems.push(...unknownCells(input, sheet));
      if (input === subject && sheet.rows.length === 0) {
        problems.push(diagnose("ruletest/no-one", sheet.location, { input: input.id }));
      }
    }
    return isProblem(input) ? [] : [{ input, sheet }];
  });
  if (problems.length > 0) return { problems };
  const roster = sheets.find(({ input }) => input === subject)?.sheet;
  const who = personOf(subject, roster, sheets);
  const tables = sheets.map(({ input, sheet }) => tableOf(input, input.columns, sheet.rows, sheet.location, who));
  // Without its rows nothing is known of the roster's other columns.
  const key = subject.key ? [subject.key] : [];
  const one = roster ? [] : [tableOf(subject, key, [{ location: test.location, cells: [] }], test.location, who)];
  return { tables: [...one, ...tables] };
}

function unknownCells(input: Input, sheet: WrittenRows): Diagnostic[] {
  const names = input.columns.map((column) => column.name);
  return sheet.rows.flatMap((row) =>
    row.cells.flatMap((cell) => {
      if (names.includes(cell.key)) return [];
      const what = { zh: `列（${input.id}）`, en: `column of ${input.id}` };
      return [unknownReference(what, cell.key, didYouMean(cell.key, names), cell.keyLocation)];
    }),
  );
}

/** Whose rows those are that do not say: the roster's first, or whoever is named first. */
function personOf(
  subject: Input,
  roster: WrittenRows | undefined,
  sheets: readonly { readonly input: Input; readonly sheet: WrittenRows }[],
): string {
  const own = roster?.rows[0]?.cells.find((cell) => cell.key === subject.key?.name);
  if (roster) return own ? String(own.value) : anyone;
  for (const { input, sheet } of sheets) {
    for (const row of sheet.rows) {
      const named = row.cells.find((cell) => cell.key === input.refers?.name);
      if (named) return String(named.value);
    }
  }
  return anyone;
}

function tableOf(
  input: Input,
  columns: readonly Column[],
  rows: readonly WrittenRow[],
  location: SpanLocation,
  who: string,
): Table {
  const owner = input.role === "subject" ? input.key?.name : input.refers?.name;
  const cellAt = (row: number, column: string): Written | undefined =>
    rows[row]?.cells.find((cell) => cell.key === column);
  const columnOf = (column: Column, index: number): [string, TableColumn] => {
    const { name } = column;
    const cell = (row: number): Cell => {
      const written = cellAt(row, name);
      if (written) return cellOf(written.value);
      return name === owner ? { kind: "text", text: who } : { kind: "blank" };
    };
    return [name, { name, index, header: name, unit: undefined, cell }];
  };
  return {
    input: input.id,
    file: location.file,
    // A sheet, not a text file: ids are taken as they are written.
    sheet: input.id,
    columns: new Map(columns.map(columnOf)),
    rows: rows.length,
    rowNumber: (index) => index + 1,
    locate: (index, column) => cellAt(index, column ?? "")?.location ?? rows[index]?.location ?? location,
    date1904: false,
  };
}

function cellOf(value: string | boolean): Cell {
  if (typeof value === "boolean") return { kind: "boolean", value };
  return value === "" ? { kind: "blank" } : { kind: "text", text: value };
}
