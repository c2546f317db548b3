import type { Facts } from "../facts/facts.ts";
import { isKnown, type Truth, type Value } from "../formula/value.ts";
import type { AggregateMeasure, Scope } from "../rulebook/figure.ts";
import type { PersonFrame } from "../rulebook/frame.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { collapsible, GroupedRows } from "./grouped-rows.ts";
import { Groups } from "./groups.ts";
import { type GroupValues, membership, valueAt, valuesKey } from "./membership.ts";
import { candidateGroups } from "./rows.ts";

/** One person's groups and their membership, each worked out once. */
export class PersonScopes {
  private readonly grouped = new Map<string, Groups>();
  private readonly tests = new Map<Scope, () => Truth[]>();
  /** By tier, the one for no tier first. */
  private readonly memberships = new Map<Scope, (readonly Truth[] | undefined)[]>();
  private readonly values = new Map<string, GroupValues>();
  private readonly rows = new Map<string, GroupedRows>();
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

  /** The candidate rows of a measure added up by group; undefined where that would not do. */
  groupedRows(measure: AggregateMeasure): GroupedRows | undefined {
    const { within } = measure;
    if (!within || !collapsible(measure)) return undefined;
    const key = sharedRowsKey(measure, within);
    const rows =
      this.rows.get(key) ?? new GroupedRows(this.facts, measure, this.frame, this.person, this.groups(within));
    this.rows.set(key, rows);
    return rows;
  }

  /** By group: whether the measure has rows of it that `where` does not rule out at the frame's tier. */
  touched(measure: AggregateMeasure, within: Scope): readonly boolean[] {
    const { where, input } = measure;
    const key = `${input.id} | ${where?.text} | ${within.each}`;
    const known = this.touchedBy.get(key);
    if (known) return known;
    const groups = this.groups(within);
    const touched = groups.map(() => false);
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
    const [value, threshold] = [valueAt(values, group), split.floor.evaluate(frame)];
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
    const test = this.tests.get(scope) ?? this.testOf(scope);
    this.tests.set(scope, test);
    const members = test();
    known[place] = members;
    return members;
  }

  private testOf(scope: Scope): () => Truth[] {
    return membership(this.facts, scope, this.groups(scope), this.frame, this.values);
  }
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
