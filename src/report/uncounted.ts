import { compareText } from "../diagnostic/collect.ts";
import type { Type } from "../formula/type.ts";
import type { Value } from "../formula/value.ts";
import { Exact } from "../number/exact.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
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
  const merged: Mutable[] = [];
  const byGroup = new Map<string, Mutable[]>();
  for (const tier of relevant) {
    for (const found of report.sources.uncounted(one.index, tier)) {
      const scoped = rulebook.scopes.some(({ id, tierScoped }) => id === found.scope && tierScoped);
      const at = scoped ? [tier] : [];
      const { scope, group, value, floor, metrics } = found;
      const alike = byGroup.get(group) ?? [];
      const known = alike.find((other) => other.scope === scope && isSame(other, found));
      if (known) known.tiers = [...known.tiers, ...at];
      else {
        const entry: Mutable = { scope, group, value, floor, type, metrics, tiers: at };
        merged.push(entry);
        alike.push(entry);
        byGroup.set(group, alike);
      }
    }
  }
  for (const entry of merged) entry.tiers = highestFirst(rulebook, entry.tiers);
  const size = ({ value }: Uncounted) => (value instanceof Exact ? value : Exact.zero);
  return merged.sort(
    (a, b) =>
      size(b).compare(size(a)) || compareText(a.group, b.group) || (a.tiers[0]?.index ?? 0) - (b.tiers[0]?.index ?? 0),
  );
}

type Mutable = Uncounted & { tiers: readonly Tier[] };

function isSame(a: Pick<Uncounted, "floor" | "metrics">, b: Pick<Uncounted, "floor" | "metrics">): boolean {
  if (a.floor !== b.floor && String(a.floor) !== String(b.floor)) return false;
  return a.metrics === b.metrics || JSON.stringify(a.metrics) === JSON.stringify(b.metrics);
}

const orders = new WeakMap<Rulebook, Map<string, readonly Tier[]>>();

/** The lists of tiers are few, and a hundred thousand customers share them. */
function highestFirst(rulebook: Rulebook, tiers: readonly Tier[]): readonly Tier[] {
  const known = orders.get(rulebook) ?? new Map<string, readonly Tier[]>();
  orders.set(rulebook, known);
  const key = tiers.map(({ index }) => index).join(" ");
  const list = known.get(key) ?? [...tiers].sort((a, b) => a.index - b.index);
  known.set(key, list);
  return list;
}
