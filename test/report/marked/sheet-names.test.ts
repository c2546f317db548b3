import fc from "fast-check";
import { expect, it } from "vitest";
import { SheetNames } from "../../../src/report/marked/sheet-names.ts";

it.each([
  ["存款", "", "存款"],
  ["存款", "东湖支行", "东湖支行·存款"],
  ["a/b\\c:d*e?f[g]", "", "a_b_c_d_e_f_g_"],
  ["'quoted'", "", "_quoted_"],
  ["History", "", "History_"],
  ["", "", "_"],
  [" 存款 ", " ", "存款"],
  ["a".repeat(40), "", "a".repeat(31)],
  ["存款", "很".repeat(40), `${"很".repeat(28)}·存款`],
  ["款".repeat(40), "东湖支行", `东·${"款".repeat(29)}`],
  [`${"a".repeat(30)}😀`, "", "a".repeat(30)],
  ["\u0000\u001f", "", "__"],
])("%j of %j is %j", (name, from, wanted) => expect(new SheetNames().add(name, from)).toBe(wanted));

it("tells apart names that differ in letter case alone", () => {
  const names = new SheetNames();
  expect(["Data", "data", "DATA", "Data (2)", "a".repeat(31), "a".repeat(32)].map((name) => names.add(name))).toEqual([
    "Data",
    "data (2)",
    "DATA (3)",
    "Data (2) (2)",
    "a".repeat(31),
    `${"a".repeat(27)} (2)`,
  ]);
});

it("makes legal names, each once, of anything", () => {
  const text = fc.string({ unit: "binary", maxLength: 50 });
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { maxLength: 20 }), (wanted) => {
      const names = new SheetNames();
      const given = wanted.map(([name, from]) => names.add(name, from));
      expect(new Set(given.map((name) => name.toLowerCase())).size).toBe(given.length);
      for (const name of given) {
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(31);
        expect(name).not.toMatch(/[\][:*?/\\\x00-\x1f]|^'|'$|^history$/i);
      }
    }),
  );
});
