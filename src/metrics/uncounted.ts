import type { Facts } from "../facts/facts.ts";
import type { AggregateMeasure, Scope } from "../rulebook/figure.ts";
import type { PersonFrame } from "../rulebook/frame.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Text } from "../text/text.ts";
import type { UncountedGroup } from "./metrics.ts";
import { PersonScopes } from "./person-scopes.ts";

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
  for (const within of scopesOf(rulebook)) {
    const { scope, measures } = within;
    const members = scopes.members(scope);
    if (!members.includes(false)) continue;
    const groups = scopes.groups(scope);
    const touched = measures.map((measure) => scopes.touched(measure, scope));
    for (let group = 0; group < groups.count; group++) {
      if (members[group] !== false) continue;
      const metrics = labelsOf(within, touched, group);
      if (metrics.length === 0) continue;
      const judged = scopes.judged(scope, group);
      found.push({
        person: facts.people[person]?.id ?? "",
        scope: scope.id,
        group: groups.key(group),
        tier: rulebook.tiers[tier]?.id ?? "",
        value: judged?.value,
        floor: judged?.threshold,
        metrics,
      });
    }
  }
  frame.tier = before;
  return found;
}

/** A scope and what is counted within it. */
interface Within {
  readonly scope: Scope;
  readonly measures: readonly AggregateMeasure[];
  /** By measure. */
  readonly labels: readonly Text[];
  /** The lists of labels that there have been, by the places of the measures: ten thousand people share a few. */
  readonly lists: Map<string, readonly Text[]>;
}

const known = new WeakMap<Rulebook, readonly Within[]>();

function scopesOf(rulebook: Rulebook): readonly Within[] {
  const before = known.get(rulebook);
  if (before) return before;
  const all = rulebook.scopes.map((scope): Within => {
    const measured = rulebook.metrics.flatMap(({ label, measure }) =>
      measure.kind === "aggregate" && measure.within === scope ? [{ label, measure }] : [],
    );
    const [measures, labels] = [measured.map(({ measure }) => measure), measured.map(({ label }) => label)];
    return { scope, measures, labels, lists: new Map() };
  });
  known.set(rulebook, all);
  return all;
}

/** The metrics in which a group has rows, each label once. */
function labelsOf({ labels, lists }: Within, touched: readonly (readonly boolean[])[], group: number): readonly Text[] {
  let places = "";
  for (let at = 0; at < touched.length; at++) if (touched[at]![group]) places += ` ${at}`;
  let list = lists.get(places);
  if (!list) {
    list = [...new Set(labels.filter((_, at) => touched[at]![group]))];
    lists.set(places, list);
  }
  return list;
}
