import { describe, expect, it } from "vitest";
import { runOne } from "./small.ts";

/** Every case holds; what does not hold is in expectations.test.ts. */
describe("what is given", () => {
  it.each([
    ["like hands down", "like: gold, expect: {tier: gold}"],
    ["given takes the place of like", "like: gold, given: {years: 1年}, expect: {tier: silver, value: {years: 1年}}"],
    [
      "unknown takes it back",
      "like: gold, given: {deposits: unknown}, expect: {tier: none, unknown: [silver.deposits, gold.business.a], action: review}",
    ],
    [
      "nothing given is unknown",
      "given: {years: 5年}, expect: {tier: none, value: {deposits at gold: unknown, exam: unknown, quality.npl: unknown}, unknown: [gold, silver, on_post]}",
    ],
    [
      "a metric holds at every tier",
      "given: {deposits: 3亿}, expect: {value: {deposits at gold: 3亿, deposits at silver: 3亿, deposits at trainee: 3亿}}",
    ],
    [
      "NAME at TIER at that one alone",
      "given: {deposits at gold: 3亿}, expect: {value: {deposits at gold: 3亿, deposits at silver: unknown}}",
    ],
    [
      "the rest beside one tier",
      "like: gold, given: {deposits at 金级: 3亿}, expect: {value: {deposits at gold: 3亿, deposits at silver: 1亿}}",
    ],
    [
      "every tier takes the place of one before it",
      "given: {deposits at gold: 3亿, deposits: 2亿}, expect: {value: {deposits at gold: 2亿}}",
    ],
    [
      "figures that follow are worked out",
      "given: {settlement: 100万 USD}, expect: {value: {settlement_cny: 700万}, passes: [gold.business.b]}",
    ],
    [
      "or given in their place",
      "given: {settlement: 100万 USD, settlement_cny: 6999999.99}, expect: {value: {settlement: 100万 USD}, gap: {gold.business.b: 0.01}}",
    ],
    ["foreign zero", "given: {settlement: 0}, expect: {value: {settlement_cny: 0}}"],
    ["a column's own words", "given: {exam: 合格, education: 专科}, expect: {value: {exam: yes, education: 大专}}"],
    ["tiers by label, alias and none", "given: {current: 金}, expect: {value: {current: gold}}"],
    ["no tier at all", "like: gold, given: {current: none}, expect: {value: {current: none}, action: confirm}"],
    ["dates", "given: {joined: 2024-02-29}, expect: {value: {joined: 2024-02-29}}"],
    ["true and false", "given: {exam: true}, expect: {value: {exam: yes}, passes: [gold.base]}"],
    ["ratios", "given: {quality.npl: 2.01%}, expect: {standing: {on_post: fail}, gap: {on_post: 0.01%}}"],
    ["full-width figures", "given: {deposits: １０００万}, expect: {value: {deposits at silver: 1000万}}"],
  ])("%s", async (_, test) => {
    const result = await runOne(`  - {name: t, ${test}}`);
    expect([result.status, result.problems, result.differences]).toEqual(["pass", [], []]);
  });
});

describe("rows", () => {
  it.each([
    [
      "of one person, who need not be named",
      "rows: {deposits: [{customer: C1, average: 60万}, {customer: C2, average: 1亿}]}, expect: {value: {deposits at gold: 1亿, deposits at silver: 100600000}}",
    ],
    [
      "are read like cells",
      'rows: {deposits: [{customer: C1, average: "1,000,000元", negotiated: "√"}, {customer: C1, average: 2亿, negotiated: 否}]}, expect: {value: {deposits at gold: 2亿}}',
    ],
    [
      "blank cells are what missing says",
      'rows: {managers: [{manager: "1", faults: ""}], deposits: [{customer: C1, average: 1亿}]}, expect: {value: {faults: 0, deposits at gold: 1亿}}',
    ],
    [
      "a column left out is a blank cell",
      'rows: {managers: [{manager: "1", current: 银级}]}, expect: {value: {faults: 0, exam: unknown, current: silver}}',
    ],
    [
      "a sheet without rows is nothing",
      "rows: {deposits: []}, expect: {value: {deposits at gold: 0, settlement: unknown}}",
    ],
    [
      "a sheet that is not named is unknown",
      "rows: {settlements: []}, expect: {value: {deposits at gold: unknown, settlement: 0 USD}}",
    ],
    ["a one-row sheet without the person is unknown", "rows: {quality: []}, expect: {standing: {on_post: unknown}}"],
    ["a one-row sheet", "rows: {quality: [{npl: 2%}]}, expect: {standing: {on_post: pass}}"],
    [
      "take the place of what like says of them",
      "like: gold, rows: {deposits: [{customer: C1, average: 1000万}]}, expect: {tier: silver, value: {deposits at gold: 1000万}}",
    ],
    [
      "and of what follows from it",
      "like: gold, given: {settlement: unknown}, rows: {settlements: [{amount: 1万 USD}]}, expect: {value: {settlement: unknown}}",
    ],
    [
      "leave the rest of like",
      "like: gold, rows: {settlements: [{amount: 100万 USD}]}, expect: {value: {settlement_cny: 700万, deposits at gold: 1亿}}",
    ],
    [
      "given takes their place",
      "given: {deposits: 5亿}, rows: {deposits: [{customer: C1, average: 1000万}]}, expect: {value: {deposits at gold: 5亿}}",
    ],
    [
      "a roster cell takes the place of like",
      'like: gold, rows: {managers: [{manager: "1", years: 2}]}, expect: {value: {years: 2年, exam: yes}, tier: silver}',
    ],
    [
      "given takes the place of a roster cell",
      'like: gold, given: {years: 4年}, rows: {managers: [{manager: "1", years: 2}]}, expect: {value: {years: 4年}}',
    ],
    [
      "other people's rows are theirs",
      'rows: {managers: [{manager: "007"}, {manager: "7"}], deposits: [{manager: "007", customer: C1, average: 1000万}, {manager: "7", customer: C1, average: 1亿}]}, expect: {value: {deposits at gold: 1000万}}',
    ],
    [
      "without a roster whoever is named is the person",
      'rows: {deposits: [{manager: "007", customer: C1, average: 1000万}]}, expect: {value: {deposits at gold: 1000万}}',
    ],
    [
      "a blank figure makes the sum unknown",
      'rows: {deposits: [{customer: C1, average: 1亿}, {customer: C2, average: ""}]}, expect: {value: {deposits at gold: unknown}}',
    ],
  ])("%s", async (_, test) => {
    const result = await runOne(`  - {name: t, ${test}}`);
    expect([result.status, result.problems, result.differences]).toEqual(["pass", [], []]);
  });
});

describe("when a test runs", () => {
  it.each([
    ["without a period, for a whole year: tiers move", "", "action: promote, recommended: gold, due: none"],
    [
      "a quarter keeps, with what the year would bring",
      "period: 2026Q2,",
      "action: keep, recommended: silver, due: {action: promote, recommended: gold}",
    ],
    ["the last quarter moves", "period: 2026年4季度,", "action: promote, due: none"],
    ["appoint moves", "period: 2026Q2, appoint: yes,", "action: promote, due: none"],
    ["a day alone means its quarter", "as_of: 2026-05-05,", "action: keep, due: {action: promote}"],
    ["in the last quarter too", "as_of: 2026-11-05,", "action: promote"],
  ])("%s", async (_, settings, expectation) => {
    const result = await runOne(`  - {name: t, like: gold, ${settings} expect: {${expectation}}}`);
    expect(result.differences).toEqual([]);
    expect(result.status).toBe("pass");
  });
});
