import { unlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hint as hintOf, message } from "../../src/diagnostic/diagnostic.ts";
import { csv, Folder, grade, plain } from "../scenarios/quarter.ts";
import { uglyBook } from "../scenarios/ugly-book.ts";
import { gb18030, utf16 } from "../scenarios/ugly-parts.ts";
import { biff8, cells, compound, record } from "../workbook/xls/biff.ts";
import { parts } from "../workbook/xlsx/book.ts";
import { zip } from "../workbook/zip.ts";
import { readAll, rulesOf } from "./both.ts";

const rows = plain.存款;
const plainFile = { name: "存款.csv", bytes: Buffer.from(csv(rows)) };
const rules = rulesOf(
  "  people:\n    sheet: 花名册\n    key: id\n    columns:\n      id: {type: id, header: 工号}\n" +
    "  deposits:\n    sheet: 存款\n    columns:\n      manager: {type: id, header: 工号, refers: people}\n" +
    "      customer: {type: id, header: 客户号}\n      average: {type: money, header: 本年日均}\n" +
    "      last: {type: money, header: 上年日均}\n      negotiated: {type: boolean, header: 协议存款}",
);
const shared = rows.map(
  (row, at) => `<row r="${at + 1}">${row.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join("")}</row>`,
);
const backslashed = zip(
  Object.fromEntries(
    Object.entries(parts({ rows: shared.join("") })).map(([name, data]) => [name.replaceAll("/", "\\"), data]),
  ),
);
const workbook = uglyBook([{ name: "存款", rows }]);
const table = `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td style="mso-number-format:'\\@'">${cell}</td>`).join("")}</tr>`).join("")}</table>`;
const old = biff8({
  sheets: [
    { name: "存款", records: rows.flatMap((row, at) => row.map((cell, column) => cells.label(at, column, `${cell}`))) },
  ],
});
const relations = parts({})["_rels/.rels"]!.toString();

/** A quarter whose 存款 is this file. */
function quarter(file: string, bytes: Uint8Array): Folder {
  const folder = new Folder().quarter();
  unlinkSync(join(folder.path, "q/存款.csv"));
  return folder.write(`q/${file}`, bytes);
}

describe("what can be read safely is read as what it is, and gives the same grades", () => {
  it.each<[what: string, file: string, bytes: Uint8Array, said: string | undefined]>([
    ["a workbook", "存款.xlsx", workbook, undefined],
    ["a workbook with macros", "存款.xlsm", workbook, undefined],
    ["a workbook with backslashes in its zip", "存款.xlsx", backslashed, undefined],
    ["an old workbook", "存款.xls", compound(old), undefined],
    ["an old workbook of WPS", "存款.et", compound(old), undefined],
    ["an old workbook under a new name", "存款.xlsx", compound(old), "旧版工作簿 .xls"],
    ["a new workbook under an old name", "存款.xls", workbook, "xlsx"],
    ["a new workbook under the name of WPS's", "存款.et", workbook, "xlsx"],
    ["a new workbook under the name of a text", "存款.csv", workbook, "xlsx"],
    [
      "a page",
      "存款.xls",
      Buffer.from(`<html><meta charset="utf-8"><body>${table}</body></html>`),
      "网页（HTML）里的表格",
    ],
    ["a page in GBK", "存款.xls", gb18030(`<html><meta charset="gb2312"><body>${table}</body></html>`), "网页（HTML）里的表格"], // biome-ignore format: a line
    ["a table alone", "存款.xls", Buffer.from(table), "网页（HTML）里的表格"],
    ["a text", "存款.xls", Buffer.from(csv(rows)), "文本（CSV）"],
    ["a text of tabs in UTF-16", "存款.xls", utf16(csv(rows).replaceAll(",", "\t")), "文本（CSV）"],
    ["a text under a new name", "存款.xlsx", gb18030(csv(rows)), "文本（CSV）"],
    ["a text of tabs", "存款.tsv", Buffer.from(csv(rows).replaceAll(",", "\t")), undefined],
    ["a text without an ending that says so", "存款.txt", Buffer.from(csv(rows)), undefined],
  ])("%s: %s", async (_, file, bytes, said) => {
    const [all, own] = [await readAll(rules, [{ name: file, bytes }]), await readAll(rules, [plainFile])];
    const columns = ["manager", "customer", "average", "last", "negotiated"];
    expect(columns.map((column) => all.rows("deposits", column))).toEqual(
      columns.map((column) => own.rows("deposits", column)),
    );
    const ending = file.slice(file.lastIndexOf("."));
    const notice = `文件名以 ${ending} 结尾，其实是${said}，已按实际内容读取`;
    expect(all.said.filter((one) => one.includes("其实是"))).toEqual(said === undefined ? [] : [notice]);
  });

  it("a quarter of a page, an old workbook and a text in disguise has the grades of the plain one", async () => {
    const expected = await new Folder().quarter().run(`${grade} -f csv --lang zh`);
    const mixed = quarter("存款.xls", compound(old)).write("q/贷款.xls", gb18030(csv(plain.贷款)));
    unlinkSync(join(mixed.path, "q/贷款.csv"));
    const ran = await mixed.run(`${grade} -f csv --lang zh`);
    expect([ran.code, ran.out]).toEqual([0, expected.out]);
    expect(ran.err).toContain("提示 workbook/not-as-named  q/贷款.xls\n  文件名以 .xls 结尾，其实是文本（CSV）");
  });
});

describe("what cannot is named for what it is, with what to do; nothing is graded", () => {
  const ods = zip([{ name: "mimetype", data: "application/vnd.oasis.opendocument.spreadsheet", stored: true }]);
  const locked = compound(Buffer.alloc(5000), "EncryptedPackage");
  const lockedOld = compound(biff8({ sheets: [], more: [record(0x002f, [0, 1, 2, 3])] }));
  const save = "用 Excel 或 WPS 打开";
  it.each<[what: string, file: string, bytes: Uint8Array, code: string, said: string, hint: string]>([
    ["OpenDocument", "存款.ods", ods, "ods", "这是 OpenDocument 文件（.ods），不能直接读", "用 LibreOffice 或 WPS 打开，另存为 .xlsx"], // biome-ignore format: a line
    ["OpenDocument under another name", "存款.xlsx", ods, "ods", "这是 OpenDocument 文件（.ods）", "另存为 .xlsx"],
    ["a password", "存款.xlsx", locked, "encrypted", "文件设有打开密码，读不了", "取消密码后另存"],
    ["an old one with a password", "存款.xls", lockedOld, "encrypted", "文件设有打开密码，读不了", "取消密码后另存"],
    ["a zip with a password", "存款.xlsx", zip(Object.entries(parts({})).map(([name, data]) => ({ name, data, encrypted: true }))), "encrypted", "文件设有打开密码", "取消密码"], // biome-ignore format: a line
    ["a workbook cut off", "存款.xlsx", workbook.subarray(0, 900), "truncated", "文件不完整：压缩目录（位于文件末尾）不见了", "多半是下载或传输中断，请重新取一份"], // biome-ignore format: a line
    ["an old workbook cut off", "存款.xls", compound(old).subarray(0, 1600), "damaged", "文件已损坏", save],
    ["nothing", "存款.xlsx", Buffer.alloc(0), "empty-file", "文件是空的（0 字节）", "请重新取一份"],
    ["a Word document", "存款.xlsx", zip({ "_rels/.rels": relations.replace("xl/workbook", "word/document"), "word/document.xml": "<a/>" }), "not-a-workbook", "这不是工作簿，而是Word 文档 .docx", "请提供 .xlsx 或 .csv 文件"], // biome-ignore format: a line
    ["an old Word document", "存款.xls", compound(Buffer.alloc(5000), "WordDocument"), "not-a-workbook", "旧版 Office 文件（不是表格）", ".xlsx 或 .csv"], // biome-ignore format: a line
    ["a binary workbook", "存款.xlsb.xlsx", zip({ "_rels/.rels": relations.replace("workbook.xml", "workbook.bin"), "xl/workbook.bin": "x" }), "not-a-workbook", ".xlsb", ".xlsx 或 .csv"], // biome-ignore format: a line
    ["Excel 2003's XML", "存款.xls", Buffer.from('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'), "not-a-workbook", "XML 表格（Excel 2003）", ".xlsx 或 .csv"], // biome-ignore format: a line
    ["a page in one file", "存款.xls", Buffer.from("MIME-Version: 1.0\r\n"), "not-a-workbook", "单个文件网页（MHT）", ".xlsx 或 .csv"], // biome-ignore format: a line
    ["a login page", "存款.xls", Buffer.from("<!DOCTYPE html><html><body><form>请登录</form></body></html>"), "no-table", "这是网页（HTML），里面没有表格", "请重新导出"], // biome-ignore format: a line
    ["PDF", "存款.xlsx", Buffer.from("%PDF-1.7\n"), "not-a-workbook", "这不是工作簿，而是PDF", ".xlsx 或 .csv"],
    ["a picture", "存款.xlsx", Buffer.from("89504e470d0a1a0a", "hex"), "not-a-workbook", "而是图片", ".xlsx 或 .csv"],
    ["an archive", "存款.xlsx", Buffer.from("Rar!\x1a\x07\x00", "latin1"), "not-a-workbook", "压缩包（rar、7z 或 gzip）", ".xlsx 或 .csv"], // biome-ignore format: a line
    ["a zip of pictures", "存款.xlsx", zip({ "a.png": "x" }), "not-a-workbook", "而是zip 压缩包", ".xlsx 或 .csv"],
    [
      "noise",
      "存款.csv",
      Buffer.from("00010000000003000007", "hex"),
      "not-a-workbook",
      "无法识别的二进制文件",
      ".xlsx 或 .csv",
    ],
  ])("%s: %s", async (_, file, bytes, code, said, hint) => {
    const { read } = await readAll(rules, [plainFile, { name: file, bytes }]);
    const [first] = read.diagnostics.filter(({ severity }) => severity === "error");
    expect([first?.code, first?.location, read.unreadable]).toEqual([
      `workbook/${code}`,
      expect.objectContaining({ file }),
      [file],
    ]);
    expect(message(first!, "zh")).toContain(said);
    expect(hintOf(first!, "zh")).toContain(hint);
    // The other is read all the same.
    expect(read.files.map((one) => one.file)).toContain("存款.csv");
  });

  it("all of them at once: each is named, exit 2, never a stack trace", async () => {
    const folder = quarter("存款.ods", ods).write("q/甲.xlsx", locked).write("q/乙.xlsx", workbook.subarray(0, 900));
    for (const [line, name] of [
      [`${grade} -o r.json --lang zh`, "err"],
      ["inspect q -r bocom-nanchang --lang zh", "out"],
    ] as const) {
      const ran = await folder.run(line);
      expect(ran.code).toBe(2);
      const text = ran[name];
      for (const words of [
        "错误 workbook/ods",
        "q/存款.ods",
        "错误 workbook/encrypted",
        "q/甲.xlsx",
        "错误 workbook/truncated",
        "q/乙.xlsx",
        "取消密码后另存",
      ])
        expect(text).toContain(words);
      expect(text).not.toMatch(/\bat .*:\d+:\d+|Error:/);
    }
  });

  it("a binary workbook under its own name is named, not passed over", async () => {
    const bytes = zip({ "_rels/.rels": relations.replace("workbook.xml", "workbook.bin"), "xl/workbook.bin": "x" });
    const { code, err } = await quarter("存款.xlsb", bytes).run(`${grade} --lang zh`);
    expect([code, err.includes("错误 workbook/not-a-workbook  q/存款.xlsb")]).toEqual([2, true]);
  });
});

describe("a folder", () => {
  it("is read without its subfolders, which is said, and without lock files", async () => {
    const { mkdirSync } = await import("node:fs");
    const folder = new Folder().quarter();
    mkdirSync(join(folder.path, "q/旧"));
    folder.write("q/旧/存款.csv", "坏").write("q/~$花名册.xlsx", "\u0003王").write("q/.~lock.存款.csv#", "x");
    const { code, err } = await folder.run(`${grade} --lang zh`);
    expect(code).toBe(0);
    expect(err.split("\n").slice(0, 2)).toEqual([
      "警告 cli/subfolders-not-read  q",
      "  有 1 个子文件夹里的表格没有读：q/旧",
    ]);
    expect(err).toContain("1 个警告");
  });
});
