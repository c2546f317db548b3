import { describe, expect, it } from "vitest";
import { isDateFormat } from "../../src/workbook/date-format.ts";
import { builtinFormats } from "../../src/workbook/xlsx/number-format.ts";

describe("number formats of dates and times", () => {
  it("knows the built-in ones", () => {
    const found = Object.keys(builtinFormats)
      .map(Number)
      .filter((id) => isDateFormat(builtinFormats[id] ?? ""));
    const days = [14, 15, 16, 17, 18, 19, 20, 21, 22];
    const east = [27, 28, 29, 30, 31, 32, 33, 34, 35, 36];
    expect(found).toEqual([...days, ...east, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58]);
  });

  it.each([
    "yyyy-mm-dd",
    "YYYY/M/D;@",
    "[$-804]yyyy\\年m\\月d\\日;@",
    'yyyy"年"m"月"d"日"',
    "yyyy年m月d日 aaaa",
    "[h]:mm",
    "[hh]:mm:ss.00",
    "[mm]:ss",
    "上午/下午h时mm分",
    "h:mm AM/PM",
    "e-m-d",
    "[DBNum1][$-804]yyyy年m月",
    "[Red]m/d",
  ])("%s shows a date or a time", (format) => expect(isDateFormat(format)).toBe(true));

  it.each([
    "General",
    "G/通用格式",
    "Standard",
    "@",
    "",
    "0",
    "0.00_);[Red](0.00)",
    "#,##0.00",
    '0" days"',
    '0.0"年"',
    "0年",
    "[$USD] #,##0.00",
    "#,##0\\d",
    "0.00E+00",
    "# ?/?",
    "[>=10000]0.0,万;0",
    '_ "¥"* #,##0.00_ ;_ @_ ',
    "0.00%",
    '"yyyy"',
    "[Red]",
  ])("%s shows a figure or a text", (format) => expect(isDateFormat(format)).toBe(false));

  it("is done soon with a format of nothing but letters and brackets", () => {
    for (const part of ["y", "a", "[", "[h", '"', "\\", "s.0"])
      expect(isDateFormat(`${part.repeat(30_000)}#`)).toBe(false);
  });
});
