import { describe, expect, it } from "vitest";
import type { UglyCell } from "../scenarios/ugly-book.ts";
import { type Format, filesOf, readAll, rulesOf, type Sheet } from "./both.ts";

const rules = rulesOf(
  "  people:\n    sheet: 花名册\n    key: id\n    columns:\n      id: {type: id, header: 工号}\n" +
    "      average: {type: money, header: 本年日均}\n      last: {type: money, header: 上年日均}\n" +
    "      abroad: {type: money, currency: USD, header: 国际结算额}\n      visits: {type: count, header: 次数}\n" +
    "      signed: {type: boolean, header: 签约}",
);
const header = ["工号", "本年日均", "上年日均", "国际结算额", "次数", "签约"];
const data: UglyCell[][] = [
  ["0001", 5, 3, 2, 7, "是"],
  ["0002", "7", "0", "4", "8", "否"],
];
const all = [...[header], ...data];

async function read(format: Format, rows: Sheet["rows"], by = rules) {
  const result = await readAll(by, filesOf(format, [{ name: "花名册", rows }]));
  const leftOut = result.read.files[0]!.sheets[0]!.leftOut.map(({ row, reason }) => `${row} ${reason}`);
  return { ...result, leftOut, values: ["average", "last", "abroad", "visits"].map((name) => result.person(name)) };
}

const foreign = "facts/header-unit 花名册!D";
/** All yuan columns in 万元, and the dollar column refused: the sheet names 万元 for all of its money. */
const wan = [["50000", "70000"], ["30000", "0"], ["?bad-cell", "?bad-cell"], ["7", "8"]]; // biome-ignore format: a table

describe.each<Format>(["xlsx", "csv"])("a unit of money that stands in %s", (format) => {
  it.each<[what: string, rows: Sheet["rows"], leftOut: readonly string[], row: number]>([
    ["in a row below the table", [...all, ["单位：万元"]], ["4 unit"], 2],
    ["in brackets in a row below the table", [...all, ["（金额单位：万元）"]], ["4 unit"], 2],
    ["by itself below the table", [...all, ["", "", "", "", "万元"]], ["4 unit"], 2],
    ["in a note below the table", [...all, ["注：金额单位为万元"]], ["4 note"], 2],
    [
      "in a note below the totals",
      [...all, ["合计", 12, 3], ["注：1.本表金额均以万元为单位。"]],
      ["4 total", "5 note"],
      2,
    ],
    ["among the notes below the table", [...all, ["说明：以核心系统为准，金额以万元计"]], ["4 note"], 2],
    ["beside a signature", [...all, ["制表人：张三", "", "复核人：李四", "", "单位：万元"]], ["4 sign-off"], 2],
    ["by itself beside the title", [["业绩表", "", "", "", "", "", "万元"], ...all], ["1 title"], 3],
    ["by itself in a row above the header", [["业绩表"], ["", "", "", "（万元）"], ...all], ["1 title", "2 unit"], 4],
    ["by itself behind the title", [["2026年四季度业绩表   万元"], ...all], ["1 title"], 3],
    ["in a sentence above", [["以下金额均以万元为单位"], ...all], ["1 title"], 3],
    ["in a sentence with a remark", [["除特别注明外，金额单位均为人民币万元"], ...all], ["1 title"], 3],
    ["beside that of another kind", [["金额：万元 人数：人"], ...all], ["1 title"], 3],
    ["beside a name", [["填报单位：东湖支行 单位：万元 复核：李四"], ...all], ["1 note"], 3],
  ])("%s", async (_, rows, leftOut, row) => {
    const sheet = await read(format, rows);
    expect([sheet.values, sheet.leftOut, sheet.found]).toEqual([wan, leftOut, [`${foreign}${row}`]]);
    expect(sheet.read.files[0]!.sheets[0]!.unit).toMatch(/^(?:人民币)?万元$/);
  });

  const each = [["50000", "70000"], ["30000", "0"], ["20000", "40000"], ["7", "8"]]; // biome-ignore format: a table
  it.each<[what: string, rows: Sheet["rows"], leftOut: readonly string[]]>([
    ["for each currency", [["单位：人民币万元 / 万美元"], ...all], ["1 unit"]],
    ["for each currency in a note", [...all, ["注：人民币以万元为单位，外币以万美元为单位"]], ["4 note"]],
    ["in a row of units below the header", [header, ["", "万元", "万元", "万美元", "次"], ...data], ["2 unit"]],
    ["in a row of units above the header", [["", "万元", "万元", "万美元"], ...all], ["1 unit"]],
    [
      "in a row of units with (是/否)",
      [header, ["", "（万元）", "（万元）", "（万美元）", "", "(是/否)"], ...data],
      ["2 unit"],
    ],
    [
      "in a row of units with 文本",
      [header, ["文本", "单位：万元", "万元", "万美元", "次", "是或否"], ...data],
      ["2 unit"],
    ],
    ["in remarks of the headers", [["工号", "本年日均(以万元计)", "上年日均（折人民币，万元）", "国际结算额(单位万美元)", "次数", "签约"], ...data], []], // biome-ignore format: a table
  ])("%s", async (_, rows, leftOut) => {
    const sheet = await read(format, rows);
    expect([sheet.values, sheet.leftOut, sheet.found]).toEqual([each, leftOut, []]);
  });

  it("a row of data is none of units, whatever stands in it", async () => {
    const sheet = await read(format, [header, ["0001", "万元", "3", "美元", "次", "是"], ...data.slice(1)]);
    expect(sheet.leftOut).toEqual([]);
    expect(sheet.found).toContain("facts/not-a-number 花名册!B2");
  });
});

const two = rulesOf(
  "  people:\n    sheet: 花名册\n    key: id\n    columns:\n      id: {type: id, header: 工号}\n" +
    "      average: {type: money, header: 本年日均}\n      last: {type: money, header: 上年日均}\n      visits: {type: count, header: 次数}",
);
const short = ["工号", "本年日均", "上年日均", "次数"];
const few: UglyCell[][] = [
  ["0001", 5, "3元", 7],
  ["0002", 7, 0, 8],
  ["0003", 0, 2, 9],
];
const unclear = (column: string, row: number) => `facts/unit-unclear 花名册!${column}${row}`;

describe.each<Format>(["xlsx", "csv"])("a unit of money that may be meant, in %s", (format) => {
  it.each<[what: string, rows: Sheet["rows"], first: number, said: string, units: string]>([
    ["of a part", [["上年日均：万元"], short, ...few], 3, "A1 写着“上年日均：万元”", "万元"],
    [
      "of a part, in a sentence",
      [short, ...few, ["注：贷款以亿元填列，其他见附件"]],
      2,
      "A5 写着“注：贷款以亿元填列，其他见附件”",
      "亿元",
    ],
    ["in other words", [["本表按万元口径统计"], short, ...few], 3, "A1 写着“本表按万元口径统计”", "万元"],
    ["of a total", [short, ...few, ["合计（万元）", 12]], 2, "A5 写着“合计（万元）”", "万元"],
    ["or another", [["单位:万元"], short, ...few, ["单位：亿元"]], 3, "A1 写着“单位:万元”", "万元、亿元"],
    ["but for a part", [["单位:万元"], short, ...few, ["上年日均单位：亿元"]], 3, "A1 写着“单位:万元”", "万元、亿元"],
  ])("%s: bare figures are unknown, and those concerned in review", async (_, rows, first, said, units) => {
    const sheet = await readAll(two, filesOf(format, [{ name: "花名册", rows }]));
    expect([sheet.person("average"), sheet.person("last"), sheet.person("visits")]).toEqual([
      ["?bad-cell", "?bad-cell", "0"],
      ["3", "0", "?bad-cell"],
      ["7", "8", "9"],
    ]);
    expect(sheet.found.filter((one) => !one.startsWith("workbook/total"))).toEqual([
      unclear("B", first),
      unclear("C", first + 2),
    ]);
    expect(sheet.said[0]).toBe(`“本年日均”没有注明单位，而 ${said}，没法确定这一列是不是 ${units}：2 个数按未知处理`);
    expect(sheet.facts.people.map(({ problems }) => problems.length)).toEqual([1, 1, 1]);
  });

  it("in the header beside it", async () => {
    const rows = [["工号", "本年日均(万元)", "上年日均", "次数"], ...few];
    const sheet = await readAll(two, filesOf(format, [{ name: "花名册", rows }]));
    expect([sheet.person("average"), sheet.person("last"), sheet.person("visits")]).toEqual([
      ["50000", "70000", "0"],
      ["3", "0", "2"],
      ["7", "8", "9"],
    ]);
    expect(sheet.said).toEqual(["“上年日均”没有注明单位，按元读取，而 B1 的“本年日均(万元)”用的是万元，请核对"]);
  });

  it.each<[what: string, rows: Sheet["rows"]]>([
    ["one that reads the same", [["工号", "本年日均(元)", "上年日均", "次数"], ...few]],
    ["an amount in a title", [["日均5000万元以上客户经理业绩表"], short, ...few]],
    ["an amount in a note", [short, ...few, ["注：单户1,000万元（含）以上的另报"]]],
    ["a kind of customer", [["亿元户业绩表"], short, ...few]],
    ["a unit of people", [["人数：万人"], short, ...few]],
    ["a currency", [["币种：人民币"], short, ...few]],
    ["a branch", [["填报单位：万年支行", "元宝山路支行"], short, ...few]],
    ["a customer in a total", [short, ...few, ["万元科技小计", 12]]],
    ["元", [["单位：元"], short, ...few]],
  ])("%s is none", async (_, rows) => {
    const sheet = await readAll(two, filesOf(format, [{ name: "花名册", rows }]));
    expect([sheet.person("average"), sheet.person("last")]).toEqual([
      ["5", "7", "0"],
      ["3", "0", "2"],
    ]);
    expect(sheet.found.filter((one) => !one.startsWith("facts/no-unit") && !one.includes("total"))).toEqual([]);
  });
});
