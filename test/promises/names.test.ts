import { describe, expect, it } from "vitest";
import { Folder, plain } from "../scenarios/quarter.ts";
import { csvOf, type Format, filesOf, readAll, rulesOf } from "./both.ts";

const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
const rules = rulesOf(
  "  people:\n    sheet: 花名册\n    key: id\n    columns:\n      id: {type: id, header: 工号}\n      name: {type: text, header: 姓名}\n" +
    "  sales:\n    sheet: 存款\n    columns:\n      id: {type: id, header: 工号, refers: people}\n      amount: {type: money, header: 金额}",
);

describe.each<Format>(["xlsx", "csv"])("names that JavaScript has for itself, in %s", (format) => {
  it("are headers, people, sheets and words like any other", async () => {
    const sheets = [
      { name: "花名册", rows: [["工号", "姓名", ...names], ...names.map((name) => [name, name, ...names])] },
      { name: "存款", rows: [[...names, "工号", "金额(元)"], ...names.map((name, at) => [...names, name, at + 1])] },
      { name: "__proto__", rows: [names, names] },
      { name: "constructor", rows: [["x"]] },
    ];
    const all = await readAll(rules, filesOf(format, sheets));
    expect(all.person("id")).toEqual(names);
    expect(all.person("name")).toEqual(names);
    expect(all.rows("sales", "id")).toEqual(names);
    expect(all.facts.inputs[1]?.rowsOf).toEqual([[0], [1], [2], [3]]);
    const read = all.read.files.flatMap((file) => file.sheets);
    expect(read.flatMap((sheet) => sheet.unbound.map(({ header }) => header))).toEqual([...names, ...names]);
    expect(all.found).toEqual(["workbook/unused-sheet", "workbook/unused-sheet"]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

it("a person, a branch and a customer of such names are graded and explained", async () => {
  const folder = new Folder().quarter({
    客户经理: plain.客户经理.map((row, at) =>
      at === 1 ? ["__proto__", "constructor", "__proto__", ...row.slice(3)] : row,
    ),
    存款: plain.存款.map((row) =>
      row.map((cell) => (cell === "0001" ? "__proto__" : cell === "C1" ? "constructor" : cell)),
    ),
    贷款: plain.贷款.map((row) =>
      row.map((cell) => (cell === "0001" ? "__proto__" : cell === "C1" ? "constructor" : cell)),
    ),
    国际结算: plain.国际结算.map((row) => row.map((cell) => (cell === "0001" ? "__proto__" : cell))),
    资产质量: plain.资产质量.map((row) => row.map((cell) => (cell === "0001" ? "__proto__" : cell))),
  });
  folder.write("q/__proto__.csv", csvOf([["a", "b"], ["1", "2"]])); // biome-ignore format: a table
  const { code, out: lines } = await folder.run("grade q -r bocom-nanchang -p 2026Q4 -f ndjson");
  expect(code).toBe(0);
  const graded = lines
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { id: string; qualified: string });
  const expected = await new Folder().quarter().run("grade q -r bocom-nanchang -p 2026Q4 -f ndjson");
  const [own] = expected.out
    .split("\n")
    .map((line) => (line ? (JSON.parse(line) as { qualified: string }) : undefined));
  expect(graded.find(({ id }) => id === "__proto__")?.qualified).toBe(own?.qualified);
  const explained = await folder.run("explain __proto__ q -r bocom-nanchang -p 2026Q4 --lang zh");
  expect([explained.code, explained.out.includes("__proto__")]).toEqual([0, true]);
});
