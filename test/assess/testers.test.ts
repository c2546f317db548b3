import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assess } from "../../src/assess/assess.ts";
import { type CriterionResult, type Status, statusOf } from "../../src/assess/assessment.ts";
import { Testers } from "../../src/assess/testers.ts";
import { Unknown } from "../../src/formula/value.ts";
import type { Criterion } from "../../src/rulebook/criterion.ts";
import { criterionTruth } from "../../src/rulebook/criterion-truth.ts";
import type { PersonFrame } from "../../src/rulebook/frame.ts";
import { measured, type Row } from "../metrics/build.ts";

const sections = `params:
  line: {by: tier, values: {a: 80, b: 60}}
  held: {by: tier, values: {a: 50, b: 40}}
readings: {r: {cite: 第五条, printed: 八十, candidates: [mark >= 80, mark > 90]}}
metrics: {sold: {sum: sales.amount}}
requirements:
  base:
    all:
      - {id: either, any: [exam, edu >= 大专]}
      - {id: range, that: mark between 50 and 90}
      - {id: listed, that: "edu in [大专, 本科]"}
      - {id: own, that: mark >= held at current}
tiers:
  - {id: a, requires: [{use: base}, {id: r, reading: r}, {id: lined, that: mark >= line}, {id: sold, that: sold >= 0.3}]}
  - {id: b, requires: [{use: base}, {id: lined, that: mark >= line}, {id: half, at_least: 2, of: [exam, sold > 0, mark != 60]}]}`;

/** Of few values, so that people are alike, some of them written otherwise. */
const person: fc.Arbitrary<{ cells: Row; amount: string | undefined }> = fc.record({
  cells: fc.record({
    mark: fc.constantFrom("39.5", "45", "60", "60.0", "80", "90", "91", null),
    exam: fc.constantFrom(true, false, null),
    edu: fc.constantFrom("高中", "大专", "本科", null),
    current: fc.constantFrom("a", "b", ""),
  }),
  amount: fc.constantFrom("0.1", "0.3", "0.30", "0.29", undefined),
});

/** A tree as it comes out, node by node, each tested on its own. */
function apart(criterion: Criterion, frame: PersonFrame): object {
  const truth = criterionTruth(criterion, frame);
  const own = { id: criterion.id, status: statusOf(truth) };
  if (criterion.kind !== "leaf") return { ...own, parts: criterion.of.map((part) => apart(part, frame)) };
  const { value, threshold, gap } = criterion.test(frame);
  return { ...own, value: plain(value), threshold: plain(threshold), gap: plain(gap) };
}

function shown({ criterion, status, value, threshold, gap, parts }: CriterionResult): object {
  const own = { id: criterion.id, status };
  if (criterion.kind !== "leaf") return { ...own, parts: parts.map(shown) };
  return { ...own, value: plain(value), threshold: plain(threshold), gap: plain(gap) };
}

function plain(value: unknown): unknown {
  return value instanceof Unknown ? value.reasons : value === undefined ? undefined : String(value);
}

const framesOf = (people: readonly { cells: Row; amount?: string | undefined }[], rules = sections) =>
  measured(rules, {
    people: people.map(({ cells }, at) => ({ id: String(at), ...cells })),
    sales: people.flatMap(({ amount }, at) => (amount === undefined ? [] : [{ id: String(at), amount }])),
  });

/** The first tier's whole tree for marks of so many people. */
function tested(requires: string, marks: readonly string[]): { testers: Testers; results: CriterionResult[] } {
  const { rules, frames } = framesOf(
    marks.map((mark) => ({ cells: { mark, exam: true } })),
    `tiers: [{id: a, requires: ${requires}}, {id: b, requires: [exam]}]`,
  );
  const testers = new Testers();
  return { testers, results: frames.map((frame) => testers.test(frame, rules.tiers[0]!.requires)) };
}

const of = (status: Status, ...parts: Status[]) => ({ status, parts: parts.map((part) => ({ status: part })) });

describe("one run tests all its people with the same testers", () => {
  it("everybody's results are those of a test of their own, whoever was tested before", () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 40 }), (people) => {
        const { rules, frames } = framesOf(people);
        const testers = new Testers();
        for (const [index, frame] of frames.entries()) {
          const { tiers } = assess(frame, rules, index, testers);
          for (const { tier, requires } of tiers) {
            frame.tier = tier.index;
            expect(shown(requires)).toEqual(apart(tier.requires, frame));
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it("what came of the same figure is one object, and so is a group of such", () => {
    const { results } = tested("[mark >= 80, exam]", ["70", "70.0", "80", "70"]);
    expect(results).toMatchObject([
      of("fail", "fail", "pass"),
      of("fail", "fail", "pass"),
      of("pass", "pass", "pass"),
      {},
    ]);
    const [first, second, third, fourth] = results.map(({ parts }) => parts[0]!);
    expect([second, fourth]).toEqual([first, first]);
    expect([second === first, fourth === first, third === first]).toEqual([true, true, false]);
    expect([first!.shared, third!.shared]).toEqual([true, false]);
    expect([results[3]!.shared, results[3] === results[1]]).toEqual([true, true]);
  });

  it("a line of a param is looked at every time", () => {
    const { rules, frames } = framesOf(
      ["a", "b", "a"].map((current) => ({ cells: { mark: "45", current } })),
      "params: {p: {by: tier, values: {a: 50, b: 40}}}\ntiers: [{id: a, requires: [mark >= p at current]}, {id: b, requires: [exam]}]",
    );
    const testers = new Testers();
    const [high, low, again] = frames.map((frame) => testers.test(frame, rules.tiers[0]!.requires).parts[0]!);
    expect([high, low].map((one) => [one!.status, String(one!.threshold), String(one!.gap)])).toEqual([
      ["fail", "50", "5"],
      ["pass", "40", "0"],
    ]);
    expect(again).toBe(high);
  });

  it("what several tiers ask for alike is tested once a person", () => {
    const { rules, frames } = framesOf([{ cells: { mark: "45", exam: true } }, { cells: { mark: "45", exam: true } }]);
    const testers = new Testers();
    for (const frame of frames) {
      const [above, below] = rules.tiers.map((tier) => testers.test(frame, tier.requires).parts[0]!);
      const leaf = (one: CriterionResult) => one.parts[3]!.parts[0]!;
      expect([leaf(above!).criterion.id, leaf(below!).criterion.id]).toEqual(["a.base.own.mark", "b.base.own.mark"]);
      expect(leaf(below!).value).toBe(leaf(above!).value);
      expect(leaf(below!).gap).toBe(leaf(above!).gap);
    }
  });

  it("looks no longer for what everybody has otherwise", () => {
    const marks = Array.from({ length: 300 }, (_, at) => `${at}.5`);
    const { results } = tested("[mark >= 80]", [...marks, "0.5", "299.5"]);
    expect(results.filter(({ shared }) => shared)).toEqual([]);
    expect(results.at(-1)).toMatchObject(of("pass", "pass"));
    const some = tested("[mark >= 80]", [...marks.flatMap((mark) => [mark, mark]), "0.5"]).results;
    expect(new Set(some.map(({ parts }) => parts[0]!)).size).toBe(256 + 2 * 44);
    expect(some.at(-1)!.parts[0]).toBe(some[0]!.parts[0]);
  });

  it("what is unknown is everybody's own", () => {
    const { rules, frames } = framesOf([{ cells: {} }, { cells: {} }], "tiers: [{id: a, requires: [mark >= 80]}]");
    const testers = new Testers();
    const [one, other] = frames.map((frame) => testers.test(frame, rules.tiers[0]!.requires));
    expect([one!.status, one!.shared, one === other]).toEqual(["unknown", false, false]);
  });
});
