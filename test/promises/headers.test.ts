import { describe, expect, it } from "vitest";
import type { UglyCell } from "../scenarios/ugly-book.ts";
import { type Format, filesOf, readAll, rulesOf, type Sheet } from "./both.ts";

const rules = rulesOf(
  "  people:\n    sheet: 花名册\n    key: id\n    columns:\n      id: {type: id, header: [工号, 员工号]}\n" +
    "      average: {type: money, header: [本年日均, 本年日均存款]}\n      last: {type: money, header: [上年日均, 上年日均存款]}\n" +
    "      share: {type: ratio, header: 占比}",
);
const inWan = rulesOf(
  "  people:\n    sheet: 花名册\n    key: id\n    columns:\n      id: {type: id, header: 工号}\n" +
    "      average: {type: money, unit: 万元, header: 本年日均}",
);
const header = ["工号", "本年日均", "上年日均", "占比"];
const data: UglyCell[][] = [
  ["0001", 5, 3, "98%"],
  ["0002", "7", "4", "97%"],
];

async function read(format: Format, rows: Sheet["rows"], more: Partial<Sheet> = {}, by = rules) {
  const all = await readAll(by, filesOf(format, [{ name: "花名册", rows, ...more }]));
  const [sheet] = all.read.files[0]!.sheets;
  const leftOut = sheet!.leftOut.map(({ row, reason }) => `${row} ${reason}`);
  return { ...all, headerRows: sheet!.headerRows, unit: sheet!.unit, leftOut };
}

describe.each<Format>(["xlsx", "csv"])("what is above a header in %s", (format) => {
  it.each<[what: string, above: Sheet["rows"], leftOut: readonly string[], unit?: string]>([
    ["nothing", [], []],
    ["a title", [["2026年第四季度客户经理业绩表"]], ["1 title"]],
    ["a title far to the right", [["", "", "2026年第四季度客户经理业绩表"]], ["1 title"]],
    ["blank rows", [["标题"], ["", ""], ["", "", ""]], ["1 title"]],
    ["填报单位 and a date", [["标题"], ["填报单位：西湖支行", "", "填报日期：2026-12-31"]], ["1 title", "2 note"]],
    ["notes", [["注：以核心系统为准"], ["说明:1.不含保证金"]], ["1 note", "2 note"]],
    ["a row with the unit", [["标题"], ["", "", "", "单位:万元"]], ["1 title", "2 unit"], "万元"],
    ["a row with the unit in full width", [["（单位：人民币万元）"]], ["1 unit"], "人民币万元"],
    ["unit and branch in one row", [["填报单位：西湖支行", "", "金额单位：千元"]], ["1 note"], "千元"],
    ["a title with the unit", [["业绩表（万元）"]], ["1 title"], "万元"],
    ["单位 and the unit beside it", [["标题"], ["单位", "万元"]], ["1 title", "2 unit"], "万元"],
    [
      "fifteen rows of all sorts",
      Array.from({ length: 15 }, (_, at) => [`第${at + 1}条说明，请认真阅读。`]),
      Array.from({ length: 15 }, (_, at) => `${at + 1} title`),
    ],
  ])("%s", async (_, above, leftOut, unit) => {
    const all = await read(format, [...above, header, ...data]);
    expect([all.headerRows, all.leftOut, all.unit]).toEqual([[above.length + 1], leftOut, unit]);
    const times = unit === undefined ? 1 : unit === "千元" ? 1000 : 10_000;
    expect(all.person("average")).toEqual([`${5 * times}`, `${7 * times}`]);
    expect(all.person("share")).toEqual(["0.98", "0.97"]);
    const row = above.length + 2;
    const bare = [`facts/no-unit 花名册!B${row}`, `facts/no-unit 花名册!C${row}`];
    expect(all.found).toEqual(unit === undefined ? bare : []);
  });
});

describe.each<Format>(["xlsx", "csv"])("a header in %s", (format) => {
  it.each<[what: string, id: string, average: string, last: string]>([
    ["with blanks", "工 号", " 本 年 日 均 (元)", "上年日均(元) "],
    ["with line breaks", "工\n号", "本年\n日均\n(元)", "上年日均\r\n（元）"],
    ["in full width", "工　号", "本年日均（元）", "上年日均［元］"],
    ["with a unit in other brackets", "工号", "本年日均【元】", "上年日均[元]"],
    ["with a unit behind a slash", "工号", "本年日均/元", "上年日均:元"],
    ["with the word for unit", "工号", "本年日均（单位：元）", "上年日均（单位:元）"],
    ["with marks of duty", "*工号", "※本年日均(元)", "上年日均(元)*"],
    ["with numbers", "1.工号", "2、本年日均(元)", "（三）上年日均(元)"],
    ["with a remark", "工号(必填)", "本年日均(元)(不含保证金)", "上年日均(元)"],
    ["with characters that nobody sees", "工号\u200b", "\ufeff本年日均(元)", "上年日均\u00a0(元)"],
    ["of a synonym", "员工号", "本年日均存款(元)", "上年日均存款(元)"],
    ["with the currency", "工号", "本年日均(人民币元)", "上年日均(人民币，元)"],
  ])("%s", async (_, id, average, last) => {
    const all = await read(format, [[id, average, last, "占比"], ...data]);
    expect([all.person("id"), all.person("average"), all.person("last"), all.found]).toEqual([
      ["0001", "0002"],
      ["5", "7"],
      ["3", "4"],
      [],
    ]);
  });

  it("of two rows is joined, the lower one deciding", async () => {
    const rows = [["业绩表"], ["工号", "日均存款(万元)", "", "占比"], ["", "本年日均", "上年日均", ""], ...data];
    const merges = ["A1:D1", "A2:A3", "B2:C2", "D2:D3"];
    const all = await read(format, rows, { merges });
    expect([all.headerRows, all.person("average"), all.person("last"), all.found]).toEqual([
      [2, 3],
      ["50000", "70000"],
      ["30000", "40000"],
      [],
    ]);
    const bound = all.read.files[0]!.sheets[0]!.bound.map(({ header: printed, column }) => `${column} ${printed}`);
    expect(bound).toEqual(["A 工号", "B 日均存款(万元) 本年日均", "C 日均存款(万元) 上年日均", "D 占比"]);
  });

  it("of two rows with units of their own below", async () => {
    const rows = [["工号", "日均存款", "", "占比"], ["", "本年日均(万元)", "上年日均(元)", ""], ...data];
    const all = await read(format, rows, { merges: ["A1:A2", "B1:C1", "D1:D2"] });
    expect([all.person("average"), all.person("last"), all.found]).toEqual([["50000", "70000"], ["3", "4"], []]);
  });

  it("of three rows", async () => {
    const rows = [["工号", "存款", "", ""], ["", "日均(万元)", "", "占比"], ["", "本年日均", "上年日均", ""], ...data];
    const all = await read(format, rows, { merges: ["A1:A3", "B1:D1", "B2:C2", "D2:D3"] });
    expect([all.headerRows, all.person("average"), all.person("share")]).toEqual([
      [1, 2, 3],
      ["50000", "70000"],
      ["0.98", "0.97"],
    ]);
  });

  it("with a row of units below", async () => {
    const all = await read(format, [header, ["", "万元", "元", "%"], ...data]);
    // An empty cell for an id is as good as a dash.
    expect([all.person("average"), all.person("last"), all.leftOut, all.found]).toEqual([
      ["50000", "70000"],
      ["3", "4"],
      ["2 unit"],
      [],
    ]);
  });

  it("with a row of column numbers below", async () => {
    const all = await read(format, [["工号", "本年日均(元)", "上年日均(元)", "占比"], ["1", "2", "3", "4"], ...data]);
    expect([all.person("id"), all.leftOut, all.found]).toEqual([["0001", "0002"], ["2 note"], []]);
  });
});

describe.each<Format>(["xlsx", "csv"])("the unit of money in %s: the nearest decides", (format) => {
  const title = ["业绩表(亿元)"];
  it.each<[what: string, rows: Sheet["rows"], value: string, found: readonly string[]]>([
    ["the cell's over all", [["单位:万元"], ["工号", "本年日均(千元)"], ["1", "5元"]], "5", []],
    ["the header's over the sheet's", [["单位:万元"], ["工号", "本年日均(千元)"], ["1", 5]], "5000", []],
    ["that of the row below the header", [["单位:万元"], ["工号", "本年日均"], ["", "千元"], ["1", 5]], "5000", []],
    ["that of a row above", [["单位:万元"], ["工号", "本年日均"], ["1", 5]], "50000", []],
    [
      "that of a cell beside the header",
      [
        ["工号", "本年日均", "", "单位:万元"],
        ["1", 5],
      ],
      "50000",
      [],
    ],
    ["that of a title", [title, ["工号", "本年日均"], ["1", 5]], "500000000", []],
  ])("%s", async (_, rows, value, found) => {
    const own = await read(format, rows, {}, inWan);
    expect([own.person("average"), own.found]).toEqual([[value], found]);
  });

  it("that of the rulebook where nothing says one, with a warning at the first figure", async () => {
    const all = await read(format, [["工号", "本年日均"], ["1", 0], ["2", 5]], {}, inWan); // biome-ignore format: a table
    expect([all.person("average"), all.found, all.said]).toEqual([
      ["0", "50000"],
      ["facts/no-unit 花名册!B3"],
      ["“本年日均”没有注明单位，按万元读取"],
    ]);
  });

  it("that of the sheet's or the file's name", async () => {
    const rows = [["工号", "本年日均"], ["1", 5]]; // biome-ignore format: a table
    const all = await readAll(rules, filesOf(format, [{ name: "花名册(万元)", rows }]));
    expect([all.person("average"), all.found.filter((one) => one.startsWith("facts"))]).toEqual([["50000"], []]);
  });

  it("two of one currency on a sheet decide nothing, which is an error", async () => {
    const all = await read(format, [["单位:万元", "单位:元"], ["工号", "本年日均"], ["1", 5]], {}, inWan); // biome-ignore format: a table
    expect([all.person("average"), all.found]).toEqual([["?bad-cell"], ["facts/unit-unclear 花名册!B3"]]);
  });
});
