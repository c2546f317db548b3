import ExcelJS from "exceljs";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { Exact } from "../../src/number/exact.ts";
import { cellNumber, cellText } from "../../src/report/xlsx/cell-text.ts";
import { whole } from "../../src/report/xlsx/pack.ts";
import { linesOf } from "../../src/report/xlsx/shared-texts.ts";
import { renderWorkbook } from "../../src/report/xlsx/workbook.ts";
import { exact, reportOf, someSources } from "./build.ts";
import { people } from "./people.ts";

const uncounted = {
  ...someSources,
  uncounted: (person: number, tier: { id: string } | undefined) =>
    person === 1 && tier
      ? [
          {
            person: "000002",
            scope: "counted",
            group: "C0001",
            tier: tier.id,
            value: exact("4999999.99"),
            floor: exact("5000000"),
            metrics: [{ zh: "日均存款", en: "Average deposits" }],
          },
        ]
      : [],
};

const report = reportOf(people, uncounted);

async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as never);
  return workbook;
}

/** A sheet's rows from the headings on, as texts and numbers, up to the first blank row. */
function rowsOf(sheet: ExcelJS.Worksheet): unknown[][] {
  const rows: unknown[][] = [];
  for (let at = 3; at <= sheet.rowCount; at++) {
    const values = sheet.getRow(at).values as unknown[];
    if (values.length === 0) break;
    rows.push(Array.from({ length: sheet.columnCount }, (_, index) => values[index + 1] ?? ""));
  }
  return rows;
}

describe("the workbook", () => {
  let bytes: Uint8Array;
  let workbook: ExcelJS.Workbook;
  beforeAll(async () => {
    bytes = await whole(renderWorkbook(report, "zh"));
    workbook = await open(bytes);
  });

  it("has its sheets in order, and in English under English names", async () => {
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      "总览",
      "评定结果",
      "晋升建议",
      "降级与待核",
      "指标明细",
      "临界名单",
      "未计入客户",
      "数据问题",
      "运行信息",
    ]);
    const english = await open(await whole(renderWorkbook(report, "en")));
    expect(english.worksheets.map(({ name }) => name)).toEqual([
      "Overview",
      "Results",
      "Promotions",
      "Demotions and reviews",
      "Criteria",
      "Near the line",
      "Customers not counted",
      "Data problems",
      "Run",
    ]);
  });

  it("leaves out sheets with nothing to say, and names them in the run sheet", async () => {
    const quiet = await open(await whole(renderWorkbook(reportOf(people.slice(0, 1)), "zh")));
    expect(quiet.worksheets.map(({ name }) => name)).toEqual([
      "总览",
      "评定结果",
      "晋升建议",
      "指标明细",
      "临界名单",
      "运行信息",
    ]);
    const run = quiet.getWorksheet("运行信息")!;
    const texts = run.getColumn(2).values.map(String);
    expect(texts).toContain(
      "降级与待核、未计入客户、环比变动、职数比例、队伍结构、待遇测算、人工调整、勾稽核对、数据问题",
    );
  });

  it("gives everyone a line to sign, in a named table", () => {
    const sheet = workbook.getWorksheet("评定结果")!;
    expect(rowsOf(sheet)).toEqual([
      "序号 机构 工号 姓名 现等级 达标等级 建议等级 建议 理由 审批 人工调整 最终等级 签字".split(" "),
      [
        1,
        "南昌分行",
        "000001",
        "王小明",
        "一级客户经理",
        "高级客户经理",
        "高级客户经理",
        "高聘",
        "达到高级客户经理标准",
        "人力资源部 → 分行",
        "",
        "",
        "",
      ],
      [
        2,
        "青山湖支行",
        "000002",
        "=1+1",
        "高级客户经理",
        "一级客户经理",
        "一级客户经理",
        "低聘",
        "未达到现等级高级客户经理标准",
        "分行",
        "",
        "",
        "",
      ],
      [3, "青山湖支行", "000003", "欧阳娜娜", "见习客户经理", "无", "", "待核", "", "分行", "", "", ""],
    ]);
    expect(sheet.getTable("Results")).toBeDefined();
    expect(partOf(bytes, "xl/tables/table1.xml")).toContain('ref="A3:M6"');
    expect(String(sheet.getCell("A8").value)).toMatch(/^制表人：_+ +复核人：_+ +负责人：_+ +日期：_+$/);
  });

  it("tells in notes from which cells a verdict comes", () => {
    const sheet = workbook.getWorksheet("评定结果")!;
    const note = (at: string) => (sheet.getCell(at).note as ExcelJS.Comment).texts!.map(({ text }) => text).join("");
    expect(note("E5")).toBe("来源 quarter.xlsx 客户经理!A3");
    expect(note("F5")).toBe(
      [
        "一级客户经理 达标",
        "不良率 1.5%（≤ 2%） ← quarter.xlsx 存款!C3、C13",
        "日均存款 24,999.999999万元（≥ 1.5亿元） ← quarter.xlsx 存款!C3、C13",
        "模拟银行考试 是（是）",
      ].join("\n"),
    );
  });

  it("lists every criterion with numbers that can be summed", () => {
    const rows = rowsOf(workbook.getWorksheet("指标明细")!);
    expect(rows[0]).toEqual("工号 姓名 等级 条款 指标 标准 实绩 差额 完成率 结论 最大单户 来源 读法".split(" "));
    const second = rows.filter(([id, , tier]) => id === "000002" && tier === "高级客户经理");
    expect(second.map((row) => row.slice(3, 10))).toEqual([
      ["第十一条一(一)1", "营销年限", 3, 2.99, 0.01, 0.9966, "✗ 未达标"],
      ["", "业务指标", "3 项中至少 2 项", "满足 1 项", "", "", "✗ 未达标"],
      ["第十一条二1(1)a", "存款 · 日均存款", 250000000, 249999999.99, 0.01, 0.9999, "✗ 未达标"],
      ["第十一条二1(1)a", "存款 · 最大单户存款", 100000000, 90000000, 10000000, 0.9, "✗ 未达标"],
      ["第十一条二1(1)b", "日均贷款", 350000000, 400000000, 0, 1.1428, "✓ 达标"],
      ["第十一条二1(1)c", "国际结算量", 30000000, 1000000, 29000000, 0.0333, "✗ 未达标"],
    ]);
    const shared = rows.filter(([id, , tier]) => id === "000002" && tier === "各等级");
    expect(shared.map((row) => row.slice(3, 10))).toEqual([["第十一条", "模拟银行考试", "是", "是", "", "", "✓ 达标"]]);
    const sheet = workbook.getWorksheet("指标明细")!;
    const at = rows.findIndex(([id, , , , name]) => id === "000002" && name === "存款 · 日均存款") + 3;
    expect(sheet.getCell(`G${at}`).numFmt).toBe('#,##0.00####"元"');
    expect(sheet.getCell(`A${at}`).numFmt).toBe("@");
  });

  it("lists the customers that do not count, with amounts and floor", () => {
    expect(rowsOf(workbook.getWorksheet("未计入客户")!).slice(1)).toEqual([
      ["000002", "=1+1", "C0001", 4999999.99, 5000000, "counted", "日均存款"],
    ]);
  });

  it("lists the problems with their cells and what to do", () => {
    expect(rowsOf(workbook.getWorksheet("数据问题")!).slice(1)).toEqual([
      [
        "错误",
        "quarter.xlsx",
        "客户经理",
        "A4",
        "",
        "“000003”在“客户经理”里出现了两次",
        "删去多余的一行，再运行",
        "facts/duplicate-person",
      ],
    ]);
  });

  it("says on the run sheet what it was made from", () => {
    const run = workbook.getWorksheet("运行信息")!;
    const texts = new Set<string>();
    run.eachRow((row) => row.eachCell((cell) => texts.add(String(cell.value))));
    for (const text of [
      "ab".repeat(32),
      "cd".repeat(32),
      "quarter.xlsx",
      "settlement-currency",
      "rates.USD",
      "dingji 1.2.3",
    ]) {
      expect(texts).toContain(text);
    }
  });

  it("is laid out for A4 landscape, one page wide, headings repeated and frozen, filters on", () => {
    for (const sheet of workbook.worksheets) {
      expect(sheet.pageSetup).toMatchObject({
        paperSize: 9,
        orientation: "landscape",
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
      });
      expect(sheet.headerFooter.oddFooter).toContain("第 &P 页，共 &N 页");
    }
    for (const name of ["评定结果", "指标明细", "未计入客户", "数据问题"]) {
      const sheet = workbook.getWorksheet(name)!;
      expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 3 });
      expect(sheet.pageSetup.printTitlesRow).toBe("1:3");
      if (name !== "评定结果") expect(sheet.autoFilter).toBeTruthy();
    }
  });

  it("shows movement and distribution that add up", () => {
    const overview = workbook.getWorksheet("总览")!;
    const rows: unknown[][] = [];
    overview.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
    const from = rows.findIndex(([first]) => String(first).startsWith("现等级 \\ "));
    const body = rows.slice(from + 1, from + 5).map((row) => Array.from(row.slice(2), (cell) => cell ?? 0));
    expect(rows[from]!.slice(2)).toEqual(["高级客户经理", "一级客户经理", "见习客户经理", "待核/建议退出", "合计"]);
    expect(body).toEqual([
      [0, 1, 0, 0, 1],
      [1, 0, 0, 0, 1],
      [0, 0, 0, 1, 1],
      [1, 1, 0, 1, 3],
    ]);
  });

  it("has no formula in it, whatever the names are", () => {
    const parts = unzipSync(bytes);
    for (const [name, part] of Object.entries(parts)) {
      if (name.startsWith("xl/worksheets/")) expect(strFromU8(part)).not.toMatch(/<f[ >]/);
    }
  });

  it("reads the same in another library", async () => {
    const other = await readXlsx(bytes);
    for (const sheet of workbook.worksheets) {
      const theirs = other.sheets.find(({ name }) => name === sheet.name)!;
      sheet.eachRow((row, at) => {
        row.eachCell((cell, column) => {
          if (cell.isMerged && cell.master !== cell) return;
          expect(theirs.rows[at - 1]?.[column - 1] ?? null).toEqual(cell.value);
        });
      });
    }
  });

  it("is the same to the byte, in any time zone, and knows no clock", async () => {
    const zone = process.env.TZ;
    process.env.TZ = "Asia/Shanghai";
    const again = await whole(renderWorkbook(report, "zh"));
    process.env.TZ = "America/New_York";
    const elsewhere = await whole(renderWorkbook(report, "zh"));
    process.env.TZ = zone ?? "";
    expect(Buffer.from(again).equals(Buffer.from(bytes))).toBe(true);
    expect(Buffer.from(elsewhere).equals(Buffer.from(bytes))).toBe(true);
    expect(partOf(bytes, "docProps/core.xml")).toContain("2026-12-31T00:00:00Z");
  });

  it("gives data bars lengths and no empty ids", () => {
    const sheet = partOf(bytes, "xl/worksheets/sheet5.xml");
    expect(sheet).toContain('<dataBar minLength="0" maxLength="100">');
    expect(sheet).not.toContain("<x14:id/>");
  });
});

const partOf = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name]!);

describe("text in cells", () => {
  it.each([
    ["plain", "plain"],
    ["_x0041_", "_x005F_x0041_"],
    ["a\u0000b\u001fc", "abc"],
    ["a\r\nb\rc", "a\nb\nc"],
    ["\ud800x", "\uFFFDx"],
    ["=1+1", "=1+1"],
  ])("%j becomes %j", (text, expected) => {
    expect(cellText(text)).toBe(expected);
  });

  it("is at most 32,767 characters, and no character is cut in half", () => {
    expect(cellText("a".repeat(40_000))).toHaveLength(32_767);
    expect(cellText("👍".repeat(20_000))).toBe(`${"👍".repeat(16_383)}…`);
  });

  it("comes back as it was, through the whole workbook, and stays text", async () => {
    const name = fc.tuple(
      fc.constantFrom("", "=", "+", "-", "@", "_x0041_", "<", "&amp;", "'", "{=", "　="),
      fc.string({ unit: "grapheme", maxLength: 12 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 6 }), async (names) => {
        const given = names.map(([lead, rest]) => (lead + rest).replace(/[\x00-\x1f\ufffe\uffff]/g, "") || "x");
        const people = given.map((each, index) => ({ id: `${index}`, name: each }));
        const bytes = await whole(renderWorkbook(reportOf(people), "zh"));
        const { sheets } = await readXlsx(bytes);
        const column = sheets[1]!.rows.slice(3, 3 + given.length).map((row) => row[3]);
        expect(column).toEqual(given);
        expect(partOf(bytes, "xl/worksheets/sheet2.xml")).not.toMatch(/<f[ >]/);
      }),
      { numRuns: 12 },
    );
  });
});

describe("numbers in cells", () => {
  it.each([
    ["250000000", "250000000"],
    ["249999999.99", "249999999.99"],
    ["-0.5", "-0.5"],
    ["123456789012345", "123456789012345"],
    ["1000000000000000000", "1000000000000000000"],
    ["1234567890123.45", "1234567890123.45"],
    ["12345678901234.567", undefined],
  ])("%s is %s", (decimal, expected) => {
    expect(cellNumber(exact(decimal))).toBe(expected);
  });

  it("are rounded only where there is no finite decimal", () => {
    expect(cellNumber(Exact.of(1, 3))).toBe("0.333333333333333");
  });
});

describe("the lines that a text takes", () => {
  it.each([
    ["短", 10, 1],
    ["达到高级客户经理标准", 40, 1],
    ["达到高级客户经理标准", 12, 2],
    ["一\n二\n三", 40, 3],
  ])("%j at %i: %i", (text, width, lines) => {
    expect(linesOf(text, width)).toBe(lines);
  });
});
