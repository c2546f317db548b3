import { readFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { csv, Folder, grade } from "./quarter.ts";

const header = ["工号", "原等级", "新等级", "原因", "批准人", "日期"];
const given = (...rows: (readonly string[])[]) => csv([header, ...rows]);

async function graded(overrides: string) {
  const folder = new Folder().quarter().write("o.csv", overrides);
  const ran = await folder.run(`${grade} --overrides o.csv -o r.json -o r.csv -q`);
  const json = JSON.parse(folder.read("r.json"));
  const of = (id: string) => json.results.find((one: { id: string }) => one.id === id);
  return { ran, json, of, folder };
}

describe("an override", () => {
  it("stands beside the recommendation, and changes nothing of it", async () => {
    const { ran, json, of, folder } = await graded(
      given(["2", "二级", "一级客户经理", "重点客户", "王行长", "2026/12/28"]),
    );
    expect(ran.code).toBe(0);
    expect(of("0002")).toMatchObject({
      qualified: "second",
      recommended: "second",
      action: "promote",
      final: "first",
      override: {
        from: "second",
        to: "first",
        reason: "重点客户",
        approver: "王行长",
        date: "2026-12-28",
        location: { file: "o.csv", cell: "A2", line: 2 },
      },
    });
    expect(of("0001")).toMatchObject({ override: null, final: "third" });
    expect(of("0003")).toMatchObject({ override: null, final: null, action: "leave" });
    expect(json.summary).toMatchObject({ overrides: 1, actions: { promote: 1, keep: 1, leave: 1 } });
    expect(json.inputs.at(0).sheets).toEqual([{ name: null, input: "overrides", rows: 1 }]);
    const rows = folder.read("r.csv").split("\r\n");
    expect(rows[2]).toContain("重点客户（王行长 2026-12-28）,First-grade manager");
    const { out } = await folder.run("explain 0002 q -r bocom-nanchang -p 2026Q4 --overrides o.csv --lang zh");
    expect(out).toContain("人工调整：重点客户（王行长 2026-12-28）\n最终等级：一级客户经理\n");
  });

  it("may give no tier at all, and one to whom none was recommended", async () => {
    const { of } = await graded(
      given(["0001", "", "无", "离职", "王行长", "2026-12-28"], ["0003", "无", "四级", "留用", "王行长", "2026-12-28"]),
    );
    expect(of("0001")).toMatchObject({ recommended: "third", final: null, override: { to: null } });
    expect(of("0003")).toMatchObject({ recommended: null, action: "leave", final: "fourth", override: { from: null } });
  });

  it.each<[string, string[], string, string]>([
    ["an unknown tier", ["0001", "", "三极客户经理", "x", "y", "2026-12-28"], "facts/unknown-word", "C2"],
    ["no tier", ["0001", "", "", "x", "y", "2026-12-28"], "facts/override-incomplete", "C2"],
    ["no reason", ["0001", "", "四级", "", "y", "2026-12-28"], "facts/override-incomplete", "D2"],
    ["no approver", ["0001", "", "四级", "x", "-", "2026-12-28"], "facts/override-incomplete", "E2"],
    ["no date", ["0001", "", "四级", "x", "y", ""], "facts/override-incomplete", "F2"],
    ["a day that is none", ["0001", "", "四级", "x", "y", "2026-02-30"], "facts/no-such-day", "F2"],
    ["another recommendation", ["0001", "一级", "四级", "x", "y", "2026-12-28"], "decide/override-from", "A2"],
  ])("with %s is not applied, and the person is in review", async (_, row, code, cell) => {
    const { ran, json, of } = await graded(given(row));
    expect(ran.code).toBe(1);
    expect(json.diagnostics.map((one: { code: string }) => one.code)).toEqual([code]);
    expect(json.diagnostics[0].location).toMatchObject({ file: "o.csv", cell });
    expect(of("0001")).toMatchObject({ qualified: "third", action: "review", override: null, final: null });
    expect(of("0001").diagnostics.map((one: { code: string }) => one.code)).toEqual([code]);
    expect(of("0002")).toMatchObject({ action: "promote", diagnostics: [] });
  });

  it.each([
    ["in the period", "2026-10-01", false],
    ["in the months after it", "2027-07-02", false],
    ["long after it", "2027-07-03", true],
    ["far in the future", "2035-01-01", true],
    ["before the period", "2026-09-30", true],
  ])("dated %s is applied, with a warning if the year is hardly right", async (_, date, warned) => {
    const { ran, json, of } = await graded(given(["0001", "", "四级", "x", "y", date]));
    expect([ran.code, of("0001").final, of("0001").diagnostics]).toEqual([0, "fourth", []]);
    const found = json.diagnostics.map((one: { code: string; location: object }) => [one.code, one.location]);
    expect(found).toEqual(warned ? [["facts/override-date", { file: "o.csv", cell: "F2", line: 2 }]] : []);
  });

  it("given twice is applied neither time", async () => {
    const row = ["0001", "", "四级", "x", "y", "2026-12-28"];
    const { json, of } = await graded(given(row, row));
    expect(json.diagnostics[0]).toMatchObject({
      code: "facts/override-twice",
      location: { cell: "A3" },
      related: [{ location: { cell: "A2" } }],
    });
    expect(of("0001").action).toBe("review");
  });

  it("of a stranger touches nobody", async () => {
    const { ran, json } = await graded(given(["0009", "", "四级", "x", "y", "2026-12-28"]));
    expect(ran.code).toBe(1);
    expect(json.diagnostics[0]).toMatchObject({ code: "facts/unknown-person", location: { cell: "A2" } });
    expect(json.summary.actions).toMatchObject({ promote: 1, keep: 1, leave: 1, review: 0 });
  });

  it("without a column that it needs, or of a file that is not there, cannot be read: nothing is written", async () => {
    const folder = new Folder().quarter().write("o.csv", "工号,新等级\n0001,四级\n");
    expect((await folder.run(`${grade} --overrides o.csv -o r.json`)).code).toBe(2);
    expect((await folder.run(`${grade} --overrides none.csv -o r.json`)).code).toBe(2);
    expect(() => folder.read("r.json")).toThrow();
  });
});

describe("who approves", () => {
  const rules = () =>
    readFileSync("rules/bocom-nanchang.yml", "utf8").replace(
      "default: [分行]}",
      "default: [分行], beyond: [分行行长]}",
    );

  // Present tiers: 0001 and 0002 三级, 0003 四级; recommended: 三级, 二级, none (leave).
  it.each<[string, string, string, readonly string[]]>([
    ["2026Q4", "0001", "三级", ["分行"]],
    ["2026Q4", "0001", "二级", ["分行"]],
    ["2026Q4", "0001", "一级", ["人力资源部", "分行", "分行行长"]],
    ["2026Q4", "0002", "三级", ["分行"]],
    ["2026Q4", "0002", "高级", ["人力资源部", "分行", "分行行长"]],
    ["2026Q4", "0002", "无", []],
    ["2026Q4", "0003", "四级", ["分行"]],
    ["2026Q4", "0003", "二级", ["分行", "分行行长"]],
    ["2026Q4", "0003", "无", []],
    // A run that moves nobody: there is something to approve only where a person moves somebody.
    ["2026Q2", "0001", "三级", []],
    ["2026Q2", "0001", "二级", ["分行"]],
  ])("%s: what a person decided, not what was recommended: %s to %s", async (period, id, to, expected) => {
    const folder = new Folder().quarter().write("rules.yml", rules());
    folder.write("o.csv", given([id, "", to, "x", "王", "2026-12-28"]));
    await folder.run(`grade q -r rules.yml -p ${period} --overrides o.csv -o r.json -q`);
    const { results } = JSON.parse(folder.read("r.json"));
    expect(results.find((one: { id: string }) => one.id === id).approvals).toEqual(expected);
  });

  it("is on the workbook and the forms, with the criteria and the way up of the final tier", async () => {
    const folder = new Folder().quarter();
    folder.write(
      "o.csv",
      given(
        ["0001", "", "无", "离职", "王行长", "2026-12-28"],
        ["0002", "", "一级", "重点客户", "王行长", "2026-12-28"],
        ["0003", "", "四级", "留用", "王行长", "2026-12-28"],
      ),
    );
    const { code } = await folder.run(`${grade} --overrides o.csv -o r.xlsx -o forms/ -q --lang zh`);
    expect(code).toBe(0);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(folder.path, "r.xlsx"));
    const rowOf = (sheet: string, id: string) => {
      const rows = book.getWorksheet(sheet)?.getSheetValues() as (ExcelJS.CellValue[] | undefined)[];
      return rows.filter((row) => row?.some((value) => value === id)).map((row) => row?.map(String).join("|"))[0];
    };
    expect(rowOf("评定结果", "0001")).toContain("办法未定审批人|离职");
    expect(rowOf("评定结果", "0002")).toContain("人力资源部 → 分行|重点客户");
    expect(rowOf("评定结果", "0003")).toContain("分行|留用");
    expect(rowOf("晋升建议", "0002")).toContain("三级客户经理|二级客户经理|高聘|一级客户经理");
    const bands = book
      .getWorksheet("降级与待核")
      ?.getColumn(1)
      .values.map(String)
      .filter((text) => text.includes("审批"));
    expect(bands).toEqual(["审批：分行　1 人"]);
    const textsOf = async (file: string) => {
      const form = new ExcelJS.Workbook();
      await form.xlsx.readFile(join(folder.path, "forms", file));
      const found = new Set<string>();
      form.worksheets[0]?.eachRow((row) => row.eachCell((cell) => found.add(cell.text)));
      return [...found];
    };
    const approval = await textsOf("0002-李二-审批表.xlsx");
    expect(approval).toContain("人力资源部 → 分行");
    expect(approval).toContain("主要指标（对照一级客户经理标准）");
    expect(approval.find((text) => text.startsWith("高级客户经理："))).toContain(
      "1年 营销年限 且 2,999万美元 国际结算量",
    );
    expect(await textsOf("0003-张三-审批表.xlsx")).toContain("分行");
    expect(await textsOf("0002-李二-等级通知书.xlsx")).toContain("主要指标（对照一级客户经理标准）");
  });
});

describe("the last period", () => {
  it("counts a chain of periods", async () => {
    const folder = new Folder().quarter();
    await folder.run("grade q -r bocom-nanchang -p 2026Q1 -o q1.json");
    await folder.run("grade q -r bocom-nanchang -p 2026Q2 --previous q1.json -o q2.json");
    const third = await folder.run("grade q -r bocom-nanchang -p 2026Q3 --previous q2.json -o q3.json");
    expect(third.code).toBe(0);
    const { results, previous } = JSON.parse(folder.read("q3.json"));
    expect(results.map((one: { previous: object }) => one.previous)).toMatchObject([
      { move: "same", repeated: 3 },
      { move: "same", repeated: 3 },
      { move: "same", repeated: 3 },
    ]);
    expect(previous).toMatchObject({ file: "q2.json", period: "2026Q2", joined: [], left: [] });
  });

  it("has no final tier of who was still open, and 无 of whom a person decided so about", async () => {
    const folder = new Folder().quarter();
    folder.write("q/存款.csv", folder.read("q/存款.csv").replace("0003,C5,1200", "0003,C5,一千二"));
    folder.write("o.csv", given(["0001", "", "无", "离职", "王行长", "2026-09-28"]));
    await folder.run("grade q -r bocom-nanchang -p 2026Q3 --appoint --overrides o.csv -o q3.json -q");
    folder.quarter();
    const { code } = await folder.run(`${grade} --previous q3.json -o r.xlsx -q --lang zh`);
    expect(code).toBe(0);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(folder.path, "r.xlsx"));
    const sheet = book.getWorksheet("环比变动")!;
    const headings = (sheet.getRow(3).values as unknown[]).map(String);
    const [id, qualified, final] = ["工号", "上期达标\n2026Q3", "上期最终等级"].map((one) => headings.indexOf(one));
    const rows: unknown[][] = [];
    sheet.eachRow((row, at) => {
      if (at > 3) rows.push([id, qualified, final].map((column) => row.getCell(column!).text));
    });
    expect(rows.filter(([who]) => /^000/.test(String(who))).sort()).toEqual([
      ["0001", "三级客户经理", "无"],
      ["0002", "二级客户经理", "二级客户经理"],
      ["0003", "待定", ""],
    ]);
  });

  it("warns of a present tier that is not what it ended with", async () => {
    const folder = new Folder().quarter();
    await folder.run(`${grade} -o q4.json`);
    const { code, err } = await folder.run(
      "grade q -r bocom-nanchang -p 2027Q1 --previous q4.json -o q1.json --lang zh",
    );
    expect(code).toBe(0);
    expect(err).toContain(
      "警告 compare/tiers-not-applied  q4.json\n  1 人的现等级不是上期（2026Q4）的最终等级：0002\n",
    );
    const { diagnostics } = JSON.parse(folder.read("q1.json"));
    expect(diagnostics.map((one: { code: string }) => one.code)).toContain("compare/tiers-not-applied");
  });

  it("that is none, or is not before, is refused", async () => {
    const folder = new Folder().quarter().write("bad.json", "{}");
    const bad = await folder.run(`${grade} --previous bad.json -o r.json --lang en`);
    expect([bad.code, bad.out]).toEqual([2, ""]);
    expect(bad.err).toContain("error compare/previous-malformed  bad.json");
    await folder.run(`${grade} -o same.json`);
    const same = await folder.run(`${grade} --previous same.json -o r.json`);
    expect([same.code, same.err.includes("compare/previous-not-earlier")]).toEqual([2, true]);
    expect((await folder.run(`${grade} --previous same.json -o same.json --force`)).code).toBe(2);
  });
});
