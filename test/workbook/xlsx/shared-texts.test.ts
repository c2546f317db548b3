import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultLimits } from "../../../src/workbook/limits.ts";
import { openSource } from "../../../src/workbook/source.ts";
import { SharedTexts } from "../../../src/workbook/xlsx/shared-texts.ts";
import { readSharedTexts } from "../../../src/workbook/xlsx/shared-texts-part.ts";
import { Zip } from "../../../src/workbook/xlsx/zip.ts";
import { zip } from "../zip.ts";
import { main } from "./book.ts";

async function textsOf(items: string): Promise<string[]> {
  const bytes = zip({ "t.xml": `<?xml version="1.0"?><sst xmlns="${main}" count="1">${items}</sst>` });
  const texts = await readSharedTexts(
    await Zip.open("a.xlsx", await openSource(bytes), defaultLimits),
    "t.xml",
    defaultLimits,
  );
  return Array.from({ length: texts.count }, (_, index) => texts.get(index)!);
}

describe("readSharedTexts", () => {
  it.each<[string, string, string[]]>([
    ["plain", "<si><t>甲</t></si><si><t>b</t></si>", ["甲", "b"]],
    ["kept blanks", '<si><t xml:space="preserve"> a\n</t></si>', [" a\n"]],
    ["runs", "<si><r><t>a</t></r><r><rPr><sz val='9'/></rPr><t> b</t></r></si><si><t>c</t></si>", ["a b", "c"]],
    [
      "how it is said, left out",
      "<si><t>漢</t><rPh sb='0' eb='1'><t>かん</t></rPh></si><si><t>c</t></si>",
      ["漢", "c"],
    ],
    ["nothing", "<si/><si></si><si><t/></si><si><t></t></si><si><t>a</t></si>", ["", "", "", "", "a"]],
    ["on lines", "\n <si>\n  <t>a</t>\n </si>\n <si><t>b</t></si>\n", ["a", "b"]],
    [
      "a comment",
      "<!-- <si><t>x</t></si> --><si><t>a</t></si><si><!-- </si> --><t>b</t></si><si><t>c</t></si>",
      ["a", "b", "c"],
    ],
    ["to decode", "<si><t>a&amp;b_x000D__x005f_x</t></si>", ["a&b\r_x"]],
    ["not XML's white space", "<si><t>a\u3000b\u00a0c\uff08</t></si>", ["a\u3000b\u00a0c\uff08"]],
    ["in an extension", "<si><t>a</t></si><extLst><ext><si><t>x</t></si></ext></extLst>", ["a"]],
  ])("%s", async (_, items, expected) => {
    expect(await textsOf(items)).toEqual(expected);
  });
});

describe("SharedTexts", () => {
  it("gives back what was added, in any order of asking", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" }), { maxLength: 50 }), fc.array(fc.nat(60)), (list, asked) => {
        const texts = new SharedTexts();
        for (const text of list) texts.addText(text);
        expect(asked.map((index) => texts.get(index))).toEqual(asked.map((index) => list[index]));
        expect(list.map((_, index) => texts.locate(index) && texts.isAscii)).toEqual(
          list.map((text) => Array.from(text).every((char) => char < "\x80")),
        );
      }),
    );
  });

  it("keeps texts at the edges of its blocks and pages, and one larger than a block", () => {
    const texts = new SharedTexts();
    const block = 2 ** 20;
    const list = [
      "a".repeat(block - 1),
      "",
      "b",
      "c".repeat(3 * block),
      "d",
      "e".repeat(block - 2),
      "",
      "f".repeat(block),
      "",
    ];
    for (const text of list) texts.addText(text);
    for (let i = 0; i < 2 ** 16; i++) texts.addText(String(i));
    expect(list.map((_, index) => texts.get(index) === list[index])).toEqual(list.map(() => true));
    expect([texts.get(9), texts.get(9 + 65_535), texts.get(9 + 65_536), texts.get(-1)]).toEqual([
      "0",
      "65535",
      undefined,
      undefined,
    ]);
  });
});
