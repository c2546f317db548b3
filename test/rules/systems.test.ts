import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { filesOf, systems, systemsDir } from "../../scripts/make-system-fixtures.ts";
import type { ExpectedPerson, ExpectedRun } from "../../scripts/system-fixtures/fixture.ts";
import { Exact } from "../../src/number/exact.ts";
import type { Graded } from "../../src/pipeline.ts";
import { gradeSystem, teamOutcomes } from "./grade-system.ts";

/** Every grading system's sample spreadsheets, graded, against what was worked out with plain numbers. */
describe.each(systems)("$id", (system) => {
  it("has the files that its script makes", async () => {
    for (const [name, bytes] of await filesOf(system)) {
      const kept = readFileSync(join(systemsDir, system.id, name));
      expect(Buffer.compare(kept, bytes), `${name}: run scripts/make-system-fixtures.ts`).toBe(0);
    }
  });

  const { runs } = JSON.parse(readFileSync(join(systemsDir, system.id, "expected.json"), "utf8")) as {
    runs: readonly ExpectedRun[];
  };
  it.each(runs.map((run) => [`${run.files.join(" ")} ${run.period}`, run] as const))("%s", async (_, run) => {
    const sources = run.files.map((name) => ({ name, path: join(systemsDir, system.id, name) }));
    const graded = await gradeSystem(system.id, sources, run.period);
    expect(graded.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const found = Object.fromEntries(
      graded.assessments.map((_, index) => {
        const { id } = graded.facts.people[graded.assessments[index]?.personIndex ?? -1] ?? { id: "" };
        return [id, outcomeOf(graded, index, run.people[id] ?? {})];
      }),
    );
    expect(found).toEqual(run.people);
    expect(graded.outside.map((index) => graded.facts.people[index]?.id)).toEqual(run.outside ?? []);
    if (run.team) expect(teamOutcomes(graded)).toEqual(run.team);
  });
});

/** What came of one person, as far as `wanted` asks. */
function outcomeOf(graded: Graded, index: number, wanted: ExpectedPerson): ExpectedPerson {
  const { assessments, recommendations, metrics, rulebook } = graded;
  const assessment = assessments[index];
  const recommendation = recommendations[index];
  const frame = metrics.people[assessment?.personIndex ?? -1];
  if (!assessment || !recommendation || !frame) return {};
  const { level, qualified, provisional } = assessment;
  const standing = assessment.standing.map(({ standing: { id }, status }) => [id, truthOf(status)] as const);
  const benefits = recommendation.benefits.map(({ id, amount }) => [id, numberOf(amount)] as const);
  const values = rulebook.figures.map(({ name, slot }) => [name, numberOf(frame.shared[slot])] as const);
  const all: Required<ExpectedPerson> = {
    tier: qualified?.id ?? null,
    level: typeof level?.name === "string" ? level.name : null,
    provisional,
    action: recommendation.action ?? "",
    recommended: recommendation.recommended?.id ?? null,
    standing: only(standing, wanted.standing),
    benefits: only(benefits, wanted.benefits),
    values: only(values, wanted.values),
  };
  return only(Object.entries(all), wanted);
}

function only<T>(entries: readonly (readonly [string, T])[], wanted: object | undefined): Record<string, T> {
  return Object.fromEntries(entries.filter(([key]) => wanted && key in wanted));
}

function truthOf(status: string): boolean | null {
  return status === "unknown" ? null : status === "pass";
}

function numberOf(value: unknown): number | null {
  return value instanceof Exact ? value.toNumber() : null;
}
