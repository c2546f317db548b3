import type { Assessment } from "../assess/assessment.ts";
import { levelAt } from "../assess/level.ts";
import type { Person } from "../facts/facts.ts";
import { type Result, Unknown } from "../formula/value.ts";
import type { PersonFrame } from "../rulebook/frame.ts";
import type { Period } from "../rulebook/period.ts";
import { type Rulebook, tierOf } from "../rulebook/rulebook.ts";
import type { Tier } from "../rulebook/tier.ts";
import { approvalsOf } from "./approvals.ts";
import { benefitsOf } from "./benefits.ts";
import { reasonsOf } from "./reasons.ts";
import type { Recommendation } from "./recommendation.ts";
import { settle } from "./settle.ts";

export interface DecideOptions {
  readonly period: Period;
  /** Move tiers in this run, whatever its period. */
  readonly appoint: boolean;
  /** What reasons may say of the person, where people are masked; undefined: everything. */
  readonly told?: { readonly assessment: Assessment; readonly person: Person };
}

/**
 * One person's recommendation. Sets `qualified`, `recommended` and their levels in the frame, where rules, quotas and benefits
 * read them; `qualified` is unknown there while a higher tier is undecided, so that nothing is paid out on a doubt.
 *
 * With `appoint: year` a run that does not end the year says keep, with `due`, what the year would bring: nothing is moved, so
 * that even a tier left undecided by missing data keeps the person where they are, and `due` says review. Only a person with
 * unreadable data, or without a readable present tier, is in review in every run: there is no tier to keep on trust, and the
 * cells have to be mended.
 */
export function decide(
  assessment: Assessment,
  person: Person,
  rulebook: Rulebook,
  frame: PersonFrame,
  options: DecideOptions,
): Recommendation {
  const { decision } = rulebook;
  const { qualified, provisional, personIndex } = assessment;
  const isDecided = assessment.undecided.length === 0;
  frame.qualified = isDecided ? (qualified?.id ?? "") : new Unknown(assessment.missing);
  frame.qualifiedLevel = isDecided ? (assessment.level?.name ?? "") : frame.qualified;
  const current = frame.current instanceof Unknown ? undefined : tierOf(rulebook, String(frame.current));
  const outcome = decision && settle(assessment, person, rulebook, decision, frame);
  const moves = decision?.appoint !== "year" || options.period.endsYear || options.appoint;
  const isHeld = outcome !== undefined && !moves;
  const mustBeMended = outcome?.because.kind === "data" || outcome?.because.kind === "current";
  const keeps = isHeld && !mustBeMended;
  const recommended = keeps ? current : outcome?.recommended;
  const told = options.told ?? { assessment, person };
  frame.recommended = recommended?.id ?? "";
  frame.recommendedLevel = levelOf(rulebook, frame, assessment, recommended, keeps);
  const action = keeps ? "keep" : outcome?.action;
  return {
    personIndex,
    current,
    qualified,
    recommended,
    action,
    due: isHeld ? { action: outcome.action, recommended: outcome.recommended } : undefined,
    provisional,
    level: levelName(frame.qualifiedLevel),
    recommendedLevel: levelName(frame.recommendedLevel),
    reasons: outcome
      ? reasonsOf({ assessment: told.assessment, person: told.person, rulebook, current, outcome, isHeld })
      : [],
    approvals: decision && moves ? approvalsOf(rulebook, decision, current, recommended) : [],
    benefits: benefitsOf(rulebook, frame, action === "review"),
  };
}

/** A level as the frame has it, for reports; undefined: none, or not known. */
export function levelName(level: Result): string | undefined {
  return typeof level === "string" && level !== "" ? level : undefined;
}

/** The level at the recommended tier: the present one while nothing is moved, else the one that is met there. */
function levelOf(
  rulebook: Rulebook,
  frame: PersonFrame,
  { qualified, level }: Assessment,
  recommended: Tier | undefined,
  keeps: boolean,
): Result {
  if (!recommended) return "";
  if (keeps) return frame.currentLevel;
  const at = recommended === qualified ? level : levelAt(rulebook, frame, recommended);
  return at?.name ?? "";
}
