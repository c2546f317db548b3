import { describe, expect, it } from "vitest";
import { readHeader } from "../../../src/workbook/header/header-text.ts";
import { isUnitRow, unitWords } from "../../../src/workbook/header/unit-words.ts";

describe("readHeader", () => {
  it.each([
    ["工号", "工号", undefined],
    [" 姓 名 ", "姓名", undefined],
    ["营销\n年限", "营销年限", undefined],
    ["本年日均(万元)", "本年日均", "万元"],
    ["本年日均（万元）", "本年日均", "万元"],
    ["本年日均[元]", "本年日均", "元"],
    ["本年日均【亿元】", "本年日均", "亿元"],
    ["本年日均（单位：万元）", "本年日均", "万元"],
    ["本年日均\n(人民币万元)", "本年日均", "人民币万元"],
    ["本年日均 万元", "本年日均", "万元"],
    ["本年日均/万元", "本年日均", "万元"],
    ["本年日均万元", "本年日均", "万元"],
    ["国际结算额（万美元）", "国际结算额", "万美元"],
    ["不良率%", "不良率", "%"],
    ["不良率（％）", "不良率", "%"],
    ["营销年限(年)", "营销年限", "年"],
    ["违规次数（次）", "违规次数", "次"],
    ["*工号", "工号", undefined],
    ["工号：", "工号", undefined],
    ["1.工号", "工号", undefined],
    ["（一）工号", "工号", undefined],
    ["Ｄｅｐｏｓｉｔ　Ａｖｇ", "depositavg", undefined],
    ["存款(人民币)", "存款(人民币)", undefined],
    ["姓 名", "姓名", undefined],
    ["万元", "万元", undefined],
  ])("%j is %j in %j", (text, key, unit) => {
    const read = readHeader(text);
    expect([read.key, read.unit]).toEqual([key, unit]);
  });

  it.each([
    ["工号(必填)", "工号"],
    ["本年日均(折人民币)（万元）", "本年日均"],
    ["(合计)", "(合计)"],
  ])("%j without remarks is %j", (text, bare) => {
    expect(readHeader(text).bare).toBe(bare);
  });

  it("keeps what is printed, on one line", () => {
    expect(readHeader(" 营销\n年限 (年) ").printed).toBe("营销年限 (年)");
  });
});

describe("unitWords", () => {
  it.each([
    [["单位:万元"], ["万元"]],
    [["单位：元"], ["元"]],
    [["金额单位：人民币万元"], ["人民币万元"]],
    [["单位", "万元"], ["万元"]],
    [["单位：", "亿元"], ["亿元"]],
    [["贷款业务(单位:万元)"], ["万元"]],
    [["存款日均明细表（万元）"], ["万元"]],
    [["存款(人民币)", "单位:万元"], ["万元"]],
    [["单位:万元 日期:2026-09-30"], ["万元"]],
    [["填报单位:人力资源部", "单位:千元"], ["千元"]],
    [["填报单位:元宝山支行"], []],
    [["填报单位:万年支行"], []],
    [["单位:万年支行"], []],
    [["单位:万美元"], ["万美元"]],
    [["单位:万元、万美元"], ["万元", "万美元"]],
    [["江西分行2026年三季度花名册"], []],
    [["满意率(%)", "人数(人)"], []],
  ])("%j names %j", (cells, units) => {
    const named = cells.flatMap((cell, at) => unitWords(cell, cells[at + 1]).named);
    expect([...new Set(named)]).toEqual(units);
  });

  it.each<[text: string, partial: readonly string[], mentioned: readonly string[]]>([
    ["贷款：亿元", ["亿元"], []],
    ["上年日均单位：万元", ["万元"], []],
    ["外币：万元", ["万元"], []],
    ["按万元口径统计的公司客户", [], ["万元"]],
    ["Unit: CNY 10,000", [], ["cny10,000"]],
    ["RMB '000", [], ["rmb'000"]],
    ["in millions of yuan", [], ["millionsofyuan"]],
    ["万元生物有限公司", [], []],
    ["考核单位：万元支行", [], []],
    ["亿元级客户", [], []],
    ["日均超千万元", [], []],
    ["单户5,000 万元以上", [], []],
    ["汇率：1美元=7.1元", [], []],
    ["本表由元宝山支行填报", [], []],
  ])("%j names none for the whole table", (text, partial, mentioned) => {
    expect(unitWords(text)).toEqual({ named: [], partial, mentioned });
  });

  it.each([
    ["（金额单位：万元，保留两位小数）", "万元"],
    ["说明：取自核心系统，金额折人民币万元", "人民币万元"],
    ["数据单位：万元/人", "万元"],
    ["单位：万人、万元", "万元"],
    ["单位【万元】", "万元"],
    ["以元计", "元"],
    ["填报单位（盖章）：东湖支行    单位：万元", "万元"],
  ])("%j names %s", (text, unit) => {
    expect([...new Set(unitWords(text).named)]).toEqual([unit]);
  });

  it.each([
    [["单位:万元"], true],
    [["(单位：元)"], true],
    [["单位", "万元"], true],
    [["贷款业务(单位:万元)"], false],
    [["填报单位:人力资源部"], false],
    [["工号", "客户号"], false],
  ])("isUnitRow(%j) is %j", (cells, expected) => {
    expect(isUnitRow(cells)).toBe(expected);
  });
});
