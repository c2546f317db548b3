import { describe, expect, it } from "vitest";
import { zip } from "../zip.ts";
import { book, bookWith, main, office, parts, readBook, worksheet } from "./book.ts";

const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';
const texts = "<si><t>甲</t></si>";
const good = book({ rows, texts });

describe("a file that is not whole", () => {
  it("is refused wherever it is cut, and never crashes", async () => {
    for (let length = 1; length < good.length; length += 61) {
      const { codes } = await readBook(good.subarray(0, length));
      expect(codes).toEqual([length < 4 ? "workbook/not-a-workbook" : "workbook/truncated"]);
    }
  });

  it("is refused or read the same with any byte changed", async () => {
    const expected = (await readBook(good)).sheets.map(({ cells }) => cells);
    for (let at = 0; at < good.length; at += 23) {
      const bytes = Buffer.from(good);
      bytes[at] = bytes[at]! ^ 0x55;
      const { codes, sheets } = await readBook(bytes);
      // A zip has bytes that say nothing: times, attributes. What says something has a checksum or is missed.
      if (codes.length === 0) expect(sheets.map(({ cells }) => cells)).toEqual(expected);
    }
  });
});

describe("a damaged part", () => {
  const sheet = (data: string) => ({ "xl/worksheets/sheet1.xml": data });
  it.each<[string, Record<string, string | Uint8Array | undefined>, string]>([
    ["no workbook", { "xl/workbook.xml": undefined }, "workbook/not-a-workbook"],
    ["no sheet", sheet(undefined as unknown as string), "workbook/missing-part"],
    ["no shared strings", { "xl/sharedStrings.xml": undefined }, "workbook/missing-part"],
    ["another root", { "xl/workbook.xml": "<html/>" }, "workbook/not-a-workbook"],
    ["no sheets", { "xl/workbook.xml": `<workbook xmlns="${main}"><sheets/></workbook>` }, "workbook/no-sheets"],
    [
      "a sheet without a part",
      {
        "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="a" r:id="no"/></sheets></workbook>`,
      },
      "workbook/missing-part",
    ],
    ["not XML", sheet("hello"), "workbook/bad-xml"],
    [
      "an unclosed sheet",
      sheet(`<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1"><v>1</v></c>`),
      "workbook/bad-xml",
    ],
    ["an empty sheet part", sheet(""), "workbook/bad-xml"],
    ["a wrong end", sheet(worksheet("<row></c></row>")), "workbook/bad-xml"],
    ["an unknown entity", sheet(worksheet("<row><c t='str'><v>&boom;</v></c></row>")), "workbook/bad-xml"],
    ["an inherited entity", sheet(worksheet("<row><c t='str'><v>&constructor;</v></c></row>")), "workbook/bad-xml"],
    [
      "bytes that are not UTF-8",
      {
        "xl/worksheets/sheet1.xml": Buffer.from(
          worksheet('<row r="1"><c r="A1" t="inlineStr"><is><t>\xff</t></is></c></row>'),
          "latin1",
        ),
      },
      "workbook/bad-xml",
    ],
    ["an encoding that is not known", sheet(worksheet("").replace("UTF-8", "klingon")), "workbook/bad-xml"],
    [
      "a document type",
      sheet(worksheet("").replace("<worksheet", '<!DOCTYPE worksheet [<!ENTITY a "b">]><worksheet')),
      "workbook/doctype",
    ],
    [
      "a document type in the workbook",
      { "xl/workbook.xml": `<!DOCTYPE w SYSTEM "file:///etc/passwd"><workbook xmlns="${main}"/>` },
      "workbook/doctype",
    ],
    [
      "a document type in the texts",
      { "xl/sharedStrings.xml": `<!DOCTYPE a><sst xmlns="${main}"/>` },
      "workbook/doctype",
    ],
    ["not a worksheet", sheet(`<chartsheet xmlns="${main}"/>`), "workbook/damaged"],
    ["no such text", sheet(worksheet('<row><c t="s"><v>1</v></c></row>')), "workbook/no-such-text"],
    ["no index", sheet(worksheet('<row><c t="s"><v>x</v></c></row>')), "workbook/no-such-text"],
    ["a cell twice", sheet(worksheet('<row r="1"><c r="B1"/><c r="B1"/></row>')), "workbook/out-of-order"],
    ["cells out of order", sheet(worksheet('<row r="1"><c r="B1"/><c r="A1"/></row>')), "workbook/out-of-order"],
    ["a row twice", sheet(worksheet('<row r="1"/><row r="1"/>')), "workbook/out-of-order"],
    ["rows out of order", sheet(worksheet('<row r="2"/><row r="1"/>')), "workbook/out-of-order"],
    ["a row zero", sheet(worksheet('<row r="0"/>')), "workbook/out-of-order"],
    ["a cell of another row", sheet(worksheet('<row r="1"><c r="A2"/></row>')), "workbook/damaged"],
    ["a column beyond letters", sheet(worksheet('<row r="1"><c r="AAAA1"/></row>')), "workbook/damaged"],
    ["a row number that is none", sheet(worksheet('<row r="1.5"/>')), "workbook/damaged"],
    [
      "a merged range that is none",
      sheet(worksheet("", "", '<mergeCells><mergeCell ref="A1:"/></mergeCells>')),
      "workbook/damaged",
    ],
    [
      "a merged range beyond the sheet",
      sheet(worksheet("", "", '<mergeCells><mergeCell ref="A1:A1048577"/></mergeCells>')),
      "workbook/damaged",
    ],
    [
      "hidden columns that are none",
      sheet(worksheet("", '<cols><col min="3" max="2" hidden="1"/></cols>')),
      "workbook/damaged",
    ],
  ])("%s", async (_, changes, code) => {
    expect((await readBook(bookWith({ rows, texts }, changes))).codes).toEqual([code]);
  });
});

describe("a zip", () => {
  const list = (change: object) =>
    Object.entries(parts({ rows, texts })).map(([name, data]) => ({
      name,
      data,
      ...(name.includes("sheet1") ? change : {}),
    }));
  it.each<[string, Uint8Array, string]>([
    ["with a wrong checksum", zip(list({ checksum: 1 })), "workbook/damaged"],
    ["with a wrong size", zip(list({ size: 1 })), "workbook/damaged"],
    ["with a wrong size of a stored part", zip(list({ stored: true, size: 1 })), "workbook/damaged"],
    ["with an unknown compression", zip(list({ method: 12 })), "workbook/damaged"],
    ["with a password", zip(list({ encrypted: true })), "workbook/encrypted"],
    ["with a part twice", zip([...list({}), { name: "XL/workbook.xml", data: "<workbook/>" }]), "workbook/damaged"],
    ["of something else", zip({ "a.txt": "a" }), "workbook/not-a-workbook"],
    ["of nothing", zip({}), "workbook/not-a-workbook"],
    [
      "that is a Word document",
      zip({
        "_rels/.rels": parts({})["_rels/.rels"]!.toString().replace("xl/workbook", "word/document"),
        "word/document.xml": "<document/>",
      }),
      "workbook/not-a-workbook",
    ],
    [
      "that is a binary workbook",
      zip({
        "_rels/.rels": parts({})["_rels/.rels"]!.toString().replace("workbook.xml", "workbook.bin"),
        "xl/workbook.bin": "x",
      }),
      "workbook/not-a-workbook",
    ],
    ["with something after its end", Buffer.concat([good, Buffer.from("more")]), "workbook/damaged"],
  ])("%s is refused", async (_, bytes, code) => {
    expect((await readBook(bytes)).codes).toEqual([code]);
  });

  it("says what else it is", async () => {
    const { openXlsx } = await import("../../../src/workbook/xlsx/open.ts");
    const word = zip({ "word/document.xml": "<document/>" });
    expect((await openXlsx("a", word)).diagnostics[0]!.args).toEqual({
      what: { zh: "Word 文档 .docx", en: "a Word document, .docx" },
    });
  });
});
