import { readFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { Folder, grade } from "./quarter.ts";

const publicity = `${grade} --profile publicity --lang zh`;

/** What stands in a notice and nowhere else of it: amounts, ids, reasons, the run's hashes, branches' files. */
const secrets = [
  "0001",
  "0002",
  "0003",
  "张三",
  "4000",
  "8,000",
  "80000000",
  "日均存款",
  "C2",
  "q/",
  ".csv",
  "高聘",
  "依据：",
  "sha",
];

describe("--profile publicity", () => {
  it("lists whose tier is settled, by branch, name and proposed tier, and says who is left out", async () => {
    const folder = new Folder().quarter();
    const ran = await folder.run(`${publicity} -o p.csv --no-bom`);
    expect([ran.code, folder.read("p.csv")]).toEqual([
      0,
      "序号,机构,姓名,拟评等级\r\n1,东湖支行,王一,三级客户经理\r\n2,东湖支行,李二,二级客户经理\r\n",
    ]);
    expect(ran.err).toContain("公示 2 人，未列入 1 人：建议退出 1");
  });

  it.each<[string, string, string, readonly string[]]>([
    ["one branch", "东湖支行", "李 二", ["0001、0002"]],
    ["two branches", "西湖支行", "李二", []],
    ["one branch, but not on the list", "东湖支行", "张三", []],
  ])("warns of people of one name in %s", async (_, branch, name, ids) => {
    const folder = new Folder().quarter();
    const roster = folder.read("q/客户经理.csv").replace("0001,王一,东湖支行", `0001,${name},${branch}`);
    folder.write("q/客户经理.csv", roster.replace("张三,西湖支行", "张三,东湖支行"));
    const ran = await folder.run(`${publicity} -f csv`);
    expect(ran.code).toBe(0);
    const warnings = ran.err.split("\n").filter((line) => line.includes("cli/namesakes"));
    expect(warnings.map((line) => /客户经理\.csv:2 B2/.test(line))).toEqual(ids.map(() => true));
    for (const pair of ids) expect(ran.err).toContain(`公示名单上东湖支行有 2 人同名“李 二”（${pair}）`);
    expect(ran.out).not.toContain("0001");
    expect((await folder.run(`${publicity} -f csv --strict`)).code).toBe(ids.length > 0 ? 1 : 0);
    expect((await folder.run(`${publicity} -f csv --mask`)).err).not.toContain("cli/namesakes");
  });

  it("tells nothing else in any format, metadata included", async () => {
    const folder = new Folder().quarter();
    await folder.run(`${publicity} -o p.xlsx -o p.csv -o p.md -o p.txt -o p.html`);
    for (const file of ["p.csv", "p.md", "p.txt", "p.html"]) {
      const text = folder.read(file);
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
      expect(text).toContain("李二");
    }
    const parts = Object.entries(unzipSync(readFileSync(join(folder.path, "p.xlsx"))));
    const text = parts.map(([, content]) => Buffer.from(content).toString("utf8")).join("\n");
    expect(secrets.filter((one) => !/^(?:sha|4000|C2)$/.test(one) && text.includes(one))).toEqual([]);
    expect(parts.map(([path]) => path).filter((path) => /comment|vml|custom|externalLink/.test(path))).toEqual([]);
  });

  it("as a workbook: one sheet for A4 portrait with a title, the list and lines to fill in", async () => {
    const folder = new Folder().quarter();
    await folder.run(`${publicity} -o p.xlsx`);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(folder.path, "p.xlsx"));
    const [sheet] = book.worksheets;
    expect(book.worksheets.map(({ name, state }) => [name, state])).toEqual([["公示", "visible"]]);
    expect(sheet!.getCell("A1").value).toBe("2026年第四季度客户经理等级评定公示");
    expect([3, 4, 5].map((row) => [1, 2, 3, 4].map((column) => sheet!.getCell(row, column).value))).toEqual([
      ["序号", "机构", "姓名", "拟评等级"],
      [1, "东湖支行", "王一", "三级客户经理"],
      [2, "东湖支行", "李二", "二级客户经理"],
    ]);
    expect(sheet!.getCell("A7").value).toBe("公示期：________年____月____日 至 ________年____月____日");
    expect(sheet!.pageSetup).toMatchObject({ orientation: "portrait", paperSize: 9, printTitlesRow: "3:3" });
  });

  it("gives the same bytes time and again, and goes by masks with --mask", async () => {
    const folder = new Folder().quarter();
    await folder.run(`${publicity} -o a.xlsx`);
    await folder.run(`${publicity} -o b.xlsx`);
    expect(readFileSync(join(folder.path, "b.xlsx"))).toEqual(readFileSync(join(folder.path, "a.xlsx")));
    const { out } = await folder.run(`${publicity} -f csv --mask`);
    expect(out.split("\r\n")[2]).toBe("2,东湖支行,员工002,二级客户经理");
  });

  it.each([
    ["-f json", "cli/no-such-notice"],
    ["-o r.xlsx -o r.ndjson", "cli/no-such-notice"],
  ])("is not for programs: %s", async (options, code) => {
    const ran = await new Folder().quarter().run(`${publicity} ${options}`);
    expect([ran.code, ran.out, ran.err.includes(code)]).toEqual([2, "", true]);
  });

  it("needs a rulebook that decides, and warns of a period that moves nothing", async () => {
    const folder = new Folder().quarter();
    const quarter = await folder.run("grade q -r bocom-nanchang -p 2026Q3 --profile publicity -f csv --lang zh");
    expect(quarter.err).toContain("考核期 2026Q3 不调整等级，公示名单里写的都是现等级");
    const undecided = await folder.run("grade q -r outlet-structure -p 2026Q4 --profile publicity -f csv --lang zh");
    expect([undecided.code, undecided.err.includes("cli/nothing-decided")]).toEqual([2, true]);
  });
});
