import { describe, expect, it } from "vitest";
import { deposits, found, loans, managers, read, readTexts, reportOf, values, xlsx } from "./reading.ts";

describe("rows that are not data", () => {
  it("are left out, each with its reason", async () => {
    const { sheet, rows, diagnostics } = await reportOf(
      [
        "工号,客户号,本年日均,上年日均",
        "001,C1,1,2",
        "   ,,,",
        "001,C2,3,4",
        "小计,,4,6",
        "西湖支行小计,,4,",
        "合  计,,4,6",
        "注:数据截至九月末,,,",
        "以上数据截至九月末，不含保证金,,,",
        "制表人:,张三,复核人:李四,",
      ].join("\n"),
    );
    expect(rows).toHaveLength(2);
    expect(diagnostics.map(({ code }) => code)).toEqual([]);
    expect(sheet?.leftOut).toEqual([
      { row: 3, reason: "blank", text: "" },
      { row: 5, reason: "subtotal", text: "小计" },
      { row: 6, reason: "subtotal", text: "西湖支行小计" },
      { row: 7, reason: "total", text: "合  计" },
      { row: 8, reason: "note", text: "注:数据截至九月末" },
      { row: 9, reason: "note", text: "以上数据截至九月末，不含保证金" },
      { row: 10, reason: "sign-off", text: "制表人:" },
    ]);
  });

  it.each([
    ["a person called 总计划部 with an id", "001,总计划部,1,2"],
    ["an id without anything else", "001,,,"],
    ["no id at all", ",C1,1,2"],
    ["a note that has an id", "001,注:重复,1,2"],
    ["a name alone in the id column", "张三,,,"],
    ["累计 as a customer, with an id", "001,累计,1,2"],
  ])("data is kept, however strange: %s", async (_name, line) => {
    const { sheet } = await reportOf(`工号,客户号,本年日均,上年日均\n${line}\n`);
    expect(sheet).toMatchObject({ rowsRead: 1, leftOut: [] });
  });

  it("a total says 小计 in any column, ids or not", async () => {
    const { sheet } = await reportOf("工号,客户号,本年日均,上年日均\n001,C1,1,2\n001,小计,1,2\n");
    expect(sheet?.leftOut).toMatchObject([{ row: 3, reason: "subtotal", text: "001" }]);
    expect(sheet?.totals.map(({ agrees }) => agrees)).toEqual([true, true]);
  });
});

describe("totals", () => {
  const total = async (lines: readonly string[]) => {
    const { sheet, diagnostics } = await reportOf(["单位:万元", "工号,客户号,本年日均,上年日均", ...lines].join("\n"));
    const printed = sheet?.totals.map(({ cell, printed, summed, agrees }) => `${cell} ${printed} ${summed} ${agrees}`);
    return { printed, codes: diagnostics.map(({ code, location }) => [code, (location as { cell: string }).cell]) };
  };

  it("of groups and of all are compared with their rows, exactly", async () => {
    const { printed, codes } = await total([
      "1,A,0.1,1",
      '1,B,0.2,"1,000"',
      '小计,,0.3,"1,001"',
      "2,C,5,-",
      "小计,,5,0",
      '合计,,5.3,"1,001.00"',
    ]);
    expect(printed).toEqual([
      "C5 0.3 0.3 true",
      "D5 1001 1001 true",
      "C7 5 5 true",
      "D7 0 0 true",
      "C8 5.3 5.3 true",
      "D8 1001 1001 true",
    ]);
    expect(codes).toEqual([]);
  });

  it("that are off by a fen are reported at their cell", async () => {
    const { printed, codes } = await total(["1,A,100.00,1", "合计,,100.01,1"]);
    expect(printed).toEqual(["C4 100.01 100 false", "D4 1 1 true"]);
    expect(codes).toEqual([["workbook/total-mismatch", "C4"]]);
  });

  it.each([
    ["合计 for groups and for all alike", ["1,A,1,1", "合计,,1,1", "2,B,2,2", "合计,,2,2", "合计,,3,3"]],
    ["a total above the rows", ["合计,,3,3", "1,A,1,1", "2,B,2,2"]],
    ["subtotals above their rows", ["小计,,1,1", "1,A,1,1", "小计,,5,5", "2,B,2,2", "2,C,3,3"]],
    ["a running total by page", ["1,A,1,1", "本页小计,,1,1", "累计,,1,1", "2,B,2,2", "本页小计,,2,2", "累计,,3,3"]],
    ["named groups", ["1,A,1,1", "西湖支行合计,,1,1", "2,B,2,2", "东湖支行合计,,2,2", "总计,,3,3"]],
    ["figures with units of their own, and accounting brackets", ["1,A,1亿,(3)", "2,B,5000元,5", "合计,,10000.5,2"]],
  ])("agree: %s", async (_name, lines) => {
    const { printed, codes } = await total(lines);
    expect(codes).toEqual([]);
    expect(printed?.every((line) => line.endsWith("true"))).toBe(true);
    expect(printed?.length).toBeGreaterThan(0);
  });

  it("of a column with something else than figures are left to whoever reports the cell", async () => {
    expect((await total(["1,A,未知,1", "合计,,7,1"])).printed).toEqual(["D4 1 1 true"]);
  });

  it("that a spreadsheet added up in binary agree", async () => {
    const source = await xlsx("存款.xlsx", (workbook) => {
      const sheet = workbook.addWorksheet("存款");
      sheet.addRow(["工号", "客户号", "本年日均", "上年日均"]);
      for (let index = 0; index < 10; index++) sheet.addRow(["1", `C${index}`, 0.1, 0.3]);
      const sum = [0.1, 0.3].map((value) => Array.from({ length: 10 }, () => value).reduce((a, b) => a + b, 0));
      sheet.addRow(["合计", null, sum[0], (sum[1] ?? 0) + 0.01]);
    });
    const { files } = await read([source], [deposits]);
    expect(files[0]?.sheets[0]?.totals).toEqual([
      { row: 12, column: "本年日均", cell: "C12", printed: "1", summed: "1", agrees: true, rows: [2, 11] },
      { row: 12, column: "上年日均", cell: "D12", printed: "3.01", summed: "3", agrees: false, rows: [2, 11] },
    ]);
  });
});

describe("workbooks", () => {
  it("fills merged cells down, but no amounts, and says so once a column", async () => {
    const source = await xlsx("a.xlsx", (workbook) => {
      const sheet = workbook.addWorksheet("存款");
      sheet.addRow(["工号", "客户号", "本年日均", "上年日均"]);
      sheet.addRow(["001", "C1", 1, 10]);
      sheet.addRow([null, "C2", 2, null]);
      sheet.addRow(["小计", null, 3, 10]);
      sheet.addRow(["002", "C3", 4, 20]);
      sheet.addRow([null, "C4", 5, null]);
      sheet.mergeCells("A2:A3");
      sheet.mergeCells("A5:A6");
      sheet.mergeCells("D2:D3");
      sheet.mergeCells("A4:B4");
    });
    const result = await read([source], [deposits]);
    expect(values(result.tables[0])).toEqual([
      { 工号: "001", 客户号: "C1", 本年日均: 1, 上年日均: 10 },
      { 工号: "001", 客户号: "C2", 本年日均: 2 },
      { 工号: "002", 客户号: "C3", 本年日均: 4, 上年日均: 20 },
      { 工号: "002", 客户号: "C4", 本年日均: 5 },
    ]);
    expect(found(result)).toEqual(["merged-amount 存款 D2", "filled-down 存款 A2"]);
    expect(result.diagnostics[1]?.args).toEqual({ header: "工号", count: 2, rows: 2 });
    expect(result.files[0]?.sheets[0]?.totals.every(({ agrees }) => agrees)).toBe(true);
  });

  it("reads hidden rows and columns and says so; skips hidden sheets and says so", async () => {
    const source = await xlsx("a.xlsx", (workbook) => {
      const sheet = workbook.addWorksheet("贷款");
      sheet.addRow(["工号", "客户号", "本年日均"]);
      sheet.addRow(["001", "C1", 1]);
      sheet.addRow(["002", "C2", 2]).hidden = true;
      sheet.addRow(["003", "C3", 3]).hidden = true;
      sheet.getColumn(2).hidden = true;
      workbook.addWorksheet("存款", { state: "hidden" }).addRow(["工号"]);
    });
    const result = await read([source], [loans, deposits]);
    expect(values(result.tables[0])).toHaveLength(3);
    expect(found(result)).toEqual(["hidden-sheet 存款", "hidden-column 贷款 B1", "hidden-rows 贷款 A3"]);
    expect(result.diagnostics.find(({ code }) => code === "workbook/hidden-rows")?.args).toEqual({ count: 2, row: 3 });
    expect(result.files[0]?.sheets[1]).toMatchObject({ state: "hidden", why: "hidden", input: undefined });
  });

  it("keeps each cell's kind and place", async () => {
    const source = await xlsx("a.xlsx", (workbook) => {
      const sheet = workbook.addWorksheet("花名册");
      sheet.getCell("B3").value = "工号";
      sheet.getCell("C3").value = "违规次数";
      sheet.getCell("B5").value = "001";
      sheet.getCell("C5").value = 0.5;
      sheet.getCell("C5").numFmt = "0.00%";
      sheet.getCell("B7").value = true;
      sheet.getCell("C7").value = { error: "#REF!" };
      sheet.getCell("B8").value = { formula: "A1", result: "x" };
    });
    const [table] = (await read([source], [managers])).tables;
    const column = (name: string) => table?.columns.get(name);
    expect(column("工号")).toMatchObject({ name: "工号", index: 1, header: "工号", unit: undefined });
    expect([0, 1, 2].map((index) => column("工号")?.cell(index))).toEqual([
      { kind: "text", text: "001" },
      { kind: "boolean", value: true },
      { kind: "text", text: "x" },
    ]);
    expect([0, 1, 2].map((index) => column("违规次数")?.cell(index))).toEqual([
      { kind: "number", value: 0.5, format: "0.00%" },
      { kind: "error", text: "#REF!" },
      { kind: "blank" },
    ]);
    expect(table?.locate(1, "违规次数")).toEqual({ file: "a.xlsx", sheet: "花名册", cell: "C7" });
    expect(table?.locate(2)).toEqual({ file: "a.xlsx", sheet: "花名册", cell: "B8" });
    expect([table?.rowNumber(0), table?.rows, table?.date1904]).toEqual([5, 3, false]);
  });
});

describe("text files", () => {
  it("keep the record and the line of a row", async () => {
    const { tables } = await readTexts({ "存款.csv": '工号,客户号,本年日均,上年日均\n1,"C\n1",2,3\n2,C2,4,5\n' }, [
      deposits,
    ]);
    expect(tables[0]?.locate(1, "本年日均")).toEqual({ file: "存款.csv", cell: "C3", line: 4 });
  });

  it("report rows that are longer than the header", async () => {
    const result = await reportOf("工号,客户号,本年日均,上年日均\n1,C1,1,234.5,6\n2,C2,4,5\n3,C3,1,2\n");
    expect(result.diagnostics).toMatchObject([
      {
        code: "workbook/extra-cells",
        severity: "error",
        location: { cell: "E2", line: 2 },
        args: { count: 1, row: 2 },
      },
    ]);
  });

  it("may have a last column without a name", async () => {
    const result = await reportOf("工号,客户号,本年日均,上年日均,\n1,C1,1,2,x\n2,C2,4,5,y\n");
    expect(result.diagnostics).toEqual([]);
  });

  it("a header alone is a table without rows", async () => {
    const result = await reportOf("工号,客户号,本年日均,上年日均\n");
    expect([found(result), result.tables[0]?.rows]).toEqual([["no-rows"], 0]);
  });
});
