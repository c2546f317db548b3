import { describe, expect, it } from "vitest";
import { percent } from "../../src/ruletest/coverage.ts";
import { runTests } from "./small.ts";

describe("coverage", () => {
  it("counts how often each comparison came out how, and exactly on its line", async () => {
    const { coverage } = await runTests(`  - name: t
    like: gold
    expect: {standing: {on_post: pass}}
    cases:
      - [deposits, years,   exam, →, tier]
      - [1亿,      3年,     yes,  →, gold]
      - [1亿,      2.99年,  yes,  →, silver]
      - [1000万,   unknown, no,   →, none]
`);
    const shown = coverage.leaves.map(({ leaf, pass, fail, unknown, exact }) => [leaf.id, pass, fail, unknown, exact]);
    expect(shown).toEqual([
      ["gold.base.exam", 2, 1, 0, undefined],
      ["gold.years", 1, 1, 1, 1],
      ["gold.business.a.deposits", 2, 1, 0, 2],
      ["gold.business.b.settlement_cny", 0, 3, 0, 0],
      ["silver.base.exam", 2, 1, 0, undefined],
      ["silver.deposits", 3, 0, 0, 1],
      ["silver.provisional.large.deposits", 2, 1, 0, 0],
      ["on_post.quality.npl", 3, 0, 0, 3],
    ]);
    // 16 outcomes, of which gold.business.b never passes, and silver.deposits and on_post never fail.
    expect([coverage.seen, coverage.of]).toEqual([13, 16]);
    expect([coverage.onTheLine, coverage.lines]).toEqual([4, 6]);
    expect(coverage.tiers).toEqual([
      { id: "gold", tests: 1 },
      { id: "silver", tests: 1 },
      { id: "none", tests: 1 },
    ]);
    expect(coverage.actions).toEqual([
      { action: "promote", tests: 1 },
      { action: "keep", tests: 1 },
      { action: "demote", tests: 0 },
      { action: "confirm", tests: 0 },
      { action: "review", tests: 1 },
    ]);
  });

  it("counts what the year would bring, and nobody to whom the rulebook does not apply", async () => {
    const { coverage } = await runTests(`  - {name: a, like: gold, period: 2026Q1, expect: {action: keep}}
  - {name: b, like: gold, given: {current: agent}, expect: {applies: no}}
`);
    expect(coverage.actions.filter((one) => one.tests > 0).map((one) => one.action)).toEqual(["promote", "keep"]);
    expect(coverage.tiers.map((one) => one.tests)).toEqual([1, 0, 0]);
  });

  it.each([
    [0, 0, 100],
    [1, 3, 33],
    [199, 200, 99],
    [200, 200, 100],
  ])("%i of %i is %i%%", (seen, of, expected) => {
    expect(percent(seen, of)).toBe(expected);
  });
});

describe("a filter", () => {
  it("keeps the tests whose name has the text, in any case", async () => {
    const tests = ["Gold line", "silver line", "other"].map((name) => `  - {name: ${name}, expect: {tier: none}}`);
    const { results, leftOut } = await runTests(tests.join("\n"), undefined, "LINE");
    expect(results.map((one) => one.test.name)).toEqual(["Gold line", "silver line"]);
    expect(leftOut).toBe(1);
  });
});
