import { describe, expect, it } from "vitest";
import type { UglyCell } from "../scenarios/ugly-book.ts";
import { type Format, readColumn } from "./both.ts";

const flag = "type: boolean, yes: [合格, 通过], no: [不合格, 未通过]";
const plain = "type: boolean";
const blankIsNo = "type: boolean, missing: no";
const title = "type: enum, values: [无, 初级, 中级], ordered: yes, words: {助理: 初级}";
const tier = "type: tier";

describe.each<Format>(["xlsx", "csv"])("a word in %s", (format) => {
  it.each<[type: string, cell: UglyCell, value: string]>([
    ...["是", "Y", "y", "Yes", "√", "✓", "✔", "1", 1, "有", "合格", "TRUE", "Ｙ", "１", " 是 "].map(
      (cell): [string, UglyCell, string] => [plain, cell, "true"],
    ),
    ...["否", "N", "n", "No", "×", "✗", "0", 0, "无", "不合格", "FALSE", "Ｎ", "０", "否　"].map(
      (cell): [string, UglyCell, string] => [plain, cell, "false"],
    ),
    [flag, "通过", "true"],
    [flag, "未通过", "false"],
    [flag, { f: 'IF(C2>60,"合格","不合格")', v: "合格" }, "true"],
    [plain, null, "?blank"],
    [plain, "—", "?blank"],
    [blankIsNo, null, "false"],
    [blankIsNo, "-", "false"],
    [blankIsNo, "√", "true"],
    [title, "初 级", "初级"],
    [title, "助理", "初级"],
    [title, "无", "无"],
    [title, null, "?blank"],
    [tier, "一级客户经理", "high"],
    [tier, "一级", "high"],
    [tier, "二级 客户经理", "low"],
    [tier, "无", ""],
  ])("{%s} %j is %s", async (type, cell, value) => {
    expect(await readColumn(format, type, "数", [cell])).toEqual({ values: [value], found: [], said: [] });
  });

  it.each<[type: string, cell: UglyCell, said: string]>([
    [flag, "待定", "“数”的“待定”不认识"],
    [flag, 2, "“数”的“2”不认识"],
    [flag, "未通过过", "“数”的“未通过过”不认识，是不是“未通过”？"],
    [title, "高级", "“数”的“高级”不认识"],
    [tier, "一级客户经里", "“数”的“一级客户经里”不认识，是不是“一级客户经理”？"],
  ])("{%s} %j is said at its cell", async (type, cell, said) => {
    const read = await readColumn(format, type, "数", ["", cell]);
    expect(read).toEqual({ values: ["?blank", "?bad-cell"], found: ["facts/unknown-word B3"], said: [said] });
  });
});

it("a boolean cell of a workbook is its value", async () => {
  const { zip } = await import("../workbook/zip.ts");
  const { parts } = await import("../workbook/xlsx/book.ts");
  const { readAll, roster } = await import("./both.ts");
  const text = (cell: string, word: string) => `<c r="${cell}" t="inlineStr"><is><t>${word}</t></is></c>`;
  const rows = `<row r="1">${text("A1", "工号")}${text("B1", "数")}</row><row r="2">${text("A2", "1001")}<c r="B2" t="b"><v>1</v></c></row><row r="3">${text("A3", "1002")}<c r="B3" t="b"><v>0</v></c></row>`;
  const bytes = zip(parts({ rows }));
  const read = await readAll(roster(plain), [{ name: "花名册.xlsx", bytes }]);
  expect([read.person("x"), read.found]).toEqual([["true", "false"], []]);
});
