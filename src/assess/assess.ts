import type { Missing } from "../formula/value.ts";
import { Unknown } from "../formula/value.ts";
import type { Criterion, Leaf, LeafTest } from "../rulebook/criterion.ts";
import { criterionTruth } from "../rulebook/criterion-truth.ts";
import type { PersonFrame } from "../rulebook/frame.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Tier } from "../rulebook/tier.ts";
import { same } from "../text/text.ts";
import type { Assessment, CriterionResult, StandingResult, Status, TierAssessment } from "./assessment.ts";
import { levelAt } from "./level.ts";
import { SharedResults } from "./shared-results.ts";

/**
 * Tests every tier and every criterion of one person, and the standing lines. Nothing is cut short: a failed gate does not
 * hide what else was missing. The standing's outcomes are put into the frame, where the decision's rules read them.
 */
export function assess(
  frame: PersonFrame,
  rulebook: Rulebook,
  personIndex: number,
  shared = new SharedResults(),
): Assessment {
  const known = nothingKnown(shared);
  const tiers = rulebook.tiers.map((tier) => assessTier(frame, tier, known));
  frame.tier = -1;
  const standing = rulebook.standing.map((one): StandingResult => {
    const result = test(frame, one.criterion, known);
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
function assessTier(frame: PersonFrame, tier: Tier, known: Known): TierAssessment {
  frame.tier = tier.index;
  const requires = test(frame, tier.requires, known);
  const provisionalResult = tier.provisional && test(frame, tier.provisional, known);
  const status = provisionalResult ? atLeastOf(1, [requires, provisionalResult]) : requires.status;
  return {
    tier,
    status: tier.ladder ? status : "fail",
    provisional: status === "pass" && requires.status !== "pass",
    requires,
    provisionalResult,
  };
}

interface Known {
  /** Comparisons that are the same at every tier, by their text: gates that all tiers share are tested once a person. */
  readonly tests: Map<string, LeafTest>;
  readonly shared: SharedResults;
}

function nothingKnown(shared: SharedResults): Known {
  return { tests: new Map(), shared };
}

function testLeaf(frame: PersonFrame, leaf: Leaf, known: Known): LeafTest {
  if (leaf.tierScoped) return leaf.test(frame);
  const before = known.tests.get(leaf.text);
  if (before) return before;
  const tested = leaf.test(frame);
  known.tests.set(leaf.text, tested);
  return tested;
}

/** Tests a tree, every node of it. */
export function test(
  frame: PersonFrame,
  criterion: Criterion,
  known = nothingKnown(new SharedResults()),
): CriterionResult {
  if (criterion.kind === "leaf") return known.shared.leaf(criterion, testLeaf(frame, criterion, known));
  // Of just the length: an array that grows keeps room for seventeen, and 10,000 people have a million of these.
  const parts = new Array<CriterionResult>(criterion.of.length);
  for (let at = 0; at < parts.length; at++) parts[at] = test(frame, criterion.of[at] as Criterion, known);
  const status = criterion.kind === "choice" ? agreementOf(parts) : atLeastOf(criterion.need, parts);
  return known.shared.node(criterion, status, parts);
}

/** Kleene's k of n, as `atLeast` has it, over outcomes. */
function atLeastOf(need: number, parts: readonly { readonly status: Status }[]): Status {
  let passed = 0;
  let open = 0;
  for (const { status } of parts) {
    if (status === "pass") passed++;
    else if (status === "unknown") open++;
  }
  return passed >= need ? "pass" : passed + open < need ? "fail" : "unknown";
}

/** Several readings of one clause: decided when they all agree. */
function agreementOf(parts: readonly CriterionResult[]): Status {
  const [first] = parts;
  return first && parts.every(({ status }) => status === first.status) ? first.status : "unknown";
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
