import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { grade } from "../../src/pipeline.ts";
import { loadRulebook } from "../../src/rulebook/load.ts";
import { parsePeriod } from "../../src/rulebook/period.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import { type Grade, gradeQuarter, type Quarter, type TierId } from "./policy.ts";
import { quarters } from "./quarters.ts";
import { csvFiles, type Writing } from "./sheets.ts";

/** Always the same quarters; `ORACLE_RUNS=5000 ORACLE_SEED=7 npx vitest run test/oracle` tries more, and others. */
const numRuns = Number(process.env.ORACLE_RUNS ?? 100);
const seed = Number(process.env.ORACLE_SEED ?? 20261231);

let rulebook: Rulebook;
beforeAll(async () => {
  const loaded = await loadRulebook("bocom-nanchang");
  if (!loaded.rulebook) throw new Error("bocom-nanchang does not load");
  rulebook = loaded.rulebook;
});

const writing: fc.Arbitrary<Writing> = fc.record({
  inWan: fc.boolean(),
  nothing: fc.constantFrom("plain", "", "-", "无"),
});

async function graded(quarter: Quarter, how: Writing): Promise<Map<string, Grade>> {
  const period = parsePeriod("2026Q4");
  if (!period) throw new Error("no period");
  const sources = csvFiles(quarter, how);
  const outcome = await grade({ sources, rulebook, period, asOf: "2026-12-31", appoint: false });
  const made = outcome.graded;
  if (!made) throw new Error(outcome.diagnostics.map((one) => one.code).join(" "));
  expect(outcome.diagnostics.filter((one) => one.severity === "error")).toEqual([]);
  return new Map(
    made.recommendations.map(({ personIndex, action, recommended }, index) => {
      const assessment = made.assessments[index];
      const onPost = assessment?.standing.find((one) => one.standing.id === "on_post")?.status;
      return [
        made.facts.people[personIndex]?.id ?? "",
        {
          qualified: (assessment?.qualified?.id ?? null) as TierId | null,
          undecided: (assessment?.undecided.map((one) => one.id) ?? []) as TierId[],
          onPost: onPost === "unknown" ? ("unknown" as const) : onPost === "pass",
          action: action as Grade["action"],
          recommended: (recommended?.id ?? null) as TierId | null,
        },
      ];
    }),
  );
}

describe("an independent program grades the same quarters the same", () => {
  it("qualified, undecided, on_post, action and recommendation of everybody", async () => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(quarters(8), writing, async (quarter, how) => {
        const expected = gradeQuarter(quarter);
        const found = await graded(quarter, how);
        expect([...found.keys()]).toEqual(quarter.managers.map((one) => one.id));
        for (const [id, one] of expected) expect({ id, ...found.get(id) }).toEqual({ id, ...one });
        for (const { qualified, onPost, action } of expected.values()) {
          for (const outcome of [`${qualified}`, `on_post ${onPost}`, action])
            seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
        }
      }),
      { numRuns, seed },
    );
    // The quarters are worth something only if everything happens in them.
    const outcomes = [
      "senior",
      "first",
      "second",
      "third",
      "fourth",
      "null",
      "promote",
      "keep",
      "demote",
      "confirm",
      "review",
      "leave",
    ];
    for (const outcome of [...outcomes, "on_post true", "on_post false", "on_post unknown"]) {
      expect([outcome, (seen.get(outcome) ?? 0) > 0]).toEqual([outcome, true]);
    }
  });

  it("the order of rows never matters", async () => {
    const shuffled = quarters(4).chain((quarter) => {
      const mixed = <T>(rows: readonly T[] | undefined) =>
        rows === undefined ? fc.constant(undefined) : fc.shuffledSubarray([...rows], { minLength: rows.length });
      return fc
        .record({
          deposits: mixed(quarter.deposits),
          loans: mixed(quarter.loans),
          settlements: mixed(quarter.settlements),
          quality: mixed(quarter.quality),
        })
        .map((sheets) => [quarter, { ...quarter, ...sheets }] as const);
    });
    await fc.assert(
      fc.asyncProperty(shuffled, writing, async ([one, other], how) => {
        expect(await graded(other, how)).toEqual(await graded(one, how));
      }),
      { numRuns: Math.ceil(numRuns / 2), seed },
    );
  });
});
