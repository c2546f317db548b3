import { describe, expect, it } from "vitest";
import { message } from "../../src/diagnostic/diagnostic.ts";
import { type CellLocation, showLocation } from "../../src/diagnostic/location.ts";
import { bindFacts } from "../../src/facts/bind-facts.ts";
import type { Table } from "../../src/workbook/table.ts";
import { cny, id, ratio, rulebook, table } from "./build.ts";

const rules = rulebook({
  people: { role: "subject", columns: { who: id } },
  sales: { role: "detail", columns: { who: id, amount: cny } },
  quality: { role: "one-row", columns: { who: id, normal: ratio } },
});
const sheet = (input: string, file: string, ids: string[], columns: string[] = []) =>
  table({ input, file, columns: ["who", ...columns], rows: ids.map((one) => [one, ...columns.map(() => 1)]) });
const people = (file: string, ids: string[]) => sheet("people", file, ids);
const sales = (file: string, ids: string[]) => sheet("sales", file, ids, ["amount:元"]);
const quality = (file: string, ids: string[]) => sheet("quality", file, ids, ["normal:%"]);
const said = (tables: Table[]) =>
  bindFacts(tables, rules).diagnostics.map(
    (one) => `${one.code} ${showLocation(one.location as CellLocation)} ${one.args.count} ${one.args.ids}`,
  );

const east = people("东.xlsx", ["1", "2"]);
const west = people("西.xlsx", ["3", "4", "5"]);

describe("people of whom an input says nothing", () => {
  it.each<[string, Table[], string[]]>([
    [
      "at their own file's sheet",
      [east, west, sales("东.xlsx", ["1"]), sales("西.xlsx", ["3"])],
      ["facts/no-rows 东.xlsx sales 1 2", "facts/no-rows 西.xlsx sales 2 4 5"],
    ],
    [
      "at their own file's sheet, though nothing stands in it",
      [east, west, sales("东.xlsx", ["1", "2"]), sales("西.xlsx", [])],
      ["facts/empty-sheet 西.xlsx sales 3 3 4 5"],
    ],
    [
      "at their roster, where their file has no such sheet and others have",
      [east, west, sales("东.xlsx", ["1"]), sales("南.xlsx", ["3"])],
      ["facts/no-rows 东.xlsx sales 1 2", "facts/no-rows 西.xlsx 2 4 5"],
    ],
    [
      "at the only sheet there is, once for all files of the roster",
      [east, west, sales("存款.csv", ["1", "3"])],
      ["facts/no-rows 存款.csv sales 3 2 4 5"],
    ],
    ["at the only sheet there is, empty", [east, sales("存款.csv", [])], ["facts/empty-sheet 存款.csv sales 2 1 2"]],
    [
      "at the sheet with rows, of several in one file",
      [east, sales("东.xlsx", []), sales("东.xlsx", ["1"])],
      ["facts/no-rows 东.xlsx sales 1 2"],
    ],
    [
      "whose one row is unknown",
      [east, west, quality("东.xlsx", ["2"]), quality("西.xlsx", [])],
      ["facts/no-row 东.xlsx quality 1 1", "facts/empty-sheet-unknown 西.xlsx quality 3 3 4 5"],
    ],
  ])("are named %s", (_, tables, expected) => expect(said(tables)).toEqual(expected));

  it("are told in as many words where the sheet has no rows", () => {
    const [first] = bindFacts([east, sales("东.xlsx", [])], rules).diagnostics;
    expect(first && message(first, "zh")).toBe("“sales”一行数据也没有，2 人按没有业务计：1 2");
    expect(first?.severity).toBe("warning");
  });
});
