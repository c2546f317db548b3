import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { columnName } from "../../../src/diagnostic/location.ts";
import { type BookParts, book, main, readBook, type Seen } from "./book.ts";

type Plain = number | string | boolean;
type Sheets = Record<string, Record<string, Plain>>;

/** Excel's serial number of a date in UTC. */
const serial = (date: Date): number => date.getTime() / 86_400_000 + 25_569;

/** All cells as this project reads them: errors and missing results by their text. */
async function ours(bytes: Uint8Array): Promise<Sheets> {
  const { sheets, codes } = await readBook(bytes);
  expect(codes).toEqual([]);
  const plain = ([kind, value]: Seen): Plain => (kind === "noResult" ? `=${value}` : (value as Plain));
  const cellsOf = (cells: Readonly<Record<string, Seen>>) =>
    Object.fromEntries(Object.entries(cells).map(([at, seen]) => [at, plain(seen)]));
  return Object.fromEntries(sheets.map(({ name, cells }) => [name, cellsOf(cells)]));
}

/** exceljs's full reader. It repeats a merged cell's value in the whole range: only the first counts. */
async function byExceljs(bytes: Uint8Array): Promise<Sheets> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  const sheets: Sheets = {};
  for (const sheet of workbook.worksheets) {
    const cells: Record<string, Plain> = {};
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        const value = cell.isMerged && cell.master !== cell ? undefined : exceljsPlain(cell.value);
        if (value !== undefined && value !== "") cells[cell.address] = value;
      });
    });
    sheets[sheet.name] = cells;
  }
  return sheets;
}

function exceljsPlain(value: ExcelJS.CellValue): Plain | undefined {
  if (value === null || value === undefined) return undefined;
  if (value instanceof Date) return serial(value);
  if (typeof value !== "object") return value;
  if ("richText" in value) return value.richText.map((run) => run.text).join("");
  if ("error" in value) return value.error;
  if ("hyperlink" in value) return value.text;
  if (!("result" in value) || value.result === undefined) return `=${"formula" in value ? value.formula : ""}`;
  return exceljsPlain(value.result as ExcelJS.CellValue);
}

async function byHucre(bytes: Uint8Array): Promise<Sheets> {
  const sheets: Sheets = {};
  for (const sheet of (await readXlsx(bytes)).sheets) {
    const cells: Record<string, Plain> = {};
    sheet.rows.forEach((row, r) => {
      row.forEach((value, c) => {
        const plain = value instanceof Date ? serial(value) : (value as Plain | null);
        if (plain !== null && plain !== "") cells[`${columnName(c)}${r + 1}`] = plain;
      });
    });
    sheets[sheet.name] = cells;
  }
  return sheets;
}

/** Dates go through milliseconds on their side. */
function rounded(sheets: Sheets): Sheets {
  const round = (value: Plain) =>
    typeof value === "number" && !Number.isInteger(value) && Math.abs(value) > 1000 ? Number(value.toFixed(7)) : value;
  return Object.fromEntries(
    Object.entries(sheets).map(([name, cells]) => [
      name,
      Object.fromEntries(Object.entries(cells).map(([at, value]) => [at, round(value)])),
    ]),
  );
}

async function agree(bytes: Uint8Array): Promise<void> {
  const read = rounded(await ours(bytes));
  expect(read).toEqual(rounded(await byExceljs(bytes)));
  expect(read).toEqual(rounded(await byHucre(bytes)));
}

const fixtures = readdirSync("fixtures", { recursive: true, encoding: "utf8" }).filter((path) =>
  path.endsWith(".xlsx"),
);

describe("exceljs, hucre and this project agree cell by cell", () => {
  it.each(fixtures)("on fixtures/%s", async (path) => {
    await agree(readFileSync(join("fixtures", path)));
  });

  it("on what exceljs writes", async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet("存款");
    sheet.mergeCells("A1:C1");
    sheet.getCell("A1").value = "存款明细 & <表>";
    sheet.addRow(["001234", 0.1 + 0.2, true, new Date(Date.UTC(2026, 8, 30, 12)), "_x0041_", " 边 "]);
    sheet.addRow([
      { richText: [{ text: "合" }, { font: { bold: true }, text: "计" }] },
      { formula: "B2*2", result: 0.6 },
      { formula: "A9" },
      { error: "#N/A" },
    ]);
    sheet.addRow([null, -1e-300, 123456789012345, "x".repeat(32_767), "换\n行", false]);
    sheet.getCell("D2").numFmt = "yyyy-mm-dd hh:mm";
    sheet.getCell("B2").numFmt = "0.00%";
    workbook.addWorksheet("空");
    const bytes = new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer);
    const read = await ours(bytes);
    expect(rounded(read)).toEqual(rounded(await byExceljs(bytes)));
    expect(read.存款).toMatchObject({
      A1: "存款明细 & <表>",
      B2: 0.30000000000000004,
      D2: 46295.5,
      A3: "合计",
      B3: 0.6,
      C3: "=A9",
      // exceljs does not escape it when it writes, so that Excel, too, reads an A.
      E2: "A",
    });
  });

  it("on what hucre writes", async () => {
    const rows = [
      ["工号", "金额", "日期", "是否"],
      ["0001", 1234.56, new Date(Date.UTC(2026, 0, 31)), true],
      [null, -0.005, null, false],
      ["a&b", 1e21, null, null],
    ];
    await agree(
      await writeXlsx({
        sheets: [
          { name: "a", rows },
          { name: "b", rows: [["x"]] },
        ],
      }),
    );
  });

  const text = fc.string({
    unit: fc.constantFrom("a", "工", "号", " ", "&", "<", "9", "𠮷", "—", "%"),
    minLength: 1,
    maxLength: 8,
  });
  const value = fc.oneof(
    text,
    // -0 is written as 0.
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number || 0),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  );

  it("on any plain table, texts shared or inline", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(value, { maxLength: 6 }), { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        async (table, shared) => {
          const texts: string[] = [];
          const escaped = (raw: string) => raw.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
          const cell = (at: string, held: Plain | null) => {
            if (held === null) return "";
            if (typeof held === "number") return `<c r="${at}"><v>${held}</v></c>`;
            if (typeof held === "boolean") return `<c r="${at}" t="b"><v>${held ? 1 : 0}</v></c>`;
            if (!shared) return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(held)}</t></is></c>`;
            texts.push(`<si><t xml:space="preserve">${escaped(held)}</t></si>`);
            return `<c r="${at}" t="s"><v>${texts.length - 1}</v></c>`;
          };
          const rows = table
            .map(
              (row, r) =>
                `<row r="${r + 1}">${row.map((held, c) => cell(`${columnName(c)}${r + 1}`, held)).join("")}</row>`,
            )
            .join("");
          const bytes = book({ rows, texts: texts.join("") });
          const read = await ours(bytes);
          expect(read).toEqual(await byExceljs(bytes));
          expect(read).toEqual(await byHucre(bytes));
          const expected = table.flatMap((row, r) => row.map((held, c) => [`${columnName(c)}${r + 1}`, held] as const));
          expect(read.存款).toEqual(Object.fromEntries(expected.filter(([, held]) => held !== null)));
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("where one of them is known to be wrong", () => {
  const cell = (inside: string, at = "A1") => `<row r="1"><c r="${at}"${inside}</c></row>`;
  const wrong = Symbol("differs, or gives up");

  /** What is in the file, which of the two reads it otherwise, and why ours is right. */
  it.each<[string, BookParts, Record<string, Plain>, { exceljs?: typeof wrong; hucre?: typeof wrong }]>([
    // 18.3.1.73: `r` is optional; without it a row follows the one before.
    ["rows and cells without references", { rows: "<row><c><v>5</v></c></row>" }, { A1: 5 }, { exceljs: wrong }],
    // The formula's result is stored: the text of no characters, as Excel shows it.
    ["a formula with an empty text", { rows: cell(' t="str"><f>B1</f><v></v>') }, {}, { exceljs: wrong }],
    // A value that is not there is not a blank: Excel would work it out when it opens the file.
    ["a formula without a result", { rows: cell("><f>B1</f>") }, { A1: "=B1" }, { hucre: wrong }],
    // 18.18.11: `d` is an ISO 8601 date, not the number that it begins with.
    ["a date as ISO 8601", { rows: cell(' t="d"><v>2026-09-30</v>') }, { A1: "2026-09-30" }, { exceljs: wrong }],
    // Namespaces in XML: the prefix is the writer's choice.
    [
      "a prefix",
      {
        sheet: `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
      },
      { A1: 5 },
      { exceljs: wrong },
    ],
  ])("%s", async (_, parts, expected, known) => {
    const bytes = book(parts);
    expect((await ours(bytes)).存款).toEqual(expected);
    const opinion = async (read: (bytes: Uint8Array) => Promise<Sheets>) => {
      const sheets = await read(bytes).catch(() => undefined);
      const same = JSON.stringify(sheets?.存款) === JSON.stringify(expected);
      return same ? undefined : wrong;
    };
    expect([await opinion(byExceljs), await opinion(byHucre)]).toEqual([known.exceljs, known.hucre]);
  });
});
