import { readdirSync } from "node:fs";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { bindFacts } from "../../../src/facts/bind-facts.ts";
import { renderTemplate, type TemplateSheet, templateSheets } from "../../../src/report/template/template.ts";
import { inUnit, type TemplateColumn } from "../../../src/report/template/template-column.ts";
import { loadRulebook } from "../../../src/rulebook/load.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { type ReadTables, readTables } from "../../../src/workbook/read.ts";

const shipped = readdirSync("rules")
  .filter((file) => file.endsWith(".yml") && !file.endsWith(".test.yml"))
  .map((file) => file.slice(0, -4));
const both = shipped.flatMap((id) => (["zh", "en"] as const).map((lang) => [id, lang] as const));

async function rulebookOf(id: string): Promise<Rulebook> {
  const { rulebook } = await loadRulebook(id);
  if (!rulebook) throw new Error(id);
  return rulebook;
}

function read(bytes: Uint8Array, rulebook: Rulebook): Promise<ReadTables> {
  return readTables([{ name: "template.xlsx", bytes }], rulebook.tableSpecs);
}

/** A value that the column takes; `row` makes them differ. */
function valid({ column, unit, choices }: TemplateColumn, row: number): ExcelJS.CellValue {
  if (choices) return choices[row % choices.length] as string;
  if (column.kind === "date") return new Date(Date.UTC(2026, 9, 1 + row));
  if (column.kind === "id") return `C${String(row).padStart(4, "0")}`;
  if (column.kind === "text" || column.kind === "level") return `文字${row}`;
  const [min, max] = [column.min, column.max].map((end) => end && inUnit(end, unit).toNumber());
  if (min !== undefined && max !== undefined) return (min + max) / 2;
  const figure = (min ?? 0) + 1 + row;
  return column.kind === "money" ? figure + 0.25 : figure;
}

/** Three people, two rows of business each. */
function rowsOf({ input, columns }: TemplateSheet): ExcelJS.CellValue[][] {
  const owners = { subject: [1, 2, 3], "one-row": [1, 2, 3], detail: [1, 1, 2, 2, 3, 3], whole: [1] }[input.role];
  return owners.map((owner, row) =>
    columns.map((one) =>
      one.column === (input.refers ?? input.key) ? `00100${owner}` : (valid(one, row) as ExcelJS.CellValue),
    ),
  );
}

describe.each(both)("%s in %s", (id, lang) => {
  it("is identified sheet by sheet and column by column; nothing is said but that it is empty", async () => {
    const rulebook = await rulebookOf(id);
    const { files, diagnostics } = await read(await renderTemplate(rulebook, lang), rulebook);
    const sheets = files[0]!.sheets.map(({ input, why, bound, unbound }) => ({
      input,
      why,
      bound: bound.map(({ name }) => name),
      unbound,
    }));
    expect(sheets).toEqual([
      { input: undefined, why: "instructions", bound: [], unbound: [] },
      ...rulebook.inputs.map((input) => ({
        input: input.id,
        why: "sheet-name",
        bound: input.columns.map(({ name }) => name),
        unbound: [],
      })),
    ]);
    expect(diagnostics.map(({ code }) => code)).toEqual(rulebook.inputs.map(() => "workbook/no-rows"));
  });

  it("is read without a word when it has been filled in", async () => {
    const rulebook = await rulebookOf(id);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await renderTemplate(rulebook, lang)) as never);
    const sheets = templateSheets(rulebook, lang);
    for (const sheet of sheets) {
      // exceljs takes a second to write the drop-downs of 5,000 rows again, which are of no matter here.
      const { dataValidations } = workbook.getWorksheet(sheet.name) as unknown as {
        dataValidations: { model: object };
      };
      dataValidations.model = {};
      for (const [index, row] of rowsOf(sheet).entries()) {
        for (const [column, value] of row.entries())
          workbook.getWorksheet(sheet.name)!.getCell(4 + index, column + 1).value = value;
      }
    }
    const { tables, diagnostics } = await read(new Uint8Array(await workbook.xlsx.writeBuffer()), rulebook);
    const facts = bindFacts(tables, rulebook, true);
    expect([...diagnostics, ...facts.diagnostics]).toEqual([]);
    expect(facts.people.map((person) => person.id)).toEqual(["001001", "001002", "001003"]);
    expect(tables.map(({ input, rows }) => [input, rows])).toEqual(
      sheets.map((sheet) => [sheet.input.id, rowsOf(sheet).length]),
    );
  });
});

describe("bocom-nanchang", () => {
  it("checks cells, over a bounded number of rows", async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await renderTemplate(await rulebookOf("bocom-nanchang"), "zh")) as never);
    const rule = (sheet: string, cell: string) => workbook.getWorksheet(sheet)!.getCell(cell).dataValidation;
    expect(rule("客户经理", "D4")).toMatchObject({
      type: "list",
      formulae: ['"高级客户经理,一级客户经理,二级客户经理,三级客户经理,四级客户经理,见习客户经理,无"'],
    });
    expect(rule("客户经理", "H5003")).toMatchObject({ type: "list", formulae: ['"合格,不合格"'] });
    expect(rule("客户经理", "H5004")).toBeUndefined();
    expect(rule("客户经理", "I4")).toMatchObject({
      type: "whole",
      operator: "between",
      formulae: [0, 999_999_999_999],
    });
    expect(rule("存款", "C4")).toMatchObject({ type: "decimal", formulae: [0, 999_999_999_999] });
    expect(rule("资产质量", "B4")).toMatchObject({ type: "decimal", formulae: [0, 100] });
    expect(rule("存款", "B4")).toBeUndefined();
  });

  it("has headers with units and notes, and formats that keep ids as text", async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await renderTemplate(await rulebookOf("bocom-nanchang"), "zh")) as never);
    const deposits = workbook.getWorksheet("存款")!;
    expect((deposits.getRow(3).values as unknown[]).slice(1)).toEqual([
      "工号 *",
      "客户号 *",
      "本年日均(元) *",
      "上年日均(元)",
      "协议存款",
    ]);
    expect(["A", "B", "C"].map((column) => deposits.getColumn(column).numFmt)).toEqual(["@", "@", "#,##0.00####"]);
    const note = deposits.getCell("D3").note as { texts: { text: string }[] };
    expect(
      note.texts
        .map(({ text }) => text)
        .join("")
        .split("\n")
        .slice(0, 3),
    ).toEqual(["上年日均", "应填：金额，单位元，不小于 0元", "空着：按“0元”计"]);
  });

  it("is the same bytes every time", async () => {
    const rulebook = await rulebookOf("bocom-nanchang");
    const [a, b] = [await renderTemplate(rulebook, "zh"), await renderTemplate(rulebook, "zh")];
    expect(Buffer.compare(a!, b!)).toBe(0);
  });
});
