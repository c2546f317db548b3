import { describe, expect, it } from "vitest";
import type { UglyCell } from "../scenarios/ugly-book.ts";
import { uglyBook } from "../scenarios/ugly-book.ts";
import { csvOf, type Format, readAll, rulesOf } from "./both.ts";

const rules = rulesOf(
  "  people:\n    sheet: 花名册\n    key: id\n    columns:\n      id: {type: id, header: 工号}\n      name: {type: text, header: 姓名}\n" +
    "  sales:\n    sheet: 存款\n    columns:\n      id: {type: id, header: 工号, refers: people}\n" +
    "      customer: {type: id, header: 客户号}\n      amount: {type: money, header: 本年日均}\n" +
    "  quality:\n    sheet: 资产质量\n    key: id\n    columns:\n      id: {type: id, header: 工号, refers: people}\n" +
    "      share: {type: ratio, header: 占比}",
);
type Rows = readonly (readonly UglyCell[])[];

/** Each file by its stem, with one sheet that is called Sheet1. */
function named(format: Format, files: Readonly<Record<string, Rows>>) {
  return Object.entries(files).map(([stem, rows]) => ({
    name: `${stem}.${format}`,
    bytes: format === "csv" ? Buffer.from(csvOf(rows)) : uglyBook([{ name: "Sheet1", rows }]),
  }));
}
const header = ["工号", "客户号", "本年日均(万元)"];
const roster: Rows = [
  ["工号", "姓名"],
  ["1001", "甲"],
  ["1002", "乙"],
];

describe.each<Format>(["xlsx", "csv"])("several files, %s", (format) => {
  const at = (stem: string, cell: string) => (format === "csv" ? `${stem}!${cell}` : `Sheet1!${cell}`);
  const place = (stem: string, cell: string) => ({ location: { file: `${stem}.${format}`, cell } });

  it("one a branch are put together", async () => {
    const all = await readAll(
      rules,
      named(format, {
        东湖花名册: roster.slice(0, 2),
        西湖花名册: [roster[0]!, roster[2]!],
        东湖存款: [header, ["1001", "C1", 5]],
        西湖存款: [["单位:元"], ["工号", "客户号", "本年日均"], ["1002", "C1", 70000]],
      }),
    );
    expect(all.person("id")).toEqual(["1001", "1002"]);
    expect(all.rows("sales", "amount")).toEqual(["50000", "70000"]);
    expect(all.found).toEqual(["workbook/missing-input"]);
    expect(all.read.files.map(({ sheets }) => [sheets[0]?.input, sheets[0]?.why])).toEqual([
      ["sales", "file-name"],
      ["people", "file-name"],
      ["sales", "file-name"],
      ["people", "file-name"],
    ]);
  });

  it("without a name that says anything are known by their headers", async () => {
    const all = await readAll(rules, named(format, { a: roster, b: [header, ["1001", "C1", 5], ["1002", "C1", 5]] }));
    expect(all.read.files.map(({ sheets }) => [sheets[0]?.input, sheets[0]?.why])).toEqual([
      ["people", "headers"],
      ["sales", "headers"],
    ]);
  });

  it("with the same row have both places said", async () => {
    const first = [header, ["1001", "C1", 5], ["1002", "C2", 6]];
    const second = [header, ["1001", "C9", 1], ["1002", "C2", "6.00"]];
    const { facts } = await readAll(rules, named(format, { 花名册: roster, 存款1: first, 存款2: second }));
    expect(facts.diagnostics).toMatchObject([
      { code: "facts/repeated-rows", ...place("存款2", "A3"), related: [place("存款1", "A3")], args: { count: 1 } },
    ]);
  });

  it("with one id on two rosters have both places said, and nobody is graded", async () => {
    const rosters = { 花名册1: roster, 花名册2: [["工号", "姓名"], ["1002", "丙"]] }; // biome-ignore format: a table
    const { facts } = await readAll(rules, named(format, rosters));
    expect(facts.fatal).toBe(true);
    expect(facts.diagnostics).toMatchObject([
      { code: "facts/duplicate-person", ...place("花名册2", "A2"), related: [place("花名册1", "A3")] },
    ]);
  });

  it("that are the same bytes are read once, which is said", async () => {
    const files = { 花名册: roster, 存款: [header, ["1001", "C1", 5], ["1002", "C1", 5]] };
    const [people, sales] = named(format, files);
    const all = await readAll(rules, [people!, sales!, { ...sales!, name: `存款副本.${format}` }]);
    expect(all.rows("sales", "amount")).toEqual(["50000", "50000"]);
    expect(all.found).toEqual(["workbook/missing-input", "workbook/same-file"]);
  });

  it("name a person in the detail who is not on the roster: an error", async () => {
    const rows = [header, ["1001", "C1", 5], ["1002", "C1", 5], ["1003", "C1", 5], ["1003", "C2", 5]];
    const all = await readAll(rules, named(format, { 花名册: roster, 存款: rows }));
    expect(all.found).toEqual([`facts/unknown-person ${at("存款", "A4")}`, "workbook/missing-input"]);
    expect(all.said[0]).toMatch(/^“1003”不在“花名册”里，2 行没有计入/);
    expect(all.facts.diagnostics[0]?.severity).toBe("error");
  });

  it("name a person on the roster without detail: a warning", async () => {
    const all = await readAll(
      rules,
      named(format, { 花名册: roster, 存款: [header, ["1001", "C1", 5]], 资产质量: [["工号", "占比"], ["1001", "98%"]] }), // biome-ignore format: a table
    );
    expect(all.found).toEqual(["facts/no-row", "facts/no-rows"]);
    expect(all.facts.diagnostics.map(({ severity }) => severity)).toEqual(["warning", "warning"]);
    expect(all.said).toEqual([
      "1 人在“资产质量”里没有数据，按未知处理：1002",
      "1 人在“存款”里没有一行，按没有业务计：1002",
    ]);
  });

  it("have two rows of one person said where one is due", async () => {
    const rows = [["工号", "占比"], ["1001", "98%"], ["1002", "97%"], ["1001", "96%"]]; // biome-ignore format: a table
    const all = await readAll(rules, named(format, { 花名册: roster, 资产质量: rows }));
    expect([all.found, all.rows("quality", "share")]).toEqual([
      [`facts/two-rows ${at("资产质量", "A4")}`, "workbook/missing-input"],
      ["?bad-cell", "0.97", "?bad-cell"],
    ]);
  });

  it.each<[what: string, rows: number]>([
    ["many rows", 30],
    ["a handful of rows", 4],
  ])("have a branch that wrote 元 in a sheet of 万元 said: %s", async (_, count) => {
    const rows = (branch: string, times: number) => [
      header,
      ...Array.from({ length: count }, (_, at): UglyCell[] => ["1001", `${branch}${at}`, (at + 1) * 10 * times]),
    ];
    const files = { 花名册: roster.slice(0, 2), 存款东: rows("D", 1), 存款南: rows("N", 2), 存款西: rows("X", 10_000) };
    const all = await readAll(rules, named(format, files));
    expect(all.found).toEqual([`facts/magnitude ${at("存款西", "C2")}`, "workbook/missing-input"]);
    expect(all.facts.diagnostics).toMatchObject([{ severity: "warning", ...place("存款西", "C2"), args: { count } }]);
  });

  it("say nothing of one large customer in a handful of rows", async () => {
    const few = (branch: string, most: number) => [header, ["1001", `${branch}1`, 3], ["1001", `${branch}2`, most], ["1001", `${branch}3`, 2]]; // biome-ignore format: a table
    const files = { 花名册: roster.slice(0, 2), 存款东: few("D", 5), 存款南: few("N", 8), 存款西: few("X", 100_000) };
    expect((await readAll(rules, named(format, files))).found).toEqual(["workbook/missing-input"]);
  });
});
