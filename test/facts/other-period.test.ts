import { expect, it } from "vitest";
import { otherPeriods } from "../../src/facts/other-period.ts";
import { parsePeriod } from "../../src/rulebook/period.ts";
import type { FileReport } from "../../src/workbook/sheet-report.ts";

const sheet = (name: string | undefined, title: string) => ({
  name,
  input: "deposits",
  leftOut: [
    { row: 2, reason: "title", text: title },
    { row: 9, reason: "note", text: "2025年三季度" },
  ],
});
const file = (name: string, ...sheets: object[]) => ({ file: name, sheets }) as unknown as FileReport;
const found = (period: string, ...files: FileReport[]) =>
  otherPeriods(files, parsePeriod(period)!).map(({ location, args }) => [location, args["named"]]);

it.each([
  ["江西分行2026年三季度客户经理花名册", "2026年三季度"],
  ["2026年第3季度业绩", "2026年第3季度"],
  ["２０２６年 第三 季度", "2026年 第三 季度"],
  ["2025年度第四季度", "2025年度第四季度"],
  ["业绩 2026Q3", "2026Q3"],
  ["2026年q1", "2026年q1"],
  ["2026年上半年", "2026年上半年"],
])("a title of another period: %s", (title, named) => {
  expect(found("2026Q4", file("a.xlsx", sheet("存款", title)))).toEqual([
    [{ file: "a.xlsx", sheet: "存款", cell: "A2" }, named],
  ]);
});

it.each([
  ["2026Q4", "2026年四季度"],
  ["2026Q4", "2026年下半年"],
  ["2026Q4", "2026年9月30日"],
  ["2026Q4", "2025年度"],
  ["2026Q4", "填报日期：2027年1月5日"],
  ["2026Q4", "2026年一至四季度"],
  ["2026Q4", "产品 2026Q35"],
  ["2026", "2026年三季度"],
  ["2026-11", "2026年第四季度"],
])("%s has nothing against %s", (period, title) => {
  expect(found(period, file("a.xlsx", sheet("存款", title)))).toEqual([]);
});

it("looks at names of files and of sheets in use, and says it once a file", () => {
  expect(
    found(
      "2026Q4",
      file("in/2026Q3/花名册2026Q4.csv", sheet(undefined, "2026年四季度")),
      file("in/存款2026Q3.csv", sheet(undefined, "2026年二季度")),
      file(
        "b.xlsx",
        { ...sheet("2026年二季度", "2026年三季度"), input: undefined },
        sheet("存款2026Q2", "2026年三季度"),
      ),
    ),
  ).toEqual([
    [{ file: "in/存款2026Q3.csv" }, "2026Q3"],
    [{ file: "b.xlsx", sheet: "存款2026Q2" }, "2026Q2"],
  ]);
});
