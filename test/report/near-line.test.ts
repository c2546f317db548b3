import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CriterionResult, Status, TierAssessment } from "../../src/assess/assessment.ts";
import { Exact } from "../../src/number/exact.ts";
import { type NearLine, nearLines, usualMargin } from "../../src/report/near-line.ts";
import type { Report } from "../../src/report/report.ts";
import type { ComparisonOp } from "../../src/rulebook/criterion.ts";
import { exact, group, leaf, reportOf, type Someone, tiers } from "./build.ts";

const linesOf = (...people: Someone[]) => nearLines(reportOf(people)).map(shownLine);

function shownLine({ one, tier, direction, leaves, share }: NearLine): string {
  const ids = leaves.map(({ result, distance }) => `${result.criterion.id.split(".").at(-1)} ${distance}`);
  return `${one.id} ${direction} ${tier.id}: ${ids.join(" + ")} (${share.toString(6)})`;
}

describe("near the line", () => {
  const top = { deposits: "300000000", largest_deposit: "120000000", loans: "400000000", npl: "0.001" };
  const cases: [string, Someone, string[]][] = [
    [
      "a criterion of which there are enough others is nothing to lose",
      { id: "1", ...top, settlement: "30000001" },
      [],
    ],
    ["far above every line", { id: "1", ...top }, []],
    [
      "one of the two asked for is 2 % above its line",
      { id: "1", ...top, loans: "357000000" },
      ["1 lose senior: loans 7000000 (0.02)"],
    ],
    [
      "exactly 5 % above the line is near",
      { id: "1", ...top, loans: "367500000" },
      ["1 lose senior: loans 17500000 (0.05)"],
    ],
    ["a fen more is not", { id: "1", ...top, loans: "367500000.01" }, []],
    [
      "a fen short of a higher tier",
      { id: "1", ...top, deposits: "249999999.99" },
      ["1 gain senior: deposits 0.01 (0)"],
    ],
    [
      "two comparisons that must come together",
      { id: "1", ...top, deposits: "245000000", largest_deposit: "96000000" },
      ["1 gain senior: deposits 5000000 + largest_deposit 4000000 (0.04)"],
    ],
    ["one of them too far: no way", { id: "1", ...top, deposits: "245000000", largest_deposit: "94999999.99" }, []],
    ["an exam is never near", { id: "1", ...top, exam: false }, []],
    ["nor is time", { id: "1", ...top, years: "2.99" }, []],
    [
      "below a line from above",
      { id: "1", deposits: "300000000", npl: "0.0195" },
      ["1 lose first: npl 0.0005 (0.025)"],
    ],
    ["and above it", { id: "1", deposits: "300000000", npl: "0.0209" }, ["1 gain first: npl 0.0009 (0.045)"]],
    [
      "what is unknown is not near, but does not save what is lost",
      { id: "1", deposits: "152000000", settlement: "", settlement_cny: "", npl: "0" },
      ["1 lose first: deposits 2000000 (0.013333)"],
    ],
  ];
  it.each(cases)("%s", (_, someone, expected) => {
    expect(linesOf({ exam: true, years: "5", ...someone })).toEqual(expected);
  });

  it("puts the nearest first, whoever it is", () => {
    expect(
      linesOf(
        { id: "1", ...top, loans: "364000000" },
        { id: "2", ...top, loans: "349300000" },
        { id: "3", ...top, loans: "353500000" },
      ),
    ).toEqual([
      "2 gain senior: loans 700000 (0.002)",
      "3 lose senior: loans 3500000 (0.01)",
      "1 lose senior: loans 14000000 (0.04)",
    ]);
  });

  it("goes by the margin of the run", () => {
    const people = [{ id: "1", ...top, loans: "364000000" }];
    const report = reportOf(people);
    expect(nearLines({ ...report, margin: exact("0.04") })).toHaveLength(1);
    expect(nearLines({ ...report, margin: exact("0.0399999999") })).toEqual([]);
    expect(nearLines({ ...report, margin: Exact.zero })).toEqual([]);
  });
});

/** A comparison of the random trees: whether tiers share it, how it lies to its line. */
interface Comparison {
  readonly shared: boolean;
  readonly op: ComparisonOp;
  readonly value: number | "?";
  readonly line: number;
}
/** A number: the comparison of that place; a list: how many of the parts are needed, then the parts. */
type Tree = number | readonly [number, ...Tree[]];
interface RandomTier {
  readonly requires: Tree;
  readonly provisional: Tree | undefined;
}

const comparisons = fc.array(
  fc.record({
    shared: fc.boolean(),
    op: fc.constantFrom<ComparisonOp>(">=", ">", "<=", "<"),
    value: fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 92, max: 108 }) },
      { weight: 1, arbitrary: fc.constant("?" as const) },
    ),
    line: fc.constantFrom<number>(...Array<number>(24).fill(100), 0, -100, 40),
  }),
  { minLength: 5, maxLength: 5 },
);
const trees = fc.letrec<{ tree: Tree; group: Tree; leaf: Tree }>((tie) => ({
  leaf: fc.integer({ min: 0, max: 4 }),
  group: fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.array(tie("tree"), { minLength: 1, maxLength: 3 }))
    .map(([need, parts]) => [Math.min(need, parts.length), ...(parts as Tree[])] as unknown as Tree),
  tree: fc.oneof({ depthSize: "small", withCrossShrink: true }, tie("leaf"), tie("group")),
}));
const someTiers = fc.array(
  fc.record({ requires: trees.group, provisional: fc.option(trees.group, { nil: undefined, freq: 3 }) }),
  { minLength: 2, maxLength: 3 },
);

/** More sets than are looked for, were a comparison that stands more than once counted each time: the smallest was lost. */
const manyTimes: Comparison[] = [95, 96, 95, 95].map((value) => ({ shared: false, op: ">=", value, line: 100 }));
manyTimes.push({ shared: false, op: "<=", value: 101, line: 100 });
const manyTimesIn: Tree = [2, [2, [1, 4, 1], [1, 4, 1]], [1, 0, 0, [1, 0, 0, [1, [2, 1, 1]]]]];

describe("near the line, against every way of changing the comparisons", () => {
  it("finds exactly the minimal sets that gain, and the single ones that lose", () => {
    fc.assert(
      fc.property(comparisons, someTiers, (all, given) => {
        const found = nearLines(reportOn(all, given));
        const shown = found.map(({ tier, direction, leaves }) =>
          [direction, tier.index, ...leaves.map(({ result }) => keyOf(result)).sort()].join(" "),
        );
        expect([...shown].sort()).toEqual(expectedLines(all, given).sort());
        const order = found.map(({ share }) => share.toNumber());
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }),
      {
        numRuns: 1000,
        examples: [
          [
            manyTimes,
            [
              { requires: [1, 0], provisional: manyTimesIn },
              { requires: [1, 0], provisional: undefined },
            ],
          ],
        ],
      },
    );
  });
});

const keyOf = ({ criterion }: CriterionResult): string => (criterion.kind === "leaf" ? criterion.text : "");
const name = (all: readonly Comparison[], at: number, tier: number) => (all[at]!.shared ? `c${at}` : `c${at}@${tier}`);

const met = ({ op, value, line }: Comparison): boolean | undefined => {
  if (value === "?") return undefined;
  return op === ">=" ? value >= line : op === ">" ? value > line : op === "<=" ? value <= line : value < line;
};
/** Figures in whole numbers: 20 × distance ≤ line is 5 %. */
const isNear = ({ value, line }: Comparison) =>
  value !== "?" && line !== 0 && 20 * Math.abs(value - line) <= Math.abs(line);

/** By trying: every subset of the near comparisons changed, and the whole tree worked out anew. */
function expectedLines(all: readonly Comparison[], given: readonly RandomTier[]): string[] {
  const usedAt = given.map(({ requires, provisional }) => new Set([...leaves(requires), ...leaves(provisional)]));
  const holds = (tier: number, changed: ReadonlySet<number>): boolean => {
    const truth = (tree: Tree): boolean => {
      if (typeof tree === "number") return changed.has(tree) ? met(all[tree]!) === false : met(all[tree]!) === true;
      const [need, ...parts] = tree as readonly [number, ...Tree[]];
      return parts.filter(truth).length >= need;
    };
    const { requires, provisional } = given[tier]!;
    return truth(requires) || (provisional !== undefined && truth(provisional));
  };
  const now = given.map((_, tier) => holds(tier, new Set()));
  const qualified = now.indexOf(true);
  const lines: string[] = [];
  const above: Set<number>[] = [];
  for (const tier of given.keys()) {
    if (qualified >= 0 && tier >= qualified) break;
    const near = [...usedAt[tier]!].filter((at) => isNear(all[at]!) && met(all[at]!) === false);
    const gaining = subsets(near).filter((set) => holds(tier, set));
    for (const set of gaining.filter((one) => !gaining.some((other) => other.size < one.size && within(other, one)))) {
      if (above.some((other) => within(other, set))) continue;
      lines.push(["gain", tier, ...[...set].map((at) => name(all, at, tier)).sort()].join(" "));
    }
    for (const set of gaining) if ([...set].every((at) => all[at]!.shared)) above.push(set);
  }
  if (qualified >= 0) {
    for (const at of usedAt[qualified]!) {
      if (!isNear(all[at]!) || met(all[at]!) !== true || holds(qualified, new Set([at]))) continue;
      lines.push(["lose", qualified, name(all, at, qualified)].join(" "));
    }
  }
  return lines;
}

const within = (small: ReadonlySet<number>, large: ReadonlySet<number>) => [...small].every((one) => large.has(one));

function leaves(tree: Tree | undefined): number[] {
  if (tree === undefined) return [];
  return typeof tree === "number" ? [tree] : (tree.slice(1) as Tree[]).flatMap(leaves);
}

function subsets(all: readonly number[]): Set<number>[] {
  return Array.from({ length: 2 ** all.length }, (_, bits) => new Set(all.filter((_, at) => bits & (1 << at))));
}

function reportOn(all: readonly Comparison[], given: readonly RandomTier[]): Report {
  const label = { zh: "组", en: "group" };
  const assessed = given.map(({ requires, provisional }, index): TierAssessment => {
    const result = (tree: Tree, path: string): CriterionResult => {
      if (typeof tree === "number") {
        const { op, value, line, shared } = all[tree]!;
        const truth = met(all[tree]!);
        const status: Status = truth === undefined ? "unknown" : truth ? "pass" : "fail";
        const text = name(all, tree, index);
        const criterion = { ...leaf("t.loans", op, exact(String(line))), id: path, text, tierScoped: !shared };
        const gap = truth === undefined ? undefined : exact(truth ? "0" : String(Math.abs((value as number) - line)));
        const found = value === "?" ? undefined : exact(String(value));
        return { criterion, status, value: found, threshold: exact(String(line)), gap, parts: [], shared: false };
      }
      const [need, ...below] = tree as readonly [number, ...Tree[]];
      const parts = below.map((part, at) => result(part, `${path}.${at}`));
      const passed = parts.filter(({ status }) => status === "pass").length;
      const possible = parts.filter(({ status }) => status !== "fail").length;
      const status = passed >= need ? "pass" : possible < need ? "fail" : "unknown";
      const criterion = group(
        path,
        label,
        need,
        parts.map((part) => part.criterion),
      );
      return { criterion, status, value: undefined, threshold: undefined, gap: undefined, parts, shared: false };
    };
    const full = result(requires, "t");
    const other = provisional === undefined ? undefined : result(provisional, "p");
    const statuses = [full.status, ...(other ? [other.status] : [])];
    const status = statuses.includes("pass") ? "pass" : statuses.includes("unknown") ? "unknown" : "fail";
    const tier = { ...tiers[0]!, id: String(index), index, rank: 9 - index };
    const isProvisional = status === "pass" && full.status !== "pass";
    return { tier, status, provisional: isProvisional, requires: full, provisionalResult: other };
  });
  const qualified = assessed.find(({ status }) => status === "pass")?.tier;
  const people = [{ id: "1", index: 0, assessment: { tiers: assessed, qualified } }];
  return { people, rulebook: { tiers: assessed.map(({ tier }) => tier) }, margin: usualMargin } as unknown as Report;
}
