import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { readTables } from "../../src/workbook/read.ts";
import { zip } from "../workbook/zip.ts";
import { changed, csv, Folder, plain } from "./quarter.ts";
// Loaded here rather than by the first test: on a busy machine that takes longer than a test may.
import "../../src/cli/run-inspect.ts";
import "../../src/report/inspect/text.ts";
import "../../src/report/marked/marked.ts";

const inspect = "inspect q -r bocom-nanchang --lang en";

async function open(folder: Folder, file: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(readFileSync(join(folder.path, file)) as never);
  return workbook;
}

/** A sheet's cells as plain values, row by row, up to the last one that has any. */
function valuesOf(sheet: ExcelJS.Worksheet): unknown[][] {
  const rows: unknown[][] = [];
  sheet.eachRow({ includeEmpty: true }, (row) => {
    rows.push((row.values as unknown[]).slice(1).map((value) => value ?? ""));
  });
  return rows;
}

function noteOf(cell: ExcelJS.Cell): string {
  const note = cell.note as { texts?: { text: string }[] } | undefined;
  return (note?.texts ?? []).map(({ text }) => text).join("");
}

/** The lines under the list's headings. */
function listOf(workbook: ExcelJS.Workbook): ExcelJS.Row[] {
  const sheet = workbook.worksheets[0]!;
  const header = sheet.getColumn(1).values.findIndex((value) => value === "Severity" || value === "级别");
  return Array.from({ length: sheet.rowCount - header }, (_, index) => sheet.getRow(header + 1 + index));
}

describe("the marked workbook of a folder of csv files", () => {
  const folder = new Folder().quarter({
    存款: changed("存款", { 2: ["0001", "C1", "四千", "=1+1", "否"], 4: ["9999", "C3", "2500", "2500", "否"] }),
    贷款: [
      ["工号", "客户号"],
      ["0001", "=cmd|' /C calc'!A0"],
      ["", "C2"],
    ],
  });
  let workbook: ExcelJS.Workbook;
  beforeAll(async () => {
    const { code, err } = await folder.run(`${inspect} -o p.xlsx`);
    expect([code, err]).toEqual([1, "written: p.xlsx\n"]);
    workbook = await open(folder, "p.xlsx");
  });

  it("has a list and every file as a sheet, with every row and value as it was sent", () => {
    const names = Object.keys(plain).sort();
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(["Data problems", ...names]);
    expect(valuesOf(workbook.getWorksheet("客户经理")!)).toEqual(plain.客户经理);
    expect(valuesOf(workbook.getWorksheet("存款")!)).toEqual(
      changed("存款", { 2: ["0001", "C1", "四千", "=1+1", "否"], 4: ["9999", "C3", "2500", "2500", "否"] }),
    );
  });

  it.each([
    [
      "存款",
      "C2",
      "FFFAE3E0",
      "medium",
      'error　facts/not-a-number\n"四千" of "本年日均(万元)" is not a number\nexpected: an amount in 万元, at least CNY 0',
    ],
    ["存款", "A4", "FFFAE3E0", "medium", "error　facts/unknown-person"],
    ["贷款", "A3", "FFFAE3E0", "medium", "error　facts/blank-id"],
    ["贷款", "C1", "FFFFF4D6", "mediumDashed", "warning　workbook/missing-column"],
    ["客户经理", "A4", "FFFFF4D6", "mediumDashed", "someone without a row"],
  ])("marks %s!%s by colour, frame and note", (sheet, at, colour, line, text) => {
    const cell = workbook.getWorksheet(sheet)!.getCell(at);
    expect((cell.fill as ExcelJS.FillPattern).fgColor?.argb).toBe(colour);
    expect(cell.border.top?.style).toBe(line);
    expect(noteOf(cell)).toContain(text);
  });

  it("leaves good cells unmarked", () => {
    const cell = workbook.getWorksheet("存款")!.getCell("C3");
    expect([cell.note, (cell.fill as ExcelJS.FillPattern | undefined)?.pattern]).toEqual([undefined, "none"]);
  });

  it("lists what inspect says, the worst first, each with a link to its cell", async () => {
    const rows = listOf(workbook);
    const said = JSON.parse((await folder.run(`${inspect} -f json`)).out) as { summary: Record<string, number> };
    expect(rows.length).toBe(Object.values(said.summary).reduce((sum, count) => sum + count, 0));
    const first = rows.find((row) => row.getCell(2).value === "facts/not-a-number")!;
    const text = (at: number) => {
      const { value } = first.getCell(at);
      return typeof value === "object" && value !== null && "text" in value ? value.text : value;
    };
    expect([1, 2, 3, 4, 5, 6, 7, 8].map(text)).toEqual([
      "✗ error",
      "facts/not-a-number",
      "存款.csv",
      "存款",
      "C2",
      "四千",
      '"四千" of "本年日均(万元)" is not a number',
      "expected: an amount in 万元, at least CNY 0",
    ]);
    const xml = zipText(folder, "p.xlsx", "xl/worksheets/sheet1.xml");
    expect(xml).toContain(`location="'存款'!C2"`);
    const severities = rows.map((row) => String(row.getCell(1).value).slice(2));
    expect(severities).toEqual([...severities].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
  });

  it("has no formula in it", () => {
    for (const { name } of workbook.worksheets) {
      workbook.getWorksheet(name)!.eachRow((row) => {
        row.eachCell((cell) => expect(cell.type).not.toBe(ExcelJS.ValueType.Formula));
      });
    }
  });

  it("is the same bytes time and again, and whatever the order of the files", async () => {
    const files = Object.keys(plain).map((name) => `q/${name}.csv`);
    for (const [name, list] of [
      ["a", files],
      ["b", [...files].reverse()],
    ] as const)
      await folder.run(`inspect ${list.join(" ")} -r bocom-nanchang --lang en -o ${name}.xlsx`);
    const [p, a, b] = ["p", "a", "b"].map((name) => readFileSync(join(folder.path, `${name}.xlsx`)));
    expect([a!.equals(b!), a!.equals(p!)]).toEqual([true, true]);
  });
});

const order = ["error", "warning", "note"];

function zipText(folder: Folder, file: string, part: string): string {
  return strFromU8(unzipSync(readFileSync(join(folder.path, file)))[part]!);
}

it("marks every bad cell of a column, not the first twenty", async () => {
  const rows = Array.from({ length: 300 }, (_, index) => ["0001", `C${index}`, index === 7 ? "5" : "坏", "1", "否"]);
  const folder = new Folder().quarter({ 存款: [plain.存款[0]!, ...rows] });
  const { out } = await folder.run(`${inspect} -o p.xlsx`);
  expect(out).toContain("facts/not-a-number  299 places");
  const sheet = (await open(folder, "p.xlsx")).getWorksheet("存款")!;
  const marked = Array.from({ length: 300 }, (_, index) => index + 2).filter((row) => sheet.getCell(`C${row}`).note);
  expect(marked.length).toBe(299);
  expect(marked).not.toContain(9);
});

it("keeps an xlsx sheet's numbers, formats, dates, merges and hidden sheets", async () => {
  const folder = new Folder();
  const source = new ExcelJS.Workbook();
  const sheet = source.addWorksheet("存款");
  sheet.addRow(["工号", "客户号", "本年日均(万元)", "开户日", "核对"]);
  sheet.addRow(["0001", 12, 1234.5, new Date(Date.UTC(2026, 8, 30)), true]);
  sheet.addRow(["0001", "x", "坏", { error: "#REF!" }, { formula: "C2*2", result: 2469 }]);
  sheet.getCell("C2").numFmt = "#,##0.00";
  sheet.getCell("D2").numFmt = 'yyyy"年"m"月"d"日"';
  sheet.mergeCells("A2:A3");
  source.addWorksheet("草稿", { state: "hidden" }).addRow(["密"]);
  folder.write("东湖.xlsx", new Uint8Array(await source.xlsx.writeBuffer()));
  folder.write("西湖.csv", "工号,客户号,本年日均(元)\n0001,C9,1e\n");
  const { code } = await folder.run("inspect 东湖.xlsx 西湖.csv -r bocom-nanchang --lang en -o p.xlsx");
  expect(code).toBe(1);
  const workbook = await open(folder, "p.xlsx");
  expect(workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([
    ["Data problems", "visible"],
    ["东湖·存款", "visible"],
    ["东湖·草稿", "hidden"],
    ["西湖", "visible"],
  ]);
  const copy = workbook.getWorksheet("东湖·存款")!;
  expect([copy.getCell("B2").value, copy.getCell("C2").value, copy.getCell("C2").numFmt]).toEqual([
    12,
    1234.5,
    "#,##0.00",
  ]);
  expect([copy.getCell("D2").numFmt, copy.getCell("E2").value]).toEqual(['yyyy"年"m"月"d"日"', true]);
  expect((copy.getCell("D2").value as Date).toISOString()).toBe("2026-09-30T00:00:00.000Z");
  expect([copy.getCell("D3").value, copy.getCell("E3").value]).toEqual([{ error: "#REF!" }, 2469]);
  expect(copy.getCell("A3").isMerged).toBe(true);
});

it("what it writes is read again like what was sent", async () => {
  const folder = new Folder().quarter();
  await folder.run(`${inspect} -o p.xlsx`);
  const bytes = readFileSync(join(folder.path, "p.xlsx"));
  const { files } = await readTables([{ name: "p.xlsx", bytes }], []);
  expect(files[0]!.sheets.slice(1).map(({ name, rowsInFile }) => [name, rowsInFile])).toEqual(
    Object.entries(plain)
      .map(([name, rows]) => [name, rows.length])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
});

it("what comes back mended is read without a word of the list that went with it", async () => {
  const folder = new Folder().quarter({ 存款: changed("存款", { 2: ["0001", "C1", "四千", "4000", "否"] }) });
  await folder.run(`${inspect} -o p.xlsx`);
  const workbook = await open(folder, "p.xlsx");
  workbook.getWorksheet("存款")!.getCell("C2").value = "4000";
  folder.write("back.xlsx", new Uint8Array(await workbook.xlsx.writeBuffer()));
  const { code, out } = await folder.run("inspect back.xlsx -r bocom-nanchang --lang en");
  expect([code, out.endsWith("\nno problems\n")]).toEqual([0, true]);
});

describe("outputs", () => {
  it("refuses what it would harm: exit 2, nothing written", async () => {
    const folder = new Folder().quarter().write("old.xlsx", "old").write("in.xlsx", zip({}));
    for (const [line, code] of [
      [`${inspect} -o old.xlsx`, "cli/output-exists"],
      [`${inspect} -o p.csv`, "cli/only-xlsx"],
      [`${inspect} -o nowhere/p.xlsx`, "cli/no-such-folder"],
      ["inspect in.xlsx -r bocom-nanchang -o in.xlsx --force", "cli/output-is-input"],
    ] as const) {
      const { code: exit, out, err } = await folder.run(line);
      expect([exit, out, err.includes(code)]).toEqual([2, "", true]);
    }
    expect([folder.read("old.xlsx"), existsSync(join(folder.path, "p.csv"))]).toEqual(["old", false]);
    expect((await folder.run(`${inspect} -o old.xlsx --force`)).code).toBe(0);
  });

  it("is not written while a file cannot be read, and says so", async () => {
    const folder = new Folder().quarter().write("q/坏.xlsx", "PK\u0003\u0004");
    const { code, out, err } = await folder.run(`${inspect} -o p.xlsx`);
    expect([code, existsSync(join(folder.path, "p.xlsx"))]).toEqual([2, false]);
    expect(out).toContain("workbook/truncated");
    expect(err).toContain("cli/not-written");
  });

  it("is written for a sheet without its key column, marked beside the header", async () => {
    const folder = new Folder().write(
      "存款.csv",
      csv([
        ["客户号", "本年日均(元)"],
        ["C1", "5"],
      ]),
    );
    const { code } = await folder.run("inspect 存款.csv -r bocom-nanchang --lang en -o p.xlsx");
    expect(code).toBe(1);
    const cell = (await open(folder, "p.xlsx")).getWorksheet("存款")!.getCell("C1");
    expect(noteOf(cell)).toContain("workbook/missing-key-column");
  });
});
