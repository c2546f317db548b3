import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { csv, Folder, plain } from "./quarter.ts";

const base = "rulebook: bocom-nanchang\n";
const project = `# what this folder grades
rulebook: bocom-nanchang
inputs: q
outputs: [r.json, r.csv]
period: 2026Q4
language: zh
`;

it("grades with no arguments what dingji.yml says", async () => {
  const folder = new Folder().quarter().write("dingji.yml", project);
  const { code, out, err } = await folder.run("grade");
  expect([code, out]).toEqual([0, ""]);
  expect(err).toBe("2026Q4 共 3 人，高聘 1，续聘 1，建议退出 1。已写：r.json、r.csv\n");
  expect(JSON.parse(folder.read("r.json")).period).toBe("2026Q4");
});

it("lets the command line go before it", async () => {
  const folder = new Folder().quarter().write("dingji.yml", project);
  const { out, err } = await folder.run("grade -p 2026Q1 -f json --lang en");
  expect(err).toBe("");
  expect(JSON.parse(out)).toMatchObject({ period: "2026Q1", asOf: "2026-03-31" });
  expect(JSON.parse(out).tiers[0].label).toBe("Senior manager");
});

it("serves explain as well", async () => {
  const folder = new Folder().quarter().write("dingji.yml", project);
  const { code, out } = await folder.run("explain 0002");
  expect(code).toBe(0);
  expect(out).toContain("李二 · 0002 · 东湖支行");
});

it.each([
  ["the project file", "mapping: {年末台账: deposits, 全年平均: deposits.average}\n", ""],
  ["an input's own headers", "mapping: {年末台账: deposits, deposits: {全年平均: average}}\n", ""],
  ["a list of what it is where", "mapping: {年末台账: [deposits], 全年平均: [deposits.average, loans.average]}\n", ""],
  ["the command line", "", "--map 年末台账=deposits --map 全年平均=deposits.average"],
])("maps a file and a column that no header covers, by %s", async (_, mapping, options) => {
  const rows = plain.存款.map((row, index) =>
    index === 0 ? ["工号", "客户号", "全年平均(万元)", "上年日均(万元)", "协议存款"] : row,
  );
  const folder = new Folder().quarter({ 存款: undefined }).write("dingji.yml", `${project}${mapping}`);
  folder.write("q/年末台账.csv", csv(rows));
  const { code, out, err } = await folder.run(`grade -f ndjson --lang en ${options}`);
  expect([code, err]).toEqual([0, ""]);
  expect(
    out
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line).qualified),
  ).toEqual(["third", "second", null]);
});

it.each([
  [
    "a key that is none",
    "rulebok: bocom-nanchang\n",
    "dingji.yml:1:1",
    'unknown key "rulebok"; did you mean "rulebook"?',
  ],
  ["a language that is none", "language: fr\n", "dingji.yml:1:11", "zh, en"],
  ["a day that is none", "as_of: tomorrow\n", "dingji.yml:1:8", "a date such as 2026-09-30"],
  ["the same key twice", "period: 2026Q3\nperiod: 2026Q4\n", "dingji.yml:2:1", 'the key "period" stands twice'],
  ["no YAML", "inputs: [q\n", "dingji.yml:", "not valid YAML"],
])("says where %s stands", async (_, text, place, words) => {
  const { code, out, err } = await new Folder().quarter().write("dingji.yml", text).run("grade --lang en");
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain(place);
  expect(err).toContain(words);
});

it.each([
  ["an input", "mapping:\n  存款: depositz\n", "3:7", "存款=depositz", "depositz", "deposits"],
  [
    "a column",
    "mapping:\n  日均: deposits.averag\n",
    "3:7",
    "日均=deposits.averag",
    "deposits.averag",
    "deposits.average",
  ],
  ["one of a list", "mapping:\n  存款: [loans, depositz]\n", "3:15", "存款=depositz", "depositz", "deposits"],
  [
    "a column of an input's own headers",
    "mapping:\n  deposits:\n    日均: averag\n",
    "4:9",
    "日均=deposits.averag",
    "deposits.averag",
    "deposits.average",
  ],
])("writes nothing where the mapping leads to %s that is none", async (_, text, place, mapping, name, near) => {
  const folder = new Folder().quarter().write("dingji.yml", `${base}${text}`);
  const { code, out, err } = await folder.run("grade q -p 2026Q4 --lang en -o o.csv");
  expect([code, out, readdirSync(folder.path).sort()]).toEqual([2, "", ["dingji.yml", "q"]]);
  expect(err).toContain(`dingji.yml:${place}`);
  expect(err).toContain(`the mapping "${mapping}": the rulebook has no "${name}"; did you mean "${near}"?`);
});
