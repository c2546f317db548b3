import { diagnose } from "../diagnostic/diagnostic.ts";
import { showValue } from "../formula/show.ts";
import type { Type } from "../formula/type.ts";
import { type Result, Unknown } from "../formula/value.ts";
import { Exact } from "../number/exact.ts";
import type { Criterion, Leaf } from "../rulebook/criterion.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { same, type Text } from "../text/text.ts";
import type { MakeCheck } from "./check.ts";
import { decidingAt, findNode } from "./check-criteria.ts";
import { differenceOf, onlyValue } from "./check-tier.ts";
import { criteriaOf, nodesIn } from "./criteria.ts";
import type { Outcome } from "./outcome.ts";
import type { Expected } from "./rule-test.ts";
import { typedValue } from "./typed-value.ts";
import { findById, findName, isProblem, type Meant, type Nameable } from "./vocabulary.ts";

const unknownWord = "unknown";

/** `gap: {senior.business.a.deposits: 0.01}`: what is missing, exactly; 0 when passed, `unknown` when it cannot be said. */
export const checkGap: MakeCheck = (expected, rulebook) => {
  const leaf = findLeaf(expected, rulebook);
  if (isProblem(leaf)) return { problems: [leaf.problem] };
  const { type, id } = leaf;
  if (!["money", "ratio", "number", "count", "duration"].includes(type.kind)) {
    return { problems: [diagnose("ruletest/no-gap", expected.keyLocation, { id })] };
  }
  const wanted = wantedValue(expected, rulebook, `gap.${id}`, type);
  if (isProblem(wanted)) return { problems: [wanted.problem] };
  return (outcome) => {
    const gap = outcome.nodes.get(id)?.gap;
    return compare(expected, type, wanted.value, gap, decidingAt(outcome, id));
  };
};

/** `value: {senior.business.a.deposits: 2.5亿, post_deposits: 1500万}`: of a leaf, a column or a figure. */
export const checkValue: MakeCheck = (expected, rulebook) => {
  const { of = "", keyLocation } = expected;
  const isNode = criteriaOf(rulebook).has(of);
  const standing = rulebook.standing.some((one) => one.id === of);
  if (isNode && !standing) {
    const leaf = findLeaf(expected, rulebook);
    if (isProblem(leaf)) return { problems: [leaf.problem] };
    const wanted = wantedValue(expected, rulebook, leaf.id, leaf.type);
    if (isProblem(wanted)) return { problems: [wanted.problem] };
    return (outcome) => {
      const got = outcome.nodes.get(leaf.id)?.value;
      return compare(expected, leaf.type, wanted.value, got, decidingAt(outcome, leaf.id));
    };
  }
  const name = findName(rulebook, of, keyLocation);
  if (isProblem(name)) return { problems: [name.problem] };
  if (name.kind === "figure" && name.figure.tierScoped && !name.tier) {
    const tier = rulebook.tiers[0]?.id ?? "";
    return { problems: [diagnose("ruletest/which-tier", keyLocation, { name: name.name, tier })] };
  }
  const type = name.kind === "column" ? name.column.type : name.figure.type;
  const wanted = wantedValue(expected, rulebook, of, type);
  if (isProblem(wanted)) return { problems: [wanted.problem] };
  return (outcome) => compare(expected, type, wanted.value, figureOf(outcome, name), []);
};

/** `benefits: {allowance: 300元}`. */
export const checkBenefit: MakeCheck = (expected, rulebook) => {
  const what = { zh: "待遇（benefits）", en: "benefit" };
  const benefit = findById(rulebook.benefits, expected.of ?? "", what, expected.keyLocation);
  if (isProblem(benefit)) return { problems: [benefit.problem] };
  const { id, type } = benefit;
  const wanted = wantedValue(expected, rulebook, id, type);
  if (isProblem(wanted)) return { problems: [wanted.problem] };
  return ({ recommendation }) => {
    const got = recommendation.benefits.find((one) => one.id === id)?.amount;
    return compare(expected, type, wanted.value, got, []);
  };
};

/** `level: A`: the level at the qualified tier, `none` for none. */
export const checkLevel: MakeCheck = (expected) => {
  const wanted = String(onlyValue(expected).value);
  return ({ assessment: { level } }) => {
    const name = level?.name;
    const got = name instanceof Unknown ? unknownWord : (name ?? "none");
    return got === wanted ? [] : [{ ...differenceOf(expected), expected: same(wanted), got: same(got) }];
  };
};

/** The leaf that an id names; a node that holds one comparison stands for it. */
function findLeaf(expected: Expected, rulebook: Rulebook): Meant<Leaf> {
  const { of: id = "", keyLocation } = expected;
  const node = findNode(rulebook, id, keyLocation);
  if (isProblem(node)) return node;
  const leaves = nodesIn(node as Criterion).filter((one) => one.kind === "leaf");
  const [leaf] = leaves;
  if (leaf && leaves.length === 1) return leaf;
  const parts = leaves.map((one) => one.id).join(" ");
  return { problem: diagnose("ruletest/not-a-comparison", keyLocation, { id, parts }) };
}

function wantedValue(
  expected: Expected,
  rulebook: Rulebook,
  name: string,
  type: Type,
): Meant<{ readonly value: Result }> {
  const { value, location } = onlyValue(expected);
  if (value === unknownWord) return { value: new Unknown([]) };
  return typedValue(rulebook, name, type, undefined, value, location);
}

function figureOf({ frame }: Outcome, name: Nameable): Result | undefined {
  if (name.kind === "column") return frame.columns[name.column.slot];
  const { slot } = name.figure;
  return name.tier ? frame.byTier[name.tier.index]?.[slot] : frame.shared[slot];
}

function compare(
  expected: Expected,
  type: Type,
  wanted: Result,
  got: Result | undefined,
  deciding: ReturnType<typeof decidingAt>,
) {
  if (isSame(wanted, got)) return [];
  return [{ ...differenceOf(expected), expected: shown(wanted, type), got: shown(got, type), deciding }];
}

function isSame(wanted: Result, got: Result | undefined): boolean {
  if (wanted instanceof Unknown) return got === undefined || got instanceof Unknown;
  return wanted instanceof Exact ? got instanceof Exact && got.equals(wanted) : got === wanted;
}

function shown(value: Result | undefined, type: Type): Text {
  if (value === undefined || value instanceof Unknown) return { zh: "unknown（未知）", en: unknownWord };
  return { zh: showValue(value, type, "zh"), en: showValue(value, type, "en") };
}
