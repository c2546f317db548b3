import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import type { Column, Input } from "../rulebook/input.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { listOf } from "../text/text.ts";
import type { Table } from "../workbook/table.ts";
import { bindColumn } from "./bind-column.ts";
import type { Facts, InputFacts } from "./facts.ts";
import { IdFamilies, isKey } from "./id-family.ts";
import { InputRows, placeOf } from "./input-rows.ts";
import { reportMagnitudes } from "./magnitude.ts";
import { reportNoRows } from "./no-rows.ts";
import { reportOutliers } from "./outliers.ts";
import { ownersOf, rowsByPerson } from "./owners.ts";
import { Problems } from "./problems.ts";
import { reportRepeatedInSheet } from "./repeated-in-sheet.ts";
import { reportRepeatedRows } from "./repeated-rows.ts";
import { peopleOf, type Roster, readRoster } from "./roster.ts";
import { requireOneRow, requireOneRowEach } from "./single-rows.ts";

/** Owners of rows where there is no roster. */
const nobody = new Int32Array();

/**
 * Reads tables by the rulebook's types. Tables come sorted by file and sheet, which gives the roster its order; the order of
 * detail rows changes nothing. Whatever cannot be read is an error at its cell, unknown in the facts, and a problem of the
 * person whose row it is.
 *
 * @param every names every bad cell, rather than the first few of a column and how many more there are
 */
export function bindFacts(tables: readonly Table[], rulebook: Rulebook, every = false): Facts {
  const problems = new Problems(every);
  const { subject } = rulebook;
  const keyed = tables.filter((table) => hasKey(table, rulebook, problems));
  const supplied = rulebook.inputs.map((input) => {
    const own = keyed.filter((table) => table.input === input.id);
    return own.length > 0 ? new InputRows(input, own) : undefined;
  });
  const rosterRows = supplied[subject.index];
  if (!rosterRows || !subject.key) {
    if (!tables.some((table) => table.input === subject.id)) problems.add(noRoster(subject));
    // Nobody can be graded; cells that cannot be read are said all the same.
    bindColumns(supplied, problems, () => true);
    problems.settle(() => nobody);
    return { people: [], inputs: rulebook.inputs.map(() => undefined), diagnostics: problems.list, fatal: true };
  }

  bindColumns(supplied, problems, (column) => column.kind === "id");
  const roster = readRoster(rosterRows, subject.key, problems);
  const owners = supplied.map((rows) => {
    if (rows === rosterRows) return roster.owner;
    const refers = rows?.input.refers;
    return rows && refers
      ? ownersOf(rows, refers, roster, subject.label, problems)
      : new Int32Array(rows?.rows ?? 0).fill(-1);
  });
  bindColumns(supplied, problems, (column) => column.kind !== "id");
  if (roster.rowOf.length === 0) {
    problems.add(diagnose("facts/no-people", placeOf(rosterRows.tables[0] as Table), { label: subject.label }));
  }
  const inputs = supplied.map((rows, index): InputFacts | undefined => {
    if (!rows) return undefined;
    return factsOf(rows, roster, owners[index] ?? new Int32Array(), problems);
  });
  problems.settle((input) => owners[input] ?? new Int32Array());
  return {
    people: peopleOf(roster, subject, problems),
    inputs: inputs.map((input, index) => (index === subject.index ? undefined : input)),
    diagnostics: problems.list,
    fatal: keyed.length < tables.length || roster.hasDuplicates || roster.rowOf.length === 0,
  };
}

/** Ids first, in all inputs, so that those that came as numbers get their width and every row its owner. */
function bindColumns(
  supplied: readonly (InputRows | undefined)[],
  problems: Problems,
  wanted: (column: Column) => boolean,
): void {
  const ids = new IdFamilies();
  for (const rows of supplied) {
    for (const column of rows?.input.columns ?? []) if (rows && wanted(column)) bindColumn(rows, column, ids, problems);
  }
  ids.pad((input, slot) => supplied[input]?.columns[slot], problems);
}

function factsOf(rows: InputRows, roster: Roster, owner: Int32Array, problems: Problems): InputFacts {
  const { input } = rows;
  const people = roster.rowOf.length;
  const rowsOf = input.role === "whole" && rows.rows > 0 ? Array(people).fill([0]) : rowsByPerson(owner, people);
  reportOutliers(rows, reportMagnitudes(rows, problems), problems);
  if (input.role === "one-row" && input.key) requireOneRowEach(rows, input.key, rowsOf, problems);
  if (input.role === "detail") {
    reportRepeatedRows(rows, rowsOf, problems);
    reportRepeatedInSheet(rows, owner, problems);
  }
  if (input.role === "detail" || input.role === "one-row") reportNoRows(rows, roster, rowsOf, problems);
  if (input.role === "whole") requireOneRow(rows, problems);
  return {
    rows: rows.rows,
    columns: rows.columns,
    rowsOf,
    locate: (row, slot) => rows.locate(row, slot),
  };
}

function noRoster({ label, sheets }: Input): Diagnostic {
  return diagnose("facts/no-roster", undefined, { label, sheets: listOf(sheets) });
}

/** Every table must say whose its rows are: without that a run would leave people's business out. */
function hasKey(table: Table, rulebook: Rulebook, problems: Problems): boolean {
  const input = rulebook.inputs.find((one) => one.id === table.input);
  const key = input?.columns.find((column) => isKey(input, column));
  if (!input || !key || table.columns.has(key.name)) return true;
  problems.add(diagnose("facts/no-key-column", placeOf(table), { label: input.label, header: key.label }));
  return false;
}
