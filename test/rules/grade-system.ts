import { Exact } from "../../src/number/exact.ts";
import { type Graded, grade } from "../../src/pipeline.ts";
import { loadRulebook } from "../../src/rulebook/load.ts";
import { parsePeriod } from "../../src/rulebook/period.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import type { InputSource } from "../../src/workbook/read.ts";

/** Grades files under a shipped rulebook, or one at hand. */
export async function gradeSystem(
  system: string | Rulebook,
  sources: readonly InputSource[],
  periodText: string,
  asOf?: string,
): Promise<Graded> {
  const rulebook = typeof system === "string" ? (await loadRulebook(system)).rulebook : system;
  const period = parsePeriod(periodText);
  if (!rulebook || !period) throw new Error(`${String(system)} ${periodText}`);
  const { graded, diagnostics } = await grade({ sources, rulebook, period, asOf: asOf ?? period.to, appoint: false });
  if (!graded) throw new Error(JSON.stringify(diagnostics));
  return graded;
}

/** Every team check over everyone: whether met, and the figure. */
export function teamOutcomes({ team }: Graded): Record<string, unknown> {
  const whole = team.filter(({ part }) => part === undefined);
  return Object.fromEntries(
    whole.map(({ check, status, value }) => {
      return [check.id, { value: value instanceof Exact ? value.toNumber() : undefined, met: status === "pass" }];
    }),
  );
}
