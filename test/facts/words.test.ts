import { describe, expect, it } from "vitest";
import type { Type } from "../../src/formula/type.ts";
import type { ColumnSource, Written } from "./build.ts";
import { bindCells } from "./cells.ts";

const flag: ColumnSource = { type: { kind: "boolean" }, yes: ["合格", "通过"], no: ["不合格", "未通过"] };
const negotiated: ColumnSource = { type: { kind: "boolean" }, missing: false };
const title: ColumnSource = {
  type: { kind: "enum", name: "title", values: ["无", "初级", "中级", "高级"], ordered: true },
  words: { 助理: "初级" },
};
const education: Type = { kind: "enum", name: "education", values: ["高中", "大专", "本科"], ordered: true };
const tier: ColumnSource = {
  type: { kind: "tier" },
  words: {
    senior: "senior",
    高级客户经理: "senior",
    高级: "senior",
    first: "first",
    一级客户经理: "first",
    一级: "first",
  },
};
const date: Type = { kind: "date" };

describe("words", () => {
  it.each<[Type | ColumnSource, Written[], string[]]>([
    [flag, ["是", "Y", "yes", "√", "1", 1, "有", "合格", "TRUE", true, "通过"], Array(11).fill("true")],
    [flag, ["否", "N", "no", "×", "0", 0, "无", "不合格", "FALSE", false, "未通过"], Array(11).fill("false")],
    [flag, [null, "-", "Ｙ", " 是 "], ["?blank", "?blank", "true", "true"]],
    [flag, ["是\u200b", "\ufeff否", "\u200b"], ["true", "false", "?blank"]],
    [negotiated, [null, "—", "无", "是"], ["false", "false", "false", "true"]],
    [title, ["无", "初级", " 中 级 ", "助理", null, "-"], ["无", "初级", "中级", "初级", "?blank", "?blank"]],
    [
      tier,
      ["高级客户经理", "一级", "SENIOR", " 一级客户经理　", "无", null],
      ["senior", "first", "senior", "first", "", "?blank"],
    ],
    [{ type: { kind: "enum", name: "n", values: ["1", "2"], ordered: false } }, [1, "２"], ["1", "2"]],
    [{ type: { kind: "text" } }, [" 冯艳 \u200b", 12.5, true, "无", "-"], ["冯艳", "12.5", "TRUE", "无", "?blank"]],
    [{ type: { kind: "level" } }, ["Ａ", "b 1", 3], ["A", "b1", "3"]],
  ])("reads %j of %j", (column, cells, values) => {
    expect(bindCells(column, cells)).toMatchObject({ values, found: [] });
  });

  it("lists what can be filled in with separators", () => {
    const hint = (column: Type | ColumnSource) => bindCells(column, ["？？"]).diagnostics[0]?.args.words;
    expect(hint(education)).toEqual({ zh: "高中、大专、本科", en: "高中, 大专, 本科" });
  });

  it.each<[string, Type | ColumnSource, Written, string]>([
    ["a number above one", flag, 2, ""],
    ["a word", flag, "待定", ""],
    ["无 where it is no value", education, "无", ""],
    ["another spelling", education, "本 科生", "本科"],
    ["another word as short", education, "中专", ""],
    ["a tier misspelt", tier, "一级客户经里", "一级客户经理"],
    ["an id misspelt", tier, "frist", "first"],
    ["TRUE opposite an enum", education, true, ""],
  ])("reports %s", (_, column, cell, meant) => {
    const bound = bindCells(column, [cell]);
    expect(bound).toMatchObject({ values: ["?bad-cell"], found: ["facts/unknown-word B2"], problems: [1] });
    expect(bound.diagnostics[0]?.args.meant).toEqual(
      meant === "" ? { zh: "", en: "" } : { zh: `，是不是“${meant}”？`, en: `; did you mean "${meant}"?` },
    );
  });
});

describe("dates", () => {
  it.each<[Written, string]>([
    ["2026-09-30", "2026-09-30"],
    ["2026/9/30", "2026-09-30"],
    ["2026.9.3", "2026-09-03"],
    ["20260930", "2026-09-30"],
    [20260930, "2026-09-30"],
    ["2026年9月30日", "2026-09-30"],
    ["2026 年 9 月 30 日", "2026-09-30"],
    ["２０２６－０９－３０", "2026-09-30"],
    ["2026-09-30 00:00:00", "2026-09-30"],
    ["2026-09-30T08:15:00Z", "2026-09-30"],
    [46295, "2026-09-30"],
    [46295.75, "2026-09-30"],
    [1, "1900-01-01"],
    [59, "1900-02-28"],
    [61, "1900-03-01"],
    ["2024-02-29", "2024-02-29"],
    ["-", "?blank"],
  ])("reads %j", (cell, value) => {
    expect(bindCells(date, [cell])).toMatchObject({ values: [value], found: [] });
  });

  it.each<[Written, string]>([
    ["2026-02-30", "facts/no-such-day"],
    ["2026-13-01", "facts/no-such-day"],
    [20260931, "facts/no-such-day"],
    [60, "facts/bad-date"],
    [0, "facts/bad-date"],
    [-5, "facts/bad-date"],
    ["2026年9月", "facts/bad-date"],
    ["9/30/2026", "facts/bad-date"],
    ["26-9-30", "facts/bad-date"],
    ["去年", "facts/bad-date"],
    [true, "facts/bad-date"],
  ])("reports %j", (cell, code) => {
    expect(bindCells(date, [cell])).toMatchObject({ values: ["?bad-cell"], found: [`${code} B2`] });
  });

  it("counts from 1904 where the workbook does", () => {
    expect(bindCells(date, [0, 44833], { date1904: true }).values).toEqual(["1904-01-01", "2026-09-30"]);
  });
});

describe("a number that its cell shows as a day", () => {
  it("is the day in a text, and no word", () => {
    expect(bindCells({ kind: "text" }, [[46027, "yyyy/m/d"]]).values).toEqual(["2026-01-05"]);
    const read = bindCells(flag, [[1, "m/d/yyyy"]]);
    expect([read.values, read.found]).toEqual([["?bad-cell"], ["facts/unknown-word B2"]]);
    expect(read.diagnostics[0]?.args["raw"]).toBe("1900-01-01");
  });

  it("is no id: a spreadsheet has taken 3-12 for the twelfth of March", () => {
    const read = bindCells({ kind: "id" }, [
      [46093, 'm"月"d"日"'],
      [46093, "000000"],
    ]);
    expect(read.values).toEqual(["?bad-cell", "046093"]);
    expect([read.found, read.diagnostics[0]?.args["raw"]]).toEqual([["facts/bad-id B2"], "2026-03-12"]);
  });
});
