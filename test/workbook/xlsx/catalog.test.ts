import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openXlsx } from "../../../src/workbook/xlsx/open.ts";
import { zip } from "../zip.ts";
import { book, bookWith, main, office, parts, readBook, recorder, relations, worksheet } from "./book.ts";

const row = (value: string) => `<row r="1"><c r="A1" t="inlineStr"><is><t>${value}</t></is></c></row>`;
const strict = "http://purl.oclc.org/ooxml";

describe("sheets", () => {
  it("are those of the workbook part, in its order, wherever their parts are", async () => {
    const relationships = [
      [`a`, "worksheet", "/data/last.xml"],
      [`b`, "worksheet", "../elsewhere/%E4%B8%80.xml"],
      [`c`, "worksheet", "worksheets\\sheet1.xml"],
      [`d`, "chartsheet", "chartsheets/sheet1.xml"],
      [`e`, "worksheet", "./worksheets/hidden.xml"],
    ];
    const { sheets, codes } = await readBook(
      bookWith(
        {},
        {
          "xl/workbook.xml":
            `<?xml version="1.0"?><!-- made by hand --><workbook xmlns="${main}" xmlns:rel="${office}"><sheets>` +
            '<sheet name="丙 &amp; 丁" sheetId="9" rel:id="c"/><sheet name="甲" sheetId="1" rel:id="a" state="visible"/>' +
            '<sheet name="图" sheetId="4" rel:id="d"/><sheet name="乙" sheetId="2" rel:id="b" state="hidden"/>' +
            '<sheet name="_x0041_" sheetId="3" rel:id="e" state="veryHidden"/></sheets></workbook>',
          "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${relations}">${relationships
            .map(([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`)
            .join(
              "",
            )}<Relationship Id="x" Type="${office}/hyperlink" Target="file:///a" TargetMode="External"/></Relationships>`,
          "xl/worksheets/sheet1.xml": worksheet(row("first")),
          "Data/Last.XML": worksheet(row("second")),
          "elsewhere/一.xml": worksheet(row("third")),
          "xl/worksheets/hidden.xml": worksheet(row("fourth")),
        },
      ),
    );
    expect(codes).toEqual([]);
    expect(sheets.map(({ name, state, cells }) => [name, state, cells.A1?.[1]])).toEqual([
      ["丙 & 丁", "visible", "first"],
      ["甲", "visible", "second"],
      ["乙", "hidden", "third"],
      ["A", "hidden", "fourth"],
    ]);
  });

  it("are read with a namespace prefix, as the Open XML SDK writes it, and in strict files", async () => {
    const relation = (id: string, type: string, target: string) =>
      `<Relationship Id="${id}" Type="${strict}/officeDocument/relationships/${type}" Target="${target}"/>`;
    const { sheets, codes } = await readBook(
      zip({
        "_rels/.rels": `<p:Relationships xmlns:p="${relations}">${relation("r1", "officeDocument", "book/main.xml").replace("<", "<p:")}</p:Relationships>`,
        "book/main.xml": `<x:workbook xmlns:x="${strict}/spreadsheetml/main" xmlns:r="${strict}/officeDocument/relationships"><x:workbookPr date1904="true"/><x:sheets><x:sheet name="a" sheetId="1" r:id="r1"/></x:sheets></x:workbook>`,
        "book/_rels/main.xml.rels": `<Relationships xmlns="${relations}">${relation("r1", "worksheet", "one.xml")}${relation("r2", "sharedStrings", "t.xml")}${relation("r3", "styles", "s.xml")}</Relationships>`,
        "book/t.xml": `<x:sst xmlns:x="${main}"><x:si><x:t>甲</x:t></x:si><x:si><x:r><x:t>乙</x:t></x:r></x:si></x:sst>`,
        "book/s.xml": `<x:styleSheet xmlns:x="${main}"><x:cellXfs><x:xf numFmtId="0"/><x:xf numFmtId="9"/></x:cellXfs></x:styleSheet>`,
        "book/one.xml":
          `<x:worksheet xmlns:x="${main}"><x:cols><x:col min="2" max="2" hidden="1"/></x:cols><x:sheetData><x:row r="1" hidden="1"><x:c r="A1" t="s"><x:v>1</x:v></x:c>` +
          '<x:c r="B1" s="1"><x:f>A1</x:f><x:v>0.5</x:v></x:c><x:c r="C1" t="inlineStr"><x:is><x:t>丙</x:t></x:is></x:c></x:row></x:sheetData>' +
          '<x:mergeCells><x:mergeCell ref="A1:A2"/></x:mergeCells></x:worksheet>',
      }),
    );
    expect(codes).toEqual([]);
    expect(sheets[0]!.cells).toEqual({ A1: ["text", "乙"], B1: ["number", 0.5, "0%"], C1: ["text", "丙"] });
    expect(sheets[0]!.rows).toEqual([[1]]);
    expect(sheets[0]!.end).toMatchObject({
      date1904: true,
      hiddenColumns: [1],
      merges: [{ top: 1, left: 0, bottom: 2, right: 0 }],
    });
  });

  it("are found without the package's relationships, without styles and shared strings", async () => {
    const bytes = bookWith({ rows: row("a") }, { "_rels/.rels": undefined, "xl/styles.xml": undefined });
    expect((await readBook(bytes)).codes).toEqual(["workbook/missing-part"]);
    const bare = `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`;
    const { sheets } = await readBook(
      bookWith(
        { rows: row("a") },
        {
          "_rels/.rels": undefined,
          "xl/_rels/workbook.xml.rels": bare,
          "xl/styles.xml": undefined,
          "xl/sharedStrings.xml": undefined,
        },
      ),
    );
    expect(sheets[0]!.cells).toEqual({ A1: ["text", "a"] });
  });

  it("are read in UTF-16 and in a declared encoding too", async () => {
    const xml = worksheet(row("工号")).replace("UTF-8", "UTF-16");
    for (const sheet of [
      Buffer.from(`\ufeff${xml}`, "utf16le"),
      Buffer.from(`\ufeff${xml}`, "utf16le").swap16(),
      Buffer.from(`\ufeff${worksheet(row("工号"))}`),
    ]) {
      expect((await readBook(book({ sheet }))).sheets[0]!.cells).toEqual({ A1: ["text", "工号"] });
    }
    const declared = Buffer.concat([
      Buffer.from(worksheet(row("@")).replace("UTF-8", "gbk").split("@")[0]!),
      Buffer.from([0xb9, 0xa4]),
      Buffer.from(worksheet(row("@")).split("@")[1]!),
    ]);
    expect((await readBook(book({ sheet: declared }))).sheets[0]!.cells).toEqual({ A1: ["text", "工"] });
  });
});

describe("the file", () => {
  it("is identified by the hash of its bytes", async () => {
    const bytes = book({ rows: row("a") });
    expect((await readBook(bytes)).sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
  });

  it("is read from a path as from its bytes, with stored parts as with deflated ones", async () => {
    const all = Object.entries(parts({ rows: row("a") }));
    const folder = mkdtempSync(join(tmpdir(), "xlsx-"));
    try {
      for (const stored of [true, false]) {
        const path = join(folder, `${stored}.xlsx`);
        const bytes = zip(all.map(([name, data]) => ({ name, data, stored })));
        writeFileSync(path, bytes);
        const { workbook } = await openXlsx("甲.xlsx", path);
        const { sink, cells } = recorder();
        await workbook!.sheets[0]!.read(sink);
        expect({ ...cells }).toEqual({ A1: ["text", "a"] });
        expect(workbook).toMatchObject({ file: "甲.xlsx", format: "xlsx", sha256: (await readBook(bytes)).sha256 });
      }
      writeFileSync(join(folder, "empty"), "");
      const refused = async (name: string) => (await openXlsx("乙.xlsx", join(folder, name))).diagnostics;
      expect(await refused("no.xlsx")).toEqual([
        {
          code: "workbook/unreadable",
          severity: "error",
          location: { file: "乙.xlsx" },
          args: { file: "乙.xlsx", reason: "ENOENT" },
        },
      ]);
      expect(await refused("")).toMatchObject([{ code: "workbook/unreadable", args: { reason: "EISDIR" } }]);
      expect(await refused("empty")).toMatchObject([{ code: "workbook/empty-file" }]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
