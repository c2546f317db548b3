import { describe, expect, it } from "vitest";
import { deposits, found, loans, managers, read, readTexts, values, xlsx } from "./reading.ts";

const specs = [managers, deposits, loans];
const inputs = (result: Awaited<ReturnType<typeof readTexts>>) =>
  result.tables.map((table) => [table.input, values(table)] as const);

describe("two tables on one sheet", () => {
  const below = [
    "存款明细表,,,",
    "单位:万元,,,",
    "工号,客户号,本年日均,上年日均",
    "001,C1,1,2",
    "002,C2,3,4",
    "合计,,4,6",
    "制表人:张三,,,",
    ",,,",
    "贷款明细表,,,",
    "单位:元,,,",
    "客户号,工号,本年日均,",
    "C9,001,7,",
    "合计,,7,",
  ].join("\n");

  it.each(["业务.csv", "存款.csv"])("one below the other are read each by itself: %s", async (name) => {
    const result = await readTexts({ [name]: below }, specs);
    expect(inputs(result)).toEqual([
      [
        "deposits",
        [
          { 工号: "001", 客户号: "C1", 本年日均: "1", 上年日均: "2" },
          { 工号: "002", 客户号: "C2", 本年日均: "3", 上年日均: "4" },
        ],
      ],
      ["loans", [{ 工号: "001", 客户号: "C9", 本年日均: "7" }]],
    ]);
    expect(found(result)).toEqual(["several-tables"]);
    const [first, second] = result.files[0]?.sheets ?? [];
    expect([first?.unit, second?.unit]).toEqual(["万元", "元"]);
    expect([first?.headerRows, first?.rowsInFile, second?.headerRows, second?.rowsInFile]).toEqual([[3], 7, [11], 5]);
    expect(result.tables[1]?.locate(0, "工号")).toEqual({ file: name, cell: "B12", line: 12 });
  });

  it.each([
    ["a title between", "\n存款明细\n"],
    ["a blank row between", "\n,,\n"],
    ["nothing between", ""],
  ])("of which the first is the smaller one are both read: %s", async (_, between) => {
    const text = `业务表\n单位:万元\n工号,客户号,本年日均\n001,C1,1\n002,C2,2\n${between}工号,客户号,本年日均,上年日均\n003,C3,3,4\n`;
    const result = await readTexts({ "业务.csv": text }, specs);
    expect(inputs(result)).toEqual([
      [
        "loans",
        [
          { 工号: "001", 客户号: "C1", 本年日均: "1" },
          { 工号: "002", 客户号: "C2", 本年日均: "2" },
        ],
      ],
      ["deposits", [{ 工号: "003", 客户号: "C3", 本年日均: "3", 上年日均: "4" }]],
    ]);
    expect(result.files[0]?.sheets[0]?.unit).toBe("万元");
  });

  it("side by side are read each by itself, titles and units above them for both", async () => {
    const source = await xlsx("业务.xlsx", (workbook) => {
      const sheet = workbook.addWorksheet("业务");
      sheet.addRow(["存贷款明细"]);
      sheet.addRow([null, null, null, null, null, null, null, "单位:万元"]);
      sheet.addRow(["工号", "客户号", "本年日均", "上年日均", null, "工号", "客户号", "本年日均"]);
      sheet.addRow(["001", "C1", 1, 2, null, "002", "C9", 5]);
      sheet.addRow(["001", "C2", 3, 4]);
      sheet.addRow(["合计", null, 4, 6, null, "合计", null, 5]);
    });
    const result = await read([source], specs);
    expect(inputs(result)).toEqual([
      [
        "deposits",
        [
          { 工号: "001", 客户号: "C1", 本年日均: 1, 上年日均: 2 },
          { 工号: "001", 客户号: "C2", 本年日均: 3, 上年日均: 4 },
        ],
      ],
      ["loans", [{ 工号: "002", 客户号: "C9", 本年日均: 5 }]],
    ]);
    expect(found(result)).toEqual(["several-tables 业务"]);
    expect(result.files[0]?.sheets.map(({ unit, rowsRead }) => [unit, rowsRead])).toEqual([
      ["万元", 2],
      ["万元", 1],
    ]);
    expect(result.tables[1]?.locate(0, "客户号")).toMatchObject({ sheet: "业务", cell: "G4" });
  });

  it("of one input, side by side to save paper, are both read", async () => {
    const text = "工号,姓名,机构,违规次数,,工号,姓名,机构,违规次数\n001,王,甲,0,,002,李,乙,1\n003,赵,甲,0\n";
    const result = await readTexts({ "花名册.csv": text }, specs);
    expect(inputs(result).map(([, rows]) => rows.map((row) => row.工号))).toEqual([["001", "003"], ["002"]]);
  });

  it("of inputs that their headers do not tell apart are told by their titles", async () => {
    const twin = { ...loans, id: "interbank", sheets: ["同业"] };
    const header = "工号,客户号,本年日均";
    const text = `存款\n${header},上年日均\n1,A,1,1\n\n同业明细\n${header}\n2,B,2\n\n贷款明细\n客户号,工号,本年日均\nC,3,3\n`;
    const result = await readTexts({ "业务.csv": text }, [deposits, loans, twin]);
    expect(inputs(result).map(([input, rows]) => [input, rows.length])).toEqual([
      ["deposits", 1],
      ["interbank", 1],
      ["loans", 1],
    ]);
  });

  it("without a blank column between them are an error, not a guess", async () => {
    const text = "工号,客户号,本年日均,上年日均,工号,客户号,本年日均\n001,C1,1,2,002,C9,5\n";
    const result = await readTexts({ "存款.csv": text }, specs);
    expect(result.tables).toEqual([]);
    expect(result.unreadable).toEqual(["存款.csv"]);
    expect(found(result)).toContain("duplicate-column E1");
  });

  it.each([
    ["a header that comes again", "工号,客户号,本年日均,上年日均"],
    ["a row of text", "张三,李四,王五,赵六"],
    ["headers of too few columns", "工号,备注,说明,其他"],
  ])("are not seen in %s", async (_, line) => {
    const text = `工号,客户号,本年日均,上年日均\n001,C1,1,2\n${line}\n002,C2,3,4\n`;
    const result = await readTexts({ "存款.csv": text }, specs);
    expect(result.tables).toHaveLength(1);
    expect(result.files[0]?.sheets).toHaveLength(1);
  });
});
