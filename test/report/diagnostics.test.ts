import { Chalk } from "chalk";
import { describe, expect, it } from "vitest";
import { diagnose } from "../../src/diagnostic/diagnostic.ts";
import { codeFrame } from "../../src/report/code-frame.ts";
import { renderDiagnostics } from "../../src/report/diagnostics.ts";

const chalk = new Chalk({ level: 0 });
const asIs = (text: string) => text;
const options = { lang: "zh", chalk, sourceOf: () => undefined, perCode: 20 } as const;
const twice = (cell: string) =>
  diagnose(
    "facts/duplicate-person",
    { file: "花名册.xlsx", sheet: "客户经理", cell },
    { id: "007", label: "客户经理" },
  );
const yaml = (line: number, column: number, endColumn: number) =>
  diagnose("rulebook/yaml", { file: "rules/a.yml", line, column, endColumn }, { problem: "x" });

describe("a code frame", () => {
  const frame = (source: string, line: number, column: number, endColumn: number) =>
    codeFrame(source, { file: "a", line, column, endColumn }, asIs, asIs);

  it.each([
    ["ASCII", "a: 1\nb: depositz >= 5\n", 2, 4, 12, ["2 │ b: depositz >= 5", "  │    ^^^^^^^^"]],
    [
      "wide characters before and under it",
      "标签: 日均存款 >= 5",
      1,
      5,
      9,
      ["1 │ 标签: 日均存款 >= 5", "  │       ^^^^^^^^"],
    ],
    ["a tab", "\tx: y", 1, 5, 6, ["1 │  x: y", "  │     ^"]],
    ["CRLF", "a\r\nb: c\r\n", 2, 4, 5, ["2 │ b: c", "  │    ^"]],
    ["the end of a line", "abc", 1, 4, 4, ["1 │ abc", "  │    ^"]],
    ["no such line", "abc", 9, 1, 2, []],
  ] as const)("%s", (_, source, line, column, end, expected) => {
    expect(frame(source, line, column, end)).toEqual(expected);
  });

  it("shows a long line around the place only", () => {
    const [line, mark] = frame(`${"x".repeat(300)}HERE${"y".repeat(300)}`, 1, 301, 305);
    expect(line).toBe(`1 │ …${"x".repeat(50)}HERE${"y".repeat(46)}`);
    expect(mark).toBe(`  │ ${" ".repeat(51)}^^^^`);
  });
});

describe("diagnostics on a terminal", () => {
  it("show severity, code, place, message, advice, and how many there are", () => {
    expect(renderDiagnostics([twice("A4")], options)).toBe(
      [
        "错误 facts/duplicate-person  花名册.xlsx 客户经理!A4",
        "  “007”在“客户经理”里出现了两次",
        "  建议 删去多余的一行，再运行",
        "",
        "1 个错误",
        "",
      ].join("\n"),
    );
  });

  it("show the place in a rulebook, and related places", () => {
    const related = diagnose(
      "rulebook/yaml",
      { file: "rules/a.yml", line: 2, column: 1, endColumn: 2 },
      { problem: "twice" },
      [
        {
          note: { zh: "先写在这里", en: "first here" },
          location: { file: "rules/a.yml", line: 1, column: 1, endColumn: 2 },
        },
      ],
    );
    expect(renderDiagnostics([related], { ...options, lang: "en", sourceOf: () => "a: 1\na: 2\n" })).toBe(
      [
        "error rulebook/yaml  rules/a.yml:2:1",
        "  not valid YAML: twice",
        "  2 │ a: 2",
        "    │ ^",
        "  first here  rules/a.yml:1:1",
        "  1 │ a: 1",
        "    │ ^",
        "",
        "1 error",
        "",
      ].join("\n"),
    );
  });

  it("count what is too much of the same", () => {
    const shown = renderDiagnostics([twice("A4"), twice("A5"), twice("A6"), yaml(1, 1, 2)], { ...options, perCode: 1 });
    expect(shown).toContain("facts/duplicate-person 另有 2 处");
    expect(shown).not.toContain("A5");
    expect(shown.trimEnd().endsWith("4 个错误")).toBe(true);
  });

  it("say nothing of nothing, and let no cell's text move the cursor", () => {
    expect(renderDiagnostics([], options)).toBe("");
    const odd = diagnose("facts/duplicate-person", undefined, { id: "\u001b[2J", label: "x" });
    expect(renderDiagnostics([odd], options)).not.toContain("\u001b");
  });
});
