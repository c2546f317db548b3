import { expect, it } from "vitest";
import { countingOf } from "../../src/report/counting.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";

it.each([
  ["客户经理", "Managers", "60 人", "60 people", "人数"],
  ["花名册", "Roster", "60 人", "60 people", "人数"],
  ["网点", "Outlets", "60 个", "60 outlets", "数量"],
  ["客户", "Customers", "60 户", "60 customers", "户数"],
  ["农户", "Farms", "60 户", "60 farms", "户数"],
])("%s: %s", (zh, en, inChinese, inEnglish, heading) => {
  const counting = countingOf({ subject: { label: { zh, en } } } as Rulebook);
  expect([counting.count(60, "zh"), counting.count(60, "en"), counting.heading.zh]).toEqual([
    inChinese,
    inEnglish,
    heading,
  ]);
});

it.each([
  ["客户经理", "Managers", "1 person"],
  ["网点", "Outlets", "1 outlet"],
  ["支行", "Branches", "1 branch"],
  ["公司", "Companies", "1 company"],
  ["公司", "Businesses", "1 business"],
])("counts one of %s", (zh, en, one) => {
  expect(countingOf({ subject: { label: { zh, en } } } as Rulebook).count(1, "en")).toBe(one);
});
