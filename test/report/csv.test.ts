import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderCsv } from "../../src/report/csv.ts";
import { csvCell } from "../../src/report/csv-cell.ts";
import { reportOf } from "./build.ts";
import { people } from "./people.ts";

const csv = (lang: "zh" | "en", bom = false) => [...renderCsv(reportOf(people), lang, { bom })].join("");

describe("a CSV field", () => {
  it.each([
    ["王小明", "王小明"],
    ["", ""],
    ["000123", "000123"],
    ["a,b", '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ["two\nlines", '"two\nlines"'],
    [" led by a blank", '" led by a blank"'],
    ["=1+1", `"'=1+1"`],
    ["+86 138", `"'+86 138"`],
    ["-1+2", `"'-1+2"`],
    ["@SUM(A1)", `"'@SUM(A1)"`],
    ["\t=1", `"'\t=1"`],
    ["\r", `"'\r"`],
    ["\nx", `"'\nx"`],
    ["＝1", `"'＝1"`],
    ["＠x", `"'＠x"`],
    ["　=1", `"'　=1"`],
    ["\u200B=1", `"'\u200B=1"`],
    ["-5", "-5"],
    ["+1.5", "+1.5"],
    ["-1e3", "-1e3"],
    ["a=1", "a=1"],
  ])("%j is written as %j", (text, expected) => {
    expect(csvCell(text)).toBe(expected);
  });

  it("reads back as it was, or with a ' in front, and never starts a formula", () => {
    const lead = fc.constantFrom(
      "",
      "=",
      "+",
      "-",
      "@",
      "\t",
      "\r",
      "\n",
      "＝",
      "＋",
      "－",
      "＠",
      " ",
      "　",
      " =",
      "\u00a0@",
    );
    fc.assert(
      fc.property(lead, fc.string({ unit: "binary" }), (before, rest) => {
        const text = before + rest;
        const [[back]] = parse(`${csvCell(text)},end\r\n`, { relax_column_count: true }) as [[string]];
        expect([text, `'${text}`]).toContain(back);
        const starts = back.replace(/^[\s\u200B-\u200D\u2060\uFEFF]+/u, "")[0] ?? "";
        if (!/^[+-]?[\d.]/.test(text)) expect("=+-@＝＋－＠").not.toMatch(new RegExp(`^.*[${escaped(starts)}]`));
      }),
    );
  });
});

const escaped = (char: string) => (char === "" ? "\\0" : char.replace(/[\\\]^-]/g, "\\$&"));

describe("the CSV report", () => {
  it.each(["zh", "en"] as const)("%s", async (lang) => {
    await expect(csv(lang)).toMatchFileSnapshot(`golden/report.${lang}.csv`);
  });

  it("has a row a person and every metric at the present tier, exact", () => {
    const rows = parse(csv("zh"), { columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(3);
    expect(rows[1]).toMatchObject({
      工号: "000002",
      姓名: "'=1+1",
      建议: "低聘",
      "日均存款（按现等级）（元）": "249999999.99",
      "国际结算量（美元）": "1000000",
      "不良率（小数）": "0.015",
    });
    expect(rows[2]!["国际结算量（折人民币）（元）"]).toBe("");
  });

  it("starts with a BOM only when asked to, and ends its lines with CRLF", () => {
    expect(csv("zh", true).startsWith("\uFEFF序号,")).toBe(true);
    expect(csv("zh").startsWith("序号,")).toBe(true);
    expect(csv("zh").split("\r\n")).toHaveLength(5);
  });
});
