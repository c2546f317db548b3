import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { formats } from "../../src/cli/format.ts";
import { Folder, plain } from "./quarter.ts";

/** Distinctive enough to stand nowhere else by chance: rare characters, and letters beside digits. */
const rare = [..."龘靐齉爩鱻麤龗灪籱驫鸜纞虋讟钃厵"];
const name = fc
  .tuple(fc.constantFrom(...rare), fc.constantFrom(...rare), fc.constantFrom(...rare))
  .map((all) => all.join(""));
const nameOf = fc.uniqueArray(name, { minLength: 9, maxLength: 9 });
const tail = fc.integer({ min: 100_000, max: 999_999 });
const endings: Readonly<Record<string, string>> = { table: "txt" };

const fixtures = fileURLToPath(new URL("../../fixtures/systems", import.meta.url));

interface Originals {
  readonly names: readonly string[];
  readonly number: number;
}

const originals = fc.record({ names: nameOf, number: tail });

/** The plain quarter under other names, with most of what can be wrong with data, in a workbook and a text file. */
async function quarterOf(
  { names, number }: Originals,
  folder: Folder,
  file = "quarter.xlsx",
  more: readonly string[] = [],
): Promise<string[]> {
  const [one = "", two = "", three = "", stranger = "", noted = "", customer = ""] = names;
  const ids = new Map([1, 2, 3, 4].map((index) => [`000${index}`, `QW${number + index}`]));
  const customers = new Map(["C1", "C2", "C3", "C4", "C5"].map((old, index) => [old, `KH${number + index}ZX`]));
  const people = new Map([
    ["王一", one],
    ["李二", two],
    ["张三", three],
  ]);
  const book = new ExcelJS.Workbook();
  for (const [title, rows] of Object.entries(plain)) {
    const sheet = book.addWorksheet(title);
    const said = rows.map((row) =>
      row.map((cell) => ids.get(String(cell)) ?? customers.get(String(cell)) ?? people.get(String(cell)) ?? cell),
    );
    sheet.addRows(said.map((row) => [...row]));
    if (title === "客户经理") {
      // A namesake, who is nobody's business; a cell that names somebody; an id that no rounding can give back.
      sheet.addRow([`QW${number + 4}`, one, "东湖支行", "三级客户经理", `${noted}说3年`, "本科", "无", "合格", "0"]);
      if (more.length > 0) sheet.addRow([...more]);
      sheet.addRow([2 ** 57, stranger, "西湖支行", "四级客户经理", "1年", "高中", "初级", "合格", "0"]);
    }
    if (title === "存款") {
      sheet.addRow([`QW${number + 9}`, `KH${number + 9}ZX`, "500", "500", "否"]);
      sheet.addRow([`QW${number + 1}`, `KH${number + 8}ZX`, `${two}的数`, "500", `同${three}`]);
      sheet.addRow([`QW${number + 2}`, customer, "20", "20", "否"]);
      sheet.addRow([`${one} 小计`, "", "1", "1", ""]);
      sheet.mergeCells("A3:A5");
      sheet.mergeCells("C7:C8");
    }
    if (title === "资产质量") sheet.addRow([`QW${number + 3}`, "0%", "100%", "100%", "0", "0", "0"]);
  }
  folder.write(file, new Uint8Array(await book.xlsx.writeBuffer()));
  folder.write(
    "存款.csv",
    `工号,客户号,本年日均(万元),上年日均(万元),协议存款\nQW${number + 1},KH${number}ZX,4000,4000,否\n`,
  );
  return [
    ...names,
    "1.23456789",
    "123456789",
    ...[1, 2, 3, 4, 5, 6, 8, 9, 0].flatMap((n) => [`QW${number + n}`, `KH${number + n}ZX`]),
  ];
}

/**
 * The quarter with decisions about its people, good and bad, and with a quarter before it, in which there was somebody who is
 * gone and somebody did better.
 */
async function withDecisions(given: Originals, folder: Folder): Promise<string[]> {
  const { names, number } = given;
  const [approver = "", left = "", word = ""] = names.slice(6);
  const gone = [`QW${number + 5}`, left, "东湖支行", "三级客户经理", "5年", "本科", "无", "合格", "0"];
  await quarterOf(given, folder, "before.xlsx", gone);
  folder.write(
    "after.csv",
    `工号,客户号,本年日均(万元),上年日均(万元),协议存款\nQW${number + 3},KH${number}ZX,9000,9000,否\n`,
  );
  await folder.run("grade before.xlsx after.csv -r bocom-nanchang -p 2026Q3 -o q3.json -q");
  const secrets = await quarterOf(given, folder);
  folder.write(
    "overrides.csv",
    [
      "工号,原等级,新等级,原因,批准人,日期",
      `QW${number + 1},,一级客户经理,${approver}和${names[1]}商定,${approver},2026-12-28`,
      `QW${number + 2},一级客户经理,四级客户经理,${word}说的,${approver},2026-12-28`,
      `QW${number + 3},,${word}级,${word},${approver},2026-12-28`,
      `QW${number + 6},,四级客户经理,不在册,${approver},2026-12-28`,
      "",
    ].join("\n"),
  );
  return secrets;
}

/** All text of a file: of a workbook every part. */
function textsOf(path: string): string {
  const bytes = readFileSync(path);
  if (!path.endsWith(".xlsx")) return bytes.toString("utf8");
  const parts = Object.entries(unzipSync(bytes));
  return parts.map(([part, content]) => `${part}\n${Buffer.from(content).toString("utf8")}`).join("\n");
}

function leaks(text: string, secrets: readonly string[]): string[] {
  return secrets.filter((secret) => text.includes(secret));
}

/** What was decided, of everyone: masks and what is said in words aside. */
function verdicts(json: string): unknown {
  const { results, summary, previous } = JSON.parse(json) as {
    results: Record<string, unknown>[];
    summary: unknown;
    previous?: { joined: unknown[]; left: { qualified: unknown }[] };
  };
  const kept = [
    "current",
    "qualified",
    "recommended",
    "action",
    "due",
    "undecided",
    "approvals",
    "standing",
    "tiers",
    "next",
    "benefits",
    "final",
    "previous",
  ];
  const { joined = [], left = [] } = previous ?? {};
  const moved = { joined: joined.length, left: left.map(({ qualified }) => qualified) };
  return { results: results.map((one) => kept.map((key) => one[key])), summary, moved };
}

describe("--mask", () => {
  it("leaves no id, name or customer in any byte of any output, and every verdict as it is", async () => {
    await fc.assert(
      fc.asyncProperty(originals, fc.constantFrom("zh", "en"), async (given, lang) => {
        const folder = new Folder();
        const secrets = await quarterOf(given, folder);
        const line = `quarter.xlsx 存款.csv -r bocom-nanchang -p 2026Q4 --lang ${lang}`;
        const files = formats.map((format) => `masked.${endings[format] ?? format}`);
        const ran = await folder.run(`grade ${line} --mask ${files.map((file) => `-o ${file}`).join(" ")}`);
        expect([ran.code, leaks(ran.err, secrets)]).toEqual([1, []]);
        for (const file of files) expect([file, leaks(textsOf(join(folder.path, file)), secrets)]).toEqual([file, []]);
        for (const format of formats.filter((one) => one !== "xlsx")) {
          const shown = await folder.run(`grade ${line} --mask -f ${format}`);
          expect(leaks(shown.out + shown.err, secrets)).toEqual([]);
        }
        for (const who of [
          `QW${given.number + 1}`,
          given.names[1]!,
          "P003",
          given.names[0]!,
          `QW${given.number + 9}`,
        ]) {
          for (const format of ["tree", "json"]) {
            const told = await folder.run(`explain ${who} ${line} --mask -f ${format}`);
            expect(leaks(told.out + told.err, secrets)).toEqual([]);
          }
        }
        const open = await folder.run(`grade ${line} -f json`);
        expect(leaks(open.out, secrets)).not.toEqual([]);
        expect(verdicts(folder.read("masked.json"))).toEqual(verdicts(open.out));
      }),
      { numRuns: 2 },
    );
  }, 120_000);

  it("hides who decided, why, and who was there before, in every output, and knows people again", async () => {
    await fc.assert(
      fc.asyncProperty(originals, fc.constantFrom("zh", "en"), async (given, lang) => {
        const folder = new Folder();
        const secrets = await withDecisions(given, folder);
        const decided = `quarter.xlsx 存款.csv -r bocom-nanchang -p 2026Q4 --lang ${lang} --overrides overrides.csv`;
        const line = `grade ${decided} --previous q3.json`;
        const files = formats.map((format) => `masked.${endings[format] ?? format}`);
        const ran = await folder.run(`${line} --mask ${files.map((file) => `-o ${file}`).join(" ")} -o forms/`);
        expect([ran.code, leaks(ran.err, secrets)]).toEqual([1, []]);
        const forms = readdirSync(join(folder.path, "forms")).map((file) => `forms/${file}`);
        for (const file of [...files, ...forms]) {
          expect([file, leaks(file + textsOf(join(folder.path, file)), secrets)]).toEqual([file, []]);
        }
        const notice = await folder.run(`${line} --mask --profile publicity -f csv`);
        const told = await folder.run(`explain QW${given.number + 2} ${decided} --mask`);
        expect(leaks([notice, told].map(({ out, err }) => out + err).join(), secrets)).toEqual([]);
        const open = await folder.run(`${line} -f json`);
        expect(secrets.filter((one) => open.out.includes(one)).length).toBeGreaterThan(8);
        expect(verdicts(folder.read("masked.json"))).toEqual(verdicts(open.out));
        const { results, previous } = JSON.parse(folder.read("masked.json"));
        expect(results[0]).toMatchObject({ id: "P001", final: "first", override: { reason: "***", approver: "***" } });
        // All but the namesake and the one without an id were there before: masked or not, they are the same people.
        expect(results.slice(0, 3).map((one: { previous: unknown }) => one.previous === null)).toEqual([
          false,
          false,
          false,
        ]);
        expect(previous.left).toMatchObject([{ id: "X002", name: "***", qualified: null }]);
      }),
      { numRuns: 2 },
    );
  }, 120_000);

  it("refuses a masked result as that of the last period", async () => {
    const folder = new Folder().quarter();
    await folder.run("grade q -r bocom-nanchang -p 2026Q3 --mask -o q3.json");
    const { code, err } = await folder.run("grade q -r bocom-nanchang -p 2026Q4 --previous q3.json --lang en");
    expect([code, err.includes("error compare/previous-masked  q3.json")]).toEqual([2, true]);
  });

  it("gives the same masks whatever the order of the files", async () => {
    const folder = new Folder().quarter();
    const names = Object.keys(plain).map((one) => `q/${one}.csv`);
    const line = (files: readonly string[]) => `grade ${files.join(" ")} -r bocom-nanchang -p 2026Q4 --mask -f json`;
    const { out } = await folder.run(line(names));
    expect((await folder.run(line([...names].reverse()))).out).toBe(out);
    expect(JSON.parse(out)).toMatchObject({
      masked: true,
      results: [{ id: "P001", name: "Person 001", branch: "东湖支行" }, {}, {}],
    });
  });

  it("is said in the run sheet, in the table and in Markdown", async () => {
    const folder = new Folder().quarter();
    await folder.run("grade q -r bocom-nanchang -p 2026Q4 --lang zh --mask -o r.xlsx -o r.txt -o r.md");
    for (const file of ["r.txt", "r.md"]) expect(folder.read(file)).toContain("已脱敏：姓名、工号和客户用代号代替");
    expect(textsOf(join(folder.path, "r.xlsx"))).toContain("是：姓名、工号和客户用代号代替，同一人（客户）代号相同");
  });

  it("mask: yes in dingji.yml does it, also for explain by a real id, and what was wrong beyond repair is masked too", async () => {
    const folder = new Folder().quarter();
    folder.write("dingji.yml", "rulebook: bocom-nanchang\ninputs: q\nperiod: 2026Q4\nlanguage: zh\nmask: yes\n");
    for (const who of ["0002", "李二", "P002"]) {
      const { code, out } = await folder.run(`explain ${who}`);
      expect([code, out.split("\n")[0]]).toEqual([0, "员工002 · P002 · 东湖支行  2026Q4  基准日 2026-12-31"]);
    }
    folder.write("q/客户经理.csv", folder.read("q/客户经理.csv").replace("0003,", "0002,"));
    const { code, err } = await folder.run("grade");
    expect(code).toBe(2);
    expect(err).toContain("“P002”在“客户经理”里出现了两次");
    expect(err).not.toContain("0002");
  });

  it.each([
    ["rural-credit-pay", "2026Q4", ["268000", "26.8万", "吴大海"]],
    ["shanghai-team", "2012Q4", ["1960-", "1970-", "1980-"]],
  ])("covers what %s marks as personal", async (id, period, secrets) => {
    const folder = new Folder();
    const files = `${fixtures}/${id}`;
    const open = await folder.run(`grade ${files} -r ${id} -p ${period} --appoint -f json`);
    const ran = await folder.run(`grade ${files} -r ${id} -p ${period} --appoint --mask -o r.json -o r.xlsx -o r.csv`);
    expect(ran.code).toBe(open.code);
    expect(verdicts(folder.read("r.json"))).toEqual(verdicts(open.out));
    for (const file of ["r.json", "r.xlsx", "r.csv"])
      expect(leaks(textsOf(join(folder.path, file)), secrets)).toEqual([]);
    const explained = await folder.run(`explain P001 ${files} -r ${id} -p ${period} --appoint --mask -f json`);
    expect(leaks(explained.out, secrets)).toEqual([]);
  });
});
