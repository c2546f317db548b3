import { describe, expect, it } from "vitest";
import type { UglyCell } from "../scenarios/ugly-book.ts";
import { type Format, filesOf, readAll, rulesOf } from "./both.ts";

const rules = rulesOf(
  "  people:\n    sheet: 花名册\n    key: id\n    columns:\n      id: {type: id, header: 工号}\n" +
    "  sales:\n    sheet: 存款\n    columns:\n      id: {type: id, header: 工号, refers: people}\n" +
    "      customer: {type: id, header: 客户号}\n      amount: {type: money, header: 金额}",
);

/** The ids of a roster and of a detail sheet, what is said, and whose each detail row is. */
async function ids(format: Format, roster: readonly UglyCell[], details: readonly UglyCell[]) {
  const people = { name: "花名册", rows: [["工号", "姓名"], ...roster.map((id) => [id, "甲"])] };
  const rows = details.map((id, at): UglyCell[] => [id, "C1", at + 1]);
  const sales = { name: "存款", rows: [["工号", "客户号", "金额(元)"], ...rows] };
  const { facts, found, said } = await readAll(rules, filesOf(format, [people, sales]));
  const owner = details.map((_, row) =>
    facts.people.find(({ index }) => facts.inputs[1]?.rowsOf[index]?.includes(row)),
  );
  return { roster: facts.people.map(({ id }) => id), owner: owner.map((one) => one?.id), found, said };
}

describe.each<Format>(["xlsx", "csv"])("an id in %s", (format) => {
  it.each<[what: string, id: UglyCell, of: string]>([
    ["as a text", "001234", "001234"],
    ["with a blank behind", "001234 ", "001234"],
    ["with full-width blanks around", "　001234　", "001234"],
    ["with a blank that does not break", "001234\u00a0", "001234"],
    ["with a tab behind", "001234\t", "001234"],
    ["with a line break behind", "001234\n", "001234"],
    ["in full-width digits", "００１２３４", "001234"],
    ["behind an apostrophe", "'001234", "001234"],
    ["as a formula of text", '="001234"', "001234"],
    ["with a mark of direction", "\u202d001234\u202c", "001234"],
    ["of letters", "A-007", "A-007"],
    ["of full-width letters", "Ａ－００７", "A-007"],
  ])("%s is whose row it is", async (_, id, of) => {
    expect(await ids(format, ["001234", "A-007"], [id])).toMatchObject({ owner: [of], found: ["facts/no-rows"] });
    expect(await ids(format, [id], [of])).toMatchObject({ roster: [of], owner: [of], found: [] });
  });

  it("as a number is padded to the roster's one width, and said", async () => {
    const read = await ids(format, ["001234", "273370"], [1234, 273370, 1234]);
    expect(read).toEqual({
      roster: ["001234", "273370"],
      owner: ["001234", "273370", "001234"],
      found: ["facts/padded-ids 存款!A2"],
      said: ["“工号”有 2 个编号存成了数字，已在前面补零至 6 位"],
    });
  });

  it("as a number is not padded where the roster shows several widths", async () => {
    expect(await ids(format, ["001234", "01234"], [1234])).toMatchObject({
      owner: [undefined],
      found: ["facts/no-rows", "facts/unknown-person 存款!A2"],
      said: [expect.stringContaining("2 人"), "“1234”不在“花名册”里，1 行没有计入，是不是“001234”？"],
    });
  });

  it("as a float's text is the number", async () => {
    expect(await ids(format, ["001234", "273370"], ["1234.0", "273370.0", "001234.0"])).toMatchObject({
      owner: ["001234", "273370", "001234"],
      found: ["facts/padded-ids 存款!A2"],
    });
    expect(await ids(format, ["273370.0"], ["273370"])).toMatchObject({ roster: ["273370"], owner: ["273370"] });
  });

  it("as a number stands for itself where the roster has it so", async () => {
    expect(await ids(format, ["1234", "1235"], [1234, 1235])).toMatchObject({ owner: ["1234", "1235"], found: [] });
  });

  it.each<[UglyCell]>([["1.23457E+17"], ["1.23457e+17"], ["４.5E+17"]])("%j has lost its digits", async (cell) => {
    expect(await ids(format, ["A12345678", "1001"], ["1001", cell])).toMatchObject({
      owner: ["1001", undefined],
      found: ["facts/no-rows", "facts/rounded-id 存款!A3"],
    });
  });

  it("that a program kept text by a formula needs no quotes around it", async () => {
    const bytes = Buffer.from('工号,姓名\n="001234",甲\n="273370","乙,丙"\n');
    const read = await readAll(rules, [{ name: "花名册.csv", bytes }]);
    expect([read.person("id"), read.found]).toEqual([["001234", "273370"], ["workbook/missing-input"]]);
  });

  it("that is blank is nobody's, and said at its cell", async () => {
    expect(await ids(format, ["1001"], ["1001", "", "-"])).toMatchObject({
      owner: ["1001", undefined, undefined],
      found: ["facts/blank-id 存款!A3", "facts/blank-id 存款!A4"],
    });
  });
});

it.each<[what: string, id: UglyCell, of: string | undefined, found: string]>([
  ["a number with a format of zeros", { n: 1234, format: "000000" }, "001234", "facts/no-rows"],
  ["a double of 18 digits", { n: "123456789012345678", format: "0" }, undefined, "facts/rounded-id 存款!A2"],
  ["a double in scientific notation", { n: "1.23457E+17", format: "General" }, undefined, "facts/rounded-id 存款!A2"],
  ["a half", 12.5, undefined, "facts/bad-id 存款!A2"],
])("in a workbook: %s", async (_, id, of, found) => {
  const read = await ids("xlsx", ["001234", "123456"], [id]);
  expect(read.owner).toEqual([of]);
  expect(read.found).toContain(found);
});
