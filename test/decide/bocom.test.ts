import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { showValue } from "../../src/formula/show.ts";
import { Unknown } from "../../src/formula/value.ts";
import { badCell, compile, type Decided, decideOn, type Given } from "./build.ts";

/** Section 1 of the policy: what becomes of whom. */
const rulebook = compile(readFileSync(new URL("../../rules/bocom-nanchang.yml", import.meta.url), "utf8"));

/** Passes every gate, has no business and no loans, stays in post. */
const base: Given = {
  current: "first",
  years: "5年",
  education: "本科",
  title: "无",
  exam: true,
  violations: "0",
  loan_rows: "0",
  normal_rise: "0%",
  "quality.normal": "98%",
  "quality.new_bad": "0",
  "quality.arrears": "0",
  "quality.advances": "0",
  deposits: "2000万",
  largest_deposit: "100万",
  loans: "0",
  largest_loan: "0",
  settlement: "0",
  settlement_cny: "0",
  new_deposits: "0",
  post_deposits: "2000万",
};
const senior: Given = {
  ...base,
  deposits: "2.5亿",
  largest_deposit: "1亿",
  new_deposits: "5000万",
  post_deposits: "2.5亿",
};
const first: Given = {
  ...base,
  deposits: "1.5亿",
  largest_deposit: "3000万",
  new_deposits: "3000万",
  post_deposits: "1.5亿",
};
const fourth: Given = { ...base };
const none: Given = { ...base, exam: false };
const off: Given = { ...none, post_deposits: "1499.999999万" };

function brief({ recommendation: { qualified, recommended, action } }: Decided): (string | undefined)[] {
  return [qualified?.id, recommended?.id, action];
}

describe("what becomes of whom, at the year's end", () => {
  it.each<[string, string, Given, (string | undefined)[]]>([
    ["a ladder tier, higher qualified", "first", senior, ["senior", "senior", "promote"]],
    ["a ladder tier, much higher", "fourth", senior, ["senior", "senior", "promote"]],
    ["a ladder tier, the same", "first", first, ["first", "first", "keep"]],
    ["a ladder tier, lower", "first", fourth, ["fourth", "fourth", "demote"]],
    ["a ladder tier, none, in post", "first", none, [undefined, undefined, "review"]],
    ["a ladder tier, none, out of post", "first", off, [undefined, undefined, "leave"]],
    ["trainee, any", "trainee", first, ["first", "first", "confirm"]],
    [
      "trainee, none, in post by the trainee's line",
      "trainee",
      { ...none, post_deposits: "1000万" },
      [undefined, "trainee", "keep"],
    ],
    [
      "trainee, none, out of post",
      "trainee",
      { ...none, post_deposits: "999.999999万" },
      [undefined, undefined, "leave"],
    ],
    ["no tier, any", "", fourth, ["fourth", "fourth", "confirm"]],
    ["qualified beside a failed pass line", "fourth", { ...fourth, post_deposits: "0" }, ["fourth", "fourth", "keep"]],
    ["a higher tier unknown", "fourth", { ...fourth, new_deposits: null }, ["fourth", undefined, "review"]],
    [
      "a higher tier unknown beside none",
      "first",
      { ...none, exam: null, post_deposits: "0" },
      [undefined, undefined, "review"],
    ],
    [
      "a lower tier unknown does not matter",
      "first",
      { ...first, settlement: "0", settlement_cny: null },
      ["first", "first", "keep"],
    ],
    [
      "the pass line unknown, none qualified",
      "first",
      { ...none, post_deposits: null },
      [undefined, undefined, "review"],
    ],
    ["the pass line unknown, qualified", "fourth", { ...fourth, post_deposits: null }, ["fourth", "fourth", "keep"]],
  ])("%s", (_, current, given, expected) => {
    expect(brief(decideOn(rulebook, { ...given, current }))).toEqual(expected);
  });

  it("reviews whoever has no readable present tier, or bad data, whatever their figures say", () => {
    const unread = decideOn(rulebook, { ...senior, current: null });
    expect(brief(unread)).toEqual(["senior", undefined, "review"]);
    expect(unread.recommendation.reasons[0]).toMatchObject({
      zh: "现等级不明：current（空白，q.xlsx s!C3）",
      en: "no present tier: current (blank, q.xlsx s!C3)",
    });
    const bad = decideOn(rulebook, first, { problem: badCell });
    expect(brief(bad)).toEqual(["first", undefined, "review"]);
    expect(bad.recommendation.reasons[0]?.zh).toBe("数据有误：q.xlsx 存款!C9 “本年日均”的“坏”不是数字");
  });
});

describe("runs that do not end the year", () => {
  const due = ({ recommendation: { action, recommended, due } }: Decided) => [
    action,
    recommended?.id,
    due?.action,
    due?.recommended?.id,
  ];

  it.each<[string, Given, (string | undefined)[]]>([
    ["a rise", { ...senior, current: "first" }, ["keep", "first", "promote", "senior"]],
    ["a fall", { ...fourth, current: "first" }, ["keep", "first", "demote", "fourth"]],
    ["no change", { ...first, current: "first" }, ["keep", "first", "keep", "first"]],
    ["a trainee's tier", { ...first, current: "trainee" }, ["keep", "trainee", "confirm", "first"]],
    ["leaving", { ...off, current: "first" }, ["keep", "first", "leave", undefined]],
    ["none reached", { ...none, current: "first" }, ["keep", "first", "review", undefined]],
    ["a doubt", { ...fourth, current: "fourth", new_deposits: null }, ["keep", "fourth", "review", undefined]],
    ["no readable tier", { ...first, current: null }, ["review", undefined, "review", undefined]],
    ["no tier", { ...first, current: "" }, ["keep", undefined, "confirm", "first"]],
  ])("keep and say %s", (_, given, expected) => {
    const decided = decideOn(rulebook, given, { period: "2026Q3" });
    expect(due(decided)).toEqual(expected);
    expect(decided.recommendation.approvals).toEqual([]);
    expect(decided.frame.recommended).toBe(expected[1] ?? "");
  });

  it("still review bad data", () => {
    const decided = decideOn(rulebook, first, { period: "2026Q1", problem: badCell });
    expect(due(decided)).toEqual(["review", undefined, "review", undefined]);
  });

  it("move tiers with --appoint, and in a fourth quarter, second half or year", () => {
    const given = { ...senior, current: "first" };
    expect(due(decideOn(rulebook, given, { period: "2026Q3", appoint: true }))).toEqual([
      "promote",
      "senior",
      undefined,
      undefined,
    ]);
    for (const period of ["2026Q4", "2026H2", "2026-12", "2026"]) {
      expect(due(decideOn(rulebook, given, { period }))).toEqual(["promote", "senior", undefined, undefined]);
    }
  });

  it("say first what the year would bring", () => {
    const decided = decideOn(rulebook, { ...senior, current: "first" }, { period: "2026Q3" });
    expect(decided.recommendation.reasons.map((one) => one.zh)[0]).toBe(
      "本期不调整等级，年终口径为：高聘 高级客户经理",
    );
    expect(decideOn(rulebook, first, { period: "2026Q3" }).recommendation.reasons[0]?.zh).toBe("达到一级客户经理标准");
  });
});

describe("reasons", () => {
  const reasons = (given: Given) => decideOn(rulebook, given).recommendation.reasons.map((one) => one.zh);

  it("name what a rise rests on, apart from what the present tier asks for too", () => {
    expect(reasons({ ...senior, current: "first" })).toEqual([
      "达到高级客户经理标准，高于现等级一级客户经理",
      "依据：日均存款 2.5亿元（≥ 2.5亿元）、最大单户存款 1亿元（≥ 1亿元）、新增日均存款 5,000万元（≥ 5,000万元）",
    ]);
  });

  it("name what a fall missed, nearest first, with the gap", () => {
    expect(reasons({ ...first, current: "first", new_deposits: "2999.999999万" })[1]).toBe(
      "四项业务指标中的两项（须 2 项，已达 1 项），最近的是：新增日均存款 2,999.999999万元（低于 3,000万元，差 0.01元）",
    );
    expect(reasons({ ...first, current: "first", years: "2.99年" })).toEqual([
      "未达到现等级一级客户经理标准，达到二级客户经理标准",
      "营销年限 2.99年（低于 3年，差 0.01年）",
    ]);
  });

  it("say a failed pass line beside a qualified tier", () => {
    expect(reasons({ ...fourth, current: "fourth", post_deposits: "1200万" })).toEqual([
      "达到四级客户经理标准",
      "在岗及格线未达：在岗日均存款 1,200万元（低于 1,500万元，差 300万元）",
    ]);
  });

  it("name the rule and the pass line of who should leave", () => {
    expect(reasons({ ...off, current: "first" })).toEqual([
      "未达到任何等级的标准",
      "按第九条二建议退出",
      "在岗及格线未达：在岗日均存款 1,499.999999万元（低于 1,500万元，差 0.01元）",
    ]);
  });

  it("name what the lowest tier asks for in vain", () => {
    expect(reasons({ ...none, current: "first", violations: "1" })).toEqual([
      "未达到任何等级的标准",
      "四级客户经理：模拟银行考试为“否”",
      "四级客户经理：违规次数 1次（应为 0次）",
    ]);
  });

  it("name what is missing, and at which cell", () => {
    expect(reasons({ ...fourth, current: "fourth", new_deposits: null })[0]).toBe(
      "二级客户经理、三级客户经理能否达到无法判断，缺：new_deposits（空白，q.xlsx s!C3）",
    );
  });

  it("speak English too", () => {
    const decided = decideOn(rulebook, { ...fourth, current: "first", new_deposits: "1500万" });
    expect(decided.recommendation.reasons.map((one) => one.en)[0]).toBe(
      "misses the present First-grade manager, meets Third-grade manager",
    );
  });
});

describe("approvals and benefits", () => {
  it.each<[string, Given, string[]]>([
    ["senior", { ...senior, current: "first" }, ["人力资源部", "分行"]],
    ["keeping first", first, ["人力资源部", "分行"]],
    ["fourth", { ...fourth, current: "fourth" }, ["分行"]],
    ["review", { ...none, current: "first" }, []],
  ])("%s", (_, given, expected) => {
    expect(decideOn(rulebook, given).recommendation.approvals).toEqual(expected);
  });

  const benefit = (given: Given, id: string, period = "2026Q4") => {
    const found = decideOn(rulebook, given, { period }).recommendation.benefits.find((one) => one.id === id);
    return found?.amount instanceof Unknown ? "unknown" : String(found?.amount);
  };

  it("pay by the qualified tier in every quarter, and nothing on a doubt", () => {
    expect(benefit({ ...senior, current: "first" }, "allowance", "2026Q3")).toBe("300");
    expect(benefit({ ...first, current: "first" }, "allowance")).toBe("260");
    expect(benefit({ ...fourth, current: "fourth", new_deposits: null }, "allowance")).toBe("unknown");
  });

  it("are none at no tier, which is not unknown", () => {
    expect(benefit({ ...off, current: "fourth" }, "allowance")).toBe("undefined");
    expect(benefit({ ...off, current: "fourth" }, "staff_grade")).toBe("undefined");
    expect(benefit({ ...none, current: "fourth" }, "allowance", "2026Q2")).toBe("undefined");
    expect(benefit({ ...none, current: "fourth" }, "staff_grade")).toBe("unknown");
    expect(benefit({ ...none, current: "trainee" }, "allowance")).toBe("160");
  });

  it("give the staff grade of the recommended tier, which a quarter does not move", () => {
    expect(benefit({ ...senior, current: "first" }, "staff_grade", "2026Q3")).toBe("6");
    expect(benefit({ ...senior, current: "first" }, "staff_grade")).toBe("5");
    expect(showValue("senior", { kind: "tier" }, "zh")).toBe("senior");
  });
});
