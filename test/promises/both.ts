import { message } from "../../src/diagnostic/diagnostic.ts";
import { bindFacts } from "../../src/facts/bind-facts.ts";
import type { Facts } from "../../src/facts/facts.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import { type InputSource, type ReadOptions, type ReadTables, readTables } from "../../src/workbook/read.ts";
import { show } from "../facts/cells.ts";
import { rulebook } from "../rulebook/build.ts";
import { type UglyCell, type UglySheet, uglyBook } from "../scenarios/ugly-book.ts";
import { noRowIsLost } from "../workbook/reading.ts";

export type Format = "xlsx" | "csv";

/** A sheet as both formats can say it; in csv it is a file of that name. */
export type Sheet = UglySheet;

/** The sheets as files: one workbook written by hand, part by part, or a csv each. */
export function filesOf(format: Format, sheets: readonly Sheet[], workbookPr = ""): InputSource[] {
  if (format === "xlsx") return [{ name: "q.xlsx", bytes: uglyBook(sheets, workbookPr) }];
  return sheets.map(({ name, rows }) => ({ name: `${name}.csv`, bytes: Buffer.from(csvOf(rows)) }));
}

/** As a spreadsheet would save it; a number by its shortest digits, a formula by its result. */
export function csvOf(rows: readonly (readonly UglyCell[])[], delimiter = ",", lineBreak = "\r\n"): string {
  return rows.map((row) => row.map((cell) => quoted(textOf(cell), delimiter)).join(delimiter) + lineBreak).join("");
}

function textOf(cell: UglyCell): string {
  if (cell === null) return "";
  if (typeof cell !== "object") return String(cell);
  return "f" in cell ? String(cell.v) : String(Number(cell.n));
}

function quoted(text: string, delimiter: string): string {
  return /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What came of files: the tables, the facts, and what was said, all from the bytes on. */
export interface Read {
  readonly read: ReadTables;
  readonly facts: Facts;
  /** `facts/bad-date B2` of every stage, sorted, without those of blank cells. */
  readonly found: readonly string[];
  /** The messages in Chinese, in the same order. */
  readonly said: readonly string[];
  /** A column's values by person, in roster order. */
  person(column: string): string[];
  /** A column's values of a detail input, row by row. */
  rows(input: string, column: string): string[];
}

/** Reads files by a rulebook, as `grade` does, and sees that no row is lost. */
export async function readAll(rules: Rulebook, sources: readonly InputSource[], options: ReadOptions = {}) {
  const read = await readTables(sources, rules.tableSpecs, options);
  for (const sheet of read.files.flatMap((file) => file.sheets)) noRowIsLost(sheet);
  const facts = bindFacts(read.tables, rules);
  // That a value is missing shows in it.
  const told = [...read.diagnostics, ...facts.diagnostics].filter(({ code }) => code !== "facts/blank-cells");
  const all = told.map((one) => {
    const { file, sheet, cell } = (one.location ?? {}) as { file?: string; sheet?: string; cell?: string };
    const place = cell === undefined ? "" : ` ${[sheet ?? file?.replace(".csv", ""), cell].join("!")}`;
    return { brief: one.code + place, said: message(one, "zh") };
  });
  all.sort((a, b) => (a.brief < b.brief ? -1 : 1));
  const slot = (input: string, column: string) =>
    rules.inputs.find(({ id }) => id === input)!.columns.findIndex(({ name }) => name === column);
  const result: Read = {
    read,
    facts,
    found: all.map(({ brief }) => brief),
    said: all.map(({ said }) => said),
    person: (column) => facts.people.map((one) => show(one.columns[slot(rules.subject.id, column)])),
    rows: (input, column) => {
      const bound = facts.inputs[rules.inputs.findIndex(({ id }) => id === input)];
      return [...(bound?.columns[slot(input, column)] ?? [])].map(show);
    },
  };
  return result;
}

const books = new Map<string, Rulebook>();

/** A rulebook of these inputs, the first of which is the roster. */
export function rulesOf(inputs: string): Rulebook {
  const kept = books.get(inputs);
  if (kept) return kept;
  const tiers = "tiers:\n  - {id: high, label: 一级客户经理, aliases: [一级]}\n  - {id: low, label: 二级客户经理}\n";
  const book = rulebook(`inputs:\n${inputs}\n${tiers}`);
  books.set(inputs, book);
  return book;
}

/** A roster with one column more, `x`, of this type and under this header. */
export function roster(type: string): Rulebook {
  return rulesOf(
    `  people:\n    sheet: 花名册\n    key: id\n    columns:\n      id: {type: id, header: 工号}\n      x: {${type}, header: 数}`,
  );
}

/** The roster 1001, 1002 … with these cells in column B below a header, in one format: their values and what is said. */
export async function readColumn(
  format: Format,
  type: string,
  header: string,
  cells: readonly UglyCell[],
  more: Partial<Sheet> & { readonly workbookPr?: string } = {},
): Promise<{ values: string[]; found: readonly string[]; said: readonly string[] }> {
  const { workbookPr, ...sheet } = more;
  const rows = [["工号", header], ...cells.map((cell, at): UglyCell[] => [`${1001 + at}`, cell])];
  const files = filesOf(format, [{ name: "花名册", rows, ...sheet }], workbookPr);
  const all = await readAll(roster(type), files);
  const place = (one: string) => one.replace(" 花名册!", " ");
  return { values: all.person("x"), found: all.found.map(place), said: all.said };
}
