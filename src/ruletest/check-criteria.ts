import type { Status, TierAssessment } from "../assess/assessment.ts";
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { SpanLocation } from "../diagnostic/location.ts";
import type { Criterion } from "../rulebook/criterion.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { didYouMean } from "../text/suggest.ts";
import { same, type Text } from "../text/text.ts";
import type { MakeCheck } from "./check.ts";
import { differenceOf, onlyValue, unknownValue } from "./check-tier.ts";
import { criteriaOf } from "./criteria.ts";
import { type Deciding, decidingIn } from "./difference.ts";
import { type Outcome, statusAt } from "./outcome.ts";
import { findById, isProblem, type Meant, unknownReference } from "./vocabulary.ts";

const statusWords: Readonly<Record<Status, Text>> = {
  pass: { zh: "pass（通过）", en: "pass" },
  fail: { zh: "fail（不通过）", en: "fail" },
  unknown: { zh: "unknown（未知）", en: "unknown" },
};

/** `passes`, `fails`, `unknown`: nodes of the trees by id, all of which came out so. */
export function checkStatus(wanted: Status): MakeCheck {
  return (expected, rulebook) => {
    const problems = expected.values.flatMap(({ value, location }) => {
      const found = findNode(rulebook, String(value), location);
      return isProblem(found) ? [found.problem] : [];
    });
    if (problems.length > 0) return { problems };
    return (outcome) =>
      expected.values.flatMap(({ value, location }) => {
        const id = String(value);
        const got = statusAt(outcome, id);
        if (got === wanted) return [];
        return [
          {
            ...differenceOf(expected),
            key: `${expected.key} ${id}`,
            location,
            expected: statusWords[wanted],
            got: statusWords[got],
            deciding: decidingAt(outcome, id),
          },
        ];
      });
  };
}

/** `standing: {on_post: pass}`. */
export const checkStanding: MakeCheck = (expected, rulebook) => {
  const what = { zh: "在岗条件（standing）", en: "standing" };
  const found = findById(rulebook.standing, expected.of ?? "", what, expected.keyLocation);
  if (isProblem(found)) return { problems: [found.problem] };
  const { value, location } = onlyValue(expected);
  const wanted = String(value) as Status;
  const known = Object.keys(statusWords);
  if (!known.includes(wanted)) {
    const words = { zh: "结果", en: "an outcome" };
    return { problems: [unknownValue(wanted, words, didYouMean(wanted, known), known, location)] };
  }
  return (outcome) => {
    const got = statusAt(outcome, found.criterion.id);
    if (got === wanted) return [];
    const deciding = decidingAt(outcome, found.criterion.id);
    return [{ ...differenceOf(expected), expected: statusWords[wanted], got: statusWords[got], deciding }];
  };
};

/**
 * `blocked_by: [senior.business]`: what keeps the person from a tier, and nothing else does. An id says its tier, or means
 * the next one above the qualified tier. Each named node fails, and every requirement of the tier that fails is named, or a
 * node in it.
 */
export const checkBlockedBy: MakeCheck = (expected, rulebook) => {
  const problems = expected.values.flatMap(({ value, location }) => blockerProblem(rulebook, String(value), location));
  if (problems.length > 0) return { problems };
  return (outcome) => {
    const named = expected.values.map(({ value, location }) => ({ id: absolute(outcome, String(value)), location }));
    const wrong = named.flatMap(({ id, location }) => {
      const got = statusAt(outcome, id);
      if (got === "fail") return [];
      const key = `blocked_by ${id}`;
      const deciding = decidingAt(outcome, id);
      return [
        { ...differenceOf(expected), key, location, expected: statusWords.fail, got: statusWords[got], deciding },
      ];
    });
    const tiers = new Set(named.map(({ id }) => tierOfId(outcome, id)));
    const others = [...tiers].flatMap((tier) => tier?.requires.parts.filter((part) => part.status === "fail") ?? []);
    const unnamed = others.filter((part) => !named.some(({ id }) => isWithin(id, part.criterion.id)));
    if (unnamed.length === 0) return wrong;
    const left = same(named.map(({ id }) => id).join(", "));
    const right = same(others.map((part) => part.criterion.id).join(", "));
    const deciding = unnamed.flatMap((part) => decidingIn(part, outcome.rulebook));
    return [...wrong, { ...differenceOf(expected), expected: left, got: right, deciding }];
  };
};

function blockerProblem(rulebook: Rulebook, id: string, at: SpanLocation): Diagnostic[] {
  if (rulebook.tiers.some((tier) => tier.ladder && criteriaOf(rulebook).has(`${tier.id}.${id}`))) return [];
  const found = findNode(rulebook, id, at);
  return isProblem(found) ? [found.problem] : [];
}

/** An id without its tier is of the next tier above the qualified one. */
function absolute({ rulebook, assessment }: Outcome, id: string): string {
  const [first] = id.split(".");
  if (rulebook.tiers.some((tier) => tier.id === first)) return id;
  const ladder = rulebook.tiers.filter((tier) => tier.ladder);
  const above = ladder.filter((tier) => tier.rank > (assessment.qualified?.rank ?? 0)).at(-1);
  return above ? `${above.id}.${id}` : id;
}

function tierOfId({ assessment }: Outcome, id: string): TierAssessment | undefined {
  const [first] = id.split(".");
  return assessment.tiers.find((one) => one.tier.id === first);
}

/** The same node, or one in the other. */
function isWithin(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);
}

/** A node of the trees by id. */
export function findNode(rulebook: Rulebook, id: string, at: SpanLocation): Meant<Criterion> {
  const nodes = criteriaOf(rulebook);
  const found = nodes.get(id);
  if (found) return found;
  const near = didYouMean(id, nodes.keys());
  return { problem: unknownReference({ zh: "条件", en: "criterion" }, id, near, at) };
}

export function decidingAt({ nodes, rulebook }: Outcome, id: string): Deciding[] {
  const result = nodes.get(id);
  return result ? decidingIn(result, rulebook) : [];
}
