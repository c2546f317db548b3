import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { shippedForms } from "../../../scripts/make-forms.ts";
import { message } from "../../../src/diagnostic/diagnostic.ts";
import { FormTemplate } from "../../../src/report/forms/form-template.ts";
import type { FormValues } from "../../../src/report/forms/form-values.ts";

/** Written by LibreOffice, which splits a text where its script changes: `{{`, `姓名`, `}}`. */
const libreOffice = new Uint8Array(readFileSync("fixtures/forms/libreoffice-notice.xlsx"));

const line = (number: number) =>
  new Map([
    ["criteria.clause", `第${number}条`],
    ["criteria.metric", `指标${number}`],
    ["criteria.standard", "≥ 1"],
    ["criteria.actual", "=1+1"],
    ["criteria.verdict", "✓ 达标"],
  ]);
const values: FormValues = {
  person: new Map([
    ["name", '王<&>"_x0041_'],
    ["id", "0001"],
    ["branch", "A&B支行"],
    ["period", "2026年第四季度"],
    ["reason", "理由很长，".repeat(60)],
    ["recommended", "二级"],
  ]),
  criteria: [line(1), line(2), line(3)],
};

function read(bytes: Uint8Array, file = "我的.xlsx"): FormTemplate {
  const template = FormTemplate.read(file, bytes);
  if (!(template instanceof FormTemplate)) throw new Error(template.map((one) => message(one, "zh")).join("\n"));
  return template;
}

/** A second opinion: exceljs reads what was filled. */
async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  return book;
}

const edited = (bytes: Uint8Array, path: string, change: (xml: string) => string): Uint8Array => {
  const parts = unzipSync(bytes);
  parts[path] = strToU8(change(strFromU8(parts[path]!)));
  return zipSync(parts);
};

describe("a template of LibreOffice", () => {
  it("is filled, its rows repeated, and what stands below moved", async () => {
    const book = await opened(read(libreOffice).fill(values));
    const [sheet, other] = book.worksheets;
    const text = (cell: string) => sheet!.getCell(cell).text;
    expect(["A1", "A2", "A6", "B8", "C7", "A12", "B14"].map(text)).toEqual([
      '某某银行王<&>"_x0041_ 同志',
      "工号 0001 在 A&B支行",
      "第1条",
      "指标3",
      "≥ 1 / =1+1：✓ 达标",
      "8",
      "没有占位符",
    ]);
    expect(text("A3")).toBe(`理由：${"理由很长，".repeat(60)}`);
    expect(sheet!.getRow(3).height).toBeGreaterThan(60);
    expect(sheet!.getCell("A10").value).toBe(3);
    expect(sheet!.getCell("A12").value).toMatchObject({ formula: "SUM(A10:A11)+1" });
    expect(sheet!.getCell("A14").type).toBe(ExcelJS.ValueType.RichText);
    expect(sheet!.getCell("B14").note).toMatchObject({ texts: [{ text: "备注在这里" }] });
    expect((sheet!.model as unknown as { merges: string[] }).merges.sort()).toEqual(
      ["A1:D1", "A3:D3", "B10:D12", "C6:D6", "C7:D7", "C8:D8"].sort(),
    );
    expect(sheet!.headerFooter.oddHeader).toBe("&LA&&B支行&R2026年第四季度");
    expect(sheet!.pageSetup).toMatchObject({ orientation: "portrait", paperSize: 9, printTitlesRow: "1:2" });
    expect(other!.getCell("A1").text).toBe('王<&>"_x0041_的附件');
  });

  it("keeps the fonts of its runs, its pictures, rules and print area", () => {
    const parts = unzipSync(read(libreOffice).fill(values));
    const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"]!);
    expect(sheet).toContain('<b val="true"/><sz val="16"/><color rgb="FFC00000"/>');
    expect(sheet).toContain('<conditionalFormatting sqref="A10:A11">');
    expect(sheet).toContain('sqref="A11" type="whole"');
    expect(strFromU8(parts["xl/drawings/drawing1.xml"]!)).toContain("<xdr:row>13</xdr:row>");
    expect(strFromU8(parts["xl/workbook.xml"]!)).toMatch(/我的 通知'!\$A\$?1:\$D\$?14</);
    expect(strFromU8(parts["xl/workbook.xml"]!)).toContain('fullCalcOnLoad="1"');
    expect(strFromU8(parts["xl/sharedStrings.xml"]!)).not.toContain("{{");
    const untouched = ["xl/styles.xml", "xl/media/image1.png", "docProps/core.xml"];
    const before = unzipSync(libreOffice);
    for (const path of untouched) expect(parts[path], path).toEqual(before[path]);
  });

  it("gives the same bytes time and again, and one person nothing of another", () => {
    const template = read(libreOffice);
    const first = template.fill(values);
    template.fill({ person: new Map([["name", "另一人"]]), criteria: [] });
    expect(template.fill(values)).toEqual(first);
    expect(template.fill(values)).toEqual(read(libreOffice).fill(values));
  });

  it("without criteria has one blank row", async () => {
    const book = await opened(read(libreOffice).fill({ ...values, criteria: [] }));
    expect(book.worksheets[0]!.getCell("A6").text).toBe("");
    expect(book.worksheets[0]!.getCell("B12").text).toBe("没有占位符");
  });
});

describe("what is wrong with a template", () => {
  it("is said with its cell, and with what was probably meant", () => {
    const bytes = edited(libreOffice, "xl/sharedStrings.xml", (xml) =>
      xml.replace("{{branch}}", "{{brnch}}").replace("没有占位符", "{{姓名").replace("签收 {{", "签收 {{工好}} {{"),
    );
    const found = FormTemplate.read("我的.xlsx", bytes);
    expect(found).toMatchObject([
      {
        code: "cli/unknown-placeholder",
        location: { file: "我的.xlsx", sheet: "我的 通知", cell: "A2" },
        args: { name: "brnch", suggestion: { zh: "，是不是“branch”？" } },
      },
      { code: "cli/open-placeholder", location: { sheet: "我的 通知", cell: "B12" }, args: { text: "{{姓名" } },
    ]);
  });

  it("is said of headers, too, and of anything that is no workbook", () => {
    const bytes = edited(libreOffice, "xl/worksheets/sheet1.xml", (xml) => xml.replace("{{机构}}", "{{机够}}"));
    expect(FormTemplate.read("a.xlsx", bytes)).toMatchObject([
      { code: "cli/unknown-placeholder", location: { file: "a.xlsx", sheet: "我的 通知" }, args: { name: "机够" } },
    ]);
    for (const wrong of [new Uint8Array(), strToU8("PK no zip"), zipSync({ "a.txt": strToU8("{{name}}") })])
      expect(FormTemplate.read("b.xlsx", wrong)).toMatchObject([
        { code: "cli/not-a-form", location: { file: "b.xlsx" } },
      ]);
  });
});

it("understands sheets whose elements have a prefix", async () => {
  const prefixed = (xml: string) =>
    xml.replace(/<(\/?)(?!\?|xdr:|x14:|mc:|a:)(\w+)/g, "<$1x:$2").replace(" xmlns=", " xmlns:x=");
  const bytes = edited(edited(libreOffice, "xl/worksheets/sheet1.xml", prefixed), "xl/sharedStrings.xml", prefixed);
  const xml = strFromU8(unzipSync(read(bytes).fill(values))["xl/worksheets/sheet1.xml"]!);
  expect(xml).toMatch(/<x:c r="A7" s="5" t="inlineStr"><x:is>(?:(?!<x:c ).)*>第2条<\/x:t>/s);
  expect(xml).toContain('<x:mergeCell ref="B10:D12"/>');
});

it("the shipped templates are what the script makes", async () => {
  for (const [file, bytes] of await shippedForms()) {
    // Part by part: how far a part is compressed depends on the zlib that did it.
    const shipped = unzipSync(readFileSync(`forms/${file}`));
    expect(shipped, `forms/${file}: npx tsx scripts/make-forms.ts`).toEqual(unzipSync(bytes));
    expect(read(bytes, file)).toBeInstanceOf(FormTemplate);
  }
});
