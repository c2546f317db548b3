import { describe, expect, it } from "vitest";
import {
  isNote,
  isSentence,
  isSignOff,
  mayBeTotal,
  namedTotal,
  totalWord,
} from "../../../src/workbook/build/row-words.ts";

describe("totalWord", () => {
  it.each([
    ["小计", 1, true],
    ["小 计：", 1, true],
    ["本页小计", 1, true],
    ["合计", 2, true],
    ["合 计", 2, true],
    ["【合计】", 2, true],
    ["合计(60人)", 2, true],
    ["合计:60户", 2, true],
    ["共计", 2, true],
    ["总计", 3, true],
    ["总　计", 3, true],
    ["累计", 3, false],
    ["汇总", 2, false],
    ["Total", 2, false],
    ["Grand total:", 3, false],
    ["Subtotal", 1, false],
  ])("%j is of level %j", (text, level, sure) => {
    expect(totalWord(text)).toEqual({ level, sure });
    expect(mayBeTotal(text) || text === "汇总").toBe(true);
  });

  it.each(["", "会计", "统计局", "西湖支行小计", "合计算法公司", "总计划部", "totally", "设计院"])(
    "%j is none",
    (text) => {
      expect(totalWord(text)).toBeUndefined();
    },
  );

  it.each([
    ["西湖支行小计", true],
    ["张三 合计：", true],
    ["会计", false],
    ["小计", false],
    ["合计有限公司", false],
  ])("namedTotal(%j) is %j", (text, expected) => {
    expect(namedTotal(text)).toBe(expected);
  });
});

describe("remarks", () => {
  it.each([
    ["制表人:", true],
    ["制表：张三", true],
    ["复核人", true],
    ["负责人（签字）：", true],
    ["填报日期:2026-10-08", true],
    ["填报单位:人力资源部", true],
    ["单位负责人:", true],
    ["联系电话：0791", true],
    ["日期:", true],
    ["会计", false],
    ["经理", false],
    ["复核岗客户", false],
    ["日期", false],
    ["西湖支行", false],
  ])("isSignOff(%j) is %j", (text, expected) => {
    expect(isSignOff(text)).toBe(expected);
  });

  it.each([
    ["注:本表含外币", true],
    ["备注：无", true],
    ["说明:1.口径", true],
    ["填表说明", true],
    ["（以下空白）", true],
    ["第1页", true],
    ["* 含保证金", true],
    ["注册资本", false],
    ["备用金", false],
  ])("isNote(%j) is %j", (text, expected) => {
    expect(isNote(text)).toBe(expected);
  });

  it.each([
    ["以上数据截至九月末，不含保证金", true],
    ["张三", false],
    ["交通银行江西省分行营业部", false],
  ])("isSentence(%j) is %j", (text, expected) => {
    expect(isSentence(text)).toBe(expected);
  });
});
