import { describe, expect, it } from "vitest";
import { same } from "../../src/text/text.ts";
import { deposits, found, readTexts, reportOf, spec } from "./reading.ts";

const quoted = (name: string) => ({ zh: `“${name}”`, en: `"${name}"` });

describe("the header", () => {
  it("is found below titles, blank rows, units and notes", async () => {
    const { sheet, rows, diagnostics } = await reportOf(
      "存款日均明细表,,,\n,,,\n填报单位:西湖支行,,,单位:万元\n注:含外币,,,\n\n员工号,客户号,本年日均,上年日均\n001,C1,1.5,2\n",
    );
    expect(sheet).toMatchObject({
      input: "deposits",
      headerRows: [6],
      unit: "万元",
      rowsInFile: 5,
      rowsRead: 1,
      leftOut: [
        { row: 1, reason: "title", text: "存款日均明细表" },
        { row: 3, reason: "note", text: "填报单位:西湖支行" },
        { row: 4, reason: "note", text: "注:含外币" },
      ],
      bound: [
        { name: "工号", header: "员工号", column: "A" },
        { name: "客户号", header: "客户号", column: "B" },
        { name: "本年日均", header: "本年日均", column: "C", unit: "万元" },
        { name: "上年日均", header: "上年日均", column: "D", unit: "万元" },
      ],
    });
    expect(rows).toEqual([{ 工号: "001", 客户号: "C1", 本年日均: "1.5", 上年日均: "2" }]);
    expect(diagnostics).toEqual([]);
  });

  it("is searched for in the first thirty rows and more", async () => {
    const { sheet } = await reportOf(`${"说明:一行\n".repeat(30)}工号,客户号,本年日均,上年日均\n001,C1,1,2\n`);
    expect(sheet).toMatchObject({ headerRows: [31], rowsRead: 1, rowsInFile: 32 });
  });

  it("of two rows is joined, the lower row deciding", async () => {
    const { sheet, rows } = await reportOf(
      "工号,客户,日均,,备注\n,客户号,本年日均(万元),上年日均(元),\n001,C1,1,2,x\n",
    );
    expect(sheet?.headerRows).toEqual([1, 2]);
    expect(sheet?.bound.map(({ header, unit }) => [header, unit])).toEqual([
      ["工号", undefined],
      ["客户 客户号", undefined],
      ["日均 本年日均(万元)", "万元"],
      ["日均 上年日均(元)", "元"],
    ]);
    expect(sheet?.unbound).toEqual([{ header: "备注", column: "E" }]);
    expect(rows).toHaveLength(1);
  });

  it("of two rows is matched by both texts joined, and takes the group's unit", async () => {
    const two = spec(
      "deposits",
      ["存款"],
      "id! 工号",
      "money 日均存款本年",
      "money 上年日均存款",
      "money 日均贷款本年",
    );
    const { sheet, rows } = await reportOf("工号,日均存款(万元),,日均贷款\n,本年,上年,本年\n001,1,2,3\n", [two]);
    expect(sheet?.bound.map(({ name, header, column, unit }) => [name, header, column, unit])).toEqual([
      ["工号", "工号", "A", undefined],
      ["日均存款本年", "日均存款(万元) 本年", "B", "万元"],
      ["上年日均存款", "日均存款(万元) 上年", "C", "万元"],
      ["日均贷款本年", "日均贷款 本年", "D", undefined],
    ]);
    expect(rows).toEqual([{ 工号: "001", 日均存款本年: "1", 上年日均存款: "2", 日均贷款本年: "3" }]);
  });

  it("of two rows tells columns of the same name apart by the group that bears the input's name", async () => {
    const text = "工号,客户号,日均贷款,,日均存款,\n,,本年日均,上年日均,本年日均,上年日均\n001,C1,1,2,3,4\n";
    const { rows, diagnostics } = await reportOf(text);
    expect(rows).toEqual([{ 工号: "001", 客户号: "C1", 本年日均: "3", 上年日均: "4" }]);
    expect(diagnostics).toEqual([]);
  });

  it("of three rows is joined from the top, groups within groups", async () => {
    const text =
      "存款业务明细表,,,,,\n基本信息,,日均存款(万元),,,备注\n工号,客户号,本行,,他行,\n,,本年日均,上年日均,上年,\n001,C1,1,2,3,x\n";
    const { sheet, rows, diagnostics } = await reportOf(text);
    expect(sheet).toMatchObject({ headerRows: [2, 3, 4], rowsRead: 1, leftOut: [{ row: 1, reason: "title" }] });
    expect(sheet?.bound.map(({ header, unit }) => [header, unit])).toEqual([
      ["基本信息 工号", undefined],
      ["基本信息 客户号", undefined],
      ["日均存款(万元) 本行 本年日均", "万元"],
      ["日均存款(万元) 本行 上年日均", "万元"],
    ]);
    expect(sheet?.unbound.map(({ header, column }) => [header, column])).toEqual([
      ["日均存款(万元) 他行 上年", "E"],
      ["备注", "F"],
    ]);
    expect([rows, diagnostics]).toEqual([[{ 工号: "001", 客户号: "C1", 本年日均: "1", 上年日均: "2" }], []]);
  });

  it("of three rows is matched by any of its groups, and by all of them", async () => {
    const three = spec("deposits", ["存款"], "id! 工号", "money 存款日均本年", "money 贷款本年", "money 上年日均");
    const text = "工号,存款,,贷款\n,日均,,余额\n,本年,上年,本年\n001,1,2,3\n";
    const { rows } = await reportOf(text, [three]);
    expect(rows).toEqual([{ 工号: "001", 存款日均本年: "1", 上年日均: "2", 贷款本年: "3" }]);
  });

  it("takes the groups above it in where the same header stands twice", async () => {
    const text = "基本信息,,贷款,,存款,\n工号,客户号,本年日均,上年日均,本年日均,上年日均\n001,C1,1,2,3,4\n";
    const { sheet, rows, diagnostics } = await reportOf(text);
    expect([sheet?.headerRows, rows]).toEqual([[1, 2], [{ 工号: "001", 客户号: "C1", 本年日均: "3", 上年日均: "4" }]]);
    expect(diagnostics).toEqual([]);
  });

  it("that comes again on the next page, with its title, is left out", async () => {
    const page = "存款明细,,,\n单位:元,,,\n工号,客户号,本年日均,上年日均\n";
    const { sheet, rows } = await reportOf(`${page}001,C1,1,2\n${page}002,C2,3,4\n`);
    expect(rows).toHaveLength(2);
    expect(sheet?.leftOut.map(({ row, reason }) => [row, reason])).toEqual([
      [1, "title"],
      [2, "unit"],
      [5, "title"],
      [6, "title"],
      [7, "repeated-header"],
    ]);
  });

  it("may have a row of units and one of column numbers under it", async () => {
    const { sheet } = await reportOf("工号,客户号,本年日均,上年日均\n-,-,万元,元\n1,2,3,4\n001,C1,1,2\n");
    expect(sheet?.leftOut.map(({ row, reason }) => [row, reason])).toEqual([
      [2, "unit"],
      [3, "note"],
    ]);
    expect(sheet?.bound.map(({ unit }) => unit)).toEqual([undefined, undefined, "万元", "元"]);
    expect(sheet?.rowsRead).toBe(1);
  });

  it.each([
    [
      "a header's own unit before the sheet's",
      "单位:万元\n工号,客户号,本年日均(元),上年日均\n001,C1,1,2\n",
      ["元", "万元"],
    ],
    ["beside the header", "工号,客户号,本年日均,上年日均,单位:千元\n001,C1,1,2\n", ["千元", "千元"]],
    ["in two cells", "表一,,单位,亿元\n工号,客户号,本年日均,上年日均\n001,C1,1,2\n", ["亿元", "亿元"]],
    ["in the title", "存款表(万元)\n工号,客户号,本年日均,上年日均\n001,C1,1,2\n", ["万元", "万元"]],
    ["another column's unit says nothing", "工号,客户号,本年日均(元),上年日均\n001,C1,1,2\n", ["元", undefined]],
  ])("unit: %s", async (_name, text, units) => {
    const { sheet } = await reportOf(text);
    expect(sheet?.bound.slice(2).map(({ unit }) => unit)).toEqual(units);
  });

  it("takes the unit from the file's name if nothing else says it", async () => {
    const { files } = await readTexts({ "存款(万元).csv": "工号,客户号,本年日均,上年日均\n001,C1,1,2\n" }, [deposits]);
    expect(files[0]?.sheets[0]).toMatchObject({ why: "file-name", unit: "万元" });
  });

  it("leaves the unit open if several are named", async () => {
    const result = await reportOf("单位:万元,单位:元\n工号,客户号,本年日均,上年日均\n001,C1,1,2\n");
    expect(found(result)).toEqual([]);
    const average = result.tables[0]?.columns.get("本年日均");
    expect([result.sheet?.unit, average?.unit, average?.doubt?.units]).toEqual([undefined, undefined, ["万元", "元"]]);
    expect(average?.doubt?.said.map(({ location }) => location.cell)).toEqual(["A1", "B1"]);
  });
});

describe("columns", () => {
  it("the same header twice leaves the column out, and names both places", async () => {
    const result = await reportOf("工号,客户号,本年日均(元),本年日均(万元),上年日均\n001,C1,1,2,3\n");
    expect(result.diagnostics).toMatchObject([
      {
        code: "workbook/duplicate-column",
        location: { file: "存款.csv", cell: "D1" },
        args: { name: quoted("本年日均"), first: "本年日均(元) (C1)", second: "本年日均(万元) (D1)" },
        related: [{ location: { cell: "C1" } }],
      },
    ]);
    expect(result.tables[0]?.columns.has("本年日均")).toBe(false);
    expect(result.unreadable).toEqual([]);
  });

  it("two synonyms: the one that the rulebook names first, with a warning", async () => {
    const result = await reportOf("员工号,工号,客户号,本年日均,上年日均\nE1,001,C1,1,2\n");
    expect(result.rows[0]?.工号).toBe("001");
    expect(result.diagnostics).toMatchObject([
      { code: "workbook/two-columns-for-one", severity: "warning", location: { cell: "A1" } },
    ]);
  });

  it("a column of the sheet is one of the spec: the surer claim gets it, the other column is missing", async () => {
    const named = spec("deposits", ["存款"], "id! 工号", "money 日均", "money 日均(上年)");
    const result = await reportOf("工号,日均(上年)\n001,2\n", [named]);
    expect(result.rows).toEqual([{ 工号: "001", "日均(上年)": "2" }]);
    expect(result.diagnostics).toMatchObject([
      { code: "workbook/missing-column", location: { file: "存款.csv" }, args: { name: quoted("日均") } },
    ]);
  });

  it("a column that two of the spec have an equal claim to is neither", async () => {
    const named = spec("deposits", ["存款"], "id! 工号", "money 本年日均", "money 日均本年");
    const result = await reportOf("工号,本年\n,日均(万元)\n001,2\n", [named]);
    expect(result.rows).toEqual([{ 工号: "001" }]);
    expect(result.diagnostics).toMatchObject([
      {
        code: "workbook/one-column-for-two",
        severity: "error",
        location: { file: "存款.csv", cell: "B2" },
        args: { header: "本年 日均(万元) (B2)", first: quoted("本年日均"), second: quoted("日均本年") },
      },
    ]);
  });

  it("a mapping takes a column away from the one that its header names", async () => {
    const text = "工号,客户号,本年日均\n001,C1,1\n";
    const mapped = (...names: string[]) =>
      readTexts({ "存款.csv": text }, [deposits], {
        mappings: names.map((name) => ({ input: "deposits", columns: { 本年日均: name } })),
      });
    const one = await mapped("上年日均");
    expect(found(one)).toEqual(["missing-column"]);
    expect(one.files[0]?.sheets[0]?.bound[2]).toMatchObject({ name: "上年日均", header: "本年日均", column: "C" });
    const two = await mapped("上年日均", "本年日均");
    expect(found(two)).toEqual(["one-column-for-two C1"]);
    expect(two.files[0]?.sheets[0]?.bound.map(({ name }) => name)).toEqual(["工号", "客户号"]);
  });

  it("a plain header goes before one with a remark", async () => {
    const { rows, diagnostics } = await reportOf("工号,客户号,本年日均(外币),本年日均,上年日均\n001,C1,9,1,2\n");
    expect(rows[0]?.本年日均).toBe("1");
    expect(diagnostics).toEqual([]);
  });

  it("a missing key column makes the sheet unusable, and the nearest header is named", async () => {
    const result = await reportOf("员工编号,客户号,本年日均,上年日均\n001,C1,1,2\n");
    expect(result.diagnostics).toMatchObject([
      {
        code: "workbook/missing-key-column",
        severity: "error",
        location: { file: "存款.csv" },
        args: { input: same("deposits"), name: quoted("工号"), headers: { zh: "工号、员工号", en: "工号, 员工号" } },
        related: [{ note: { zh: "最接近的表头：“员工编号”，是不是它？" }, location: { cell: "A1" } }],
      },
    ]);
    expect([result.tables, result.unreadable]).toEqual([[], ["存款.csv"]]);
    expect(result.sheet).toMatchObject({ rowsInFile: 2, rowsRead: 1 });
  });

  it("another missing column is a warning", async () => {
    const result = await reportOf("工号,客户号,本年日均余额,上年日均\n001,C1,1,2\n");
    expect(result.diagnostics).toMatchObject([
      {
        code: "workbook/missing-column",
        severity: "warning",
        args: { name: quoted("本年日均") },
        related: [{ location: { cell: "C1" } }],
      },
    ]);
    expect(result.tables).toHaveLength(1);
  });
});
