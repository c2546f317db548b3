import fc from "fast-check";
import { expect, it } from "vitest";
import { cellText } from "../../src/report/xlsx/cell-text.ts";
import { linesOf, plainLines } from "../../src/report/xlsx/shared-texts.ts";
import { escapeXml } from "../../src/text/escape.ts";

const utf8 = (text: string) => new Uint8Array(Buffer.from(text));

it.each([
  ["q.xlsx 存款!C83、C90083 等 12 格", 26, 2],
  ["quarter.xlsx 存款!C83, C90083 and 5 more", 36, 2],
  ["", 10, 1],
  ["工号；姓名", 12, 1],
])("%s takes lines at a width of %i: %i", (text, width, lines) => {
  expect(plainLines(utf8(text), width)).toBe(lines);
  expect(linesOf(text, width)).toBe(lines);
});

it.each(["a&b", "a<b", "a>b", "_x0041_", "一\n二", "é", "𠀀", "㐀", "\u3030", "\uff00", "\u0000", "x".repeat(32_768)])(
  "%j is left to those who know more",
  (text) => {
    expect(plainLines(utf8(text), 30)).toBeUndefined();
  },
);

it("says of UTF-8 what is said of the text, which then stands in XML as it is", () => {
  const unit = fc.constantFrom(..."aZ9 ,!.()-、；，。一龥鿿Ａ～/·\n&_\u4dff\u3029");
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), fc.integer({ min: 3, max: 60 }), (text, width) => {
      const lines = plainLines(utf8(text), width);
      fc.pre(lines !== undefined);
      expect(lines).toBe(linesOf(text, width));
      expect(escapeXml(cellText(text))).toBe(text);
    }),
  );
});
