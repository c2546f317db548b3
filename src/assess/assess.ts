import type { Missing, Truth } from "../formula/value.ts";
import { Unknown } from "../formula/value.ts";
import type { Criterion, Leaf, LeafTest } from "../rulebook/criterion.ts";
import { atLeast, joinTruths } from "../rulebook/criterion-truth.ts";
import type { PersonFrame } from "../rulebook/frame.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Tier } from "../rulebook/tier.ts";
import {
  type Assessment,
  type CriterionResult,
  type StandingResult,
  statusOf,
  type TierAssessment,
} from "./assessment.ts";
import { levelAt } from "./level.ts";

/**
 * Tests every tier and every criterion of one person, and the standing lines. Nothing is cut short: a failed gate does not
 * hide what else was missing. The standing's outcomes are put into the frame, where the decision's rules read them.
 */
export function assess(frame: PersonFrame, rulebook: Rulebook, personIndex: number): Assessment {
  const known: Known = new Map();
  const tiers = rulebook.tiers.map((tier) => assessTier(frame, tier, known));
  frame.tier = -1;
  const standing = rulebook.standing.map((one): StandingResult => {
    const { result, truth } = test(frame, one.criterion, known);
    frame.shared[one.slot] = truth;
    return { standing: one, status: result.status, result };
  });
  const highest = tiers.find((one) => one.tier.ladder && one.status === "pass");
  const undecided = tiers.filter((one) => one.tier.ladder && one.status === "unknown" && above(one, highest));
  return {
    personIndex,
    tiers,
    standing,
    qualified: highest?.tier,
    provisional: highest?.provisional ?? false,
    undecided: undecided.map((one) => one.tier),
    level: highest && levelAt(rulebook, frame, highest.tier),
    missing: missingOf(undecided),
  };
}

function above(one: TierAssessment, highest: TierAssessment | undefined): boolean {
  return !highest || one.tier.index < highest.tier.index;
}

/** A tier off the ladder is never reached, whatever its requirements say. */
function assessTier(frame: PersonFrame, tier: Tier, known: Known): TierAssessment {
  frame.tier = tier.index;
  const requires = test(frame, tier.requires, known);
  const provisional = tier.provisional && test(frame, tier.provisional, known);
  const truth = provisional ? atLeast(1, [requires.truth, provisional.truth]) : requires.truth;
  return {
    tier,
    status: tier.ladder ? statusOf(truth) : "fail",
    provisional: truth === true && requires.truth !== true,
    requires: requires.result,
    provisionalResult: provisional?.result,
  };
}

const none: readonly CriterionResult[] = [];

interface Tested {
  readonly truth: Truth;
  readonly result: CriterionResult;
}

/** Comparisons that are the same at every tier, by their text: gates that all tiers share are tested once a person. */
type Known = Map<string, LeafTest>;

function testLeaf(frame: PersonFrame, leaf: Leaf, known: Known): LeafTest {
  if (leaf.tierScoped) return leaf.test(frame);
  const before = known.get(leaf.text);
  if (before) return before;
  const tested = leaf.test(frame);
  known.set(leaf.text, tested);
  return tested;
}

/** Tests a tree, every node of it. */
export function test(frame: PersonFrame, criterion: Criterion, known: Known = new Map()): Tested {
  if (criterion.kind === "leaf") {
    const { truth, value, threshold, gap } = testLeaf(frame, criterion, known);
    return { truth, result: { criterion, status: statusOf(truth), value, threshold, gap, parts: none } };
  }
  const tested = criterion.of.map((part) => test(frame, part, known));
  const truths = tested.map((one) => one.truth);
  const truth = joinTruths(criterion, truths);
  const parts = tested.map((one) => one.result);
  return {
    truth,
    result: { criterion, status: statusOf(truth), value: undefined, threshold: undefined, gap: undefined, parts },
  };
}

/** What is missing for the undecided tiers, each thing once. */
function missingOf(undecided: readonly TierAssessment[]): Missing[] {
  const found = new Map<string, Missing>();
  const visit = (result: CriterionResult): void => {
    if (result.status !== "unknown") return;
    const { criterion } = result;
    if (criterion.kind === "choice" && result.parts.every((part) => part.status !== "unknown")) {
      const what = {
        zh: `${criterion.cite ?? ""} ${criterion.reading.printed}`,
        en: `${criterion.cite ?? ""} ${criterion.reading.printed}`,
      };
      note(found, { why: "readings-differ", what });
    }
    if (result.value instanceof Unknown) for (const reason of result.value.reasons) note(found, reason);
    for (const part of result.parts) visit(part);
  };
  for (const one of undecided) {
    visit(one.requires);
    if (one.provisionalResult) visit(one.provisionalResult);
  }
  return [...found.values()];
}

function note(found: Map<string, Missing>, reason: Missing): void {
  const key = `${reason.why} ${reason.what.zh} ${JSON.stringify(reason.location ?? "")}`;
  if (!found.has(key)) found.set(key, reason);
}
