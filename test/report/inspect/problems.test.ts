import { expect, it } from "vitest";
import { diagnose } from "../../../src/diagnostic/diagnostic.ts";
import { cellGrid } from "../../../src/report/inspect/cell-grid.ts";
import { gridLines } from "../../../src/report/inspect/grid-text.ts";
import { groupProblems } from "../../../src/report/inspect/problem-groups.ts";
import type { Cell, Table, TableColumn } from "../../../src/workbook/table.ts";

const cells: Readonly<Record<string, readonly Cell[]>> = {
  A: [
    { kind: "text", text: "0001" },
    { kind: "number", value: 2, format: "General" },
    { kind: "text", text: "0003" },
  ],
  C: [
    { kind: "number", value: 0.57999999999999996, format: "General" },
    { kind: "text", text: "四千" },
    { kind: "error", text: "#REF!" },
  ],
  E: [{ kind: "boolean", value: true }, { kind: "blank" }, { kind: "no-result", formula: "B1" }],
};
const headers: Readonly<Record<string, string>> = { A: "工号", C: "本年日均", E: "协议" };
/** Data rows 4, 7 and 9 of the sheet, in the columns A, C and E. */
const table: Table = {
  input: "deposits",
  file: "q.xlsx",
  sheet: "存款",
  columns: new Map(
    Object.entries(cells).map(([letter, list]): [string, TableColumn] => [
      headers[letter]!,
      {
        name: headers[letter]!,
        index: letter.charCodeAt(0) - 65,
        header: headers[letter]!,
        unit: undefined,
        cell: (index) => list[index]!,
      },
    ]),
  ),
  rows: 3,
  rowNumber: (index) => [4, 7, 9][index]!,
  locate: (index) => ({ file: "q.xlsx", sheet: "存款", cell: `A${[4, 7, 9][index]}` }),
  date1904: false,
};
const at = (cell: string) => ({ file: "q.xlsx", sheet: "存款", cell });

it("shows a cell among its neighbours, marked without colour too", () => {
  const grid = cellGrid(at("C7"), [table])!;
  expect(grid).toEqual({
    columns: [
      { column: "A", header: "工号" },
      { column: "C", header: "本年日均" },
      { column: "E", header: "协议" },
    ],
    rows: [
      { row: 4, cells: ["0001", "0.58", "TRUE"] },
      { row: 7, cells: ["2", "四千", ""] },
      { row: 9, cells: ["0003", "#REF!", "=B1"] },
    ],
    marked: { row: 1, column: 1 },
  });
  expect(gridLines(grid, (text) => `<${text}>`)).toEqual([
    "     A 工号  C 本年日均  E 协议",
    "  4  0001    0.58        TRUE",
    "> 7  2       <四千>",
    "             ^^^^",
    "  9  0003    #REF!       =B1",
  ]);
});

it.each([
  ["the first row has nothing above", "A4", [4, 7], { row: 0, column: 0 }],
  ["the last row has nothing below", "E9", [7, 9], { row: 1, column: 2 }],
])("%s", (_, cell, rows, marked) => {
  const grid = cellGrid(at(cell), [table])!;
  expect(grid.rows.map(({ row }) => row)).toEqual(rows);
  expect(grid.marked).toEqual(marked);
});

it.each([
  ["a row that is no data", at("C5")],
  ["a column that is not read", at("B7")],
  ["another sheet", { ...at("C7"), sheet: "贷款" }],
  ["a whole sheet", { file: "q.xlsx", sheet: "存款" }],
  ["nowhere", undefined],
])("shows no grid for %s", (_, place) => expect(cellGrid(place, [table])).toBeUndefined());

it("groups by code: errors before warnings, then whatever there is most of, counted cells among their kind", () => {
  const bad = (cell: string) => diagnose("facts/not-a-number", at(cell), { header: "本年日均", raw: "四千" });
  const groups = groupProblems(
    [
      diagnose("workbook/no-rows", at("A1"), {}),
      diagnose("workbook/hidden-sheet", { file: "q.xlsx", sheet: "草稿" }, {}),
      diagnose("facts/error-cell", at("C9"), { header: "本年日均", raw: "#REF!" }),
      diagnose("facts/more-cells", at("C11"), { header: "本年日均", count: 7, code: "facts/not-a-number" }),
      ...["C9", "C7", "C4", "E4"].map(bad),
    ],
    [table],
  );
  expect(groups.map(({ code, severity, count }) => [code, severity, count])).toEqual([
    ["facts/not-a-number", "error", 11],
    ["facts/error-cell", "error", 1],
    ["workbook/no-rows", "warning", 1],
    ["workbook/hidden-sheet", "info", 1],
  ]);
  const [first] = groups;
  const places = first?.problems.map(({ diagnostic, grid }) => [
    (diagnostic.location as { cell: string }).cell,
    grid !== undefined,
  ]);
  expect(places).toEqual([
    ["C4", true],
    ["E4", true],
    ["C7", true],
    ["C9", false],
    ["C11", false],
  ]);
});
