import type { Facts, Person } from "../facts/facts.ts";
import { type Result, type Truth, Unknown } from "../formula/value.ts";
import { Exact } from "../number/exact.ts";
import type { AggregateMeasure, Metric } from "../rulebook/figure.ts";
import type { PersonFrame, Run } from "../rulebook/frame.ts";
import type { Column, Input } from "../rulebook/input.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { absentSheet, aggregate, nothingCounted } from "./aggregate.ts";
import type { Metrics } from "./metrics.ts";
import { PersonScopes } from "./person-scopes.ts";
import { candidateRows, type RowEntry, rowsDiffer } from "./rows.ts";
import { scoreOf } from "./score.ts";

/** Measures every figure of every person: one-row columns and metrics, those that differ by tier once a tier. */
export function measure(facts: Facts, rulebook: Rulebook, run: Run): Metrics {
  const oneRow = oneRowFigures(rulebook);
  return { people: facts.people.map((person) => measurePerson(facts, rulebook, run, person, oneRow)) };
}

function measurePerson(
  facts: Facts,
  rulebook: Rulebook,
  run: Run,
  person: Person,
  oneRow: readonly OneRowFigure[],
): PersonFrame {
  const frame = newFrame(rulebook, run, person.columns);
  for (const { input, column, slot } of oneRow) frame.shared[slot] = oneRowValue(facts, input, column, person.index);
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

/** A column of an input with at most one row a person, or one in all, and the figure that it is. */
interface OneRowFigure {
  readonly input: Input;
  readonly column: Column;
  readonly slot: number;
}

function oneRowFigures({ inputs, figures }: Rulebook): OneRowFigure[] {
  const slots = new Map(figures.map((figure) => [figure.name, figure.slot]));
  return inputs
    .filter(({ role }) => role === "one-row" || role === "whole")
    .flatMap((input) =>
      input.columns.flatMap((column) => {
        const slot = slots.get(`${input.id}.${column.name}`);
        return slot === undefined ? [] : [{ input, column, slot }];
      }),
    );
}

/** No row for a person is unknown, not blank. */
function oneRowValue(facts: Facts, input: Input, column: Column, person: number): Result {
  const data = facts.inputs[input.index];
  const what = column.label;
  if (!data) return new Unknown([{ why: "no-sheet", what: input.label }]);
  const rows = input.role === "whole" ? [0] : (data.rowsOf[person] ?? []);
  const [row] = rows;
  if (row === undefined || row >= data.rows) return new Unknown([{ why: "no-row", what }]);
  if (rows.length > 1) return new Unknown([{ why: "bad-cell", what, location: data.locate(row) }]);
  return data.columns[column.slot]?.at(row) ?? new Unknown([{ why: "no-column", what }]);
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
  const { within } = measure;
  if (countsAll(measure)) return () => countOf(measure, facts, person);
  const differ = rowsDiffer(measure);
  const groups = within && scopes.groups(within);
  // Rows whose counting and value are the same at every tier are added up once, for whichever metrics share them.
  const grouped = differ ? undefined : scopes.groupedRows(measure);
  const rows = () => grouped?.entries() ?? candidateRows(facts, measure, frame, person, groups);
  let shared: readonly RowEntry[] | undefined;
  const entries = () => {
    if (differ) return rows();
    shared ??= rows();
    return shared;
  };
  let before: { members: readonly Truth[] | undefined; result: Result } | undefined;
  return () => {
    const members = within && scopes.members(within);
    if (before && !differ && sameMembers(before.members, members)) return before.result;
    const total = members && grouped?.total(measure, members);
    before = { members, result: total ?? aggregate(measure, entries(), members) };
    return before.result;
  };
}

/** Whether it is the number of a person's rows that is asked for, whatever stands in them. */
function countsAll({ fn, where, within }: AggregateMeasure): boolean {
  return fn === "count" && !where && !within;
}

function countOf(measure: AggregateMeasure, facts: Facts, person: number): Result {
  const rows = facts.inputs[measure.input.index]?.rowsOf[person] ?? [];
  return rows.length === 0 ? nothingCounted(measure) : Exact.of(rows.length);
}

/** Tiers with equal floors have equal figures. Unknown members never count as equal: their reasons may differ. */
function sameMembers(a: readonly Truth[] | undefined, b: readonly Truth[] | undefined): boolean {
  if (!a || !b || a === b) return a === b;
  for (let group = 0; group < a.length; group++) if (a[group] !== b[group]) return false;
  return a.length === b.length;
}
