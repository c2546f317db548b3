import { expect, it } from "vitest";
import { fill, inLang, same } from "../../src/text/text.ts";

it.each([
  ["{a} and {b}", { a: 1, b: same("x") }, "1 and x"],
  ["{a}{a}", { a: "{b}", b: "no" }, "{b}{b}"],
  ["{missing} shows", {}, "{missing} shows"],
  ["{constructor}", {}, "{constructor}"],
  ["{n} {n:row is|rows are} hidden", { n: 1 }, "1 row is hidden"],
  ["{n} {n:row is|rows are} hidden", { n: 0 }, "0 rows are hidden"],
  ["{n:|no }row", { n: 2 }, "no row"],
  ["{n:row|rows}", {}, "{n:row|rows}"],
  ["{word}", { word: { zh: "是", en: "yes" } }, "yes"],
])("%s with %j", (template, args, text) => {
  expect(fill(template, args as Readonly<Record<string, string>>, "en")).toBe(text);
});

it("takes plain texts and numbers as they are", () => {
  expect([inLang("x", "zh"), inLang(2, "zh"), inLang({ zh: "是", en: "yes" }, "zh")]).toEqual(["x", "2", "是"]);
});
