import { diagnose } from "../diagnostic/diagnostic.ts";
import type { SpanLocation } from "../diagnostic/location.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Tier } from "../rulebook/tier.ts";
import { didYouMean } from "../text/suggest.ts";
import { listOf, same } from "../text/text.ts";
import type { MakeCheck } from "./check.ts";
import { type Deciding, type Difference, decidingIn } from "./difference.ts";
import type { Outcome } from "./outcome.ts";
import type { Expected, ExpectedValue } from "./rule-test.ts";
import { isProblem, type Meant, tierWords } from "./vocabulary.ts";

/** `tier: senior`: the qualified tier, `none` for none. */
export const checkTier: MakeCheck = (expected, rulebook) => {
  const wanted = expectedTier(expected, rulebook);
  if (isProblem(wanted)) return { problems: [wanted.problem] };
  return (outcome) => {
    const got = outcome.assessment.qualified;
    if (got === wanted.tier) return [];
    return [{ ...tierDifference(expected, wanted.tier, got), deciding: decidingBetween(outcome, wanted.tier, got) }];
  };
};

/** `recommended: senior`. */
export const checkRecommended: MakeCheck = (expected, rulebook) => {
  const wanted = expectedTier(expected, rulebook);
  if (isProblem(wanted)) return { problems: [wanted.problem] };
  if (!rulebook.decision) return { problems: [noDecision(expected)] };
  return ({ recommendation: { recommended, reasons } }) =>
    recommended === wanted.tier ? [] : [{ ...tierDifference(expected, wanted.tier, recommended), reasons }];
};

/** The tier that an assertion names; undefined is none. */
export function expectedTier(expected: Expected, rulebook: Rulebook): Meant<{ readonly tier: Tier | undefined }> {
  const { value, location } = onlyValue(expected);
  if (value === "none") return { tier: undefined };
  const tier = rulebook.tiers.find((one) => tierWords(one).includes(String(value)));
  if (tier) return { tier };
  const known = [...rulebook.tiers.map((one) => one.id), "none"];
  const near = didYouMean(String(value), [...rulebook.tiers.flatMap(tierWords), "none"]);
  return { problem: unknownValue(String(value), { zh: "等级", en: "a tier" }, near, known, location) };
}

export function tierDifference(expected: Expected, wanted: Tier | undefined, got: Tier | undefined): Difference {
  const name = (tier: Tier | undefined) => same(tier?.id ?? "none");
  return { ...differenceOf(expected), expected: name(wanted), got: name(got) };
}

/** Why the one tier and not the other: what keeps the higher one away, or what it rests on beside the lower. */
function decidingBetween(
  { rulebook, assessment }: Outcome,
  wanted: Tier | undefined,
  got: Tier | undefined,
): Deciding[] {
  if (wanted && wanted.rank > (got?.rank ?? 0)) {
    const missed = assessment.tiers[wanted.index];
    return missed ? decidingIn(missed.requires, rulebook) : [];
  }
  const reached = got && assessment.tiers[got.index];
  if (!reached) return [];
  const tree = reached.provisional ? (reached.provisionalResult ?? reached.requires) : reached.requires;
  const all = decidingIn(tree, rulebook);
  const lower = wanted && assessment.tiers[wanted.index];
  const shared = new Set(lower ? decidingIn(lower.requires, rulebook).map((one) => one.leaf.text) : []);
  const own = all.filter((one) => !shared.has(one.leaf.text));
  return own.length > 0 ? own : all;
}

/** What every difference of an assertion begins with. */
export function differenceOf(expected: Expected): Difference {
  const key = expected.of === undefined ? expected.key : `${expected.key}.${expected.of}`;
  return { key, location: onlyValue(expected).location, expected: same(""), got: same(""), deciding: [], reasons: [] };
}

/** The value of an assertion that has one. */
export function onlyValue(expected: Expected): ExpectedValue {
  return expected.values[0] ?? { value: "", location: expected.keyLocation };
}

export function noDecision(expected: Expected) {
  return diagnose("ruletest/no-decision", expected.keyLocation, { name: expected.key });
}

export function unknownValue(
  value: string,
  what: { zh: string; en: string },
  near: { zh: string; en: string },
  known: readonly string[],
  at: SpanLocation,
) {
  return diagnose("ruletest/unknown-value", at, { value, what, near, known: listOf(known) });
}
