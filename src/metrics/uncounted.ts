import type { Facts } from "../facts/facts.ts";
import type { AggregateMeasure, Metric } from "../rulebook/figure.ts";
import type { PersonFrame } from "../rulebook/frame.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Text } from "../text/text.ts";
import type { UncountedGroup } from "./metrics.ts";
import { PersonScopes } from "./person-scopes.ts";
import { candidateRows } from "./rows.ts";

/** The groups (customers) of one person that a scope leaves out at a tier, and which metrics they would have raised. */
export function uncountedGroups(
  facts: Facts,
  rulebook: Rulebook,
  frame: PersonFrame,
  person: number,
  tier: number,
  scopes = new PersonScopes(facts, rulebook, frame, person),
): UncountedGroup[] {
  const before = frame.tier;
  frame.tier = tier;
  const found: UncountedGroup[] = [];
  for (const scope of rulebook.scopes) {
    const groups = scopes.groups(scope);
    const members = scopes.members(scope);
    const metrics = rulebook.metrics.filter((one) => one.measure.kind === "aggregate" && one.measure.within === scope);
    const touched = groups.keys.map(() => new Set<Text>());
    for (const metric of metrics) {
      for (const group of groupsOf(facts, metric, frame, person, scopes)) {
        if (members[group] === false) touched[group]?.add(metric.label);
      }
    }
    for (const [group, key] of groups.keys.entries()) {
      const labels = touched[group];
      if (members[group] !== false || !labels?.size) continue;
      const judged = scope.judge(groups.frame(group, frame));
      found.push({
        person: facts.people[person]?.id ?? "",
        scope: scope.id,
        group: key,
        tier: rulebook.tiers[tier]?.id ?? "",
        value: judged?.value,
        floor: judged?.threshold,
        metrics: [...labels],
      });
    }
  }
  frame.tier = before;
  return found;
}

/** The groups in which a metric has rows that `where` does not rule out. */
function groupsOf(facts: Facts, metric: Metric, frame: PersonFrame, person: number, scopes: PersonScopes): number[] {
  const measure = metric.measure as AggregateMeasure;
  const groups = measure.within && scopes.groups(measure.within);
  const entries = candidateRows(facts, measure, frame, person, groups);
  return entries.flatMap((entry) => (typeof entry.group === "number" ? [entry.group] : []));
}
