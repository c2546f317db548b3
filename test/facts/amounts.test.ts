import { describe, expect, it } from "vitest";
import type { Type } from "../../src/formula/type.ts";
import { Exact } from "../../src/number/exact.ts";
import { type ColumnSource, cny, usd, type Written, yearsType } from "./build.ts";
import { bindCells, brief } from "./cells.ts";

const number: Type = { kind: "number" };
const count: Type = { kind: "count" };
const points: Type = { kind: "number", unit: "分" };

describe("amounts", () => {
  it.each<[string, Type | ColumnSource, string | undefined, Written, string]>([
    ["a figure under 元", cny, "元", 5981.54, "5981.54"],
    ["a figure under 万元", cny, "万元", 5981.54, "59815400"],
    ["text of figures", cny, "万元", "1183.838445", "11838384.45"],
    ["grouped thousands", cny, "万元", "1,183.838445", "11838384.45"],
    ["full-width digits", cny, "元", "１，２３４．５６", "1234.56"],
    ["blanks around", cny, "元", " 12 ", "12"],
    ["accounting brackets", cny, "元", "(123.45)", "-123.45"],
    ["a minus", cny, "元", "-0.5", "-0.5"],
    ["a hundred-millionth of 亿", cny, "亿元", "2.49999999999", "249999999.999"],
    ["own unit over the header's", cny, "万元", "1.2亿", "120000000"],
    ["own 元 over the header's 万元", cny, "万元", "30元", "30"],
    ["own 千 over the header's 万元", cny, "万元", "3千", "3000"],
    ["17 digits of Excel", cny, "亿元", 0.14999999999999999, "15000000"],
    ["17 digits, above one", cny, "元", 85959.03999999999, "85959.04"],
    ["15 digits of a third", cny, "元", 1 / 3, "0.333333333333333"],
    ["a sum of binary fractions", cny, "元", 0.1 + 0.2, "0.3"],
    ["a tiny double", cny, "元", 1.5e-9, "0.0000000015"],
    ["a huge double", cny, "元", 1.5e20, "150000000000000000000"],
    ["more digits than a double has, as text", cny, "元", "12345678901234567890.12", "12345678901234567890.12"],
    ["the rulebook's unit", { type: cny, unit: "万元" }, undefined, 3, "30000"],
    ["a foreign header", usd, "万美元", "70.64", "706400"],
    ["a foreign cell", usd, undefined, "120 万美元", "1200000"],
    ["scale alone in a foreign column", usd, "万", 2, "20000"],
    ["years", { type: yearsType, unit: "年" }, undefined, 2.99, "2.99"],
    ["own years", yearsType, undefined, "3年", "3"],
    ["months under a header of months", yearsType, "个月", 30, "2.5"],
    ["own months", yearsType, "年", "6个月", "0.5"],
    ["years and months", yearsType, undefined, "3年6个月", "3.5"],
    ["a count with its own word", count, undefined, "0次", "0"],
    ["a count as a float", count, undefined, 3.0, "3"],
    ["a scale on a count", count, undefined, "3千", "3000"],
    ["points", points, undefined, "98.5分", "98.5"],
    ["a plain number", number, undefined, "-12.50", "-12.5"],
    ["blank as the column says", { type: cny, missing: Exact.zero }, "元", null, "0"],
    ["dash as the column says", { type: cny, missing: Exact.zero }, "元", "—", "0"],
    ["无 as the column says", { type: cny, missing: Exact.zero }, "元", "无", "0"],
    ["blank", cny, "元", null, "?blank"],
    ["dash", cny, "元", "-", "?blank"],
    ["a long dash", cny, "元", "——", "?blank"],
    ["a full-width dash", cny, "元", "－", "?blank"],
    ["N/A", cny, "元", " N/A ", "?blank"],
    ["an empty text", cny, "元", "  ", "?blank"],
  ])("reads %s", (_, column, unit, cell, value) => {
    const bound = bindCells(column, [cell], unit === undefined ? {} : { unit });
    expect(bound.values).toEqual([value]);
    expect(bound.found.filter((one) => !one.startsWith("facts/no-unit"))).toEqual([]);
  });

  it.each<[string, Type | ColumnSource, string | undefined, Written, string]>([
    ["a word", cny, "元", "见附件", "facts/not-a-number"],
    ["wrong grouping", cny, "元", "1,23,4", "facts/not-a-number"],
    ["two points", cny, "元", "1.2.3", "facts/not-a-number"],
    ["无 where a blank is missing", cny, "元", "无", "facts/not-a-number"],
    ["TRUE", cny, "元", true, "facts/not-a-number"],
    ["per cent in money", cny, "元", "12%", "facts/unit-mismatch"],
    ["dollars in a CNY column", cny, "元", "12美元", "facts/unit-mismatch"],
    ["yuan in a USD column", usd, "美元", "12万元", "facts/unit-mismatch"],
    ["years in money", cny, "元", "3年", "facts/unit-mismatch"],
    ["days in years", yearsType, "年", "30天", "facts/unit-mismatch"],
    ["money in a count", count, undefined, "3元", "facts/unit-mismatch"],
    ["another word on points", points, undefined, "98户", "facts/unit-mismatch"],
    ["half a count", count, undefined, 1.5, "facts/not-whole"],
    ["half a count in text", count, undefined, "1.5次", "facts/not-whole"],
    ["below the minimum", { type: cny, min: "0" }, "元", -0.01, "facts/out-of-range"],
    ["above the maximum", { type: points, max: "100" }, undefined, "100.01", "facts/out-of-range"],
    ["an error value", cny, "元", { kind: "error", text: "#REF!" }, "facts/error-cell"],
    ["an error value in text", cny, "元", "#N/A", "facts/error-cell"],
    ["a formula without result", cny, "元", { kind: "no-result", formula: "SUM(A1:A9)" }, "facts/no-result"],
  ])("reports %s at its cell", (_, column, unit, cell, code) => {
    const bound = bindCells(column, [cell], unit === undefined ? {} : { unit });
    expect(bound.values).toEqual(["?bad-cell"]);
    expect(bound.found).toEqual([`${code} B2`]);
    expect(bound.problems).toEqual([1]);
  });

  it.each<[string, Type | ColumnSource, string | undefined, number, string, string, boolean]>([
    ["a day in years", { type: yearsType, unit: "年" }, undefined, 43831, "yyyy/m/d", "2020-01-01", false],
    ["a day as WPS shows it", yearsType, "年", 43831, '[$-804]yyyy"年"m"月"d"日";@', "2020-01-01", false],
    ["a day of a workbook that counts from 1904", yearsType, "年", 42369, "yyyy-mm-dd", "2020-01-01", true],
    ["a month alone", count, undefined, 46023, 'yyyy"年"m"月"', "2026-01-01", false],
    ["a day and a time", number, undefined, 43831.75, "yyyy/m/d h:mm", "2020-01-01 18:00", false],
    ["a time of the day", cny, "元", 0.354166666666667, "h:mm AM/PM", "8:30", false],
    ["hours beyond a day", yearsType, "年", 1.5, "[h]:mm:ss", "36:00", false],
    ["minutes and seconds", points, undefined, 0.0034837962962963, "mm:ss.0", "0:05:01", false],
    ["a figure in a cell that shows days", cny, "万元", 3, "yyyy/m/d", "1900-01-03", false],
    ["nothing in a cell that shows days", { type: cny, missing: Exact.zero }, "元", 0, "yyyy/m/d", "0", false],
    ["a day in a ratio", { type: { kind: "ratio" } }, "%", 43831, "yyyy/m/d", "2020-01-01", false],
    ["a time in a ratio of fractions", { type: { kind: "ratio" } }, undefined, 0.5, "h:mm", "12:00", false],
  ])("reports %s at its cell, as it is shown", (_, column, unit, value, format, raw, date1904) => {
    const bound = bindCells(column, [[value, format]], { date1904, ...(unit === undefined ? {} : { unit }) });
    expect(bound.values).toEqual(["?bad-cell"]);
    expect(bound.diagnostics.map((one) => [brief(one), one.args.raw])).toEqual([["facts/date-in-figures B2", raw]]);
    expect(bound.problems).toEqual([1]);
  });

  it("takes both ends of a range", () => {
    expect(bindCells({ type: points, min: "0", max: "100" }, [0, 100]).values).toEqual(["0", "100"]);
  });

  it("warns once of money without a unit anywhere, not of zeros and figures with their own", () => {
    expect(bindCells(cny, [0, "5元", 3, 4]).found).toEqual(["facts/no-unit B4"]);
    expect(bindCells(cny, [0, "5元", null]).found).toEqual([]);
    expect(bindCells(cny, [3], { unit: "元" }).found).toEqual([]);
    const byRulebook = bindCells({ type: cny, unit: "万元" }, [3]);
    expect(byRulebook.diagnostics.map((one) => [one.code, one.args.unit])).toEqual([["facts/no-unit", "万元"]]);
  });

  it("warns of figures that a spreadsheet has shortened, once a column, and of none with all their digits", () => {
    const bound = bindCells(cny, ["5", "1.18E+07", "-2.5e+10", "1.1838445E7", "1.1838E+02", 1.5e21], { unit: "元" });
    expect(bound.values).toEqual(["5", "11800000", "-25000000000", "11838445", "118.38", "1500000000000000000000"]);
    expect(bound.diagnostics.map((one) => [brief(one), one.args.count])).toEqual([["facts/shortened-figures B3", 2]]);
  });

  it("reads figures with characters that nobody sees", () => {
    const cells = ["1\u200b234.50", "\u202d(98.5)\u202c", "\ufeff1.2亿\u200b", "\u200b-"];
    expect(bindCells(cny, cells, { unit: "元" })).toMatchObject({
      values: ["1234.5", "-98.5", "120000000", "?blank"],
      found: [],
    });
  });

  it.each<[string, Type, string]>([
    ["dollars over a CNY column", cny, "万美元"],
    ["yuan over a USD column", usd, "万元"],
    ["per cent over money", cny, "%"],
    ["money over years", yearsType, "万元"],
    ["days over years", yearsType, "天"],
  ])("refuses a column with %s", (_, column, unit) => {
    const bound = bindCells(column, [1, 2], { unit });
    expect(bound.values).toEqual(["?bad-cell", "?bad-cell"]);
    expect(bound.found).toEqual(["facts/header-unit B2"]);
    expect(bound.problems).toEqual([1, 1]);
  });

  it("takes a remark behind a heading for no unit", () => {
    expect(bindCells(cny, [5], { unit: "年" })).toMatchObject({ values: ["5"], found: ["facts/no-unit B2"] });
    expect(bindCells(count, [5], { unit: "年" })).toMatchObject({ values: ["5"], found: [] });
  });
});

describe("many bad cells", () => {
  it("names twenty of a column and counts the rest, and touches every person", () => {
    const bound = bindCells(cny, Array(4332).fill("坏"), { unit: "元" });
    expect(bound.found.filter((one) => one.startsWith("facts/not-a-number"))).toHaveLength(20);
    expect(bound.found.at(-1)).toBe("facts/more-cells B22");
    expect(bound.diagnostics.at(-1)?.args).toMatchObject({ count: 4312, code: "facts/not-a-number" });
    expect(bound.problems.every((count) => count === 1)).toBe(true);
  });
});
