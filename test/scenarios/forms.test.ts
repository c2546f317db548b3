import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { Folder, grade } from "./quarter.ts";

const own = readFileSync("fixtures/forms/libreoffice-notice.xlsx");

async function sheetOf(folder: Folder, file: string): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(join(folder.path, file));
  return book.worksheets[0]!;
}

function textsOf(sheet: ExcelJS.Worksheet): string[] {
  const found = new Set<string>();
  sheet.eachRow((row) => {
    row.eachCell((cell) => {
      if (cell.text !== "") found.add(cell.text);
    });
  });
  return [...found];
}

/** In the scenario's quarter 0001 keeps 三级, 0002 rises to 二级, and 0003 is to leave. */
describe("-o FOLDER/", () => {
  it("writes an approval form for everyone, and a notice for whose tier is settled", async () => {
    const folder = new Folder().quarter();
    const { code, out, err } = await folder.run(`${grade} -o forms/ --lang zh`);
    expect([code, out]).toEqual([0, ""]);
    expect(err).toContain("审批表 3 份，通知书 2 份；1 人没有通知书：建议退出 1");
    expect(readdirSync(join(folder.path, "forms")).sort()).toEqual([
      "0001-王一-审批表.xlsx",
      "0001-王一-等级通知书.xlsx",
      "0002-李二-审批表.xlsx",
      "0002-李二-等级通知书.xlsx",
      "0003-张三-审批表.xlsx",
    ]);
    const notice = textsOf(await sheetOf(folder, "forms/0002-李二-等级通知书.xlsx"));
    for (const text of [
      "客户经理等级评定通知书",
      "东湖支行　李二（工号 0002）：",
      "二级客户经理",
      "三级客户经理",
      "高聘",
    ])
      expect(notice).toContain(text);
    expect(notice).toContain("主要指标（对照二级客户经理标准）");
    expect(notice.some((text) => text.includes("{{"))).toBe(false);
    const form = textsOf(await sheetOf(folder, "forms/0003-张三-审批表.xlsx"));
    for (const text of ["客户经理等级评定审批表", "建议退出", "—", "✗ 未达标"]) expect(form).toContain(text);
    expect(form).toContain("主要指标（对照四级客户经理标准）");
  });

  it("in English, with the other outputs, and the same bytes time and again", async () => {
    const folder = new Folder().quarter();
    const bytes = (name: string) => {
      const path = join(folder.path, name);
      return readdirSync(path).map((file) => [file, readFileSync(join(path, file)).toString("base64")]);
    };
    await folder.run(`${grade} -o a/ -o r.json --lang en`);
    await folder.run(`${grade} -o b/ --lang en`);
    expect(bytes("b")).toEqual(bytes("a"));
    expect(bytes("a").map(([file]) => file)).toContain("0002-李二-notice of grade.xlsx");
    const texts = textsOf(await sheetOf(folder, "a/0002-李二-notice of grade.xlsx"));
    expect(texts).toContain("Second-grade manager");
  });

  it("under masks names nobody, in files or in their names", async () => {
    const folder = new Folder().quarter();
    await folder.run(`${grade} -o forms/ --mask --lang zh`);
    expect(readdirSync(join(folder.path, "forms"))).toContain("P002-员工002-等级通知书.xlsx");
    const texts = textsOf(await sheetOf(folder, "forms/P002-员工002-等级通知书.xlsx")).join("\n");
    expect(texts).toContain("东湖支行　员工002（工号 P002）：");
    expect(texts).not.toMatch(/李二|0002/);
  });

  it("fills templates of one's own, named in dingji.yml or by --form", async () => {
    const folder = new Folder().quarter().write("mine.xlsx", own);
    folder.write(
      "dingji.yml",
      "rulebook: bocom-nanchang\ninputs: q\nperiod: 2026Q4\nlanguage: zh\nforms: {notice: mine.xlsx}\n",
    );
    await folder.run("grade -o a/");
    await folder.run(`${grade} --lang zh -o b/ --form approval=mine.xlsx`);
    const mine = "工号 0002 在 东湖支行";
    expect(textsOf(await sheetOf(folder, "a/0002-李二-等级通知书.xlsx"))).toContain(mine);
    expect(textsOf(await sheetOf(folder, "a/0002-李二-审批表.xlsx"))).toContain("客户经理等级评定审批表");
    expect(textsOf(await sheetOf(folder, "b/0002-李二-审批表.xlsx"))).toContain(mine);
  });

  it("one who is in review has an approval form alone", async () => {
    const folder = new Folder().quarter();
    folder.write("q/存款.csv", folder.read("q/存款.csv").replace("0002,C2,3000", "0002,C2,三千多"));
    const { err } = await folder.run(`${grade} -o forms/ --lang zh`);
    expect(err).toContain("审批表 3 份，通知书 1 份；2 人没有通知书：待核 1、建议退出 1");
    expect(readdirSync(join(folder.path, "forms"))).not.toContain("0002-李二-等级通知书.xlsx");
  });
});

describe("a folder is written whole or not at all", () => {
  const files = (folder: Folder) => readdirSync(folder.path).sort();

  it("replaces forms of a run before with --force only, and all of them", async () => {
    const folder = new Folder().quarter();
    await folder.run(`${grade} -o forms/ --lang en`);
    const refused = await folder.run(`${grade} -o forms/ --lang zh`);
    expect([refused.code, refused.err.includes("cli/folder-not-empty")]).toEqual([2, true]);
    expect((await folder.run(`${grade} -o forms --lang zh --force`)).code).toBe(0);
    expect(readdirSync(join(folder.path, "forms")).some((file) => /notice|approval/.test(file))).toBe(false);
    expect(files(folder)).toEqual(["forms", "q"]);
  });

  it("takes an empty folder that is there", async () => {
    const folder = new Folder().quarter();
    mkdirSync(join(folder.path, "forms"));
    expect((await folder.run(`${grade} -o forms`)).code).toBe(0);
    expect(readdirSync(join(folder.path, "forms"))).toHaveLength(5);
  });

  it.each([
    ["something else in it", "-o own/ --force", "cli/folder-has-others"],
    ["inputs in it", "-o q/ --force", "cli/output-is-input"],
    ["a file of that name", "-o mine.xlsx/", "cli/output-not-a-folder"],
    ["no folder above it", "-o none/forms/", "cli/no-such-folder"],
    ["named twice", "-o new/ -o new/", "cli/output-twice"],
    ["another output inside", "-o new/ -o ./new/r.json", "cli/no-such-folder"],
    ["a format", "-o new/ -f xlsx", "cli/format-conflict"],
    ["a public notice", "-o new/ --profile publicity", "cli/no-forms-in"],
    ["no such kind of form", "-o new/ --form letter=mine.xlsx", "cli/bad-form"],
    ["no such template", "-o new/ --form notice=none.xlsx", "cli/no-such-file"],
    ["a template that is none", "-o new/ --form notice=q/存款.csv", "cli/not-a-form"],
    [
      "a wrong placeholder, before anything is written",
      "-o new/ -o r.json --form notice=wrong.xlsx",
      "cli/unknown-placeholder",
    ],
  ])("refused: %s", async (_, options, code) => {
    const folder = new Folder().quarter().write("mine.xlsx", own);
    mkdirSync(join(folder.path, "own"));
    folder.write("own/预算.xlsx", own);
    const book = new ExcelJS.Workbook();
    book.addWorksheet("s").getCell("B3").value = "{{建议等极}}";
    folder.write("wrong.xlsx", new Uint8Array(await book.xlsx.writeBuffer()));
    const before = files(folder);
    const ran = await folder.run(`${grade} ${options} --lang zh`);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(code);
    expect(files(folder)).toEqual(before);
    if (code === "cli/unknown-placeholder") {
      expect(ran.err).toContain("wrong.xlsx s!B3");
      expect(ran.err).toContain("是不是“建议等级”？");
    }
  });

  it("an output inside a folder that is there already is refused as well", async () => {
    const folder = new Folder().quarter();
    mkdirSync(join(folder.path, "forms"));
    const ran = await folder.run(`${grade} -o forms -o forms/r.json`);
    expect([ran.code, ran.err.includes("cli/output-in-folder")]).toEqual([2, true]);
  });
});

describe("dingji forms", () => {
  it("lists every placeholder", async () => {
    const { code, out } = await new Folder().run("forms --lang zh");
    expect(code).toBe(0);
    for (const text of ["{{姓名}}", "{{name}}", "{{条款}}", "{{criteria.gap}}"]) expect(out).toContain(text);
  });

  it("gives the shipped templates, and replaces nothing", async () => {
    const folder = new Folder().quarter();
    expect((await folder.run("forms -o mine/ --lang zh")).code).toBe(0);
    expect(readdirSync(join(folder.path, "mine")).sort()).toEqual(["approval.zh.xlsx", "notice.zh.xlsx"]);
    const again = await folder.run("forms -o mine/ --lang zh");
    expect([again.code, again.err.includes("cli/output-exists")]).toEqual([2, true]);
    const line = `${grade} --lang zh -o out/ --form notice=mine/notice.zh.xlsx --form approval=mine/approval.zh.xlsx`;
    expect((await folder.run(line)).code).toBe(0);
  });
});
