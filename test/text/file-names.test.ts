import fc from "fast-check";
import { expect, it } from "vitest";
import { FileNames, safeFilePart } from "../../src/text/file-names.ts";

function safeFileNames(texts: readonly string[]): string[] {
  const names = new FileNames();
  return texts.map((text) => names.add(safeFilePart(text, 180), ".xlsx"));
}

it.each([
  ["东湖支行", "东湖支行"],
  ['a/b\\c:d*e?f"g<h>i|j', "a_b_c_d_e_f_g_h_i_j"],
  ["../../etc/passwd", "___.._etc_passwd"],
  ["..", "__"],
  [".hidden", "_hidden"],
  ["~$lock", "_$lock"],
  ["-rf", "_rf"],
  ["支行. ", "支行_"],
  [" -x.  .", "_x____"],
  ["\ud800", "_"],
  ["CON", "_CON"],
  ["nul.txt", "_nul.txt"],
  ["com1", "_com1"],
  ["console", "console"],
  ["", "_"],
  ["a\u0000b\u202Ec", "a_b_c"],
  ["行".repeat(100), "行".repeat(60)],
])("%j becomes %j", (text, name) => expect(safeFileNames([text])).toEqual([`${name}.xlsx`]));

it("tells apart what a file system may not", () => {
  expect(safeFileNames(["A支行", "a支行", "Ａ支行", "a:b", "a?b"])).toEqual([
    "A支行.xlsx",
    "a支行-2.xlsx",
    "Ａ支行-3.xlsx",
    "a_b.xlsx",
    "a_b-2.xlsx",
  ]);
});

it("is one plain name, of anything", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", maxLength: 300 }), { maxLength: 10 }), (texts) => {
      const names = safeFileNames(texts);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(texts.length);
      for (const name of names) {
        expect(name).not.toMatch(/[<>:"/\\|?*\x00-\x1f]|^[.~-]|[. ]\.xlsx$/);
        expect(Buffer.byteLength(name)).toBeLessThan(200);
      }
    }),
  );
});
