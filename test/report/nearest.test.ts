import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CriterionResult, TierAssessment } from "../../src/assess/assessment.ts";
import { nearestWays } from "../../src/report/nearest.ts";
import { wayText } from "../../src/report/phrases.ts";
import { readerOf } from "../../src/report/reader.ts";
import { exact, gradedOf, group, leaf, reportOf, tiers } from "./build.ts";

const label = { zh: "组", en: "group" };

/** A tree of leaves with the gaps given (0: passed, "?": unknown), nested groups as [need, ...parts]; "x" to "z": see `twice`. */
type Tree = number | "?" | Twice | readonly [number, ...Tree[]];
/** Comparisons that may stand in a tree more than once, with their gaps. */
type Twice = "x" | "y" | "z";
const twice: Readonly<Record<Twice, number>> = { x: 10, y: 20, z: 30 };
const isTwice = (tree: Tree): tree is Twice => typeof tree === "string" && tree !== "?";

function resultOf(tree: Tree, path = "t"): CriterionResult {
  if (typeof tree !== "object") {
    const criterion = { ...leaf(`${path}.loans`, ">=", exact("100")), text: isTwice(tree) ? tree : path };
    const status = tree === "?" ? "unknown" : tree === 0 ? "pass" : "fail";
    const gap = tree === "?" ? undefined : exact(String(isTwice(tree) ? twice[tree] : tree));
    return { criterion, status, value: undefined, threshold: exact("100"), gap, parts: [], shared: false };
  }
  const [need, ...below] = tree as readonly [number, ...Tree[]];
  const parts = below.map((part, index) => resultOf(part, `${path}.${index}`));
  const passed = parts.filter(({ status }) => status === "pass").length;
  const possible = parts.filter(({ status }) => status !== "fail").length;
  const criterion = group(
    path,
    label,
    need,
    parts.map((part) => part.criterion),
  );
  const status = passed >= need ? "pass" : possible < need ? "fail" : "unknown";
  return { criterion, status, value: undefined, threshold: undefined, gap: undefined, parts, shared: false };
}

function tierOf(tree: Tree): TierAssessment {
  const requires = resultOf(tree);
  return { tier: tiers[0]!, status: requires.status, provisional: false, requires, provisionalResult: undefined };
}

const ids = (tree: Tree, limit?: number) =>
  nearestWays(tierOf(tree), limit).map(({ leaves }) => leaves.map(({ result }) => result.criterion.id.slice(2, -6)));

describe("the nearest ways", () => {
  const cases: [string, Tree, string[][]][] = [
    ["nothing to do", [1, 0, 5], []],
    ["one of two, the smaller gap first", [1, 30, 20], [["1"], ["0"]]],
    ["two of four with one met: any one more", [2, 0, 40, 10, 20], [["2"], ["3"], ["1"]]],
    [
      "two of three: pairs by their sum",
      [2, 30, 10, 25],
      [
        ["1", "2"],
        ["0", "1"],
        ["0", "2"],
      ],
    ],
    ["a part that itself asks for two", [1, [2, 5, 6], 20], [["0.0", "0.1"], ["1"]]],
    ["only what a part still lacks", [1, [2, 0, 6], 20], [["0.1"], ["1"]]],
    [
      "a gate and a choice",
      [2, 7, [1, 9, 8]],
      [
        ["0", "1.1"],
        ["0", "1.0"],
      ],
    ],
    ["what needs missing data comes last", [1, "?", 99], [["1"], ["0"]]],
    ["what stands twice is met once", [2, [1, "x", 9], [1, "x", 8]], [["0.0"], ["0.1", "1.1"]]],
    ["and costs once", [1, [2, "x", [1, "x", 1]], 11], [["0.0"], ["1"]]],
    ["what holds another set is not minimal", [2, [1, "x", "y"], [1, "x", "y", 50]], [["0.0"], ["0.1"]]],
  ];
  it.each(cases)("%s", (_, tree, expected) => {
    expect(ids(tree)).toEqual(expected);
  });

  it("gives the best ones only, when asked for few", () => {
    expect(ids([3, 9, 8, 7, 6, 5, 4], 2)).toEqual([
      ["3", "4", "5"],
      ["2", "4", "5"],
    ]);
  });

  it("are exactly the minimal sets of leaves that pass the tree, in order of cost", () => {
    const trees = fc.letrec<{ tree: Tree; group: Tree; leaf: Tree }>((tie) => ({
      leaf: fc.oneof(
        { weight: 1, arbitrary: fc.constant(0) },
        { weight: 4, arbitrary: fc.integer({ min: 1, max: 99 }) },
        { weight: 3, arbitrary: fc.constantFrom<Tree>("x", "y", "z") },
      ),
      group: fc
        .tuple(fc.integer({ min: 1, max: 3 }), fc.array(tie("tree"), { minLength: 1, maxLength: 3 }))
        .map(([need, parts]) => [Math.min(need, parts.length), ...(parts as Tree[])] as unknown as Tree),
      tree: fc.oneof({ depthSize: "small", withCrossShrink: true }, tie("leaf"), tie("group")),
    }));
    fc.assert(
      fc.property(trees.group, (tree) => {
        const leaves = new Map<string, number>();
        collect(tree, "t", leaves);
        fc.pre(leaves.size <= 8);
        const open = [...leaves].filter(([, gap]) => gap > 0).map(([id]) => id);
        const passing = subsets(open).filter((chosen) => passes(tree, "t", new Set(chosen)));
        const minimal = passing.filter(
          (chosen) =>
            !passing.some((other) => other.length < chosen.length && other.every((id) => chosen.includes(id))),
        );
        const expected = tierOf(tree).status === "pass" ? [] : minimal;
        const found = nearestWays(tierOf(tree), 1000).map(({ leaves: all }) =>
          all.map(({ result: { criterion } }) => (criterion.kind === "leaf" ? criterion.text : "")),
        );
        const cost = (chosen: readonly string[]) => chosen.reduce((sum, id) => sum + leaves.get(id)!, 0);
        const sorted = (sets: readonly (readonly string[])[]) => sets.map((set) => [...set].sort().join(" ")).sort();
        expect(sorted(found)).toEqual(sorted(expected));
        const costs = found.map(cost);
        expect(costs).toEqual([...costs].sort((a, b) => a - b));
      }),
    );
  });

  it("say what kind of thing is missing", () => {
    const graded = gradedOf([
      { id: "1", years: "2", exam: false, deposits: "260000000", largest_deposit: "", loans: "340000000" },
    ]);
    const [way] = nearestWays(graded.assessments[0]!.tiers[0]!);
    expect(way!.leaves.map(({ result, need }) => [result.criterion.id, need, result.gap?.toString()])).toEqual([
      ["senior.exam", "condition", undefined],
      ["senior.years", "time", "1"],
      ["senior.business.loans", "amount", "10000000"],
      ["senior.business.settlement", "amount", "30000000"],
    ]);
  });

  it("read well", () => {
    const report = reportOf([
      { id: "1", npl: "0.025", deposits: "149999999.99", settlement: "9000000", settlement_cny: "" },
    ]);
    const ways = nearestWays(report.people[0]!.assessment.tiers[1]!);
    expect(ways.map((way) => wayText(way, readerOf(report, "zh")))).toEqual([
      "不良率 减少 0.5% 且 0.01元 日均存款",
      "不良率 减少 0.5% 且 100万美元 国际结算量 且 补齐 国际结算量（折人民币） 的数据",
    ]);
    expect(wayText(ways[0]!, readerOf(report, "en"))).toBe(
      "NPL ratio down by 0.5% and Average deposits up by CNY 0.01",
    );
  });
});

/** By text: the path of a leaf, or the letter of one that may stand twice. */
function collect(tree: Tree, path: string, into: Map<string, number>): void {
  if (typeof tree === "number") into.set(path, tree);
  if (isTwice(tree)) into.set(tree, twice[tree]);
  if (typeof tree !== "object") return;
  for (const [index, part] of tree.slice(1).entries()) collect(part as Tree, `${path}.${index}`, into);
}

function passes(tree: Tree, path: string, met: ReadonlySet<string>): boolean {
  if (typeof tree !== "object") return tree === 0 || met.has(isTwice(tree) ? tree : path);
  const [need, ...parts] = tree as readonly [number, ...Tree[]];
  return parts.filter((part, index) => passes(part, `${path}.${index}`, met)).length >= need;
}

function subsets(all: readonly string[]): string[][] {
  return Array.from({ length: 2 ** all.length }, (_, bits) => all.filter((_, index) => bits & (1 << index)));
}
