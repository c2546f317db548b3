import type { Assessment, CriterionResult } from "../assess/assessment.ts";
import type { Recommendation } from "../decide/recommendation.ts";
import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import { addDays } from "../formula/calendar.ts";
import type { Graded } from "../pipeline.ts";
import type { Period } from "../rulebook/period.ts";
import { type Rulebook, tierOf } from "../rulebook/rulebook.ts";
import { maskPrevious } from "./mask-previous.ts";
import type { PreviousCriterion, PreviousPerson, PreviousRun } from "./previous-run.ts";

/** `unclear`: then or now the qualified tier hangs on missing data, or the tier of then is none of the rulebook's. */
export type Move = "up" | "down" | "same" | "joined" | "unclear";

/** What has become of one person since the last run. */
export interface Change {
  /** Undefined: was not there. */
  readonly then: PreviousPerson | undefined;
  /** Of the qualified tier. */
  readonly move: Move;
  /** Why: the comparisons of the deciding tier that came out otherwise, in the direction of the move. */
  readonly causes: readonly Cause[];
  /** How many periods in a row the action has been the same, this one included. */
  readonly repeated: number;
}

export interface Cause {
  readonly now: CriterionResult;
  /** Undefined: it was not asked for then. */
  readonly then: PreviousCriterion | undefined;
}

export interface Since {
  /** Its people masked where those of this run are. */
  readonly previous: PreviousRun;
  /** This period begins on the day after that one ended. */
  readonly follows: boolean;
  /** By `Person.index`, of everyone who is graded. */
  readonly changes: ReadonlyMap<number, Change>;
  /** Who was graded then and is not now, in the order of then. */
  readonly left: readonly PreviousPerson[];
}

/** What is wrong with taking one run as another's predecessor. An error among it: nothing can be said. */
export function checkPrevious(previous: PreviousRun, rulebook: Rulebook, period: Period): Diagnostic[] {
  const at = { file: previous.file };
  const [then, now] = [previous.period, period];
  if (previous.masked) return [diagnose("compare/previous-masked", at, {})];
  if (then.to >= now.from) {
    return [diagnose("compare/previous-not-earlier", at, { previous: then.label, period: now.label })];
  }
  const found: Diagnostic[] = [];
  if (previous.rulebook !== rulebook.id) {
    found.push(diagnose("compare/previous-rulebook", at, { previous: previous.rulebook, rulebook: rulebook.id }));
  }
  if (!follows(then, now)) {
    found.push(diagnose("compare/previous-gap", at, { previous: then.label, period: now.label }));
  }
  return found;
}

/**
 * Holds a run against an earlier one. A person's move is that of the qualified tier; the deciding tier is, for who rose, the
 * one that is met now, for who fell, the one that was met then. An action repeats while the period begins on the day after
 * the earlier one ended and the action is the same: then one more than the earlier run says, which is 1 if it does not say.
 * Where people are masked, those of then are too; `earlier` is as it was read.
 */
export function since(earlier: PreviousRun, graded: Graded): Since {
  const { assessments, recommendations, facts, rulebook, period, masks } = graded;
  const previous = masks ? maskPrevious(earlier, rulebook, masks) : earlier;
  const inRow = follows(previous.period, period);
  const seen = new Set<string>();
  const changes = new Map<number, Change>();
  for (const [at, assessment] of assessments.entries()) {
    const recommendation = recommendations[at] as Recommendation;
    const id = facts.people[assessment.personIndex]?.id ?? "";
    const then = previous.people.get(id);
    seen.add(id);
    changes.set(assessment.personIndex, changeOf(then, assessment, recommendation, rulebook, inRow));
  }
  return { previous, follows: inRow, changes, left: [...previous.people.values()].filter(({ id }) => !seen.has(id)) };
}

function follows(then: Period, now: Period): boolean {
  return addDays(then.to, 1) === now.from;
}

function changeOf(
  then: PreviousPerson | undefined,
  assessment: Assessment,
  { action }: Recommendation,
  rulebook: Rulebook,
  inRow: boolean,
): Change {
  if (!then) return { then, move: "joined", causes: [], repeated: 1 };
  const repeated = inRow && action !== undefined && action === then.action ? then.repeated + 1 : 1;
  const before = tierOf(rulebook, then.qualified);
  const { qualified, undecided } = assessment;
  const isClear = undecided.length === 0 && then.undecided.length === 0 && (before || then.qualified === null);
  const step = (qualified?.rank ?? 0) - (before?.rank ?? 0);
  const move = !isClear ? "unclear" : step > 0 ? "up" : step < 0 ? "down" : "same";
  const deciding = move === "up" ? qualified : move === "down" ? before : undefined;
  const assessed = deciding && assessment.tiers[deciding.index];
  if (!deciding || !assessed) return { then, move, causes: [], repeated };
  const { requires, provisionalResult } = assessed;
  const criteria = then.criteriaAt(deciding.id);
  const causes = [requires, ...(provisionalResult ? [provisionalResult] : [])].flatMap((root) =>
    root.parts.flatMap((part) => turnedIn(part, criteria, move === "up")),
  );
  return { then, move, causes, repeated };
}

/** Whether a comparison came out otherwise in the direction of the move. What was not asked for then counts as met. */
function turned(up: boolean, passes: boolean, passed = true): boolean {
  return up ? passes && !passed : !passes && passed;
}

/** The comparisons that turned, under groups that turned: one of three met where one is asked for turns nothing. */
function turnedIn(node: CriterionResult, before: ReadonlyMap<string, PreviousCriterion>, up: boolean): Cause[] {
  const then = before.get(node.criterion.id);
  if (!turned(up, node.status === "pass", then && then.status === "pass")) return [];
  if (node.criterion.kind === "leaf") return [{ now: node, then }];
  return node.parts.flatMap((part) => turnedIn(part, before, up));
}
