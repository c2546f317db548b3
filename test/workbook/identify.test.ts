import { describe, expect, it } from "vitest";
import { listOf, same } from "../../src/text/text.ts";
import { deposits, found, loans, managers, read, readTexts, xlsx } from "./reading.ts";

const depositRows = "工号,客户号,本年日均,上年日均\n001,C1,1,2\n";
const loanRows = "工号,客户号,本年日均\n001,C1,1\n";
const managerRows = "工号,姓名,机构,违规次数\n001,张三,西湖,0\n";
const specs = [managers, deposits, loans];

/** What each sheet was taken for, and why. */
const taken = (result: Awaited<ReturnType<typeof readTexts>>) =>
  result.files.flatMap(({ file, sheets }) => sheets.map(({ name, input, why }) => [name ?? file, input, why]));

const sheets = (...named: readonly (readonly [string, string])[]) =>
  xlsx("a.xlsx", (workbook) => {
    for (const [name, text] of named) {
      const sheet = workbook.addWorksheet(name);
      for (const line of text.trim().split("\n")) sheet.addRow(line.split(","));
    }
  });

describe("a text file is an input", () => {
  it.each([
    ["存款.csv", depositRows, "deposits", "file-name"],
    ["2026Q3存款明细-西湖.csv", depositRows, "deposits", "file-name"],
    ["deposits.csv", depositRows, "deposits", "file-name"],
    ["客户经理存款.csv", depositRows, "deposits", "file-name"],
    ["客户经理业绩.csv", loanRows, "loans", "headers"],
    ["data.csv", managerRows, "managers", "headers"],
    ["folder/存款/1.csv", depositRows, "deposits", "headers"],
    ["存贷款.csv", loanRows, "loans", "file-name"],
  ])("%s as %j", async (name, text, input, why) => {
    expect(taken(await readTexts({ [name]: text }, specs))).toEqual([[name, input, why]]);
  });

  it.each([
    ["a name without headers", { "存款.csv": "甲,乙\n1,2\n" }, "no-header", ["no-header"]],
    ["neither name nor headers", { "x.csv": "甲,乙\n1,2\n" }, "no-match", ["unused-sheet"]],
    ["nothing in it", { "存款.csv": "\n\n" }, "empty", ["empty-sheet"]],
  ])("or not: %s", async (_name, files, why, codes) => {
    const result = await readTexts(files, specs);
    expect(result.files[0]?.sheets[0]).toMatchObject({ input: undefined, why });
    expect(found(result)).toEqual(codes);
  });

  it("names the columns that a sheet without header should have", async () => {
    const { diagnostics, unreadable } = await readTexts({ "存款.csv": "甲,乙\n1,2\n" }, [deposits]);
    expect(diagnostics[0]).toMatchObject({
      code: "workbook/no-header",
      severity: "error",
      args: { input: same("deposits"), headers: listOf(["工号", "客户号", "本年日均", "上年日均"]) },
    });
    expect(unreadable).toEqual(["存款.csv"]);
  });

  it("warns where the headers fit another input as well", async () => {
    const result = await readTexts({ "x.csv": loanRows }, specs);
    expect(taken(result)).toEqual([["x.csv", "loans", "headers"]]);
    expect(result.diagnostics).toMatchObject([
      { code: "workbook/missing-input", args: { input: same("deposits"), names: listOf(["存款", "存款明细"]) } },
      { code: "workbook/missing-input", args: { input: same("managers"), names: listOf(["客户经理", "花名册"]) } },
      { code: "workbook/sheet-guessed", args: { input: same("loans"), rival: same("deposits") } },
    ]);
  });

  it("does not choose between inputs that fit equally", async () => {
    const twin = { ...loans, id: "bills", sheets: ["票据"] };
    const result = await readTexts({ "x.csv": loanRows }, [loans, twin]);
    expect(taken(result)).toEqual([["x.csv", undefined, "no-match"]]);
    expect(result.diagnostics[0]).toMatchObject({
      code: "workbook/ambiguous-sheet",
      severity: "error",
      args: { inputs: { zh: "loans、bills" } },
    });
  });
});

describe("a sheet of a workbook is an input", () => {
  it("by its name, by part of it, by its headers, or not at all", async () => {
    const result = await read(
      [await sheets(["1.存款", depositRows], ["西湖支行贷款", loanRows], ["Sheet3", managerRows], ["说明", "口径"])],
      specs,
    );
    expect(taken(result)).toEqual([
      ["1.存款", "deposits", "sheet-name"],
      ["西湖支行贷款", "loans", "sheet-name"],
      ["Sheet3", "managers", "headers"],
      ["说明", undefined, "no-match"],
    ]);
    expect(found(result)).toEqual(["unused-sheet 说明"]);
  });

  it("several sheets of one input are all used", async () => {
    const result = await read(
      [await sheets(["存款(西湖)", depositRows], ["存款(东湖)", depositRows.replace("C1", "C2")])],
      specs,
    );
    expect(result.tables.map(({ input, sheet }) => [input, sheet])).toEqual([
      ["deposits", "存款(西湖)"],
      ["deposits", "存款(东湖)"],
    ]);
  });

  it("but a copy or a summary beside the sheet of that name is not", async () => {
    const result = await read(
      [
        await sheets(
          ["存款", depositRows],
          ["存款 (2)", depositRows],
          ["汇总", depositRows],
          ["存款明细", depositRows],
        ),
      ],
      [deposits],
    );
    expect(result.tables.map(({ sheet }) => sheet)).toEqual(["存款", "存款明细"]);
    expect(found(result)).toEqual(["second-sheet 存款 (2)", "second-sheet 汇总"]);
  });

  it("by the file's name if it is the only one", async () => {
    const source = await sheets(["Sheet1", depositRows.replace("上年日均", "去年")]);
    expect(taken(await read([{ ...source, name: "存款.xlsx" }], specs))).toEqual([["Sheet1", "deposits", "file-name"]]);
  });

  it("its unit may stand in its name", async () => {
    const result = await read([await sheets(["存款(万元)", depositRows])], specs);
    expect(result.files[0]?.sheets[0]).toMatchObject({ input: "deposits", why: "sheet-name", unit: "万元" });
  });
});

describe("a mapping", () => {
  const odd = "编号,户名,日均\n001,C1,1\n";
  const columns = { 编号: "工号", 户名: "客户号", 日均: "本年日均" };

  it("says which input a sheet is, and which columns are which", async () => {
    const source = await sheets(["甲", odd], ["乙", loanRows]);
    const result = await read([source], specs, {
      mappings: [{ file: "a.xlsx", sheet: "甲", input: "deposits", columns }],
    });
    expect(taken(result)).toEqual([
      ["甲", "deposits", "mapping"],
      ["乙", "loans", "headers"],
    ]);
    expect(result.files[0]?.sheets[0]?.bound.map(({ name, header }) => [name, header])).toEqual([
      ["工号", "编号"],
      ["客户号", "户名"],
      ["本年日均", "日均"],
    ]);
  });

  it("of columns alone counts wherever the input is found", async () => {
    const result = await readTexts({ "存款-1.csv": odd, "x.csv": odd.replace("C1", "C2") }, [deposits], {
      mappings: [{ input: "deposits", columns }],
    });
    expect(taken(result)).toEqual([
      ["x.csv", "deposits", "headers"],
      ["存款-1.csv", "deposits", "file-name"],
    ]);
  });

  it("goes before the rulebook's headers", async () => {
    const result = await readTexts({ "贷款.csv": "工号,客户号,本年日均,日均余额\n1,C,1,2\n" }, [loans], {
      mappings: [{ file: "贷款.csv", input: "loans", columns: { 日均余额: "本年日均" } }],
    });
    expect(result.files[0]?.sheets[0]?.bound[2]).toMatchObject({ name: "本年日均", column: "D" });
  });

  it("opens a hidden sheet", async () => {
    const source = await xlsx("a.xlsx", (workbook) => {
      workbook.addWorksheet("甲").addRow(["x"]);
      const hidden = workbook.addWorksheet("存款", { state: "hidden" });
      for (const line of depositRows.trim().split("\n")) hidden.addRow(line.split(","));
    });
    const result = await read([source], [deposits], { mappings: [{ sheet: "存款", input: "deposits" }] });
    expect(result.tables[0]?.rows).toBe(1);
  });

  it("of what is not there is reported", async () => {
    const result = await readTexts({ "存款.csv": depositRows }, [deposits], {
      mappings: [{ file: "b.csv", input: "deposits", columns: { 余额: "本年日均" } }],
    });
    expect(result.diagnostics.map(({ code, args }) => [code, args["what"]])).toEqual([
      ["workbook/unused-mapping", "b.csv"],
      ["workbook/unused-mapping", "“余额”"],
    ]);
  });

  it("of a header that no sheet has is reported, be it that of another input or not", async () => {
    const files = { "存款.csv": depositRows, "贷款.csv": "工号,客户号,日均余额\n1,C,2\n" };
    const columns = (header: string) => ({ columns: { [header]: "本年日均" } });
    const result = await readTexts(files, [deposits, loans], {
      mappings: [
        { input: "deposits", ...columns("日均余额") },
        { input: "loans", ...columns("日均余额") },
        { input: "deposits", ...columns("*本 年日均(元)") },
        { input: "loans", ...columns("日均佘额") },
      ],
    });
    const unused = result.diagnostics.filter(({ code }) => code === "workbook/unused-mapping");
    expect(unused.map(({ args }) => args["what"])).toEqual(["“日均佘额”"]);
  });
});
