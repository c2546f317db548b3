import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CriterionResult } from "../../src/assess/assessment.ts";
import { Testers } from "../../src/assess/testers.ts";
import { type Truth, Unknown } from "../../src/formula/value.ts";
import type { Choice, Criterion, Group, Leaf } from "../../src/rulebook/criterion.ts";
import { atLeast, criterionTruth } from "../../src/rulebook/criterion-truth.ts";
import type { PersonFrame } from "../../src/rulebook/frame.ts";
import { same } from "../../src/text/text.ts";

const common = { label: same(""), cite: undefined, assumed: false, waivable: false, readings: [] };
const reading = {
  id: "r",
  cite: "第五条",
  printed: "x",
  adopted: undefined,
  why: undefined,
  touches: [],
  candidates: [],
};

/** A tree over numbered leaves, each used once; the frame's columns are their truths. */
type Shape = { leaf: number } | { need: number; of: Shape[] } | { choice: number[] };

function leaf(index: number): Leaf {
  const truth = (frame: PersonFrame) => frame.columns[index] as Truth;
  return {
    ...common,
    kind: "leaf",
    id: `l${index}`,
    name: `l${index}`,
    nameLabel: same(""),
    type: { kind: "boolean" },
    op: "is",
    text: `l${index}`,
    tierScoped: false,
    value: truth,
    threshold: () => undefined,
    isFixed: true,
    test: (frame) => ({ truth: truth(frame), value: truth(frame), threshold: undefined, gap: undefined }),
  };
}

function criterion(shape: Shape): Criterion {
  if ("leaf" in shape) return leaf(shape.leaf);
  if ("choice" in shape) return { ...common, kind: "choice", id: "c", reading, of: shape.choice.map(leaf) } as Choice;
  return { ...common, kind: "group", id: "g", need: shape.need, of: shape.of.map(criterion) } as Group;
}

/** Written apart from the code under test: two-valued, with undefined where readings differ. */
function plainTruth(shape: Shape, truths: readonly boolean[]): boolean | undefined {
  if ("leaf" in shape) return truths[shape.leaf];
  if ("choice" in shape) {
    const found = new Set(shape.choice.map((index) => truths[index]));
    return found.size === 1 ? [...found][0] : undefined;
  }
  const parts = shape.of.map((part) => plainTruth(part, truths));
  if (parts.filter((part) => part === true).length >= shape.need) return true;
  return parts.filter((part) => part !== false).length < shape.need ? false : undefined;
}

function completions(truths: readonly (boolean | undefined)[]): boolean[][] {
  return truths.reduce<boolean[][]>(
    (list, truth) =>
      list.flatMap((one) => (truth === undefined ? [true, false] : [truth]).map((each) => [...one, each])),
    [[]],
  );
}

/** Trees of up to 3 levels and 8 leaves; the numbers of the leaves are handed out from left to right. */
const shapes: fc.Arbitrary<Shape> = fc
  .letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { depthSize: "small", maxDepth: 3 },
      fc.constant("leaf"),
      fc.constant("choice"),
      fc.record({ need: fc.nat(3), of: fc.array(tie("tree"), { minLength: 1, maxLength: 4 }) }),
    ),
  }))
  .tree.map((tree) => {
    let next = 0;
    const number = (node: unknown): Shape => {
      if (node === "leaf" || next > 6) return { leaf: next++ };
      if (node === "choice") return { choice: [next++, next++] };
      const { need, of } = node as { need: number; of: unknown[] };
      const parts = of.map(number);
      return { need: Math.max(1, Math.min(need, parts.length)), of: parts };
    };
    return number(tree);
  });

const frameOf = (truths: readonly (boolean | undefined)[]) =>
  ({
    columns: truths.map((truth, index) => truth ?? new Unknown([{ why: "blank", what: same(`l${index}`) }])),
  }) as unknown as PersonFrame;

const test = (frame: PersonFrame, tree: Criterion) => new Testers().test(frame, tree);

const plain = (truth: Truth) => (truth instanceof Unknown ? undefined : truth);

describe("trees of criteria are Kleene's", () => {
  it("a tree is decided exactly when every completion of what is unknown decides it the same way", () => {
    const truth = fc.constantFrom(true, false, undefined);
    fc.assert(
      fc.property(shapes, fc.array(truth, { minLength: 12, maxLength: 12 }), (shape, truths) => {
        const used = countLeaves(shape);
        const given = truths.slice(0, used);
        const outcomes = new Set(completions(given).map((one) => plainTruth(shape, one)));
        const expected = outcomes.size === 1 ? [...outcomes][0] : undefined;
        const tree = criterion(shape);
        expect(plain(criterionTruth(tree, frameOf(given)))).toBe(expected);
        // The trace of the same tree says the same, and names no more than what is missing.
        const traced = test(frameOf(given), tree);
        expect(traced.status).toBe(expected === undefined ? "unknown" : expected ? "pass" : "fail");
      }),
      { numRuns: 500 },
    );
  });

  it.each<[number, (boolean | undefined)[], boolean | undefined]>([
    [2, [true, true, undefined, undefined], true],
    [2, [true, undefined, false, false], undefined],
    [2, [undefined, false, false, false], false],
    [2, [undefined, undefined, false, false], undefined],
    [1, [undefined, true], true],
    [1, [undefined, false], undefined],
    [2, [undefined, false], false],
    [2, [undefined, true], undefined],
    [0, [], true],
    [1, [], false],
  ])("at least %i of %j: %s", (need, truths, expected) => {
    expect(plain(atLeast(need, frameOf(truths).columns as Truth[]))).toBe(expected);
  });

  it("unknown says all that is missing, and nothing is cut short", () => {
    const shape: Shape = { need: 3, of: [{ leaf: 0 }, { leaf: 1 }, { need: 1, of: [{ leaf: 2 }, { leaf: 3 }] }] };
    const truth = criterionTruth(criterion(shape), frameOf([undefined, true, undefined, false]));
    expect(truth instanceof Unknown && truth.reasons.map((one) => one.what.zh)).toEqual(["l0", "l2"]);
    const failed = test(frameOf([false, undefined, undefined, true]), criterion(shape));
    const statuses = (one: CriterionResult): string[] => [one.status, ...one.parts.flatMap(statuses)];
    expect(statuses(failed)).toEqual(["fail", "fail", "unknown", "pass", "unknown", "pass"]);
  });
});

describe("several readings of one clause", () => {
  it.each<[(boolean | undefined)[], boolean | undefined]>([
    [[true, true], true],
    [[false, false], false],
    [[true, false], undefined],
    [[true, undefined], undefined],
    [[undefined, false], undefined],
    [[undefined, undefined], undefined],
  ])("%j: %s", (truths, expected) => {
    const choice = criterion({ choice: [0, 1] });
    expect(plain(criterionTruth(choice, frameOf(truths)))).toBe(expected);
    expect(test(frameOf(truths), choice).status).toBe(expected === undefined ? "unknown" : expected ? "pass" : "fail");
  });
  it("where they differ, that is what is missing", () => {
    const truth = criterionTruth(criterion({ choice: [0, 1] }), frameOf([true, false]));
    expect(truth instanceof Unknown && truth.reasons.map((one) => one.why)).toEqual(["readings-differ"]);
    const unknown = criterionTruth(criterion({ choice: [0, 1] }), frameOf([true, undefined]));
    expect(unknown instanceof Unknown && unknown.reasons.map((one) => one.what.zh)).toEqual(["l1"]);
  });
});

function countLeaves(shape: Shape): number {
  if ("leaf" in shape) return shape.leaf + 1;
  if ("choice" in shape) return Math.max(...shape.choice) + 1;
  return Math.max(...shape.of.map(countLeaves));
}
