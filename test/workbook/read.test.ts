import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeGb18030 } from "../../scripts/gb18030.js";
import { hint, message } from "../../src/diagnostic/diagnostic.ts";
import type { ReadingProgress } from "../../src/workbook/reading-progress.ts";
import { deposits, found, loans, managers, read, readTexts, values, xlsx } from "./reading.ts";
import { zip } from "./zip.ts";

const rows = (customer: string) => `工号,客户号,本年日均,上年日均\n001,${customer},1,2\n`;

describe("several files", () => {
  it("give the same result in whatever order they are named", async () => {
    const files = {
      "贷款.csv": "工号,客户号\n1,C\n",
      "b存款.csv": rows("B"),
      "a存款.csv": rows("A"),
      "z.csv": "甲\n1\n",
    };
    const forward = await readTexts(files);
    const backward = await readTexts(Object.fromEntries(Object.entries(files).reverse()));
    expect(forward.tables.map(({ file }) => file)).toEqual(["a存款.csv", "b存款.csv", "贷款.csv"]);
    expect([backward.files, backward.diagnostics, backward.tables.map(values)]).toEqual([
      forward.files,
      forward.diagnostics,
      forward.tables.map(values),
    ]);
  });

  it("one that is bad does not hide the others", async () => {
    const result = await read(
      [
        { name: "存款.csv", bytes: Buffer.from(rows("A")) },
        { name: "贷款.csv", bytes: Buffer.from('工号,客户号,本年日均\n1,"C,2\n') },
        { name: "花名册.xlsx", bytes: Buffer.from("PK\x03\x04nothing", "latin1") },
        { name: "空.csv", bytes: new Uint8Array() },
        { name: "老.xls", bytes: Buffer.from("d0cf11e0a1b11ae1", "hex") },
        { name: "网页.xls", bytes: Buffer.from("<html><form>请登录</form></html>") },
        { name: "没有.csv", path: "/nowhere/没有.csv" },
      ],
      [managers, deposits, loans],
    );
    expect(result.tables.map(({ file }) => file)).toEqual(["存款.csv"]);
    expect([...result.unreadable].sort()).toEqual(
      ["没有.csv", "空.csv", "网页.xls", "老.xls", "花名册.xlsx", "贷款.csv"].sort(),
    );
    const byFile = new Map(result.diagnostics.map(({ code, location }) => [location?.file, code]));
    expect(byFile.get("贷款.csv")).toBe("workbook/unclosed-quote");
    expect(byFile.get("空.csv")).toBe("workbook/empty-file");
    expect(byFile.get("网页.xls")).toBe("workbook/no-table");
    expect(byFile.get("没有.csv")).toBe("workbook/unreadable");
    expect(byFile.has("花名册.xlsx")).toBe(true);
    expect(byFile.has("老.xls")).toBe(true);
  });

  it("the same bytes twice are read once", async () => {
    const result = await readTexts({ "存款1.csv": rows("A"), "存款2.csv": rows("A") }, [deposits]);
    expect(result.tables).toHaveLength(1);
    expect(result.diagnostics).toMatchObject([
      { code: "workbook/same-file", location: { file: "存款2.csv" }, args: { twin: "存款1.csv" } },
    ]);
  });

  it("are told of before each is read, and whenever a piece has come", async () => {
    const told: string[] = [];
    const onProgress = ({ file, index, count, rows, bytes, total }: ReadingProgress) =>
      told.push(`${file} ${index + 1}/${count} ${rows} ${Math.round((100 * bytes) / total)}%`);
    await readTexts({ "b.csv": rows("B"), "a.csv": rows("A") }, [deposits], { onProgress });
    // Each is gone through twice; before the second the first one's two rows have come.
    expect(told).toEqual([
      "a.csv 1/2 0 0%",
      "a.csv 1/2 0 25%",
      "a.csv 1/2 0 50%",
      "b.csv 2/2 2 50%",
      "b.csv 2/2 2 75%",
      "b.csv 2/2 2 100%",
    ]);
  });
});

describe("a file is read as what it is", () => {
  it("whatever its name says", async () => {
    const workbook = await xlsx("存款.csv", (book) => {
      const sheet = book.addWorksheet("存款");
      for (const line of rows("A").trim().split("\n")) sheet.addRow(line.split(","));
    });
    const result = await read(
      [workbook, { name: "贷款.xls", bytes: encodeGb18030("工号\t客户号\t本年日均\n1\tC\t2\n") }],
      [deposits, loans],
    );
    expect(result.files.map(({ file, format, encoding, delimiter }) => [file, format, encoding, delimiter])).toEqual([
      ["存款.csv", "xlsx", undefined, undefined],
      ["贷款.xls", "csv", "gb18030", "\t"],
    ]);
    expect(result.tables).toHaveLength(2);
  });

  it("or as the options say", async () => {
    const text = "工号:客户号:本年日均:上年日均\n1:C,1:2:3\n";
    const { tables } = await readTexts({ "存款.csv": text }, [deposits], { delimiter: ":" });
    expect(values(tables[0])).toEqual([{ 工号: "1", 客户号: "C,1", 本年日均: "2", 上年日均: "3" }]);
  });

  it("not beyond the limits", async () => {
    const { defaultLimits } = await import("../../src/workbook/limits.ts");
    const result = await readTexts({ "存款.csv": rows("A") }, [deposits], {
      limits: { ...defaultLimits, fileBytes: 10 },
    });
    expect(found(result)).toEqual(["file-too-large"]);
    expect(result.unreadable).toEqual(["存款.csv"]);
  });

  it("headers that are names of JavaScript's own are only names", async () => {
    const { files } = await readTexts(
      { "存款.csv": "__proto__,constructor,工号,客户号,本年日均,上年日均\na,b,1,C,2,3\n" },
      [deposits],
    );
    expect(files[0]?.sheets[0]?.unbound.map(({ header }) => header)).toEqual(["__proto__", "constructor"]);
  });
});

describe("a file whose name promises something else is read and named for what it is", () => {
  const book = readFileSync("fixtures/odd/存款.xlsx");
  const old = readFileSync("fixtures/odd/存款.xls");
  const page = readFileSync("fixtures/odd/存款网页.xls");
  const text = encodeGb18030("工号\t客户号\t本年日均\t上年日均\n001\tC\t2\t3\n");
  const utf16 = Buffer.from("\ufeff工号,客户号,本年日均,上年日均\n001,C,2,3\n", "utf16le");

  it.each<[string, Uint8Array, string, string | undefined]>([
    ["存款.xls", book, "xlsx", "其实是xlsx"],
    ["存款.et", book, "xlsx", "其实是xlsx"],
    ["存款.csv", book, "xlsx", "其实是xlsx"],
    ["存款.xlsx", old, "xls", "其实是旧版工作簿"],
    ["存款.csv", old, "xls", "其实是旧版工作簿"],
    ["存款.xls", page, "html", "其实是网页"],
    ["存款.xlsx", page, "html", "其实是网页"],
    ["存款.xls", text, "csv", "其实是文本"],
    ["存款.xlsx", utf16, "csv", "其实是文本"],
    ["存款.et", old, "xls", undefined],
    ["存款.html", page, "html", undefined],
    ["存款.txt", text, "csv", undefined],
    ["存款", book, "xlsx", undefined],
  ])("%s", async (name, bytes, format, said) => {
    const { files, tables, diagnostics, unreadable } = await read([{ name, bytes }], [deposits]);
    expect([files[0]?.format, tables.length, unreadable]).toEqual([format, 1, []]);
    const told = diagnostics.filter(({ code }) => code === "workbook/not-as-named");
    expect(told.map((one) => [one.severity, message(one, "zh").includes(said ?? "?")])).toEqual(
      said === undefined ? [] : [["info", true]],
    );
  });

  it.each<[string, Uint8Array, string]>([
    [
      "存款.xls",
      zip([{ name: "mimetype", data: "application/vnd.oasis.opendocument.spreadsheet", stored: true }]),
      "ods",
    ],
    [
      "存款.ods",
      zip([{ name: "mimetype", data: "application/vnd.oasis.opendocument.spreadsheet", stored: true }]),
      "ods",
    ],
    ["存款.xls", Buffer.from("MIME-Version: 1.0\r\n"), "not-a-workbook"],
    ["存款.xlsx", Buffer.from("%PDF-1.7"), "not-a-workbook"],
  ])("%s is refused with what to do", async (name, bytes, code) => {
    const result = await read([{ name, bytes }], [deposits]);
    expect([found(result), result.unreadable]).toEqual([[code], [name]]);
    const [refused] = result.diagnostics.filter((one) => one.code === `workbook/${code}`);
    expect(refused && hint(refused, "zh")).toMatch(/另存为|提供/);
  });
});

describe("a file on disk", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "dingji-read-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("of many rows is read through, its figures exact", async () => {
    const path = join(folder, "存款.csv");
    const lines = Array.from(
      { length: 50_000 },
      (_, index) =>
        `${String(index).padStart(6, "0")},客户${index},${index}.${index % 100},${index % 50 === 0 ? '"1,000"' : "1000"}`,
    );
    await writeFile(
      path,
      encodeGb18030(`工号,客户号,本年日均,上年日均\r\n${lines.join("\r\n")}\r\n合计,,,"50,000,000"\r\n`),
    );
    const { tables, files, diagnostics } = await read([{ name: "存款.csv", path }], [deposits]);
    const [table] = tables;
    expect(diagnostics).toEqual([]);
    expect(table?.rows).toBe(50_000);
    for (const index of [0, 1, 9999, 49_999]) {
      expect(table?.columns.get("工号")?.cell(index)).toEqual({ kind: "text", text: String(index).padStart(6, "0") });
      expect(table?.columns.get("客户号")?.cell(index)).toEqual({ kind: "text", text: `客户${index}` });
      expect(table?.columns.get("本年日均")?.cell(index)).toEqual({ kind: "text", text: `${index}.${index % 100}` });
      expect(table?.locate(index)).toEqual({ file: "存款.csv", cell: `A${index + 2}`, line: index + 2 });
    }
    expect(files[0]?.sheets[0]?.totals).toMatchObject([{ printed: "50000000", summed: "50000000", agrees: true }]);
  });
});
