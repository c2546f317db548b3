import type { Facts } from "../facts/facts.ts";
import { isKnown, type Result, type Truth, type Value } from "../formula/value.ts";
import type { AggregateMeasure, Scope } from "../rulebook/figure.ts";
import type { PersonFrame } from "../rulebook/frame.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { Groups, membership, valuesKey } from "./groups.ts";
import {
  candidateGroups,
  candidateRows,
  collapsible,
  entriesOf,
  type GroupedRows,
  groupedRows,
  joined,
  type RowEntry,
} from "./rows.ts";

/** One person's groups and their membership, each worked out once. */
export class PersonScopes {
  private readonly grouped = new Map<string, Groups>();
  private readonly tests = new Map<Scope, () => Truth[]>();
  /** By tier, the one for no tier first. */
  private readonly memberships = new Map<Scope, (readonly Truth[] | undefined)[]>();
  private readonly values = new Map<string, readonly Result[]>();
  private readonly rows = new Map<string, GroupedRows>();
  private readonly alikes = new Map<Scope, readonly number[]>();
  private readonly touchedBy = new Map<string, readonly boolean[]>();

  constructor(
    private readonly facts: Facts,
    private readonly rulebook: Rulebook,
    private readonly frame: PersonFrame,
    private readonly person: number,
  ) {}

  /** Scopes over the same column share their groups. */
  groups(scope: Scope): Groups {
    const known = this.grouped.get(scope.each);
    if (known) return known;
    const groups = new Groups(this.facts, this.rulebook, this.person, scope.each);
    this.grouped.set(scope.each, groups);
    return groups;
  }

  /** The candidate rows of a measure, those of groups that always count together added up. */
  entries(measure: AggregateMeasure, groups: Groups | undefined): readonly RowEntry[] {
    const { fn, within } = measure;
    if (!within || !groups || !collapsible(measure)) {
      return candidateRows(this.facts, measure, this.frame, this.person, groups);
    }
    const key = sharedRowsKey(measure, within);
    const byGroup = this.rows.get(key) ?? groupedRows(this.facts, measure, this.frame, this.person, groups);
    this.rows.set(key, byGroup);
    if (fn === "sum" || fn === "max") return joined(fn, byGroup, this.alike(within), groups);
    return entriesOf(byGroup, groups);
  }

  /** For each group, the first that is in the scope at just the same tiers; itself where that is not known. */
  private alike(scope: Scope): readonly number[] {
    const known = this.alikes.get(scope);
    if (known) return known;
    const before = this.frame.tier;
    const tiers = scope.tierScoped ? this.rulebook.tiers : this.rulebook.tiers.slice(0, 1);
    // Tiers with the same floor have one list.
    const members = new Set<readonly Truth[]>();
    for (const { index } of tiers) {
      this.frame.tier = index;
      members.add(this.members(scope));
    }
    this.frame.tier = before;
    const first = new Map<number, number>();
    const alike: number[] = [];
    const lists = [...members];
    for (let group = 0; group < this.groups(scope).keys.length; group++) {
      const pattern = patternOf(lists, group);
      const same = pattern === undefined ? group : first.get(pattern);
      if (pattern !== undefined && same === undefined) first.set(pattern, group);
      alike.push(same ?? group);
    }
    this.alikes.set(scope, alike);
    return alike;
  }

  /** By group: whether the measure has rows of it that `where` does not rule out at the frame's tier. */
  touched(measure: AggregateMeasure, within: Scope): readonly boolean[] {
    const { where, input } = measure;
    const key = `${input.id} | ${where?.text} | ${within.each}`;
    const known = this.touchedBy.get(key);
    if (known) return known;
    const groups = this.groups(within);
    const touched = groups.keys.map(() => false);
    for (const group of candidateGroups(this.facts, measure, this.frame, this.person, groups)) touched[group] = true;
    if (!where?.tierScoped) this.touchedBy.set(key, touched);
    return touched;
  }

  /** What the scope's left side comes to for a group, and the floor at the frame's tier: undefined where it is no comparison. */
  judged(
    scope: Scope,
    group: number,
  ): { readonly value: Value | undefined; readonly threshold: Value | undefined } | undefined {
    const frame = this.groups(scope).frame(group, this.frame);
    const { split } = scope;
    this.members(scope);
    const values = split && this.values.get(valuesKey(scope, split));
    if (!values) return scope.judge(frame);
    const [value, threshold] = [values[group], split.floor.evaluate(frame)];
    return {
      value: value !== undefined && isKnown(value) ? value : undefined,
      threshold: isKnown(threshold) ? threshold : undefined,
    };
  }

  /** Which groups are in the scope at the frame's tier. */
  members(scope: Scope): readonly Truth[] {
    const place = scope.tierScoped ? this.frame.tier + 1 : 0;
    let known = this.memberships.get(scope);
    if (!known) {
      known = [];
      this.memberships.set(scope, known);
    }
    const before = known[place];
    if (before) return before;
    const test = this.tests.get(scope) ?? membership(this.facts, scope, this.groups(scope), this.frame, this.values);
    this.tests.set(scope, test);
    const members = test();
    known[place] = members;
    return members;
  }
}

/** In which of the lists a group is, as bits; undefined where one does not know. */
function patternOf(lists: readonly (readonly Truth[])[], group: number): number | undefined {
  let pattern = 1;
  for (let at = 0; at < lists.length; at++) {
    const truth = lists[at]?.[group];
    if (typeof truth !== "boolean") return undefined;
    pattern = pattern * 2 + (truth ? 1 : 0);
  }
  return pattern;
}

const keys = new WeakMap<AggregateMeasure, string>();

/** The same for measures that count the same rows with the same values; put together once, not once a person. */
function sharedRowsKey(measure: AggregateMeasure, within: Scope): string {
  const known = keys.get(measure);
  if (known !== undefined) return known;
  const { input, where, argument } = measure;
  const key = `${input.id} | ${where?.text} | ${argument?.text} | ${within.each}`;
  keys.set(measure, key);
  return key;
}
