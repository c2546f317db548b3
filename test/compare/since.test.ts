import { describe, expect, it } from "vitest";
import { type PreviousRun, parsePrevious } from "../../src/compare/previous-run.ts";
import { checkPrevious, since } from "../../src/compare/since.ts";
import { tiersNotApplied } from "../../src/compare/tiers-not-applied.ts";
import { parsePeriod } from "../../src/rulebook/period.ts";
import { gradedOf, rulebook } from "../report/build.ts";

const criterion = (id: string, status: string, value: string, threshold: string) => ({ id, status, value, threshold });
const person = (id: string, more: object = {}) => ({
  id,
  name: "张三",
  branch: "南昌分行",
  qualified: "first",
  recommended: "first",
  action: "keep",
  tiers: [],
  ...more,
});
const run = (results: readonly object[], more: object = {}) => ({
  schema: "dingji/grade@1",
  rulebook: { id: "small-bank" },
  period: "2026Q3",
  tiers: [{ id: "first", label: "一级" }],
  results,
  ...more,
});
const read = (tree: unknown): PreviousRun => parsePrevious("q3.json", "ab", JSON.stringify(tree)).previous!;

describe("an earlier result", () => {
  it.each([
    ["not JSON", "{", /^(不是 JSON|Unexpected)/],
    ["another schema", JSON.stringify({ schema: "dingji/explain@1" }), /\$\.schema/],
    ["no results", JSON.stringify({ ...run([]), results: 3 }), /^\$\.results: \[…\]$/],
    ["a result without an id", JSON.stringify(run([{ ...person("1"), id: 7 }])), /^\$\.results\[0\]\.id/],
    [
      "an action that is none",
      JSON.stringify(run([person("1", { action: "fire" })])),
      /^\$\.results\[0\]\.action: fire$/,
    ],
    ["a period that is none", JSON.stringify(run([], { period: "soon" })), /^\$\.period: soon$/],
    [
      "a count that is none",
      JSON.stringify(run([person("1", { previous: { repeated: 0 } })])),
      /previous\.repeated: 0$/,
    ],
    ["a list", "[]", /^\$: /],
  ])("of %s is refused, with the place", (_, text, problem) => {
    const { previous, diagnostics } = parsePrevious("q3.json", "ab", text);
    expect(previous).toBeUndefined();
    expect(diagnostics.map(({ code, location }) => [code, location])).toEqual([
      ["compare/previous-malformed", { file: "q3.json" }],
    ]);
    const said = diagnostics[0]!.args.problem!;
    expect(typeof said === "object" ? said.zh : said).toMatch(problem);
  });

  it.each([
    ["2026Q3", "small-bank", []],
    ["2026Q4", "small-bank", ["compare/previous-not-earlier"]],
    ["2026", "small-bank", ["compare/previous-not-earlier"]],
    ["2026Q2", "small-bank", ["compare/previous-gap"]],
    ["2026Q3", "other", ["compare/previous-rulebook"]],
  ])("of %s by %s", (period, id, codes) => {
    const previous = read(run([], { period, rulebook: { id } }));
    expect(checkPrevious(previous, rulebook, parsePeriod("2026Q4")!).map(({ code }) => code)).toEqual(codes);
  });
});

describe("what has changed", () => {
  const now = gradedOf([
    { id: "1", deposits: "140000000", npl: "0.01", settlement: "1", settlement_cny: "1", action: "review" },
    { id: "2", deposits: "300000000", largest_deposit: "120000000", loans: "400000000", npl: "0.5", action: "promote" },
    { id: "3", deposits: "150000000", action: "keep" },
    { id: "4", deposits: "150000000", action: "keep" },
    { id: "5", deposits: "1", settlement: "", action: "review" },
  ]);
  const then = read(
    run([
      person("9", { name: "李走" }),
      person("1", {
        tiers: [
          {
            tier: "first",
            criteria: [
              criterion("first.exam", "pass", "true", ""),
              criterion("first.npl", "pass", "0.01", "0.02"),
              criterion("first.business", "pass", "", ""),
              criterion("first.business.deposits", "pass", "160000000", "150000000"),
              criterion("first.business.c", "fail", "", ""),
            ],
          },
        ],
      }),
      person("2", {
        tiers: [
          {
            tier: "senior",
            criteria: [
              criterion("senior.business", "fail", "", ""),
              criterion("senior.business.loans", "fail", "5", "350000000"),
              criterion("senior.business.a", "pass", "", ""),
              criterion("senior.business.a.deposits", "fail", "260000000", "250000000"),
            ],
          },
        ],
      }),
      person("3", { previous: { repeated: 4 } }),
      person("5"),
    ]),
  );
  const { changes, left } = since(then, now);
  const of = (index: number) => {
    const { move, causes, repeated } = changes.get(index)!;
    return [move, causes.map(({ now: leaf }) => leaf.criterion.id), repeated];
  };

  it("names what turned at the deciding tier, under groups that turned too", () => {
    expect(of(0)).toEqual(["down", ["first.business.deposits"], 1]);
    expect(of(1)).toEqual(["up", ["senior.business.loans"], 1]);
  });

  it("counts the periods in a row, one for who is new or of whom it is not said", () => {
    expect(of(2)).toEqual(["same", [], 5]);
    expect(of(3)).toEqual(["joined", [], 1]);
    const gap = since(read(run([person("3", { previous: { repeated: 4 } })], { period: "2026Q2" })), now);
    expect(gap.changes.get(2)!.repeated).toBe(1);
  });

  it("says nothing of whom data are missing, and lists who has left", () => {
    expect(of(4)).toEqual(["unclear", [], 1]);
    expect(left.map(({ id, name }) => [id, name])).toEqual([["9", "李走"]]);
  });
});

describe("present tiers after the last period", () => {
  const now = gradedOf([
    { id: "1", current: "first", action: "keep" },
    { id: "2", current: "senior", action: "keep" },
    { id: "3", current: "first", action: "keep" },
    { id: "4", current: "first", action: "keep" },
    { id: "5", current: "first", action: "keep" },
    { id: "6", current: "first", action: "keep" },
  ]);
  const results = [
    person("1", { final: "first" }),
    person("2", { final: "first", recommended: "senior" }),
    person("3", { recommended: "senior" }),
    person("4", { recommended: null, final: null, action: "leave" }),
    person("5", { recommended: null, final: null, action: "review" }),
    person("6", { recommended: "first", final: null, override: { to: null } }),
    person("7", { final: "senior" }),
  ];

  it("that are not the final tiers of then are warned of once, by name and cell", () => {
    const [found, ...more] = tiersNotApplied(since(read(run(results)), now), now);
    expect(more).toEqual([]);
    expect([found?.code, found?.severity, found?.location, found?.args]).toEqual([
      "compare/tiers-not-applied",
      "warning",
      { file: "q3.json" },
      { count: 3, previous: "2026Q3", ids: "2 3 6" },
    ]);
    expect(found?.related?.map(({ note }) => note.zh)).toEqual([
      "这里是“高级客户经理”，上期最终等级是“一级客户经理”",
      "这里是“一级客户经理”，上期最终等级是“高级客户经理”",
      "这里是“一级客户经理”，上期最终等级是“无”",
    ]);
  });

  it.each<[string, Parameters<typeof run>]>([
    ["nothing where all agree", [[person("1"), person("4", { recommended: null, action: "review" })]]],
    ["nothing of another tier that the rulebook does not have", [[person("1", { final: "gold" })]]],
    ["nothing where other periods lie between", [results, { period: "2026Q2" }]],
  ])("say %s", (_, args) => {
    expect(tiersNotApplied(since(read(run(...args)), now), now)).toEqual([]);
  });
});
