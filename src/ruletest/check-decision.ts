import { diagnose } from "../diagnostic/diagnostic.ts";
import { type Action, actions } from "../rulebook/decision.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { didYouMean } from "../text/suggest.ts";
import { same, type Text } from "../text/text.ts";
import type { Check, MakeCheck } from "./check.ts";
import { differenceOf, expectedTier, noDecision, onlyValue, tierDifference, unknownValue } from "./check-tier.ts";
import type { Outcome } from "./outcome.ts";
import type { Expected } from "./rule-test.ts";
import { isProblem, type Meant } from "./vocabulary.ts";

/** `action: promote`, or as the bank says it: 高聘. */
export const checkAction: MakeCheck = (expected, rulebook) => {
  const wanted = expectedAction(expected, rulebook);
  if (isProblem(wanted)) return { problems: [wanted.problem] };
  return actionCheck(expected, rulebook, wanted.action, ({ recommendation }) => recommendation.action);
};

/** `due: {action: promote, recommended: senior}`: what the year would bring; `due: none` in a run that moves tiers. */
export const checkDue: MakeCheck = (expected, rulebook) => {
  if (!rulebook.decision) return { problems: [noDecision(expected)] };
  if (expected.of === "recommended") {
    const wanted = expectedTier(expected, rulebook);
    if (isProblem(wanted)) return { problems: [wanted.problem] };
    return ({ recommendation: { due, reasons } }) =>
      due && due.recommended === wanted.tier
        ? []
        : [{ ...tierDifference(expected, wanted.tier, due?.recommended), reasons }];
  }
  if (expected.of === "action") {
    const wanted = expectedAction(expected, rulebook);
    if (isProblem(wanted)) return { problems: [wanted.problem] };
    return actionCheck(expected, rulebook, wanted.action, ({ recommendation }) => recommendation.due?.action);
  }
  const { value, location } = onlyValue(expected);
  if (value !== "none") {
    const what = { zh: "due 的取值", en: "a value of due" };
    const known = ["none", "{action: …, recommended: …}"];
    return { problems: [unknownValue(String(value), what, same(""), known, location)] };
  }
  return ({ recommendation: { due, reasons } }) =>
    due ? [{ ...differenceOf(expected), expected: same("none"), got: actionText(rulebook, due.action), reasons }] : [];
};

function actionCheck(
  expected: Expected,
  rulebook: Rulebook,
  wanted: Action,
  actionOf: (outcome: Outcome) => Action | undefined,
): Check {
  return (outcome) => {
    const got = actionOf(outcome);
    if (got === wanted) return [];
    const { reasons } = outcome.recommendation;
    const [left, right] = [actionText(rulebook, wanted), got ? actionText(rulebook, got) : same("none")];
    return [{ ...differenceOf(expected), expected: left, got: right, reasons }];
  };
}

function expectedAction(expected: Expected, rulebook: Rulebook): Meant<{ readonly action: Action }> {
  const { decision } = rulebook;
  if (!decision) return { problem: noDecision(expected) };
  const { value, location } = onlyValue(expected);
  const words = (action: Action) => [action, decision.labels[action].zh, decision.labels[action].en];
  const action = actions.find((one) => words(one).includes(String(value)));
  if (action) return { action };
  const near = didYouMean(String(value), actions.flatMap(words));
  return { problem: unknownValue(String(value), { zh: "结论", en: "an action" }, near, actions, location) };
}

/** `promote（高聘）`. */
function actionText({ decision }: Rulebook, action: Action): Text {
  return { zh: `${action}（${decision?.labels[action].zh}）`, en: action };
}

/** `provisional: yes`. */
export const checkProvisional: MakeCheck = (expected) => flagCheck(expected, (one) => one.recommendation.provisional);

/** `applies: no`: `applies_to` leaves the person out. */
export const checkApplies: MakeCheck = (expected) => flagCheck(expected, (one) => one.applies);

function flagCheck(expected: Expected, flagOf: (outcome: Outcome) => boolean): ReturnType<MakeCheck> {
  const { value, location } = onlyValue(expected);
  const wanted = value === true || value === "yes";
  if (!wanted && value !== false && value !== "no") {
    return { problems: [diagnose("ruletest/bad-flag", location, { name: expected.key, value })] };
  }
  return (outcome) => {
    const got = flagOf(outcome);
    return got === wanted ? [] : [{ ...differenceOf(expected), expected: yesOrNo(wanted), got: yesOrNo(got) }];
  };
}

function yesOrNo(value: boolean): Text {
  return same(value ? "yes" : "no");
}

/** `reasons: [不良率]`: each text stands in one of the reasons, in either language. */
export const checkReasons: MakeCheck = (expected, rulebook) => {
  if (!rulebook.decision) return { problems: [noDecision(expected)] };
  return ({ recommendation: { reasons } }) =>
    expected.values.flatMap(({ value, location }) => {
      const text = String(value);
      if (reasons.some((reason) => reason.zh.includes(text) || reason.en.includes(text))) return [];
      const got = { zh: reasons.map((one) => one.zh).join("；"), en: reasons.map((one) => one.en).join("; ") };
      return [{ ...differenceOf(expected), location, expected: same(`… ${text} …`), got }];
    });
};

/** `approvals: [人力资源部, 分行]`: who must approve, in order; `none` for nobody. */
export const checkApprovals: MakeCheck = (expected, rulebook) => {
  if (!rulebook.decision) return { problems: [noDecision(expected)] };
  const values = expected.values.map((one) => String(one.value));
  const wanted = values.length === 1 && values[0] === "none" ? [] : values;
  return ({ recommendation: { approvals } }) => {
    if (approvals.length === wanted.length && approvals.every((one, index) => one === wanted[index])) return [];
    const [left, right] = [wanted, approvals].map((list) => same(list.join(" → ") || "none"));
    return [{ ...differenceOf(expected), expected: left ?? same(""), got: right ?? same("") }];
  };
};
