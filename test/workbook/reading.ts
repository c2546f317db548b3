import exceljs from "exceljs";
import { expect } from "vitest";
import { type InputSource, type ReadOptions, type ReadTables, readTables } from "../../src/workbook/read.ts";
import type { SheetReport } from "../../src/workbook/sheet-report.ts";
import type { Cell, Table } from "../../src/workbook/table.ts";
import type { ColumnSpec, TableSpec } from "../../src/workbook/table-spec.ts";

/** A spec in one line: `id! 工号/员工号`, `money 本年日均`: kind, `!` if required, headers; named by the first header. */
export function spec(id: string, sheets: readonly string[], ...columns: readonly string[]): TableSpec {
  return {
    id,
    sheets,
    columns: columns.map((line) => {
      const [kind = "", headers = ""] = line.split(" ");
      const names = headers.split("/");
      const plain = kind.replace("!", "") as ColumnSpec["kind"];
      return { name: names[0] ?? "", headers: names, kind: plain, required: kind.endsWith("!") };
    }),
  };
}

export const managers = spec(
  "managers",
  ["客户经理", "花名册"],
  "id! 工号/员工号",
  "text 姓名",
  "text 机构",
  "count 违规次数",
);
export const deposits = spec(
  "deposits",
  ["存款", "存款明细"],
  "id! 工号/员工号",
  "id 客户号",
  "money 本年日均",
  "money 上年日均",
);
export const loans = spec("loans", ["贷款"], "id! 工号/员工号", "id 客户号", "money 本年日均");

/** Reads text files by name, and checks the laws that hold for whatever is read. */
export async function readTexts(
  files: Readonly<Record<string, string>>,
  specs: readonly TableSpec[] = [managers, deposits, loans],
  options: ReadOptions = {},
): Promise<ReadTables> {
  return read(
    Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) })),
    specs,
    options,
  );
}

/** Reads one text as 存款.csv. */
export async function reportOf(text: string, specs: readonly TableSpec[] = [deposits]) {
  const result = await readTexts({ "存款.csv": text }, specs);
  return { ...result, sheet: result.files[0]?.sheets[0], rows: values(result.tables[0]) };
}

export async function read(
  sources: readonly InputSource[],
  specs: readonly TableSpec[],
  options: ReadOptions = {},
): Promise<ReadTables> {
  const result = await readTables(sources, specs, options);
  for (const file of result.files) for (const sheet of file.sheets) noRowIsLost(sheet);
  return result;
}

/** Rows read and rows left out with a reason are the rows in the file; none of them twice. */
export function noRowIsLost(sheet: SheetReport): void {
  if (sheet.input === undefined) {
    expect([sheet.rowsRead, sheet.leftOut, sheet.headerRows]).toEqual([0, [], []]);
    return;
  }
  expect(sheet.headerRows.length + sheet.rowsRead + sheet.leftOut.length).toBe(sheet.rowsInFile);
  const apart = [...sheet.headerRows, ...sheet.leftOut.map(({ row }) => row)];
  expect(new Set(apart).size).toBe(apart.length);
}

/** Builds a workbook with exceljs, which is not the library that reads it. */
export async function xlsx(name: string, build: (workbook: exceljs.Workbook) => void): Promise<InputSource> {
  const workbook = new exceljs.Workbook();
  build(workbook);
  return { name, bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) };
}

/** A table's cells as plain values, row by row, by column name; blank cells are left away. */
export function values(table: Table | undefined): Record<string, unknown>[] {
  if (!table) return [];
  return Array.from({ length: table.rows }, (_, index) =>
    Object.fromEntries(
      [...table.columns.values()].flatMap((column) => {
        const cell = column.cell(index);
        return cell.kind === "blank" ? [] : [[column.name, plain(cell)]];
      }),
    ),
  );
}

function plain(cell: Cell): unknown {
  if (cell.kind === "number" || cell.kind === "boolean") return cell.value;
  return cell.kind === "text" || cell.kind === "error" ? cell.text : undefined;
}

/** Each diagnostic's code and place. */
export function found({ diagnostics }: ReadTables): string[] {
  return diagnostics
    .filter(({ code }) => code !== "workbook/missing-input")
    .map(({ code, location }) => {
      const { sheet, cell } = (location ?? {}) as { sheet?: string; cell?: string };
      return [code.replace("workbook/", ""), sheet, cell].filter((part) => part !== undefined).join(" ");
    });
}
