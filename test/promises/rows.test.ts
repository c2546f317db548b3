import { describe, expect, it } from "vitest";
import type { UglyCell } from "../scenarios/ugly-book.ts";
import { book } from "../workbook/xlsx/book.ts";
import { type Format, filesOf, readAll, rulesOf, type Sheet } from "./both.ts";

const rules = rulesOf(
  "  people:\n    sheet: 花名册\n    key: id\n    columns:\n      id: {type: id, header: 工号}\n" +
    "  sales:\n    sheet: 存款\n    columns:\n      id: {type: id, header: 工号, refers: people}\n" +
    "      branch: {type: text, header: 机构}\n      amount: {type: money, header: 金额}\n      count: {type: count, header: 笔数}",
);
const people: Sheet = { name: "花名册", rows: [["工号"], ["1001"], ["1002"]] };
const header = ["工号", "机构", "金额(元)", "笔数"];

async function sales(format: Format, rows: Sheet["rows"], more: Partial<Sheet> = {}) {
  const all = await readAll(rules, filesOf(format, [people, { name: "存款", rows: [header, ...rows], ...more }]));
  const sheet = all.read.files.flatMap((file) => file.sheets).find(({ input }) => input === "sales")!;
  return {
    ...all,
    leftOut: sheet.leftOut.map(({ row, reason }) => `${row} ${reason}`),
    totals: sheet.totals.map(({ cell, printed, summed, agrees }) => [cell, printed, summed, agrees]),
    amounts: all.rows("sales", "amount"),
  };
}

const plain: UglyCell[][] = [
  ["1001", "甲", 1.1, 1],
  ["1001", "甲", 2.2, 1],
  ["1002", "乙", 3.3, 1],
];

describe.each<Format>(["xlsx", "csv"])("rows that are not data in %s", (format) => {
  it("小计, 合计 and 总计 are left out and agree with their rows", async () => {
    const all = await sales(format, [
      ...plain.slice(0, 2),
      ["小计", "", "3.30", 2],
      plain[2]!,
      ["小 计", "", 3.3, 1],
      ["合计", "", 6.6, 3],
      ["总计：", "", 6.6, 3],
    ]);
    expect(all.leftOut).toEqual(["4 subtotal", "6 subtotal", "7 total", "8 total"]);
    expect(all.totals.filter(([cell]) => String(cell).startsWith("C"))).toEqual([
      ["C4", "3.3", "3.3", true],
      ["C6", "3.3", "3.3", true],
      ["C7", "6.6", "6.6", true],
      ["C8", "6.6", "6.6", true],
    ]);
    expect([all.amounts, all.found]).toEqual([["1.1", "2.2", "3.3"], []]);
  });

  it("a total that a spreadsheet summed in binary agrees", async () => {
    const all = await sales(format, [...plain, ["合计", "", { f: "SUM(C2:C4)", v: 6.6000000000000005 }, 3]]);
    expect(all.totals).toEqual([
      ["C5", format === "xlsx" ? "6.6" : "6.6000000000000005", "6.6", true],
      ["D5", "3", "3", true],
    ]);
    expect(all.found).toEqual([]);
  });

  it("a total that does not agree is said at its cell with both figures", async () => {
    const all = await sales(format, [...plain, ["合计", "", 7, 3]]);
    expect([all.found, all.said]).toEqual([
      ["workbook/total-mismatch 存款!C5"],
      ["“金额(元)”的合计写着 7，各行相加是 6.6"],
    ]);
  });

  it.each<[what: string, rows: Sheet["rows"], leftOut: readonly string[]]>([
    ["a total in another column", [...plain, ["", "合计", 6.6, 3]], ["5 total"]],
    ["a total of a branch", [...plain, ["", "东湖支行小计", 6.6, 3]], ["5 subtotal"]],
    ["a total above its rows", [["合计", "", 6.6, 3], ...plain], ["2 total"]],
    ["a total with the number of rows", [...plain, ["合计(3户)", "", 6.6, 3]], ["5 total"]],
    ["an English total", [...plain, ["Total", "", 6.6, 3]], ["5 total"]],
    ["signatures", [...plain, ["制表人：王", "", "复核：李"], ["负责人签字："]], ["5 sign-off", "6 sign-off"]],
    ["a date of reporting", [...plain, ["填报日期：2026-12-31"]], ["5 sign-off"]],
    ["a note", [...plain, ["注：以上不含保证金"]], ["5 note"]],
    ["以下空白", [...plain, ["（以下空白）"]], ["5 note"]],
    ["the header again", [...plain, header, ["1002", "乙", 4, 1]], ["5 repeated-header"]],
    ["a page number", [...plain, ["", "第2页"]], ["5 note"]],
    ["commas alone", [...plain.slice(0, 1), [" ", "", "", ""], ...plain.slice(1)], ["3 blank"]],
  ])("%s", async (_, rows, leftOut) => {
    const all = await sales(format, rows);
    expect([all.leftOut, all.found]).toEqual([leftOut, []]);
    expect(all.amounts.slice(0, 3)).toEqual(["1.1", "2.2", "3.3"]);
  });

  it("a customer or a branch whose name has 合计 in it is data", async () => {
    const all = await sales(format, [...plain, ["1002", "合计信息公司", 5, 1]]);
    expect([all.leftOut, all.amounts, all.found]).toEqual([[], ["1.1", "2.2", "3.3", "5"], []]);
  });

  it("a row without an id that says no total is data, and an error at its cell", async () => {
    const all = await sales(format, [...plain, ["", "乙", 5, 1]]);
    expect([all.amounts, all.found]).toEqual([["1.1", "2.2", "3.3", "5"], ["facts/blank-id 存款!A5"]]);
  });
});

describe("merged cells of data", () => {
  it("give an id and a branch to their rows, each said once", async () => {
    const rows: UglyCell[][] = [
      ["1001", "甲", 1.1, 1],
      ["", "", 2.2, 1],
      ["1002", "乙", 3.3, 1],
      ["", "", 4.4, 1],
      ["", "", 5.5, 1],
    ];
    const all = await sales("xlsx", rows, { merges: ["A2:A3", "B2:B3", "A4:A6", "B4:B6"] });
    expect(all.rows("sales", "id")).toEqual(["1001", "1001", "1002", "1002", "1002"]);
    expect(all.rows("sales", "branch")).toEqual(["甲", "甲", "乙", "乙", "乙"]);
    expect([all.found, all.said[0]]).toEqual([
      ["workbook/filled-down 存款!A2", "workbook/filled-down 存款!B2"],
      "列“工号”有 2 处合并单元格，值已填到其余 3 行",
    ]);
  });

  it("do not double an amount, which is said at its cell", async () => {
    const rows: UglyCell[][] = [
      ["1001", "甲", 6, 1],
      ["1001", "甲", null, 1],
    ];
    const all = await sales("xlsx", rows, { merges: ["C2:C3"] });
    expect([all.amounts, all.found]).toEqual([
      ["6", "?blank"],
      ["facts/no-rows 存款", "workbook/merged-amount 存款!C2"].map((one) =>
        one.replace("facts/no-rows 存款", "facts/no-rows"),
      ),
    ]);
  });
});

describe.each<Format>(["xlsx", "csv"])("error values in %s", (format) => {
  it.each(["#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"])(
    "%s is an error at its cell",
    async (text) => {
      const all = await sales(format, [plain[0]!, ["1002", "乙", text, 1]]);
      expect([all.amounts, all.found, all.said]).toEqual([
        ["1.1", "?bad-cell"],
        ["facts/error-cell 存款!C3"],
        [`“金额(元)”是错误值 ${text}`],
      ]);
    },
  );

  it("in a column that nothing needs say nothing", async () => {
    const all = await readAll(
      rules,
      filesOf(format, [
        people,
        { name: "存款", rows: [[...header, "备注"], ...plain.map((row) => [...row, "#REF!"])] },
      ]),
    );
    expect(all.found).toEqual([]);
  });
});

describe("formulas of a workbook", () => {
  const inline = (cell: string, text: string) => `<c r="${cell}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const top = `<row r="1">${["工号", "机构", "金额(元)", "笔数"].map((text, at) => inline(`${"ABCD"[at]}1`, text)).join("")}</row>`;
  const roster = filesOf("csv", [people]);

  it.each<[what: string, cell: string, value: string, found: readonly string[]]>([
    ["a stored number", '<c r="C2"><f>1+1</f><v>2</v></c>', "2", []],
    ["a stored text", '<c r="C2" t="str"><f>"2万元"</f><v>2万元</v></c>', "20000", []],
    ["no stored result", '<c r="C2"><f>SUM(C9:C10)</f></c>', "?bad-cell", ["facts/no-result 存款!C2"]],
    ["an empty stored result", '<c r="C2"><f>SUM(C9:C10)</f><v/></c>', "?bad-cell", ["facts/no-result 存款!C2"]],
    ["a stored error", '<c r="C2" t="e"><f>Sheet9!A1</f><v>#REF!</v></c>', "?bad-cell", ["facts/error-cell 存款!C2"]],
    ["a shared formula without a result", '<c r="C2"><f t="shared" ref="C2:C3" si="0">A1+1</f></c>', "?bad-cell", ["facts/no-result 存款!C2"]], // biome-ignore format: a table
    ["an error without a formula", '<c r="C2" t="e"><v>#N/A</v></c>', "?bad-cell", ["facts/error-cell 存款!C2"]],
    ["a stored empty text", '<c r="C2" t="str"><f>IF(A2="","",1)</f><v></v></c>', "?blank", []],
  ])("%s", async (_, cell, value, found) => {
    const row = `<row r="2">${inline("A2", "1001")}${inline("B2", "甲")}${cell}<c r="D2"><v>1</v></c></row>`;
    const all = await readAll(rules, [...roster, { name: "q.xlsx", bytes: book({ rows: top + row }) }]);
    expect([all.rows("sales", "amount"), all.found]).toEqual([[value], [...found, "facts/no-rows"].sort()]);
  });
});

describe("what is hidden in a workbook", () => {
  it("sheets are skipped and said, rows and columns are read and said", async () => {
    const all = await readAll(
      rules,
      filesOf("xlsx", [
        people,
        { name: "存款", rows: [header, ...plain], hiddenRows: [3, 4], hiddenColumns: [3] },
        { name: "存款旧", rows: [header, ...plain], state: "hidden" },
        { name: "草稿", rows: [header, ...plain], state: "veryHidden" },
      ]),
    );
    expect(all.rows("sales", "amount")).toEqual(["1.1", "2.2", "3.3"]);
    expect(all.found).toEqual([
      "workbook/hidden-column 存款!C1",
      "workbook/hidden-rows 存款!A3",
      "workbook/hidden-sheet",
      "workbook/hidden-sheet",
    ]);
    expect(all.said[1]).toBe("有 2 行被隐藏或筛掉（第一处在第 3 行），照样读取");
  });
});
