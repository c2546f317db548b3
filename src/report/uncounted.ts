import { compareText } from "../diagnostic/collect.ts";
import type { Type } from "../formula/type.ts";
import type { Value } from "../formula/value.ts";
import { Exact } from "../number/exact.ts";
import { tierOf } from "../rulebook/rulebook.ts";
import type { Tier } from "../rulebook/tier.ts";
import type { Text } from "../text/text.ts";
import type { PersonReport } from "./person-report.ts";
import type { Report } from "./report.ts";
import { nextTier } from "./tree.ts";

/** A customer that a scope leaves out, at the tiers that matter to the person. */
export interface Uncounted {
  readonly scope: string;
  readonly group: string;
  readonly value: Value | undefined;
  readonly floor: Value | undefined;
  /** Of both: what the scope adds up. */
  readonly type: Type;
  /** Highest first; none for a scope that is the same at every tier. */
  readonly tiers: readonly Tier[];
  /** The figures that are smaller for it. */
  readonly metrics: readonly Text[];
}

/**
 * A person's customers that do not count at the present, the qualified or the next tier: largest first, one entry where
 * only the tier differs.
 */
export function uncountedOf(report: Report, one: PersonReport): Uncounted[] {
  const { rulebook } = report;
  const { current, qualified } = one.recommendation;
  const next = nextTier(rulebook.tiers, one.assessment.qualified);
  const relevant = new Set([current, qualified, next].filter((tier) => tier !== undefined));
  const type: Type = { kind: "money", currency: rulebook.currency };
  const merged = new Map<string, Uncounted & { tiers: Tier[] }>();
  for (const tier of relevant) {
    for (const found of report.sources.uncounted(one.index, tier)) {
      const key = JSON.stringify([found.scope, found.group, String(found.floor), found.metrics]);
      const scoped = rulebook.scopes.some(({ id, tierScoped }) => id === found.scope && tierScoped);
      const at = scoped ? tierOf(rulebook, found.tier) : undefined;
      const { scope, group, value, floor } = found;
      const known = merged.get(key);
      if (known) known.tiers.push(...(at ? [at] : []));
      else
        merged.set(key, {
          scope,
          group,
          value,
          floor,
          type,
          metrics: found.metrics,
          tiers: at ? [at] : [],
        });
    }
  }
  for (const { tiers } of merged.values()) tiers.sort((a, b) => a.index - b.index);
  const size = ({ value }: Uncounted) => (value instanceof Exact ? value : Exact.zero);
  return [...merged.values()].sort(
    (a, b) =>
      size(b).compare(size(a)) || compareText(a.group, b.group) || (a.tiers[0]?.index ?? 0) - (b.tiers[0]?.index ?? 0),
  );
}
