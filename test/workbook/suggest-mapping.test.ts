import { expect, it } from "vitest";
import type { FileReport, SheetReport } from "../../src/workbook/sheet-report.ts";
import { suggestMappings } from "../../src/workbook/suggest-mapping.ts";
import type { TableSpec } from "../../src/workbook/table-spec.ts";

const column = (name: string, header: string) => ({ name, headers: [header], kind: "text" as const, required: false });
const specs: readonly TableSpec[] = [
  {
    id: "deposits",
    sheets: ["存款"],
    columns: [column("manager", "工号"), column("average", "本年日均"), column("last_year", "上年日均")],
  },
  { id: "staff", sheets: ["花名册"], columns: [column("manager", "工号"), column("name", "姓名")] },
];

const empty = { state: "visible" as const, headerRows: [], rowsInFile: 3, rowsRead: 0, leftOut: [], totals: [] };
const unused = (name: string | undefined, ...rows: readonly (readonly string[])[]): SheetReport => ({
  ...empty,
  name,
  input: undefined,
  why: "no-match",
  bound: [],
  unbound: [],
  head: rows.map((texts, at) => ({
    row: at + 1,
    cells: texts.map((text, index) => ({ column: "ABCD"[index]!, text })),
  })),
});
const used = (name: string, bound: readonly string[], unbound: readonly string[]): SheetReport => ({
  ...empty,
  name,
  input: "deposits",
  why: "sheet-name",
  bound: bound.map((one) => ({ name: one, header: one, column: "A" })),
  unbound: unbound.map((header) => ({ header, column: "B" })),
});
const file = (name: string, ...sheets: readonly SheetReport[]): FileReport => ({
  file: name,
  sha256: "",
  format: "xlsx",
  sheets,
});
const brief = (files: readonly FileReport[]) =>
  suggestMappings(files, specs).map(({ what, name, among }) => (name ? `${what}=${name}` : `${what}: ${among.join()}`));

it.each<[string, FileReport[], string[]]>([
  [
    "an unused sheet, by the row whose headers are most like an input's",
    [file("q.xlsx", unused("台账", ["某某支行"], ["员工号", "全年日均(万元)", "上年日均"], ["1", "2", "3"]))],
    ["台账=deposits", "员工号=deposits.manager", "全年日均(万元)=deposits.average"],
  ],
  [
    "a text file, by its name without the ending",
    [file("a/台账.csv", unused(undefined, ["工号", "姓名"]))],
    ["台账=staff"],
  ],
  [
    "sheets of one name in two files, with the file",
    [file("a.xlsx", unused("表1", ["工号", "姓名"])), file("b.xlsx", unused("表1", ["工号", "姓名"]))],
    ["a.xlsx!表1=staff", "b.xlsx!表1=staff"],
  ],
  [
    "columns that a used sheet lacks, each by the header most like it",
    [file("q.xlsx", used("存款", ["manager", "last_year"], ["全年日均", "备注"]))],
    ["全年日均=deposits.average"],
  ],
  [
    "a header like none, with the columns that are left",
    [file("q.xlsx", used("存款", ["manager", "last_year"], ["备注"]))],
    ["备注: deposits.average"],
  ],
  [
    "nothing for a sheet that has all its columns",
    [file("q.xlsx", used("存款", ["manager", "average", "last_year"], ["备注"]))],
    [],
  ],
  ["a sheet like none, with the inputs", [file("q.xlsx", unused("目录", ["编制说明"]))], ["目录: deposits,staff"]],
  [
    "nothing for a hidden or an empty sheet",
    [file("q.xlsx", { ...unused("草稿"), state: "hidden", why: "hidden" })],
    [],
  ],
])("suggests %s", (_, files, expected) => expect(brief(files)).toEqual(expected));

it("reaches for an input that no sheet is yet, where two fit alike", () => {
  const other = used("存款", ["manager", "average", "last_year"], []);
  expect(brief([file("q.xlsx", other, unused("名单", ["工号", "姓名"]))])).toEqual(["名单=staff"]);
});
