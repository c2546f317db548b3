import { assess } from "./assess/assess.ts";
import type { Assessment } from "./assess/assessment.ts";
import { Testers } from "./assess/testers.ts";
import { applyQuotas, type Candidate } from "./decide/apply-quotas.ts";
import { decide } from "./decide/decide.ts";
import { applyOverrides, finalQuotas } from "./decide/override.ts";
import type { QuotaResult } from "./decide/quotas.ts";
import type { Recommendation } from "./decide/recommendation.ts";
import { checkTeam, type TeamResult } from "./decide/team.ts";
import { sortDiagnostics } from "./diagnostic/collect.ts";
import { type Diagnostic, isError } from "./diagnostic/diagnostic.ts";
import { bindFacts } from "./facts/bind-facts.ts";
import type { Facts, Person } from "./facts/facts.ts";
import { otherPeriods } from "./facts/other-period.ts";
import { bindOverrides, overridesSpec } from "./facts/overrides.ts";
import { assessmentMasker } from "./mask/mask-assessment.ts";
import { diagnosticMasker } from "./mask/mask-diagnostic.ts";
import { maskOverrides } from "./mask/mask-overrides.ts";
import { maskPeople } from "./mask/mask-people.ts";
import { maskWord } from "./mask/mask-word.ts";
import { Masks } from "./mask/masks.ts";
import { measure } from "./metrics/measure.ts";
import type { Metrics } from "./metrics/metrics.ts";
import type { PersonFrame, Run } from "./rulebook/frame.ts";
import { checkInForce } from "./rulebook/in-force.ts";
import type { Period } from "./rulebook/period.ts";
import type { Rulebook } from "./rulebook/rulebook.ts";
import type { Lang } from "./text/text.ts";
import { type InputSource, type ReadOptions, type ReadTables, readTables } from "./workbook/read.ts";
import type { FileReport } from "./workbook/sheet-report.ts";

/** A whole run, from bytes to recommendation: what every report is made from. Lists are in roster order. */
export interface Graded {
  readonly rulebook: Rulebook;
  readonly period: Period;
  readonly run: Run;
  readonly files: readonly FileReport[];
  readonly facts: Facts;
  readonly metrics: Metrics;
  readonly assessments: readonly Assessment[];
  readonly recommendations: readonly Recommendation[];
  /** Whether people's decisions were given to stand beside the recommendations. */
  readonly overridden: boolean;
  /** How the caps came out, on the tiers that stand in the end; empty without `quotas`. */
  readonly quotas: readonly QuotaResult[];
  /** The checks over the team; empty without `team`. */
  readonly team: readonly TeamResult[];
  /** People on the roster to whom the rulebook does not apply, by `Person.index`: not graded, and said. */
  readonly outside: readonly number[];
  /** Of all stages, sorted. */
  readonly diagnostics: readonly Diagnostic[];
  /**
   * Set where people are masked: people, assessments, reasons and diagnostics are masked already, figures and the rows that
   * they come from are not.
   */
  readonly masks?: Masks | undefined;
}

export interface GradeRequest {
  readonly sources: readonly InputSource[];
  readonly rulebook: Rulebook;
  readonly period: Period;
  /** The day of assessment, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Moves tiers even where the rulebook appoints by the year and the period does not end it. */
  readonly appoint: boolean;
  readonly reading?: ReadOptions;
  /** Masks people and customers, with masks in this language. Verdicts are the same as without. */
  readonly mask?: Lang | undefined;
  /** People of an earlier run, who need masks too, on the roster or not. */
  readonly known?: Iterable<{ readonly id: string; readonly name: string }> | undefined;
  /** Told when a stage begins, and now and then how many people it has done, for a progress line. */
  readonly onStage?: (stage: Stage, done?: number, of?: number) => void;
  /** Sheets of 人工调整: what people decided, whatever is recommended. */
  readonly overrides?: readonly InputSource[];
}

/** The stages after reading, as far as they take time. */
export type Stage = "bind" | "measure" | "assess" | "decide";

/** People between two tellings of how far a stage has come. */
const peoplePerStep = 200;

export interface GradeOutcome {
  /** Undefined: it cannot be done. No rule is in force on the day, a file cannot be read, nobody is on the roster, or one id twice. */
  readonly graded: Graded | undefined;
  /** Of all stages that were reached, sorted. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Takes spreadsheets all the way to recommendations. Nothing is thrown for what is in a file. */
export async function grade({
  sources,
  rulebook,
  period,
  asOf,
  appoint,
  reading,
  overrides = [],
  mask,
  known,
  onStage,
}: GradeRequest): Promise<GradeOutcome> {
  const run: Run = { asOf, from: period.from, to: period.to };

  const notInForce = checkInForce(rulebook, run);
  if (notInForce.some(isError)) return { graded: undefined, diagnostics: notInForce };

  const read = await readTables(sources, rulebook.tableSpecs, reading);
  const written = await readOverrides(overrides, rulebook, reading);
  onStage?.("bind");
  const facts = bindFacts(read.tables, rulebook);
  const decisions = bindOverrides(written.tables, rulebook, facts, period, asOf);
  const masks = mask && new Masks(facts, rulebook, mask, known);
  const maskDiagnostic = masks ? diagnosticMasker(masks, rulebook, read.files) : (one: Diagnostic) => one;
  const found = [...notInForce, ...read.diagnostics, ...otherPeriods(read.files, period), ...facts.diagnostics];
  found.push(...written.diagnostics, ...decisions.diagnostics);
  if (read.unreadable.length > 0 || written.unreadable.length > 0 || facts.fatal) {
    return { graded: undefined, diagnostics: sortDiagnostics(found).map(maskDiagnostic) };
  }

  onStage?.("measure");
  const metrics = measure(facts, rulebook, run);
  const covered = facts.people.flatMap((person) => coveredBy(rulebook, person, metrics));
  const testers = new Testers();
  const assessments = covered.map(({ person, frame }, index) => {
    if (index % peoplePerStep === 0) onStage?.("assess", index, covered.length);
    return assess(frame, rulebook, person.index, testers);
  });
  onStage?.("decide");
  const people = masks ? maskPeople(facts, rulebook, masks, maskDiagnostic) : facts.people;
  const told = masks ? assessments.map(assessmentMasker(rulebook, masks)) : assessments;
  const decided = covered.map(({ person, frame }, index) => ({
    recommendation: decide(assessments[index] as Assessment, person, rulebook, frame, {
      period,
      appoint,
      told: { assessment: told[index] as Assessment, person: people[person.index] as Person },
    }),
    frame,
  }));
  const frames = covered.map(({ frame }) => frame);
  const capped = applyQuotas(rulebook, decided);
  const candidates = (list: readonly Recommendation[]): Candidate[] =>
    list.map((recommendation, index) => ({ recommendation, frame: frames[index] as PersonFrame }));
  const settled = masks ? maskOverrides(decisions) : decisions;
  const human = applyOverrides(rulebook, candidates(capped.recommendations), settled, maskDiagnostic);
  const { recommendations } = human;
  const moved = recommendations.some(({ override }) => override !== undefined);
  const quotas = moved ? finalQuotas(rulebook, candidates(recommendations)) : capped.quotas;
  const team = checkTeam(rulebook, run, frames);
  const inside = new Set(covered.map(({ person }) => person.index));
  const outside = facts.people.flatMap(({ index }) => (inside.has(index) ? [] : [index]));
  const diagnostics = sortDiagnostics([...found, ...human.diagnostics]).map(maskDiagnostic);

  const graded = {
    rulebook,
    period,
    run,
    files: [...read.files, ...written.files],
    facts: { ...facts, people: people.map((person) => withFaults(person, human.faults.get(person.index))) },
    metrics,
    assessments: told,
    recommendations,
    overridden: overrides.length > 0,
    quotas,
    team: masks ? team.map((one) => ({ ...one, part: maskWord(one.part, masks) })) : team,
    outside,
    diagnostics,
    masks,
  };
  return { graded, diagnostics };
}

/** Nobody, if the rulebook does not apply to the person. One of whom that is unknown is graded: silence would lose them. */
function coveredBy(rulebook: Rulebook, person: Person, metrics: Metrics): { person: Person; frame: PersonFrame }[] {
  const frame = metrics.people[person.index];
  if (!frame || rulebook.appliesTo?.evaluate(frame) === false) return [];
  return [{ person, frame }];
}

/**
 * Reads sheets of 人工调整. A file in which none is recognised is read once more as one, so that what it lacks is said:
 * nobody's decision may be passed over in silence.
 */
async function readOverrides(
  sources: readonly InputSource[],
  rulebook: Rulebook,
  { mappings: _, ...reading }: ReadOptions = {},
): Promise<ReadTables> {
  const specs = sources.length > 0 ? [overridesSpec(rulebook)] : [];
  const read = await readTables(sources, specs, reading);
  const lacking = sources.filter(({ name }) => !read.tables.some(({ file }) => file === name));
  if (lacking.length === 0) return read;
  return readTables(sources, specs, {
    ...reading,
    mappings: lacking.map(({ name }) => ({ input: "overrides", file: name })),
  });
}

function withFaults(person: Person, faults: readonly Diagnostic[] | undefined): Person {
  return faults ? { ...person, problems: [...person.problems, ...faults] } : person;
}
