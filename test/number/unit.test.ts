import { describe, expect, it } from "vitest";
import { currencyOf, unitOf } from "../../src/number/unit.ts";
import { foldWidth } from "../../src/number/width.ts";

describe("unitOf", () => {
  it.each<[string, string, object]>([
    ["元", "1/1", { currency: "CNY" }],
    ["万元", "10000/1", { currency: "CNY" }],
    ["（万元）", "10000/1", { currency: "CNY" }],
    ["亿元", "100000000/1", { currency: "CNY" }],
    ["千元", "1000/1", { currency: "CNY" }],
    ["百万元", "1000000/1", { currency: "CNY" }],
    ["万美元", "10000/1", { currency: "USD" }],
    ["千美元", "1000/1", { currency: "USD" }],
    ["人民币万元", "10000/1", { currency: "CNY" }],
    ["万元人民币", "10000/1", { currency: "CNY" }],
    ["万 USD", "10000/1", { currency: "USD" }],
    ["usd", "1/1", { currency: "USD" }],
    ["ＵＳＤ万", "10000/1", { currency: "USD" }],
    ["亿日元", "100000000/1", { currency: "JPY" }],
    ["万", "10000/1", {}],
    ["十亿", "1000000000/1", {}],
    ["%", "1/100", { ratio: true }],
    ["百分比", "1/100", { ratio: true }],
    ["‰", "1/1000", { ratio: true }],
    ["年", "1/1", { duration: "year" }],
    ["月", "1/12", { duration: "year" }],
    ["个月", "1/12", { duration: "year" }],
    ["日", "1/1", { duration: "day" }],
    ["张", "1/1", { other: "张" }],
    ["万户", "10000/1", { other: "户" }],
    ["元/户", "1/1", { other: "元/户" }],
    ["千克", "1/1", { other: "千克" }],
    ["百分制", "1/1", { other: "百分制" }],
  ])("reads %j", (text, scale, measure) => {
    const { scale: found, ...rest } = unitOf(text) ?? {};
    expect([found?.key, rest]).toEqual([scale, measure]);
  });

  it.each(["", " ", "5", "万5", "元;", "a.b", "人民币万美元", "-"])("does not read %j", (text) => {
    expect(unitOf(text)).toBeUndefined();
  });

  it.each([
    ["人民币", "CNY"],
    ["RMB", "CNY"],
    ["HK$", "HKD"],
    ["SEK", "SEK"],
    ["sek", undefined],
    ["all", undefined],
    ["constructor", undefined],
    ["分", undefined],
  ])("takes %s for the currency %s", (text, code) => {
    expect(currencyOf(text)).toBe(code);
  });
});

describe("foldWidth", () => {
  it("keeps every offset", () => {
    const text = "（Ａ１，％）￥−　①Ⅱ";
    expect(foldWidth(text)).toBe("(A1,%)¥- ①Ⅱ");
    expect(foldWidth(text)).toHaveLength(text.length);
  });
});
