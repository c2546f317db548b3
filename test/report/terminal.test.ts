import { Chalk } from "chalk";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { renderExplain } from "../../src/report/explain.ts";
import { renderMarkdown } from "../../src/report/md.ts";
import { renderTable } from "../../src/report/table.ts";
import { cut, oneLine, padEnd, widthOf } from "../../src/report/text-width.ts";
import { reportOf } from "./build.ts";
import { people } from "./people.ts";

const plain = new Chalk({ level: 0 });
const coloured = new Chalk({ level: 1 });
const report = reportOf(people);

describe("widths", () => {
  it.each([
    ["abc", 3],
    ["客户经理", 8],
    ["（暂定）", 8],
    ["2.5亿元", 7],
    ["✓ 达标", 6],
    ["一→二", 5],
    ["👍", 2],
    ["", 0],
  ])("%s takes %i columns", (text, width) => {
    expect(widthOf(text)).toBe(width);
    expect(stringWidth(text)).toBe(width);
  });

  it("never cuts a wide character in half", () => {
    expect(cut("客户经理", 6)).toBe("客户…");
    expect(cut("客户经理", 7)).toBe("客户经…");
    expect(cut("客户经理", 8)).toBe("客户经理");
    expect(padEnd("客户", 6)).toBe("客户  ");
  });

  it("lets no text move the cursor", () => {
    expect(oneLine("a\u001b[2Jb\r\nc\u202e")).toBe("a [2Jb c ");
  });
});

describe("the table", () => {
  it.each([
    ["zh", 120],
    ["zh", 80],
    ["en", 120],
    ["en", 60],
  ] as const)("in %s at %i columns", async (lang, width) => {
    const table = renderTable(report, { lang, width, chalk: plain });
    const lines = table
      .split("\n")
      .slice(8)
      .filter((line) => !line.startsWith("Not shown"));
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    await expect(table).toMatchFileSnapshot(`golden/table.${lang}.${width}.txt`);
  });

  it("loses nothing without colours", () => {
    const withColours = renderTable(report, { lang: "zh", width: 100, chalk: coloured });
    expect(withColours).toContain("\u001b[32m");
    const stripped = withColours.replace(/\u001b\[\d+m/g, "").replace(/ +$/gm, "");
    expect(stripped).toBe(renderTable(report, { lang: "zh", width: 100, chalk: plain }));
  });

  it("is as wide as it needs to be in a file", () => {
    const table = renderTable(report, { lang: "zh", width: Number.POSITIVE_INFINITY, chalk: plain });
    expect(table).not.toContain("未显示");
    expect(table).toContain("人力资源部 → 分行");
  });
});

describe("explain", () => {
  it.each([
    ["zh", 1],
    ["en", 2],
  ] as const)("in %s, person %i", async (lang, index) => {
    const text = renderExplain(report, report.people[index]!, { lang, chalk: plain });
    await expect(text).toMatchFileSnapshot(`golden/explain.${lang}.txt`);
  });
});

describe("Markdown", () => {
  it.each(["zh", "en"] as const)("in %s", async (lang) => {
    await expect(renderMarkdown(report, lang)).toMatchFileSnapshot(`golden/report.${lang}.md.txt`);
  });

  it("lets no name make a table cell, a tag or a link", () => {
    const odd = reportOf([{ id: "1", name: "a|b<img src=x>\n[c](d)`e`" }]);
    expect(renderMarkdown(odd, "zh")).toContain("a\\|b&lt;img src=x\\> \\[c\\](d)\\`e\\`");
  });
});
