import type { Facts } from "../facts/facts.ts";
import { isKnown, type Result, type Value } from "../formula/value.ts";
import type { Metric } from "../rulebook/figure.ts";
import type { PersonFrame } from "../rulebook/frame.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Trace, TraceCell } from "./metrics.ts";
import { PersonScopes } from "./person-scopes.ts";
import { candidateRows, counts } from "./rows.ts";
import { namesIn } from "./source-columns.ts";

/**
 * Where a name's value came from: the cells of the rows that counted and of those that a scope left out, at a tier. A metric
 * worked out from others gives the traces of those; a column gives its cell. `scopes`: the person's, for whoever asks for
 * several figures.
 */
export function traceFigure(
  facts: Facts,
  rulebook: Rulebook,
  frame: PersonFrame,
  person: number,
  name: string,
  tier: number,
  scopes = new PersonScopes(facts, rulebook, frame, person),
): Trace[] {
  const before = frame.tier;
  frame.tier = tier;
  const traces = trace(facts, rulebook, frame, person, name, new Set(), scopes);
  frame.tier = before;
  return traces;
}

function trace(
  facts: Facts,
  rulebook: Rulebook,
  frame: PersonFrame,
  person: number,
  name: string,
  seen: Set<string>,
  scopes: PersonScopes,
): Trace[] {
  if (seen.has(name)) return [];
  seen.add(name);
  const metric = rulebook.metrics.find((one) => one.name === name);
  if (!metric) return traceColumn(facts, rulebook, frame, person, name);
  if (metric.measure.kind === "aggregate") return [traceAggregate(facts, frame, person, metric, scopes)];
  return namesIn(metric.measure).flatMap((used) => trace(facts, rulebook, frame, person, used, seen, scopes));
}

/** A column of the subject, or of a one-row input. */
function traceColumn(facts: Facts, rulebook: Rulebook, frame: PersonFrame, person: number, name: string): Trace[] {
  const own = rulebook.subject.columns.find((column) => column.name === name);
  if (own) {
    const value = frame.columns[own.slot];
    const location = facts.people[person]?.locate(own.slot);
    if (value === undefined || !location) return [];
    return [{ figure: name, value, counted: [{ location, value: known(value) }], leftOut: [] }];
  }
  const [inputId, columnName] = name.split(".");
  const input = rulebook.inputs.find((one) => one.id === inputId);
  const column = input?.columns.find((one) => one.name === columnName);
  const data = input && facts.inputs[input.index];
  const row = input?.role === "whole" ? 0 : data?.rowsOf[person]?.[0];
  if (!column || !data || row === undefined) return [];
  const value = data.columns[column.slot]?.at(row);
  if (value === undefined) return [];
  return [
    { figure: name, value, counted: [{ location: data.locate(row, column.slot), value: known(value) }], leftOut: [] },
  ];
}

function traceAggregate(facts: Facts, frame: PersonFrame, person: number, metric: Metric, scopes: PersonScopes): Trace {
  const value = (metric.tierScoped ? frame.byTier[frame.tier]?.[metric.slot] : frame.shared[metric.slot]) as Result;
  const { measure } = metric;
  const data = measure.kind === "aggregate" ? facts.inputs[measure.input.index] : undefined;
  if (measure.kind !== "aggregate" || !data) return { figure: metric.name, value, counted: [], leftOut: [] };
  const groups = measure.within && scopes.groups(measure.within);
  const members = measure.within && scopes.members(measure.within);
  const entries = candidateRows(facts, measure, frame, person, groups);
  const used = measure.argument?.uses.map((name) => name.slice(name.indexOf(".") + 1)) ?? [];
  const column = measure.input.columns.find((one) => used.includes(one.name));
  const cell = (row: number, result: Result | undefined): TraceCell => ({
    location: data.locate(row, column?.slot),
    value: result === undefined ? undefined : known(result),
  });
  const counted = entries
    .filter((entry) => counts(entry, members) !== false)
    .map((entry) => cell(entry.row, entry.value));
  const outOfScope = entries.filter((entry) => counts(entry, members) === false);
  const candidates = new Set(entries.map((entry) => entry.row));
  const ruledOut = (data.rowsOf[person] ?? []).filter((row) => !candidates.has(row));
  return {
    figure: metric.name,
    value,
    counted,
    leftOut: [
      ...outOfScope.map((entry) => ({ ...cell(entry.row, entry.value), by: "within" as const })),
      ...ruledOut.map((row) => ({ ...cell(row, column && data.columns[column.slot]?.at(row)), by: "where" as const })),
    ],
  };
}

function known(result: Result): Value | undefined {
  return isKnown(result) ? result : undefined;
}
