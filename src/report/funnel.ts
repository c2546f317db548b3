import type { CriterionResult } from "../assess/assessment.ts";
import type { Criterion } from "../rulebook/criterion.ts";
import type { Tier } from "../rulebook/tier.ts";
import type { Text } from "../text/text.ts";
import type { PersonReport } from "./person-report.ts";
import { collectRequired } from "./tree.ts";

/** How many people one required part of the tiers stops. */
export interface FunnelRow {
  /** The part's id without the tier: `business`, `conduct`. */
  readonly part: string;
  /** What the tiers call it; more than one where they ask for it differently. */
  readonly labels: readonly Text[];
  /** By `Tier.index`; undefined: the tier does not ask for it. */
  readonly stops: readonly (Stops | undefined)[];
}

export interface Stops {
  readonly failed: number;
  readonly unknown: number;
  /** People whom nothing else keeps from the tier. */
  readonly alone: number;
}

/** What stops how many people, over all ladder tiers: parts in the order in which the highest tier asks for them. */
export function funnelOf(tiers: readonly Tier[], people: readonly PersonReport[]): FunnelRow[] {
  const rows = new Map<string, { labels: Text[]; stops: (Stops | undefined)[] }>();
  for (const tier of tiers.filter(({ ladder }) => ladder)) {
    const counts = new Map<string, { label: Text; failed: number; unknown: number; alone: number }>();
    const countOf = new Map<Criterion, { label: Text; failed: number; unknown: number; alone: number }>();
    const known = (criterion: Criterion) => {
      const part = criterion.id.startsWith(`${tier.id}.`) ? criterion.id.slice(tier.id.length + 1) : criterion.id;
      const count = counts.get(part) ?? { label: criterion.label, failed: 0, unknown: 0, alone: 0 };
      counts.set(part, count);
      countOf.set(criterion, count);
      return count;
    };
    const parts: CriterionResult[] = [];
    for (const { assessment } of people) {
      const assessed = assessment.tiers[tier.index];
      if (!assessed) continue;
      parts.length = 0;
      collectRequired(assessed.requires, parts);
      let open = 0;
      for (const { status } of parts) if (status !== "pass") open++;
      for (const { criterion, status } of parts) {
        const count = countOf.get(criterion) ?? known(criterion);
        if (status === "fail") count.failed++;
        if (status === "unknown") count.unknown++;
        if (status !== "pass" && open === 1) count.alone++;
      }
    }
    for (const [part, { label, ...stops }] of counts) {
      const row = rows.get(part) ?? { labels: [], stops: tiers.map(() => undefined) };
      rows.set(part, row);
      if (!row.labels.some(({ zh }) => zh === label.zh)) row.labels.push(label);
      row.stops[tier.index] = stops;
    }
  }
  return [...rows].map(([part, row]) => ({ part, ...row }));
}
