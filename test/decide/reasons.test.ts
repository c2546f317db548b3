import { describe, expect, it } from "vitest";
import { compile, decideOn, type Given } from "./build.ts";

/** One tier with a provisional way into it, and a standing of every shape. */
const rules = compile(`
dingji: 1
id: reasons
title: {zh: 理由, en: Reasons}
subject: people
currency: CNY
inputs:
  people:
    key: who
    columns:
      who:      {type: id, header: who}
      current:  {type: tier, header: tier}
      licensed: {type: boolean, header: licensed, label: {zh: 有资格, en: Licensed}}
      deposits: {type: money, header: deposits, label: {zh: 存款, en: Deposits}}
      loans:    {type: money, header: loans, label: {zh: 贷款, en: Loans}}
      exam:     {type: number, header: exam, label: {zh: 笔试, en: Exam}}
standing:
  - {id: plain, label: {zh: 存款线, en: Deposit line}, that: deposits >= 100万}
  - {id: either, label: {zh: 两者之一, en: Either}, any: [not licensed, loans >= 100万]}
  - {id: two, label: {zh: 三者之二, en: Two of three}, at_least: 2, of: [deposits >= 100万, loans >= 200万, exam >= 60]}
tiers:
  - id: junior
    label: {zh: 初级, en: Junior}
    requires: [{id: exam, that: exam >= 60}]
    provisional: [{id: money, that: deposits >= 300万}, {id: again, that: exam >= 60}]
decision:
  none_reached: review
`);

const reasons = (given: Given) => {
  const { recommendation } = decideOn(rules, { current: "", ...given });
  return {
    zh: recommendation.reasons.map((text) => text.zh),
    en: recommendation.reasons.map((text) => text.en),
  };
};

describe("a standing that is missed", () => {
  it("is named once, whatever its shape, with what is nearest", () => {
    const { zh, en } = reasons({ licensed: true, deposits: "99万", loans: "90万", exam: "60" });
    expect(zh.slice(1)).toEqual([
      "依据：笔试 60（≥ 60）",
      "存款线未达：存款 99万元（低于 100万元，差 1万元）",
      "两者之一未达，最近的是：贷款 90万元（低于 100万元，差 10万元）",
      "三者之二未达（须 2 项，已达 1 项），最近的是：存款 99万元（低于 100万元，差 1万元）",
    ]);
    expect(en.slice(2)).toEqual([
      "Deposit line missed: Deposits CNY 990,000 (below CNY 1,000,000, off by CNY 10,000)",
      "Either missed, nearest: Loans CNY 900,000 (below CNY 1,000,000, off by CNY 100,000)",
      "Two of three missed: 1 of 2 met, nearest: Deposits CNY 990,000 (below CNY 1,000,000, off by CNY 10,000)",
    ]);
  });
});

describe("a provisional way that fails", () => {
  it("says how far it is, without what the requirements have said already", () => {
    const { zh, en } = reasons({ licensed: false, deposits: "299万", loans: "200万", exam: "59" });
    expect(zh).toEqual([
      "未达到任何等级的标准",
      "初级：笔试 59（低于 60，差 1）",
      "初级：暂定条件也未达：存款 299万元（低于 300万元，差 1万元）",
    ]);
    expect(en[2]).toBe(
      "Junior: nor its provisional conditions: Deposits CNY 2,990,000 (below CNY 3,000,000, off by CNY 10,000)",
    );
  });
});

describe("the nearest of alternatives", () => {
  const either = compile(`
dingji: 1
id: either
title: 二者
subject: people
currency: CNY
inputs:
  people:
    key: who
    columns:
      who:     {type: id, header: who}
      current: {type: tier, header: tier}
      normal:  {type: ratio, header: normal, label: {zh: 占比, en: Share}}
      rise:    {type: ratio, header: rise, label: {zh: 提高, en: Rise}}
standing:
  - {id: good, label: {zh: 质量, en: Quality}, any: [normal == 100%, rise > 0%]}
tiers:
  - {id: junior, label: {zh: 初级, en: Junior}, requires: [{id: all, that: normal >= 0%}]}
decision: {none_reached: review}
`);

  it("is what can be bettered, not a figure that has to be just so, however close", () => {
    const { recommendation } = decideOn(either, { current: "", normal: "99%", rise: "-2%" });
    expect(recommendation.reasons.at(-1)?.zh).toBe("质量未达，最近的是：提高 -2%（未超过 0%，差 2%）");
  });
});

describe("a label that is a sentence of its own", () => {
  const ladder = ["a", "b", "c", "d", "e"].map((id) => `  - {id: ${id}, label: ${id}级, requires: [{use: shared}]}`);
  const advised = compile(`
dingji: 1
id: advised
title: 提示
subject: people
currency: CNY
inputs:
  people:
    key: who
    columns:
      who:     {type: id, header: who}
      current: {type: tier, header: tier}
      lends:   {type: boolean, header: lends, label: {zh: 办理授信, en: Lends}}
      rise:    {type: ratio, header: rise, label: {zh: 占比提高, en: Rise}}
standing:
  - {id: lending, label: {zh: 见习期不办理授信, en: A trainee lends nothing}, advice: yes, that: not lends}
requirements:
  shared:
    - {id: better, label: {zh: 正常类占比提高, en: The share has risen}, any: [{id: some, that: rise > 0%}, {id: much, that: rise > 50%}]}
tiers:
${ladder.join("\n")}
decision:
  none_reached: review
`);
  const said = (given: Given) => {
    const { recommendation } = decideOn(advised, { current: "", ...given });
    return recommendation.reasons.map(({ zh, en }) => [zh, en]);
  };

  it("stands in quotation marks before what is said of it", () => {
    expect(said({ lends: true, rise: "-1%" })).toEqual([
      ["未达到任何等级的标准", "meets no tier"],
      [
        "e级：“正常类占比提高”未满足，最近的是：占比提高 -1%（未超过 0%，差 1%）",
        'e级: "The share has risen" not met, nearest: Rise -1% (not above 0%, off by 1%)',
      ],
      ["提示：“见习期不办理授信”未满足", 'note: "A trainee lends nothing" is not met'],
    ]);
  });

  it("is no count of things: tiers are 个等级", () => {
    const reasons = said({}).map(([zh]) => zh);
    expect(reasons[0]).toMatch(/^a级、b级、c级 等 5 个等级能否达到无法判断，缺：/);
    expect(reasons.at(-1)).toBe("提示：“见习期不办理授信”无法判断");
  });
});
