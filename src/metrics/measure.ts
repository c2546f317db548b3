import type { Facts, Person } from "../facts/facts.ts";
import { type Result, type Truth, Unknown } from "../formula/value.ts";
import type { AggregateMeasure, Metric, Scope } from "../rulebook/figure.ts";
import type { PersonFrame, Run } from "../rulebook/frame.ts";
import type { Input } from "../rulebook/input.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { absentSheet, aggregate } from "./aggregate.ts";
import { type Groups, groupRows, membership } from "./groups.ts";
import type { Metrics } from "./metrics.ts";
import { candidateRows, collapsible, groupedRows, joined, type RowEntry } from "./rows.ts";
import { scoreOf } from "./score.ts";

/** Measures every figure of every person: one-row columns and metrics, those that differ by tier once a tier. */
export function measure(facts: Facts, rulebook: Rulebook, run: Run): Metrics {
  return { people: facts.people.map((person) => measurePerson(facts, rulebook, run, person)) };
}

function measurePerson(facts: Facts, rulebook: Rulebook, run: Run, person: Person): PersonFrame {
  const frame = newFrame(rulebook, run, person.columns);
  for (const input of rulebook.inputs) readOneRow(facts, rulebook, frame, input, person.index);
  const scopes = new PersonScopes(facts, rulebook, frame, person.index);
  for (const metric of rulebook.metrics) measureFigure(facts, rulebook, frame, person.index, metric, scopes);
  frame.tier = -1;
  return frame;
}

/** An empty frame: nothing measured, no tier tested. */
export function newFrame(rulebook: Rulebook, run: Run, columns: readonly Result[]): PersonFrame {
  const own = (name: string): Result => {
    const column = rulebook.subject.columns.find((one) => one.name === name);
    return column ? (columns[column.slot] ?? "") : "";
  };
  const size = rulebook.figures.length;
  return {
    run,
    columns,
    shared: new Array<Result>(size),
    byTier: rulebook.tiers.map(() => new Array<Result>(size)),
    tier: -1,
    current: own("current"),
    qualified: notYet,
    recommended: notYet,
    currentLevel: own("current_level"),
    qualifiedLevel: notYet,
    recommendedLevel: notYet,
  };
}

const notYet = new Unknown([]);

/** The columns of an input with at most one row a person, or one in all. No row for a person is unknown, not blank. */
function readOneRow(facts: Facts, rulebook: Rulebook, frame: PersonFrame, input: Input, person: number): void {
  if (input.role !== "one-row" && input.role !== "whole") return;
  const data = facts.inputs[input.index];
  const rows = input.role === "whole" ? [0] : (data?.rowsOf[person] ?? []);
  const [row] = rows;
  for (const column of input.columns) {
    const figure = rulebook.figures.find((one) => one.name === `${input.id}.${column.name}`);
    if (!figure) continue;
    const what = column.label;
    if (!data) frame.shared[figure.slot] = new Unknown([{ why: "no-sheet", what: input.label }]);
    else if (row === undefined || row >= data.rows) frame.shared[figure.slot] = new Unknown([{ why: "no-row", what }]);
    else if (rows.length > 1)
      frame.shared[figure.slot] = new Unknown([{ why: "bad-cell", what, location: data.locate(row) }]);
    else frame.shared[figure.slot] = data.columns[column.slot]?.[row] ?? new Unknown([{ why: "no-column", what }]);
  }
}

function measureFigure(
  facts: Facts,
  rulebook: Rulebook,
  frame: PersonFrame,
  person: number,
  metric: Metric,
  scopes: PersonScopes,
): void {
  const { slot } = metric;
  const at = figureAt(facts, metric, frame, person, scopes);
  if (!metric.tierScoped) {
    frame.tier = -1;
    frame.shared[slot] = at();
    return;
  }
  for (const tier of rulebook.tiers) {
    frame.tier = tier.index;
    const values = frame.byTier[tier.index];
    if (values) values[slot] = at();
  }
}

/** The figure as a function of the frame's tier. */
function figureAt(
  facts: Facts,
  { measure }: Metric,
  frame: PersonFrame,
  person: number,
  scopes: PersonScopes,
): () => Result {
  if (measure.kind === "aggregate") return aggregateAt(facts, measure, frame, person, scopes);
  if (measure.kind === "value") return () => measure.formula.evaluate(frame);
  return () => scoreOf(measure.score, frame);
}

/** An aggregate as a function of the frame's tier. What does not differ by tier is worked out once. */
function aggregateAt(
  facts: Facts,
  measure: AggregateMeasure,
  frame: PersonFrame,
  person: number,
  scopes: PersonScopes,
): () => Result {
  if (!facts.inputs[measure.input.index]) return () => absentSheet(measure);
  const { within, where, argument, divisor } = measure;
  const rowsDiffer = [where, argument, divisor].some((part) => part?.tierScoped);
  const groups = within && scopes.groups(within);
  // Rows whose counting and value are the same at every tier are added up once, for whichever metrics share them.
  const shared = rowsDiffer ? undefined : scopes.entries(measure, groups);
  let before: { members: readonly Truth[] | undefined; result: Result } | undefined;
  return () => {
    const entries = shared ?? candidateRows(facts, measure, frame, person, groups);
    const members = within && scopes.members(within);
    if (before && !rowsDiffer && sameMembers(before.members, members)) return before.result;
    before = { members, result: aggregate(measure, entries, members) };
    return before.result;
  };
}

/** Tiers with equal floors have equal figures. Unknown members never count as equal: their reasons may differ. */
function sameMembers(a: readonly Truth[] | undefined, b: readonly Truth[] | undefined): boolean {
  if (!a || !b || a === b) return a === b;
  return a.length === b.length && a.every((truth, index) => truth === b[index]);
}

/** One person's groups and their membership, each worked out once. */
export class PersonScopes {
  private readonly grouped = new Map<string, Groups>();
  private readonly tests = new Map<string, () => Truth[]>();
  private readonly memberships = new Map<string, Truth[]>();
  private readonly values = new Map<string, readonly Result[]>();
  private readonly rows = new Map<string, readonly RowEntry[]>();
  private readonly alikes = new Map<string, readonly number[]>();

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
    const groups = groupRows(this.facts, this.rulebook, this.person, scope.each);
    this.grouped.set(scope.each, groups);
    return groups;
  }

  /** The candidate rows of a measure, those of groups that always count together added up. */
  entries(measure: AggregateMeasure, groups: Groups | undefined): readonly RowEntry[] {
    const { input, fn, where, argument, within } = measure;
    if (!within || !groups || !collapsible(measure)) {
      return candidateRows(this.facts, measure, this.frame, this.person, groups);
    }
    const key = `${input.id} | ${where?.text} | ${argument?.text} | ${within.each}`;
    const byGroup = this.rows.get(key) ?? groupedRows(this.facts, measure, this.frame, this.person, groups);
    this.rows.set(key, byGroup);
    return fn === "sum" || fn === "max" ? joined(fn, byGroup, this.alike(within)) : byGroup;
  }

  /** For each group, the first that is in the scope at just the same tiers; itself where that is not known. */
  private alike(scope: Scope): readonly number[] {
    const known = this.alikes.get(scope.id);
    if (known) return known;
    const before = this.frame.tier;
    const tiers = scope.tierScoped ? this.rulebook.tiers : this.rulebook.tiers.slice(0, 1);
    const members = tiers.map(({ index }) => {
      this.frame.tier = index;
      return this.members(scope);
    });
    this.frame.tier = before;
    const first = new Map<number, number>();
    const alike = this.groups(scope).keys.map((_, group) => {
      let pattern = 1;
      for (const truths of members) {
        const truth = truths[group];
        if (typeof truth !== "boolean") return group;
        pattern = pattern * 2 + (truth ? 1 : 0);
      }
      const same = first.get(pattern);
      if (same === undefined) first.set(pattern, group);
      return same ?? group;
    });
    this.alikes.set(scope.id, alike);
    return alike;
  }

  /** Which groups are in the scope at the frame's tier. */
  members(scope: Scope): readonly Truth[] {
    const key = scope.tierScoped ? `${scope.id} ${this.frame.tier}` : scope.id;
    const known = this.memberships.get(key);
    if (known) return known;
    const test = this.tests.get(scope.id) ?? membership(this.facts, scope, this.groups(scope), this.frame, this.values);
    this.tests.set(scope.id, test);
    const members = test();
    this.memberships.set(key, members);
    return members;
  }
}
