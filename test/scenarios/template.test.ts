import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { changed, csv, Folder, plain } from "./quarter.ts";
// Loaded here rather than by the first test: on a busy machine that takes longer than a test may.
import "../../src/cli/run-template.ts";
import "../../src/cli/run-inspect.ts";

const bare = "template -r bocom-nanchang";
const template = `${bare} --lang en`;

async function open(folder: Folder, file: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(readFileSync(join(folder.path, file)) as never);
  return workbook;
}

function rowsFrom4(workbook: ExcelJS.Workbook, sheet: string): unknown[][] {
  const rows: unknown[][] = [];
  workbook.getWorksheet(sheet)!.eachRow((row, number) => {
    if (number >= 4) rows.push((row.values as unknown[]).slice(1));
  });
  return rows;
}

describe("dingji template", () => {
  it("writes the empty workbook, with the period if it is given", async () => {
    const folder = new Folder();
    const { code, out, err } = await folder.run(`${template} -o c.xlsx -p 2026Q4`);
    expect([code, out, err]).toEqual([0, "", "written: c.xlsx\n"]);
    const workbook = await open(folder, "c.xlsx");
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(["Instructions", ...Object.keys(plain)]);
    expect(workbook.worksheets[0]!.getCell("A2").value).toBe("Period: 2026Q4 (2026-10-01 to 2026-12-31)");
  });

  it("takes rulebook and period of the project file", async () => {
    const folder = new Folder().write("dingji.yml", "rulebook: bocom-nanchang\nperiod: 2026Q4\nlanguage: zh\n");
    expect((await folder.run("template -o c.xlsx")).code).toBe(0);
    expect((await open(folder, "c.xlsx")).worksheets[0]!.name).toBe("填写说明");
  });

  it.each([
    ["no file", template, "cli/no-output"],
    ["no rulebook", "template -o c.xlsx", "cli/no-rulebook"],
    ["another ending", `${template} -o c.csv`, "cli/only-xlsx"],
    ["a file that is there", `${template} -o old.xlsx`, "cli/output-exists"],
    ["a period that is none", `${template} -o c.xlsx -p soon`, "cli/bad-period"],
    ["a file for many", `${template} -o c.xlsx --branch q/客户经理.csv`, "cli/not-a-folder"],
    ["a folder in nowhere", `${template} -o a/b --branch q/客户经理.csv`, "cli/no-such-folder"],
    ["no such roster", `${template} -o b --branch nobody.csv`, "cli/no-such-file"],
    ["no roster in it", `${template} -o b --branch q/存款.csv`, "facts/no-roster"],
    ["no branches in the rulebook", "template -r customer-abc -o b --branch 客户.csv", "cli/no-branch-column"],
  ])("refuses %s: exit 2, nothing written", async (_, line, code) => {
    const folder = new Folder().quarter().write("old.xlsx", "old");
    folder.write("客户.csv", "客户号,客户名称,现类别,战略客户,年价值(元)\nC1,甲,A,否,1\n");
    const ran = await folder.run(line);
    expect([ran.code, ran.out, ran.err.includes(code)]).toEqual([2, "", true]);
    expect(readdirSync(folder.path).sort()).toEqual(["old.xlsx", "q", "客户.csv"]);
    expect(folder.read("old.xlsx")).toBe("old");
  });
});

describe("dingji template --branch", () => {
  it("writes a file a branch, its people and their ids filled in, and grade reads them again", async () => {
    const folder = new Folder().quarter();
    const { code, err } = await folder.run(`${bare} --branch q/客户经理.csv -o b --lang zh`);
    expect([code, err]).toEqual([0, "已写入 b：2 个机构，3 人\n"]);
    expect(readdirSync(join(folder.path, "b")).sort()).toEqual(["东湖支行.xlsx", "西湖支行.xlsx"]);
    const east = await open(folder, "b/东湖支行.xlsx");
    expect(rowsFrom4(east, "客户经理")).toEqual([
      ["0001", "王一", "东湖支行", "三级客户经理", 5, "本科", "无", "合格", 0],
      ["0002", "李二", "东湖支行", "三级客户经理", 2, "大专", "无", "合格", 0],
    ]);
    expect(rowsFrom4(east, "资产质量")).toEqual([["0001"], ["0002"]]);
    expect(rowsFrom4(east, "存款")).toEqual([]);
    expect(east.getWorksheet("客户经理")!.getCell("A2").value).toContain("填报单位：东湖支行");
    const read = await folder.run("inspect b -r bocom-nanchang -f json");
    const codes = (JSON.parse(read.out) as { problems: { code: string }[] }).problems.map((group) => group.code);
    // Nobody has filled them in yet.
    expect(codes.sort()).toEqual(["facts/blank-cells", "facts/empty-sheet", "workbook/no-rows"]);
  });

  it("reads the rosters of a folder, and says which subfolder it does not", async () => {
    const folder = new Folder().quarter();
    mkdirSync(join(folder.path, "q/旧"));
    folder.write("q/旧/客户经理.csv", folder.read("q/客户经理.csv"));
    const { code, err } = await folder.run(`${bare} --branch q -o b --lang zh`);
    expect(code).toBe(0);
    expect(err).toContain("cli/subfolders-not-read  q\n");
    expect(err).toContain("已写入 b：2 个机构，3 人");
  });

  it("gives branches safe file names of their own, and those without one a file too", async () => {
    const people = ["支行/一", "支行:一", "CON", "", "..", "支行/一"].map((branch, index) => [
      `000${index}`,
      "王",
      branch,
      ...plain.客户经理[1]!.slice(3),
    ]);
    const folder = new Folder().quarter({ 客户经理: [plain.客户经理[0]!, ...people] });
    expect((await folder.run(`${bare} --branch q/客户经理.csv -o b --lang zh`)).code).toBe(0);
    expect(readdirSync(join(folder.path, "b")).sort()).toEqual(
      ["CON", "__", "支行_一-2", "支行_一", "未填机构"].map((name) => `${name === "CON" ? "_CON" : name}.xlsx`).sort(),
    );
  });

  it("replaces nothing without --force, and then all or none", async () => {
    const folder = new Folder().quarter();
    await folder.run(`${template} --branch q/客户经理.csv -o b`);
    folder.write("b/西湖支行.xlsx", "old");
    const { code, err } = await folder.run(`${template} --branch q/客户经理.csv -o b`);
    expect([code, err.includes("cli/output-exists"), folder.read("b/西湖支行.xlsx")]).toEqual([2, true, "old"]);
    expect((await folder.run(`${template} --branch q/客户经理.csv -o b --force`)).code).toBe(0);
    expect(folder.read("b/西湖支行.xlsx").startsWith("PK")).toBe(true);
    const own = await folder.run(`${template} --branch b -o b --force`);
    expect([own.code, own.err.includes("cli/output-is-input")]).toEqual([2, true]);
  });

  it("leaves a cell blank that cannot be read, and says so: exit 1", async () => {
    const rows = changed("客户经理", { 2: ["0001", "王一", "东湖支行", "特级", "5年", "本科", "无", "合格", "0"] });
    const folder = new Folder().write("客户经理.csv", csv(rows));
    const { code, err } = await folder.run(`${template} --branch 客户经理.csv -o b`);
    expect([code, err.includes("facts/unknown-word")]).toEqual([1, true]);
    expect(rowsFrom4(await open(folder, "b/东湖支行.xlsx"), "客户经理")[0]![3]).toBeUndefined();
    expect(existsSync(join(folder.path, "b/西湖支行.xlsx"))).toBe(true);
  });
});
