import type { Criterion } from "../rulebook/criterion.ts";
import type { Reading } from "../rulebook/reading.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";

const known = new WeakMap<Rulebook, ReadonlyMap<Criterion, ReadonlySet<Reading>>>();

/**
 * The readings that a criterion rests on where its row stands alone: its own, and those of the groups that it is part of.
 * The candidates of a choice stand under the choice, which names the reading.
 */
export function readingsOn(rulebook: Rulebook, criterion: Criterion): readonly Reading[] {
  let all = known.get(rulebook);
  if (!all) {
    all = collect(rulebook);
    known.set(rulebook, all);
  }
  return [...(all.get(criterion) ?? criterion.readings)];
}

function collect({ tiers, standing }: Rulebook): ReadonlyMap<Criterion, ReadonlySet<Reading>> {
  const found = new Map<Criterion, Set<Reading>>();
  const add = (criterion: Criterion, above: readonly Reading[]): void => {
    const here = found.get(criterion) ?? new Set();
    const own = criterion.kind === "choice" ? [criterion.reading, ...criterion.readings] : criterion.readings;
    const readings = [...own, ...above];
    for (const reading of readings) here.add(reading);
    found.set(criterion, here);
    if (criterion.kind === "leaf") return;
    for (const part of criterion.of) add(part, criterion.kind === "choice" ? [] : readings);
  };
  for (const { requires, provisional } of tiers) for (const root of [requires, provisional]) if (root) add(root, []);
  for (const { criterion } of standing) add(criterion, []);
  return found;
}
