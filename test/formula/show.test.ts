import { describe, expect, it } from "vitest";
import { showValue } from "../../src/formula/show.ts";
import type { Type } from "../../src/formula/type.ts";
import type { Value } from "../../src/formula/value.ts";
import { Exact } from "../../src/number/exact.ts";

const cny: Type = { kind: "money", currency: "CNY" };
const usd: Type = { kind: "money", currency: "USD" };
const years: Type = { kind: "duration", base: "year" };
const days: Type = { kind: "duration", base: "day" };
const exact = (text: string) => Exact.parse(text) as Exact;

describe("showValue", () => {
  it.each<[Value, Type, string, string]>([
    [exact("250000000"), cny, "2.5亿元", "CNY 250,000,000"],
    [exact("12000000"), cny, "1,200万元", "CNY 12,000,000"],
    [exact("430591914.9"), cny, "43,059.19149万元", "CNY 430,591,914.9"],
    [exact("249999999.99"), cny, "24,999.999999万元", "CNY 249,999,999.99"],
    [exact("10000.001"), cny, "10,000.001元", "CNY 10,000.001"],
    [exact("9999.99"), cny, "9,999.99元", "CNY 9,999.99"],
    [exact("0.01"), cny, "0.01元", "CNY 0.01"],
    [exact("-35000"), cny, "-3.5万元", "CNY -35,000"],
    [Exact.zero, cny, "0元", "CNY 0"],
    [Exact.of(100_000_000, 3), cny, "≈33,333,333.333333元", "CNY ≈33,333,333.333333"],
    [exact("30000000"), usd, "3,000万美元", "USD 30,000,000"],
    [exact("50000"), { kind: "money", currency: "SGD" }, "5万 SGD", "SGD 50,000"],
    [exact("0.985"), { kind: "ratio" }, "98.5%", "98.5%"],
    [Exact.one, { kind: "ratio" }, "100%", "100%"],
    [Exact.of(1, 3), { kind: "ratio" }, "≈33.333333%", "≈33.333333%"],
    [exact("3"), years, "3年", "3 years"],
    [Exact.one, years, "1年", "1 year"],
    [exact("2.99"), years, "2.99年", "2.99 years"],
    [exact("3.5"), years, "3.5年", "3.5 years"],
    [Exact.of(7, 12), years, "7个月", "7 months"],
    [Exact.of(25, 12), years, "2年1个月", "2 years 1 month"],
    [exact("30"), days, "30天", "30 days"],
    [exact("1234567"), { kind: "count" }, "1,234,567", "1,234,567"],
    [exact("500"), { kind: "count", unit: "张" }, "500张", "500 张"],
    [exact("98.50"), { kind: "number", unit: "分" }, "98.5分", "98.5 分"],
    [true, { kind: "boolean" }, "是", "yes"],
    [false, { kind: "boolean" }, "否", "no"],
    ["本科", { kind: "text" }, "本科", "本科"],
    ["2026-09-30", { kind: "date" }, "2026-09-30", "2026-09-30"],
    ["senior", { kind: "tier" }, "senior", "senior"],
    ["", { kind: "tier" }, "无", "none"],
  ])("%s as %j", (value, type, zh, en) => {
    expect([showValue(value, type, "zh"), showValue(value, type, "en")]).toEqual([zh, en]);
  });
});
