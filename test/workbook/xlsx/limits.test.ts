import { describe, expect, it } from "vitest";
import type { Limits } from "../../../src/workbook/limits.ts";
import { openXlsx } from "../../../src/workbook/xlsx/open.ts";
import { zip } from "../zip.ts";
import { type BookParts, book, bookWith, main, parts, readBook, worksheet } from "./book.ts";

const cell = (name: string, text: string) => `<c r="${name}" t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (number: number, cells: string) => `<row r="${number}">${cells}</row>`;
const mebibyte = 2 ** 20;

/** The codes of a book, just within and just beyond a limit. */
async function both(of: BookParts, limits: Partial<Limits>, name: keyof Limits): Promise<string[][]> {
  const within = await readBook(book(of), limits);
  const beyond = await readBook(book(of), { ...limits, [name]: limits[name]! - 1 });
  return [within.codes, beyond.codes];
}

describe("limits", () => {
  it.each<[keyof Limits, number, string, BookParts]>([
    ["rows", 9, "workbook/too-many-rows", { rows: row(9, cell("A9", "a")) }],
    ["rows", 2, "workbook/too-many-rows", { rows: "<row/><row/>" }],
    ["columns", 28, "workbook/too-many-columns", { rows: row(1, cell("AB1", "a")) }],
    ["columns", 2, "workbook/too-many-columns", { rows: "<row><c/><c/></row>" }],
    [
      "cells",
      3,
      "workbook/too-many-cells",
      { rows: row(1, '<c r="A1"/><c r="B1"><v>1</v></c>') + row(2, "<c r='A2'/>") },
    ],
    ["textLength", 5, "workbook/text-too-long", { rows: row(1, cell("A1", "&#24037;2345")) }],
    ["textLength", 5, "workbook/text-too-long", { rows: row(1, cell("A1", "_x000D_2345")) }],
    [
      "textLength",
      5,
      "workbook/text-too-long",
      { rows: row(1, "<c t='inlineStr'><is><r><t>123</t></r><r><t>45</t></r></is></c>") },
    ],
    [
      "textLength",
      5,
      "workbook/text-too-long",
      { rows: row(1, '<c t="s"><v>0</v></c>'), texts: "<si><t>号2345</t></si>" },
    ],
    [
      "textLength",
      5,
      "workbook/text-too-long",
      { rows: row(1, '<c t="s"><v>0</v></c>'), texts: "<si><r><t>12345</t></r></si>" },
    ],
    ["sharedTexts", 2, "workbook/too-many-shared-texts", { texts: "<si><t>a</t></si><si/>" }],
    ["styles", 2, "workbook/too-many-styles", { styles: '<cellXfs><xf numFmtId="0"/><xf/></cellXfs>' }],
    ["styles", 1, "workbook/too-many-styles", { styles: '<numFmts><numFmt numFmtId="200" formatCode="0"/></numFmts>' }],
    [
      "merges",
      2,
      "workbook/too-many-merges",
      { tail: '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/></mergeCells>' },
    ],
    ["entries", 7, "workbook/too-many-parts", {}],
  ])("%s: %i is read, one less refused as %s", async (name, limit, code, of) => {
    expect(await both(of, { [name]: limit }, name)).toEqual([[], [code]]);
  });

  it("bounds the file, each part and all parts by the bytes that come, not by those declared", async () => {
    const bytes = book({});
    // The content types are never read: the relationships say all.
    const read = Object.entries(parts({})).filter(([name]) => name !== "[Content_Types].xml");
    const sizes = read.map(([, part]) => Buffer.byteLength(part));
    const [largest, all] = [Math.max(...sizes), sizes.reduce((sum, size) => sum + size, 0)];
    expect(
      (await readBook(bytes, { fileBytes: bytes.length, entryBytes: largest, partBytes: largest, totalBytes: all }))
        .codes,
    ).toEqual([]);
    expect((await readBook(bytes, { fileBytes: bytes.length - 1 })).codes).toEqual(["workbook/file-too-large"]);
    expect((await readBook(bytes, { totalBytes: all - 1 })).codes).toEqual(["workbook/unpacked-too-large"]);
    expect((await readBook(bytes, { partBytes: largest - 1 })).codes).toEqual(["workbook/part-too-large"]);
    const list = Object.entries(parts({})).map(([name, data]) => ({ name, data }));
    const forged = (part: string) => zip(list.map((one) => (one.name.includes(part) ? { ...one, size: 10 } : one)));
    for (const part of ["sheet1", "sharedStrings"]) {
      expect((await readBook(bytes, { entryBytes: 20 })).codes).toEqual(["workbook/part-too-large"]);
      expect((await readBook(forged(part), { entryBytes: 20 })).codes).toEqual(["workbook/part-too-large"]);
      expect((await readBook(forged(part))).codes).toEqual(["workbook/damaged"]);
    }
  });

  it("refuses what is packed beyond belief, however it is declared, after the first MiB", async () => {
    const blanks = (size: number) => worksheet(" ".repeat(size));
    expect((await readBook(book({ sheet: blanks(mebibyte / 2) }))).codes).toEqual([]);
    expect((await readBook(book({ sheet: blanks(8 * mebibyte) }))).codes).toEqual(["workbook/zip-bomb"]);
    const all = { ...parts({}), "xl/worksheets/sheet1.xml": blanks(8 * mebibyte) };
    const forgedSheet = ([name, data]: [string, string | Uint8Array]) => ({
      name,
      data,
      ...(name.includes("sheet1") ? { size: 500 } : {}),
    });
    expect((await readBook(zip(Object.entries(all).map(forgedSheet)))).codes).toEqual(["workbook/zip-bomb"]);
    expect((await readBook(book({ sheet: blanks(8 * mebibyte) }), { ratio: 0.0001 })).codes).toEqual([]);
  });

  it("refuses a text or a tag without an end before it fills the memory", async () => {
    const long = "a".repeat(5 * mebibyte);
    const refused = async (sheet: string) => {
      const { sheets } = await readBook(book({ sheet }), { ratio: 0 });
      return sheets[0]!.end.diagnostics.map(({ code, location }) => [
        code,
        location && "cell" in location ? location.cell : undefined,
      ]);
    };
    const endless = (cell?: string) => [["workbook/endless-text", cell]];
    expect(await refused(worksheet(row(1, `<c r="A1"/>${cell("B1", long)}`)))).toEqual(endless("B1"));
    expect(await refused(worksheet(row(1, `<c r="A1"><v>${long}</v></c>`)))).toEqual(endless("A1"));
    expect(await refused(worksheet(row(1, `<c r="A1" x="${long}"/>`)))).toEqual(endless());
    expect(await refused(worksheet(`<!-- ${long} -->`))).toEqual(endless());
    expect(await refused(worksheet("", `<a>${long}</a>`))).toEqual(endless());
    expect(await refused(worksheet("", "<a>".repeat(300)))).toEqual([["workbook/bad-xml", undefined]]);
    expect(
      (
        await readBook(
          bookWith({ rows: row(1, "<c/>") }, { "xl/sharedStrings.xml": `<sst xmlns="${main}"><si><t>${long}` }),
          { ratio: 0 },
        )
      ).codes,
    ).toEqual(["workbook/endless-text"]);
  });

  it("names the place", async () => {
    const { sheets } = await readBook(book({ rows: row(3, cell("B3", "123456")) }), { textLength: 5 });
    expect(sheets[0]!.end.diagnostics).toEqual([
      {
        code: "workbook/text-too-long",
        severity: "error",
        location: { file: "a.xlsx", sheet: "存款", cell: "B3" },
        args: { limit: 5 },
      },
    ]);
    const { diagnostics } = await openXlsx("乙.xlsx", zip({}));
    expect(diagnostics).toMatchObject([{ code: "workbook/not-a-workbook", location: { file: "乙.xlsx" } }]);
  });
});
