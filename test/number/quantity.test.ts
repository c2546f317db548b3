import { describe, expect, it } from "vitest";
import { parseQuantity } from "../../src/number/quantity.ts";

const shown = (text: string): unknown => {
  const quantity = parseQuantity(text);
  if (!quantity) return undefined;
  const { scale, ...measure } = quantity.unit ?? {};
  return [quantity.value.toString(), scale?.toString(6), measure];
};

describe("parseQuantity", () => {
  it.each<[string, string]>([
    ["1,234.56", "1234.56"],
    ["１，２３４．５６", "1234.56"],
    ["12,345,678", "12345678"],
    ["(123.45)", "-123.45"],
    ["（1,234）", "-1234"],
    ["-1,234", "-1234"],
    ["－5", "-5"],
    ["−5", "-5"],
    ["+5", "5"],
    [" 0.1 ", "0.1"],
    ["\u00A07\u3000", "7"],
    [".5", "0.5"],
    ["5.", "5"],
    ["1.5e3", "1500"],
    ["2E-2", "0.02"],
    ["0", "0"],
  ])("reads the bare figure %j as %s", (text, value) => {
    expect(shown(text)).toEqual([value, undefined, {}]);
  });

  it.each<[string, string, string, object]>([
    ["1.2亿", "120000000", "100000000", {}],
    ["3千", "3000", "1000", {}],
    ["5万元", "50000", "10000", { currency: "CNY" }],
    ["120 万美元", "1200000", "10000", { currency: "USD" }],
    ["500万 USD", "5000000", "10000", { currency: "USD" }],
    ["(5万元)", "-50000", "10000", { currency: "CNY" }],
    ["12.3%", "0.123", "0.01", { ratio: true }],
    ["12.3％", "0.123", "0.01", { ratio: true }],
    ["10‰", "0.01", "0.001", { ratio: true }],
    ["5个百分点", "0.05", "0.01", { ratio: true }],
    ["3年", "3", "1", { duration: "year" }],
    ["6个月", "0.5", "0.083333", { duration: "year" }],
    ["30天", "30", "1", { duration: "day" }],
    ["0次", "0", "1", { other: "次" }],
    ["60学时", "60", "1", { other: "学时" }],
    ["1.2万户", "12000", "10000", { other: "户" }],
    ["¥5万", "50000", "10000", { currency: "CNY" }],
    ["￥1,000", "1000", "1", { currency: "CNY" }],
    ["-¥5", "-5", "1", { currency: "CNY" }],
    ["$-5", "-5", "1", { currency: "USD" }],
    ["US$1,000", "1000", "1", { currency: "USD" }],
    ["USD 500", "500", "1", { currency: "USD" }],
    ["人民币5万元", "50000", "10000", { currency: "CNY" }],
    ["500 SEK", "500", "1", { currency: "SEK" }],
    ["3年6个月", "3.5", "1", { duration: "year" }],
    ["2年零3个月", "2.25", "1", { duration: "year" }],
    ["1亿2000万元", "120000000", "100000000", { currency: "CNY" }],
    ["1亿 2千万", "120000000", "100000000", {}],
  ])("reads %j as %s", (text, value, scale, measure) => {
    expect(shown(text)).toEqual([value, scale, measure]);
  });

  it.each([
    "",
    " ",
    "-",
    "—",
    "()",
    "无",
    "N/A",
    "abc",
    "1,23",
    "1234,567",
    ",5",
    "1.2.3",
    "1_000",
    "2026-09-30",
    "12:30",
    "1/2",
    "5-10",
    "约5万",
    ">=5",
    "--5",
    "-(5)",
    "(-5)",
    "5%5",
    "3万4亿",
    "5 6",
    "1.5亿2000万",
    "3年30天",
    "人民币5美元",
    "USD5年",
    "①",
    "五万",
    "#DIV/0!",
    "∞",
  ])("does not read %j", (text) => {
    expect(parseQuantity(text)).toBeUndefined();
  });
});
