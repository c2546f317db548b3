import { readdirSync } from "node:fs";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { changed, Folder, grade, plain, type Sheets } from "./quarter.ts";

interface Found {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly location?: {
    readonly file: string;
    readonly cell?: string;
    readonly line?: number;
    readonly column?: number;
  };
}

interface Graded {
  readonly results: readonly { readonly id: string; readonly action: string; readonly diagnostics: readonly Found[] }[];
  readonly diagnostics: readonly Found[];
}

const old = "what was here before";
/** Everything that may be written, over files that exist. */
const everywhere = `${grade} -o r.xlsx -o r.csv -o r.json -o r.ndjson -o r.md --force`;

/** A folder that has every output already. */
function withOutputs(sheets: Parameters<Folder["quarter"]>[0] = {}): Folder {
  const folder = new Folder().quarter(sheets);
  for (const ending of ["xlsx", "csv", "json", "ndjson", "md"]) folder.write(`r.${ending}`, old);
  return folder;
}

function untouched(folder: Folder): boolean {
  const files = readdirSync(folder.path).sort();
  return (
    files.join() === "q,r.csv,r.json,r.md,r.ndjson,r.xlsx" && files.slice(1).every((file) => folder.read(file) === old)
  );
}

describe("cannot be done: exit 2, every output as it was", () => {
  const without = (sheet: keyof Sheets, column: number) =>
    plain[sheet].map((row) => row.filter((_, at) => at !== column));

  it.each<[string, Parameters<Folder["quarter"]>[0], string, string]>([
    [
      "a roster without the key column",
      { 客户经理: without("客户经理", 0) },
      "workbook/missing-key-column",
      "q/客户经理.csv",
    ],
    ["deposits without the key column", { 存款: without("存款", 0) }, "workbook/missing-key-column", "q/存款.csv"],
    [
      "no roster at all",
      { 客户经理: undefined },
      "facts/no-roster",
      "name the sheet or the file one of: 客户经理, 花名册",
    ],
    ["a roster with nobody on it", { 客户经理: plain.客户经理.slice(0, 1) }, "facts/no-people", "q/客户经理.csv"],
    [
      "one 工号 twice on the roster",
      { 客户经理: [...plain.客户经理, plain.客户经理[1]!] },
      "facts/duplicate-person",
      "q/客户经理.csv:5 A5",
    ],
  ])("%s", async (_, sheets, code, place) => {
    const folder = withOutputs(sheets);
    const ran = await folder.run(everywhere);
    expect([ran.code, ran.out]).toEqual([2, ""]);
    expect(ran.err).toContain(`error ${code}`);
    expect(ran.err).toContain(place);
    expect(untouched(folder)).toBe(true);
  });

  it("no such file, with the one that was meant", async () => {
    const folder = withOutputs();
    const ran = await folder.run(everywhere.replace(" q ", " q/存宽.csv "));
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(
      "error cli/no-such-file  q/存宽.csv\n  no such file: q/存宽.csv\n  did you mean q/存款.csv?\n  hint",
    );
    expect(untouched(folder)).toBe(true);
  });

  it("a file of no bytes, and a file that is no workbook", async () => {
    const folder = withOutputs();
    folder.write("q/存款.csv", "").write("q/贷款.xlsx", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    const { code, err } = await folder.run(everywhere);
    expect(code).toBe(2);
    expect(err).toContain("error workbook/empty-file  q/存款.csv");
    expect(err).toContain("error workbook/not-a-workbook  q/贷款.xlsx");
    expect(untouched(folder)).toBe(true);
  });

  it("an empty workbook", async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet("客户经理");
    const folder = withOutputs();
    folder.write("empty.xlsx", new Uint8Array(await book.xlsx.writeBuffer()));
    const { code, out, err } = await folder.run("grade empty.xlsx -r bocom-nanchang -p 2026Q4");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("error facts/no-roster");
    expect(err).toContain("workbook/empty-sheet  empty.xlsx 客户经理");
  });

  it.each([
    ["no rulebook named", "grade q -p 2026Q4", "cli/no-rulebook"],
    ["no such rulebook", "grade q -r bocom -p 2026Q4", "rulebook/no-such-rulebook"],
    ["no period", "grade q -r bocom-nanchang", "cli/no-period"],
    ["no period that there is", "grade q -r bocom-nanchang -p 2026Q5", "cli/bad-period"],
    ["no day that there is", "grade q -r bocom-nanchang --as-of 2026-02-30", "cli/bad-date"],
    ["a day before the rulebook", "grade q -r bocom-nanchang -p 2009Q4", "rulebook/not-effective"],
    ["no spreadsheets", "grade -r bocom-nanchang -p 2026Q4", "cli/no-input"],
    ["a mapping without a name", "grade q -r bocom-nanchang -p 2026Q4 --map 存款", "cli/bad-mapping"],
    ["a mapping to no input", "grade q -r bocom-nanchang -p 2026Q4 --map 存款=depositz", "workbook/unknown-mapping"],
    ["a mapping of a person's", "explain 0001 q -r bocom-nanchang -p 2026Q4 --map a=b", "workbook/unknown-mapping"],
    ["a mapping to look at", "inspect q -r bocom-nanchang --map 日均=deposits.averag", "workbook/unknown-mapping"],
    ["a mapping of a template", "template -r bocom-nanchang -o t.xlsx --map a=b", "workbook/unknown-mapping"],
    ["a delimiter of two characters", "grade q -r bocom-nanchang -p 2026Q4 --delimiter ;;", "cli/bad-delimiter"],
    [
      "an encoding that there is not",
      "grade q -r bocom-nanchang -p 2026Q4 --encoding gb9999",
      "workbook/unknown-encoding",
    ],
  ])("%s", async (_, line, code) => {
    const ran = await new Folder().quarter().run(line);
    expect([ran.code, ran.out]).toEqual([2, ""]);
    expect(ran.err).toContain(`error ${code}`);
  });

  it("says all that is missing at once", async () => {
    const { err } = await new Folder().run("grade");
    expect(err.match(/cli\/[a-z-]+/g)).toEqual(["cli/no-rulebook", "cli/no-input", "cli/no-period"]);
  });
});

describe("done with findings: exit 1, whoever is touched is in review", () => {
  const third = ["0003", "张三", "西湖支行", "四级客户经理", "1年", "高中", "初级", "合格", "0"];

  it.each<[string, Parameters<Folder["quarter"]>[0], string, string, string, string, string | undefined]>([
    [
      "somebody in 存款 who is not on the roster",
      { 存款: [...plain.存款, ["0004", "C9", "1", "1", "否"]] },
      "facts/unknown-person",
      "q/存款.csv",
      "A7",
      "“0004”",
      undefined,
    ],
    [
      "text in a money cell",
      { 存款: changed("存款", { 2: ["0001", "C1", "四千", "4000", "否"] }) },
      "facts/not-a-number",
      "q/存款.csv",
      "C2",
      "“四千”",
      "0001",
    ],
    [
      "an unknown tier name",
      { 客户经理: changed("客户经理", { 4: third.map((cell) => cell.replace("四级", "四及")) }) },
      "facts/unknown-word",
      "q/客户经理.csv",
      "D4",
      "是不是“四级客户经理”",
      "0003",
    ],
  ])("%s", async (_, sheets, code, file, cell, words, touched) => {
    const folder = new Folder().quarter(sheets);
    const ran = await folder.run(`${grade} -o r.json --lang zh`);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain(`错误 ${code}  ${file}`);
    const { results, diagnostics } = JSON.parse(folder.read("r.json")) as Graded;
    const [error] = diagnostics;
    expect(error).toMatchObject({ code, severity: "error", location: { file, cell } });
    expect(error?.message).toContain(words);
    const inReview = results.filter(({ action }) => action === "review").map(({ id }) => id);
    expect(inReview).toEqual(touched === undefined ? [] : [touched]);
    expect(
      results.filter(({ id }) => id === touched).flatMap((one) => one.diagnostics.map((found) => found.code)),
    ).toEqual(touched === undefined ? [] : [code]);
  });

  it("counts warnings only when asked", async () => {
    const folder = new Folder().quarter({ 贷款: plain.贷款.slice(0, 3) });
    const [plainly, strictly] = [await folder.run(grade), await folder.run(`${grade} --strict`)];
    expect([plainly.code, strictly.code]).toEqual([0, 1]);
    expect(plainly.err).toContain("warning facts/no-rows  q/贷款.csv");
    expect(strictly.out).toBe(plainly.out);
    const quiet = await folder.run(`${grade} -q`);
    expect([quiet.code, quiet.err]).toEqual([0, ""]);
  });
});

describe("a rulebook with mistakes: each at its line and column, with the line shown", () => {
  const rulebook = (that: string, more = "") => `dingji: 1
id: mine
title: 试行办法
subject: managers
currency: CNY
inputs:
  managers:
    sheet: 客户经理
    key: manager
    columns:
      manager: {type: id, header: 工号}
      current: {type: tier, header: 现等级}
  deposits:
    sheet: 存款
    columns:
      manager: {type: id, header: 工号, refers: managers}
      average: {type: money, header: 本年日均}
metrics:
  deposits: {label: 日均存款, sum: deposits.average}
${more}tiers:
  - id: high
    label: 三级客户经理
    requires: [{id: a, that: ${that}}]
  - {id: low, label: 四级客户经理, ladder: no}
`;

  it.each([
    ["a typo in a metric's name", rulebook("depositz >= 1亿"), "23:30", "depositz"],
    ["CNY compared with USD", rulebook("deposits >= 100万 USD"), "23:30", "USD"],
    ["a duplicate key", rulebook("deposits >= 1亿", "  deposits: {count: deposits}\n"), "20:3", "deposits"],
  ])("%s", async (_, text, place, words) => {
    const folder = new Folder().quarter().write("mine.yml", text);
    const checked = await folder.run("check mine.yml");
    expect([checked.code, checked.err]).toEqual([1, ""]);
    expect(checked.out).toContain(`mine.yml:${place}`);
    expect(checked.out).toContain(words);
    const [line = ""] = place.split(":");
    expect(checked.out).toMatch(
      new RegExp(`\\n.*${line} .*${text.split("\n")[Number(line) - 1]?.trim().slice(0, 20).replace(/[[{]/g, "\\$&")}`),
    );
    const graded = await folder.run("grade q -r mine.yml -p 2026Q4 -o r.json");
    expect([graded.code, graded.out]).toEqual([2, ""]);
    expect(graded.err).toContain(`mine.yml:${place}`);
    expect(readdirSync(folder.path).sort()).toEqual(["mine.yml", "q"]);
  });

  it("a rulebook without mistakes grades", async () => {
    const folder = new Folder().quarter().write("mine.yml", rulebook("deposits >= 4000万"));
    const { code, out } = await folder.run("grade q/客户经理.csv q/存款.csv -r mine.yml -p 2026Q4 -f ndjson");
    expect(code).toBe(0);
    expect(
      out
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line).qualified),
    ).toEqual(["high", "high", null]);
  });
});
