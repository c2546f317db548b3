import { diagnose } from "../../diagnostic/diagnostic.ts";
import { didYouMean } from "../../text/suggest.ts";
import type { Criterion } from "../criterion.ts";
import type { Reading } from "../reading.ts";
import { list } from "../schema/basics.ts";
import type { CriteriaCompiler } from "./criteria.ts";
import type { Session } from "./session.ts";

export function compileReadings(session: Session): Map<string, Reading> {
  const written = Object.entries(session.source.readings ?? {});
  return new Map(
    written.map(([id, reading]) => [
      id,
      {
        id,
        cite: reading.cite,
        printed: reading.printed,
        adopted: reading.adopted,
        why: reading.why,
        touches: list(reading.touches),
        candidates: reading.candidates ?? [],
      },
    ]),
  );
}

/**
 * What a reading may touch: nodes of all trees, and `scopes.x`, `metrics.x`, standing, `quotas`. What stands in a node that
 * could not be compiled may be there: that it is not found follows from an error that has been said.
 */
export function checkTouches(
  session: Session,
  readings: ReadonlyMap<string, Reading>,
  roots: readonly Criterion[],
  others: readonly string[],
  { usedReadings, lost }: Pick<CriteriaCompiler, "usedReadings" | "lost">,
): void {
  const mayBeThere = (target: string) => [...lost].some((id) => target === id || target.startsWith(`${id}.`));
  const known = new Set([...others, ...roots.flatMap(ids)]);
  for (const reading of readings.values()) {
    for (const [index, target] of reading.touches.entries()) {
      if (known.has(target) || mayBeThere(target)) continue;
      const at = session.document.at(["readings", reading.id, "touches", index]);
      session.report(diagnose("rulebook/touches", at, { target, near: didYouMean(target, [...known]) }));
    }
    if (reading.touches.length === 0 && !usedReadings.has(reading.id)) {
      const at = session.document.keyAt(["readings", reading.id]);
      session.report(diagnose("rulebook/unused-reading", at, { reading: reading.id }));
    }
  }
}

function ids(criterion: Criterion): string[] {
  return [criterion.id, ...(criterion.kind === "leaf" ? [] : criterion.of.flatMap(ids))];
}
