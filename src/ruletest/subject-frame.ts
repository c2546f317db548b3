import { type Diagnostic, isError } from "../diagnostic/diagnostic.ts";
import { bindFacts } from "../facts/bind-facts.ts";
import type { Facts, Person } from "../facts/facts.ts";
import { type Result, Unknown } from "../formula/value.ts";
import { measure } from "../metrics/measure.ts";
import { scoreOf } from "../metrics/score.ts";
import type { Metric } from "../rulebook/figure.ts";
import type { PersonFrame, Run } from "../rulebook/frame.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Text } from "../text/text.ts";
import { type Given, givenOf } from "./given.ts";
import { rowTables } from "./row-tables.ts";
import type { RuleTest } from "./rule-test.ts";

/** The person of a test, measured: what rows say, what is given in their place, and what follows from both. */
export interface Subject {
  readonly person: Person;
  readonly frame: PersonFrame;
}

/** Builds the person of a test. A cell that cannot be read is a mistake of the test, not a finding about a person. */
export function subjectOf(
  test: RuleTest,
  rulebook: Rulebook,
  run: Run,
): Subject | { readonly problems: readonly Diagnostic[] } {
  const { given, problems } = givenOf(test, rulebook);
  const made = rowTables(test, rulebook);
  if ("problems" in made) return { problems: [...problems, ...made.problems] };
  const facts = bindFacts(made.tables, rulebook);
  const errors = [...problems, ...facts.diagnostics.filter(isError)];
  const [first] = facts.people;
  if (errors.length > 0 || !first) return { problems: errors };
  const person = { ...first, columns: columnsOf(first, test, rulebook, given) };
  const [frame] = measure({ ...facts, people: [person] }, rulebook, run).people;
  if (!frame) return { problems: [] };
  putGiven(frame, facts, rulebook, given);
  return { person, frame };
}

/** The roster's columns: as given, else as the row has them, else as `like` has them, else not given. */
function columnsOf(person: Person, test: RuleTest, rulebook: Rulebook, given: Given): Result[] {
  const { subject } = rulebook;
  const roster = test.rows.find((sheet) => sheet.input === subject.id);
  const cells = new Set(roster?.rows[0]?.cells.map((cell) => cell.key));
  return subject.columns.map((column): Result => {
    const own = given.columns.get(column.slot);
    if (own && (own.isOwn || !cells.has(column.name))) return own.value;
    const read = person.columns[column.slot];
    return roster || column === subject.key ? (read ?? notGiven(column.label)) : notGiven(column.label);
  });
}

/** Puts what is given in the place of what was measured, and works out again what follows from it. */
function putGiven(frame: PersonFrame, facts: Facts, rulebook: Rulebook, given: Given): void {
  for (const figure of rulebook.figures) {
    const input = given.inputOf(figure.name);
    if (input && !facts.inputs[input.index]) put(frame, figure, notGiven(figure.label));
  }
  const worked = new Map(rulebook.metrics.map((metric) => [metric.slot, metric]));
  const standing = new Set(rulebook.standing.map((one) => one.slot));
  for (const figure of rulebook.figures) {
    if (worked.has(figure.slot) || standing.has(figure.slot)) continue;
    const value = given.figure(figure, undefined);
    if (value !== undefined) frame.shared[figure.slot] = value;
  }
  for (const metric of rulebook.metrics) {
    const tiers = metric.tierScoped ? rulebook.tiers : [undefined];
    for (const tier of tiers) {
      frame.tier = tier?.index ?? -1;
      const value = given.figure(metric, tier) ?? workedOut(metric, frame);
      if (value === undefined) continue;
      const values = tier ? frame.byTier[tier.index] : frame.shared;
      if (values) values[metric.slot] = value;
    }
  }
  frame.tier = -1;
}

/** What an aggregate came to stands; the rest may depend on something given. */
function workedOut({ measure }: Metric, frame: PersonFrame): Result | undefined {
  if (measure.kind === "aggregate") return undefined;
  return measure.kind === "value" ? measure.formula.evaluate(frame) : scoreOf(measure.score, frame);
}

function put(frame: PersonFrame, { slot, tierScoped }: { slot: number; tierScoped: boolean }, value: Result): void {
  if (!tierScoped) frame.shared[slot] = value;
  else for (const values of frame.byTier) values[slot] = value;
}

function notGiven(what: Text): Unknown {
  return new Unknown([{ why: "not-given", what }]);
}
