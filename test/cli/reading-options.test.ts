import { expect, it } from "vitest";
import { Options } from "../../src/cli/command.ts";
import { mappingsOf, readingOptions } from "../../src/cli/reading-options.ts";

const sources = [
  { name: "q/年末台账.csv", path: "q/年末台账.csv" },
  { name: "q/东湖.xlsx", path: "q/东湖.xlsx" },
];

it.each([
  ["a sheet", "明细表=deposits", { input: "deposits", sheet: "明细表" }],
  ["a file by its name", "年末台账.csv=deposits", { input: "deposits", file: "q/年末台账.csv" }],
  ["a file by its name without ending", "年末台账=deposits", { input: "deposits", file: "q/年末台账.csv" }],
  ["a sheet of a file", "东湖.xlsx!表1=loans", { input: "loans", file: "东湖.xlsx", sheet: "表1" }],
  ["a column", "全年平均 = deposits.average", { input: "deposits", columns: { 全年平均: "average" } }],
  ["a column with a dot too many", "日均=deposits.a.b", { input: "deposits", columns: { 日均: "a.b" } }],
  ["a header with an equals sign", "A=B=deposits.average", { input: "deposits", columns: { "A=B": "average" } }],
])("--map takes %s", (_, text, mapping) => {
  const reading = readingOptions(new Options({ map: [text] }), undefined);
  expect([reading.diagnostics, mappingsOf(reading, sources)]).toEqual([[], [mapping]]);
});

it.each([
  [{ delimiter: "tab" }, { delimiter: "\t" }, []],
  [{ delimiter: "；" }, { delimiter: "；" }, []],
  [{ delimiter: "" }, { delimiter: "" }, ["cli/bad-delimiter"]],
  [{ encoding: "gbk" }, { encoding: "gbk" }, []],
  [{ map: ["存款="] }, {}, ["cli/bad-mapping"]],
])("%j", (given, options, codes) => {
  const reading = readingOptions(new Options(given), undefined);
  expect(reading.options).toEqual(options);
  expect(reading.diagnostics.map(({ code }) => code)).toEqual(codes);
});
