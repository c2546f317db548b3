import { describe, expect, it } from "vitest";
import { bookWith } from "../workbook/xlsx/book.ts";
import { Folder } from "./quarter.ts";

const options = "-r bocom-nanchang -p 2026Q4";

describe("a workbook that dingji wrote, in the folder that is read", () => {
  it("is named and not read: the verdicts are as without it", async () => {
    const folder = new Folder().quarter();
    const before = await folder.run(`grade q ${options} -f csv`);
    for (const lang of ["zh", "en"]) await folder.run(`grade q ${options} -o q/${lang}.xlsx --lang ${lang}`);
    await folder.run(`grade q ${options} --profile publicity -o q/notice.xlsx`);
    const after = await folder.run(`grade q ${options} -f csv`);
    expect([after.code, after.out]).toEqual([before.code, before.out]);
    expect(after.err.match(/workbook\/[a-z-]+ .*/g)).toEqual([
      "workbook/own-output  q/en.xlsx",
      "workbook/own-output  q/notice.xlsx",
      "workbook/own-output  q/zh.xlsx",
    ]);
  });

  it("is read where a mapping names one of its sheets", async () => {
    const folder = new Folder().quarter();
    await folder.run(`grade q ${options} -o q/r.xlsx --lang zh`);
    const { err } = await folder.run(`inspect q/r.xlsx -r bocom-nanchang --map 评定结果=managers`);
    expect(err).not.toContain("own-output");
  });
});

describe("properties that cannot be read", () => {
  it.each([
    ["damaged", "<coreProperties><category>dingji: results, no data</categ"],
    [
      "longer than any",
      `<coreProperties>${"<x/>".repeat(100_000)}<category>dingji: results, no data</category></coreProperties>`,
    ],
    ["another's category", "<coreProperties><category>存款</category></coreProperties>"],
  ])("%s: the workbook is read as any other", async (_, core) => {
    const row = (at: number, ...cells: readonly string[]) =>
      `<row r="${at}">${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join("")}</row>`;
    const rows = row(1, "工号", "客户号", "本年日均(元)") + row(2, "0001", "C1", "5");
    const folder = new Folder().write("b.xlsx", bookWith({ rows }, { "docProps/core.xml": core }));
    const { out } = await folder.run("inspect b.xlsx -r bocom-nanchang");
    expect(out).toContain("存款 → deposits");
  });
});
