import { expect, it } from "vitest";
import { didYouMean, nearest } from "../../src/text/suggest.ts";

it.each([
  ["graed", ["grade", "check", "test"], "grade"],
  ["GRADE", ["grade"], "grade"],
  ["本年日钧", ["上年日均", "本年日均"], "本年日均"],
  ["工号", ["员工号", "姓名"], "员工号"],
  ["josn", ["csv", "json"], "json"],
  ["--fromat", ["--force", "--format"], "--format"],
  ["x", ["y"], undefined],
  ["exam", ["education", "years"], undefined],
  ["chek", ["check", "cheek"], "check"],
])("%s among %j: %s", (word, candidates, found) => {
  expect(nearest(word, candidates)).toBe(found);
});

it("says nothing when nothing is near", () => {
  expect(didYouMean("zzz", ["grade"])).toEqual({ zh: "", en: "" });
  expect(didYouMean("graed", ["grade"])).toEqual({ zh: "，是不是“grade”？", en: '; did you mean "grade"?' });
});
