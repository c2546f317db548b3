import { describe, expect, it } from "vitest";
import type { UglyCell } from "../scenarios/ugly-book.ts";
import { type Format, readColumn } from "./both.ts";

const money = "type: money";
const zero = "type: money, missing: 0";
const usd = "type: money, currency: USD";
const count = "type: count, unit: 次";
const years = "type: duration, unit: 年";
const points = "type: number, unit: 分";

/** What a cell says, how a workbook and (where it is another) a csv write it, and its value; `?blank` is missing. */
type Case = readonly [what: string, type: string, header: string, cell: UglyCell, value: string, csv?: string | null];

const cases: readonly Case[] = [
  // `1,234.56` and the rest of the row.
  ["grouped thousands", money, "数(元)", "1,234.56", "1234.56"],
  ["grouped by full-width commas", money, "数(元)", "1，234.56", "1234.56"],
  ["full-width throughout", money, "数(元)", "１，２３４．５６", "1234.56"],
  ["grouped millions", money, "数(元)", "-1,234,567.8", "-1234567.8"],
  ["accountants' brackets", money, "数(元)", "(123.45)", "-123.45"],
  ["full-width brackets", money, "数(元)", "（1,123.45）", "-1123.45"],
  ["亿 in the cell", money, "数", "1.2亿", "120000000"],
  ["亿 behind a blank", money, "数", "1.2 亿元", "120000000"],
  ["千 in the cell", money, "数", "3千", "3000"],
  ["per cent", "type: ratio", "数", "12.3%", "0.123"],
  ["full-width per cent", "type: ratio", "数", "１２．３％", "0.123"],
  ["a text that is a number, a green corner on it", money, "数(万元)", "1234.5", "12345000"],
  ["a text number with a blank before", money, "数(元)", " 1234.5", "1234.5"],
  ["a text number with a blank that does not break", money, "数(元)", "1234.5\u00a0", "1234.5"],
  ["a text number behind an apostrophe", money, "数(元)", "'1234.5", "1234.5"],
  ["a number in a cell with a format of thousands", money, "数(元)", { n: 1234.56, format: "#,##0.00" }, "1234.56"],
  ["a number that its format shows in brackets", money, "数(元)", { n: -5, format: "#,##0;(#,##0)" }, "-5", "(5)"],
  ["a number in scientific notation", money, "数(元)", { n: "1.5E3", format: "0.00E+00" }, "1500", "1.5E3"],
  ["a currency in front", money, "数", "¥1,234.56", "1234.56"],
  ["a full-width currency in front", money, "数", "￥1,234.56", "1234.56"],
  ["a minus behind the currency", money, "数", "¥-5", "-5"],
  ["a plus", money, "数(元)", "+5", "5"],
  ["a full-width minus", money, "数(元)", "－5", "-5"],
  ["a sign for minus", money, "数(元)", "−5", "-5"],
  ["yuan in Chinese words behind", money, "数", "5万元整", "50000"],
  ["two parts", money, "数", "1亿2000万元", "120000000"],
  // Dashes and blanks are missing, or zero where the column says so.
  ...["-", "—", "——", "–", "－", "--", "", " ", "　", "N/A", "n/a", "NA", "/", "\u200b"].flatMap((dash): Case[] => [
    [`${JSON.stringify(dash)} is missing`, money, "数(元)", dash, "?blank"],
    [`${JSON.stringify(dash)} is zero`, zero, "数(元)", dash, "0"],
    [`${JSON.stringify(dash)} is missing in a ratio`, "type: ratio", "数", dash, "?blank"],
  ]),
  ["no cell at all is missing", money, "数(元)", null, "?blank"],
  ["no cell at all is zero", zero, "数(元)", null, "0"],
  ["无 is zero", zero, "数(元)", "无", "0"],
  ["the accountants' dash", zero, "数(元)", " -   ", "0"],
  // The cell's own unit.
  ["years", years, "数", "3年", "3"],
  ["years and months", years, "数", "3年6个月", "3.5"],
  ["months", years, "数", "18个月", "1.5"],
  ["half a year", years, "数", "半年", "0.5"],
  ["years and a half", years, "数", "3年半", "3.5"],
  ["years in words", years, "数", "八年", "8"],
  ["two years in words", years, "数", "两年半", "2.5"],
  ["ten years in words", years, "数", "十年", "10"],
  ["months in words", years, "数", "十八个月", "1.5"],
  ["twenty years in words", years, "数", "二十年", "20"],
  ["a count of times", count, "数", "0次", "0"],
  ["full-width times", count, "数", "１２次", "12"],
  ["five 万元", money, "数", "5万元", "50000"],
  ["five 万元 below a header in 元", money, "数(元)", "5万元", "50000"],
  ["thirty 元 below a header in 万元", money, "数(万元)", "30元", "30"],
  ["dollars", usd, "数", "120 万美元", "1200000"],
  ["dollars by their code", usd, "数", "USD 1,200.5", "1200.5"],
  ["dollars by their sign", usd, "数(万美元)", "$120", "120"],
  ["points", points, "数", "98.5分", "98.5"],
  // Numbers of real Excel: a double is read at 15 digits, a text is exact as written.
  ["0.58 as a double", money, "数(元)", { n: "0.57999999999999996", format: "General" }, "0.58", null],
  ["85,959.04 as a double", money, "数(元)", { n: "85959.039999999994", format: "General" }, "85959.04", null],
  ["0.1 + 0.2", money, "数(亿元)", { n: "0.30000000000000004", format: "General" }, "30000000", null],
  ["a text of seventeen digits", money, "数(元)", "0.57999999999999996", "0.57999999999999996"],
  ["a text of more digits than a double has", money, "数(元)", "12345678901234567890.12", "12345678901234567890.12"],
  ["a formula's stored result", money, "数(元)", { f: "SUM(C1:C2)", v: "1234.5" }, "1234.5"],
  ["a formula's stored double", money, "数(元)", { f: "C1+C2", v: 0.1 + 0.2 }, "0.3", "0.3"],
];

describe.each<Format>(["xlsx", "csv"])("a figure in %s", (format) => {
  for (const [what, type, header, cell, value, csv] of cases) {
    if (format === "csv" && csv === null) continue;
    it(what, async () => {
      const { values, found } = await readColumn(format, type, header, [format === "csv" ? (csv ?? cell) : cell]);
      expect({ values, found }).toEqual({ values: [value], found: [] });
    });
  }
});
