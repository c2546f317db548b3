import type { Missing } from "../formula/value.ts";
import { Unknown } from "../formula/value.ts";
import { criterionTruth } from "../rulebook/criterion-truth.ts";
import type { PersonFrame } from "../rulebook/frame.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Tier } from "../rulebook/tier.ts";
import { same } from "../text/text.ts";
import type { Assessment, CriterionResult, StandingResult, TierAssessment } from "./assessment.ts";
import { atLeastOf } from "./kleene.ts";
import { levelAt } from "./level.ts";
import { Testers } from "./testers.ts";

/**
 * Tests every tier and every criterion of one person, and the standing lines. Nothing is cut short: a failed gate does not
 * hide what else was missing. The standing's outcomes are put into the frame, where the decision's rules read them.
 */
export function assess(
  frame: PersonFrame,
  rulebook: Rulebook,
  personIndex: number,
  testers = new Testers(),
): Assessment {
  const tiers = rulebook.tiers.map((tier) => assessTier(frame, tier, testers));
  frame.tier = -1;
  const standing = rulebook.standing.map((one): StandingResult => {
    const result = testers.test(frame, one.criterion);
    frame.shared[one.slot] =
      result.status === "unknown" ? criterionTruth(one.criterion, frame) : result.status === "pass";
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
    missing: missingOf(undecided, frame),
  };
}

function above(one: TierAssessment, highest: TierAssessment | undefined): boolean {
  return !highest || one.tier.index < highest.tier.index;
}

/** A tier off the ladder is never reached, whatever its requirements say. */
function assessTier(frame: PersonFrame, tier: Tier, testers: Testers): TierAssessment {
  frame.tier = tier.index;
  const requires = testers.test(frame, tier.requires);
  const provisionalResult = tier.provisional && testers.test(frame, tier.provisional);
  const status = provisionalResult ? atLeastOf(1, [requires, provisionalResult]) : requires.status;
  return {
    tier,
    status: tier.ladder ? status : "fail",
    provisional: status === "pass" && requires.status !== "pass",
    requires,
    provisionalResult,
  };
}

/** What is missing for the undecided tiers, each thing once. */
function missingOf(undecided: readonly TierAssessment[], frame: PersonFrame): Missing[] {
  const found = new Map<string, Missing>();
  const visit = (result: CriterionResult): void => {
    if (result.status !== "unknown") return;
    const { criterion } = result;
    if (criterion.kind === "choice" && result.parts.every((part) => part.status !== "unknown")) {
      const what = same(`${criterion.cite ?? ""} ${criterion.reading.printed}`.trim());
      note(found, { why: "readings-differ", what });
    }
    if (criterion.kind === "leaf") {
      // What is measured may be known and its line not: a line at the present tier of somebody without one.
      const open = result.value instanceof Unknown ? result.value : criterion.test(frame).truth;
      if (open instanceof Unknown) for (const reason of open.reasons) note(found, reason);
    }
    for (const part of result.parts) visit(part);
  };
  for (const one of undecided) {
    frame.tier = one.tier.index;
    visit(one.requires);
    if (one.provisionalResult) visit(one.provisionalResult);
  }
  frame.tier = -1;
  return [...found.values()];
}

function note(found: Map<string, Missing>, reason: Missing): void {
  const key = `${reason.why} ${reason.what.zh} ${JSON.stringify(reason.location ?? "")}`;
  if (!found.has(key)) found.set(key, reason);
}
