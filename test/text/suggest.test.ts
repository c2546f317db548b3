import { expect, it } from "vitest";
import { didYouMean, nearest, slipOf } from "../../src/text/suggest.ts";

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
  // Figures are their Chinese numerals.
  ["4级", ["高级", "一级", "四级"], "四级"],
  ["１级", ["高级", "一级", "四级"], "一级"],
  ["十二级", ["2级", "12级"], "12级"],
  ["张叁", ["张三", "张四"], "张三"],
  // A short word with another character is another word, a longer one is a slip.
  ["5级", ["高级", "一级", "四级"], undefined],
  ["中专", ["大专", "本科"], undefined],
  ["中级", ["高级", "初级"], undefined],
  ["级高", ["高级"], "高级"],
  ["本科生", ["高中", "本科"], "本科"],
  ["一级客户经里", ["高级客户经理", "一级客户经理"], "一级客户经理"],
  ["1级客户经里", ["高级客户经理", "一级客户经理"], "一级客户经理"],
  // Another number, the opposite, and one of several as near are nobody's slip.
  ["五级客户经理", ["高级客户经理", "四级客户经理"], undefined],
  ["高级客户经理（5）", ["高级客户经理", "一级客户经理"], "高级客户经理"],
  ["2026年日均", ["2025年日均"], undefined],
  ["合格", ["不合格"], undefined],
  ["未通过过", ["通过", "未通过"], "未通过"],
  ["初级客户经理", ["高级客户经理", "一级客户经理"], undefined],
  ["senoir", ["senior", "first"], "senior"],
  ["27337O", ["273370"], "273370"],
  ["X001", ["P001", "P002"], "P001"],
])("%s among %j: %s", (word, candidates, found) => {
  expect(nearest(word, candidates)).toBe(found);
});

it("says nothing when nothing is near", () => {
  expect(didYouMean("zzz", ["grade"])).toEqual({ zh: "", en: "" });
  expect(didYouMean("graed", ["grade"])).toEqual({ zh: "，是不是“grade”？", en: '; did you mean "grade"?' });
});

it.each<[string, string[], string | undefined]>([
  ["seniro", ["junior", "senior"], "senior"],
  ["deposit", ["deposits"], "deposits"],
  ["Senior", ["senior"], undefined],
  ["second", ["senior", "third"], undefined],
  ["line2", ["line1"], undefined],
  ["lov", ["low"], undefined],
  ["四级客户经理", ["三级客户经理"], undefined],
  ["客户经哩标准", ["客户经理标准"], "客户经理标准"],
])("%s, new beside %j, is a slip for %s", (name, known, meant) => expect(slipOf(name, known)).toBe(meant));
