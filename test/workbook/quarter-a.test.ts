import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { expandInputs } from "../../src/workbook/inputs.ts";
import { bocomSpecs } from "./bocom-specs.ts";
import { read, values } from "./reading.ts";

const folder = "fixtures/quarter-a";

async function quarter(...names: readonly string[]) {
  const { sources } = await expandInputs(names.map((name) => `${folder}/${name}`));
  const result = await read(sources, bocomSpecs);
  const tables = new Map(result.tables.map((table) => [table.input, table]));
  const sheets = new Map(result.files.flatMap((file) => file.sheets.map((sheet) => [sheet.input, sheet])));
  return { ...result, tables, sheets };
}

const rows = { managers: 60, deposits: 815, loans: 390, settlements: 141, quality: 60 };
const yuan = { average: "元", last_year: "元", amount: "美元", new_bad: "元", arrears: "元", advances: "元" };
const sent = {
  ...{ average: "万元", last_year: "万元", amount: "万美元", new_bad: "万元", arrears: "元", advances: "万元" },
  ...{ npl: "%", normal: "%", last_normal: "%" },
};

describe.each([
  ["quarter.xlsx", yuan],
  ["csv-utf8", yuan],
  ["csv-gb18030", yuan],
  ["messy", sent],
])("%s", (name, units: Record<string, string>) => {
  it("binds every column that the rulebook names, in its unit, and reads every row", async () => {
    const { tables, unreadable, diagnostics } = await quarter(name);
    expect(Object.fromEntries([...tables].map(([input, table]) => [input, table.rows]))).toEqual(rows);
    for (const spec of bocomSpecs) {
      const columns = [...(tables.get(spec.id)?.columns.values() ?? [])];
      expect(columns.map((column) => [column.name, column.unit])).toEqual(
        spec.columns.map((column) => [column.name, units[column.name]]),
      );
    }
    expect(unreadable).toEqual([]);
    expect(diagnostics.filter(({ severity }) => severity !== "info")).toEqual([]);
  });

  it("has everyone who is expected", async () => {
    const expected = JSON.parse(await readFile(`${folder}/expected.json`, "utf8"));
    const people = values((await quarter(name)).tables.get("managers"));
    expect(people.map(({ manager }) => manager).sort()).toEqual(Object.keys(expected).sort());
  });
});

it("encodings are told apart", async () => {
  for (const [name, encoding] of [
    ["csv-utf8", "utf-8"],
    ["csv-gb18030", "gb18030"],
  ] as const) {
    const { files } = await quarter(name);
    expect(new Set(files.map((file) => [file.encoding, file.delimiter].join(" ")))).toEqual(new Set([`${encoding} ,`]));
  }
});

it("the saved text files say the same as the workbook", async () => {
  const [book, utf8, gbk] = await Promise.all([quarter("quarter.xlsx"), quarter("csv-utf8"), quarter("csv-gb18030")]);
  for (const { id } of bocomSpecs) {
    const printed = values(book.tables.get(id)).map((row) =>
      Object.fromEntries(Object.entries(row).map(([key, value]) => [key, percent(id, key, value)])),
    );
    expect(values(utf8.tables.get(id))).toEqual(printed);
    expect(values(gbk.tables.get(id))).toEqual(printed);
  }
});

function percent(input: string, column: string, value: unknown): string {
  const ratio = input === "quality" && ["npl", "normal", "last_normal"].includes(column);
  return ratio ? `${(Number(value) * 100).toFixed(2)}%` : String(value);
}

it("the messy files are understood as a clerk would", async () => {
  const { sheets, files } = await quarter("messy");
  const why = files.flatMap((file) => file.sheets.map(({ name, input, why }) => [name, input, why]));
  expect(why).toEqual([
    ["贷款", "loans", "sheet-name"],
    ["国际结算", "settlements", "sheet-name"],
    ["资产质量", "quality", "sheet-name"],
    ["草稿", undefined, "hidden"],
    [undefined, "deposits", "file-name"],
    ["花名册", "managers", "sheet-name"],
  ]);
  expect(sheets.get("loans")).toMatchObject({
    headerRows: [2, 3],
    leftOut: [
      { row: 1, reason: "title", text: "贷款业务(单位:万元)" },
      { row: 394, reason: "total", text: "合 计" },
    ],
    totals: [{ cell: "C394", printed: "481996.139867", summed: "481996.139867", agrees: true }],
  });
  expect(sheets.get("managers")?.leftOut).toEqual([
    { row: 1, reason: "title", text: "江西分行2026年三季度客户经理花名册" },
    { row: 2, reason: "note", text: "填报单位:人力资源部" },
    { row: 65, reason: "sign-off", text: "制表人:" },
  ]);
  const totals = sheets.get("deposits")?.totals ?? [];
  expect(totals).toHaveLength(121);
  expect(totals.every(({ agrees }) => agrees)).toBe(true);
  // Added up by an independent program.
  expect(totals.at(-1)).toMatchObject({ cell: "C879", summed: "761981.505604" });
  expect(totals.at(-2)).toMatchObject({ cell: "D878", summed: "7423.36358" });
});
