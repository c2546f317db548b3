import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { checkBlockedBy, checkStanding, checkStatus } from "./check-criteria.ts";
import {
  checkAction,
  checkApplies,
  checkApprovals,
  checkDue,
  checkProvisional,
  checkReasons,
} from "./check-decision.ts";
import { checkBenefit, checkGap, checkLevel, checkValue } from "./check-figure.ts";
import { checkRecommended, checkTier } from "./check-tier.ts";
import type { Difference } from "./difference.ts";
import type { Outcome } from "./outcome.ts";
import type { Expected } from "./rule-test.ts";
import type { ExpectationKey } from "./schema.ts";

/** An assertion put against an outcome: what differs, if anything. */
export type Check = (outcome: Outcome) => readonly Difference[];

/** Makes an assertion's check; what it says of the rulebook that is not so is a problem. */
export type MakeCheck = (
  expected: Expected,
  rulebook: Rulebook,
) => Check | { readonly problems: readonly Diagnostic[] };

/** By the key of `expect`. */
export const makeCheck: Readonly<Record<ExpectationKey, MakeCheck>> = {
  applies: checkApplies,
  tier: checkTier,
  recommended: checkRecommended,
  action: checkAction,
  due: checkDue,
  provisional: checkProvisional,
  level: checkLevel,
  blocked_by: checkBlockedBy,
  passes: checkStatus("pass"),
  fails: checkStatus("fail"),
  unknown: checkStatus("unknown"),
  gap: checkGap,
  value: checkValue,
  standing: checkStanding,
  reasons: checkReasons,
  approvals: checkApprovals,
  benefits: checkBenefit,
};
