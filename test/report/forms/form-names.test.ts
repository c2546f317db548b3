import fc from "fast-check";
import { expect, it } from "vitest";
import { FormNames, isFormName } from "../../../src/report/forms/form-names.ts";
import type { PersonReport } from "../../../src/report/person-report.ts";

const named = (id: string, name: string) => ({ id, name }) as PersonReport;

it.each([
  ["119772", "张三", "119772-张三-等级通知书.xlsx"],
  ["0001", "", "0001-等级通知书.xlsx"],
  ["../../etc", "a/b\\c:d", "___.._etc-a_b_c_d-等级通知书.xlsx"],
  [".hidden", "x. ", "_hidden-x_-等级通知书.xlsx"],
  ["CON.1", "-rf", "_CON.1-_rf-等级通知书.xlsx"],
  ["~$1", "=cmd", "_$1-=cmd-等级通知书.xlsx"],
  ["1", "a\u202Eb\u0000\n", "1-a_b__-等级通知书.xlsx"],
])("%j %j: %s", (id, name, file) => {
  expect(new FormNames("zh").next(named(id, name), "notice")).toBe(file);
});

it("numbers those that some file system would take for one", () => {
  const names = new FormNames("en");
  const files = [named("A1", "é"), named("a1", "e\u0301"), named("A/1", "x"), named("A:1", "x")];
  expect(files.map((one) => names.next(one, "approval"))).toEqual([
    "A1-é-approval form.xlsx",
    "a1-é-approval form-2.xlsx",
    "A_1-x-approval form.xlsx",
    "A_1-x-approval form-2.xlsx",
  ]);
});

it("are safe and distinct whatever people are called, and known again", () => {
  const text = fc.string({ unit: "binary", maxLength: 50 });
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { maxLength: 6 }), fc.constantFrom("zh", "en"), (people, lang) => {
      const names = new FormNames(lang);
      const files = people.map(([id, name]) => names.next(named(id, name), "notice"));
      expect(new Set(files.map((file) => file.normalize("NFC").toLowerCase())).size).toBe(files.length);
      for (const file of files) {
        expect(Buffer.byteLength(file)).toBeLessThan(250);
        expect(file).toMatch(/^[^.\s~\-\\/:*?"<>|][^\\/:*?"<>|\x00-\x1F]*\.xlsx$/u);
        expect(isFormName(file)).toBe(true);
      }
    }),
  );
});

it.each(["预算.xlsx", "等级通知书.docx", "我的等级通知书说明.xlsx", "notice.xlsx"])("%s is no form", (file) =>
  expect(isFormName(file)).toBe(false),
);
