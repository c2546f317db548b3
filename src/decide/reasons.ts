import type { Assessment, StandingResult } from "../assess/assessment.ts";
import { message } from "../diagnostic/diagnostic.ts";
import { showLocation } from "../diagnostic/location.ts";
import type { Person } from "../facts/facts.ts";
import { Unknown } from "../formula/value.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Tier } from "../rulebook/tier.ts";
import type { Text } from "../text/text.ts";
import { failures, grounds, shortcoming, textsInAll } from "./deciding.ts";
import { both, listed, missingText, quoted } from "./phrases.ts";
import type { Outcome } from "./settle.ts";

export interface Case {
  readonly assessment: Assessment;
  readonly person: Person;
  readonly rulebook: Rulebook;
  readonly current: Tier | undefined;
  readonly outcome: Outcome;
  /** The run moves nothing; the outcome is what the year would bring. */
  readonly isHeld: boolean;
}

const mostProblems = 2;
const mostMissing = 3;
const mostGrounds = 4;

/** Why, in order of weight: what the year would bring, what stands in the way of deciding, what decided, what else to know. */
export function reasonsOf(one: Case): Text[] {
  return [...heldBack(one), ...doubts(one), ...decided(one), ...aside(one)];
}

function heldBack({ outcome, isHeld, rulebook }: Case): Text[] {
  if (!isHeld || outcome.action === "keep" || !rulebook.decision) return [];
  const label = rulebook.decision.labels[outcome.action];
  const tier = outcome.recommended?.label;
  return [
    {
      zh: `本期不调整等级，年终口径为：${label.zh}${tier ? ` ${tier.zh}` : ""}`,
      en: `no tier moves in this run; the year would bring: ${label.en}${tier ? ` ${tier.en}` : ""}`,
    },
  ];
}

/** Everything that keeps a person in review, not only the first of it: all of it has to be mended. */
function doubts({ assessment, person, outcome }: Case): Text[] {
  const found: Text[] = [];
  const { because } = outcome;
  const { problems } = person;
  if (problems.length > 0) {
    const texts = problems.map((problem): Text => {
      const at = problem.location ? showLocation(problem.location) : "";
      return { zh: `${at} ${message(problem, "zh")}`.trim(), en: `${at} ${message(problem, "en")}`.trim() };
    });
    found.push(both({ zh: "数据有误：", en: "bad data: " }, listed(texts, mostProblems)));
  }
  if (because.kind === "current")
    found.push(both({ zh: "现等级不明：", en: "no present tier: " }, lacking(because.unknown)));
  if (assessment.undecided.length > 0) {
    const tiers = listed(
      assessment.undecided.map((tier) => tier.label),
      mostMissing,
      "个等级",
    );
    const missing = lacking(new Unknown(assessment.missing));
    found.push({
      zh: `${tiers.zh}能否达到无法判断，缺：${missing.zh}`,
      en: `${tiers.en} cannot be decided for want of ${missing.en}`,
    });
  }
  const { level } = assessment;
  if (level?.name instanceof Unknown) {
    found.push(both({ zh: "档次无法判断，缺：", en: "the level cannot be decided for want of " }, lacking(level.name)));
  } else if (level?.beyondTop) {
    found.push({
      zh: "加档后超出最高档，须由人决定",
      en: "the raise goes beyond the highest level: for a person to decide",
    });
  }
  if (because.kind === "rule" && because.unknown) {
    const { cite, id } = because.rule;
    const missing = lacking(because.unknown);
    found.push({
      zh: `${cite ?? id}无法判断，缺：${missing.zh}`,
      en: `${cite ?? id} cannot be decided for want of ${missing.en}`,
    });
  }
  return found;
}

function decided(one: Case): Text[] {
  const { assessment, current, outcome } = one;
  const { because, action, recommended } = outcome;
  const { qualified } = assessment;
  if (because.kind === "rule" && !because.unknown) return [...(qualified ? [] : [noneReached]), underRule(one)];
  if (because.kind === "none-reached" || because.kind === "off-ladder") return [noneReached, ...lowestFailures(one)];
  if (because.kind === "first-grade" && qualified) return [meets(qualified), ...groundsFor(one, qualified)];
  if (because.kind !== "compared" || !qualified || !current) return [];
  const limit = because.limited && recommended ? [limitText(action, recommended)] : [];
  if (qualified === current) return [meets(qualified)];
  if (qualified.rank > current.rank) {
    const above = {
      zh: `达到${qualified.label.zh}标准，高于现等级${current.label.zh}`,
      en: `meets ${qualified.label.en}, above the present ${current.label.en}`,
    };
    return [above, ...limit, ...groundsFor(one, qualified)];
  }
  const below = {
    zh: `未达到现等级${current.label.zh}标准，达到${qualified.label.zh}标准`,
    en: `misses the present ${current.label.en}, meets ${qualified.label.en}`,
  };
  return [below, ...limit, ...failuresAt(one, current)];
}

const noneReached: Text = { zh: "未达到任何等级的标准", en: "meets no tier" };

function meets({ label }: Tier): Text {
  return { zh: `达到${label.zh}标准`, en: `meets ${label.en}` };
}

function limitText(action: string, { label }: Tier): Text {
  const zh = action === "demote" ? "降幅" : action === "promote" ? "升幅" : "变动";
  return { zh: `${zh}有限制，建议${label.zh}`, en: `limited in steps at once: ${label.en} is recommended` };
}

function underRule({ outcome: { because, action }, rulebook }: Case): Text {
  const label = rulebook.decision?.labels[action];
  const place = because.kind === "rule" ? (because.rule.cite ?? because.rule.id) : "";
  return { zh: `按${place}${label?.zh ?? action}`, en: `${label?.en ?? action} under ${place}` };
}

/** What a passing tier rests on, apart from what the present tier, or every tier, asks for just the same. */
function groundsFor({ assessment, rulebook, current }: Case, tier: Tier): Text[] {
  const trees = assessment.tiers.filter((one) => one.tier.ladder && one.tier !== tier);
  const compared = current?.ladder ? trees.filter((one) => one.tier === current) : trees;
  const shared = textsInAll(compared.map((one) => one.requires.criterion));
  const at = assessment.tiers[tier.index];
  const own = at ? grounds(at.requires, shared, rulebook) : [];
  return own.length > 0 ? [both({ zh: "依据：", en: "on " }, listed(own, mostGrounds))] : [];
}

/** What a tier asked for in vain, by its requirements and, where they ask for something else, its provisional ones. */
function failuresAt({ assessment, rulebook }: Case, tier: Tier): Text[] {
  const at = assessment.tiers[tier.index];
  if (!at) return [];
  const own = failures(at.requires, rulebook);
  if (!at.provisionalResult) return own;
  const said = new Set(own.map((text) => text.zh));
  const others = failures(at.provisionalResult, rulebook).filter((text) => !said.has(text.zh));
  if (others.length === 0) return own;
  const lead = { zh: "暂定条件也未达：", en: "nor its provisional conditions: " };
  return [...own, both(lead, listed(others, mostMissing))];
}

/** What the lowest tier of the ladder asked for in vain. */
function lowestFailures(one: Case): Text[] {
  const lowest = one.rulebook.tiers.filter((tier) => tier.ladder).at(-1);
  if (!lowest) return [];
  return failuresAt(one, lowest).map((text) => both({ zh: `${lowest.label.zh}：`, en: `${lowest.label.en}: ` }, text));
}

/** A provisional pass, and pass lines apart from the ladder: they change no action here, but are said. */
function aside({ assessment, rulebook }: Case): Text[] {
  const { provisional, qualified } = assessment;
  const found: Text[] = [];
  if (provisional && qualified) {
    found.push({
      zh: `暂定：凭暂定条件达到${qualified.label.zh}`,
      en: `provisional: ${qualified.label.en} by its provisional conditions`,
    });
  }
  for (const standing of assessment.standing) found.push(...standingText(standing, rulebook));
  return found;
}

function standingText({ standing, status, result }: StandingResult, rulebook: Rulebook): Text[] {
  if (status === "pass") return [];
  const { label, advice } = standing;
  if (advice) {
    const unmet =
      status === "fail" ? { zh: "未满足", en: " is not met" } : { zh: "无法判断", en: " cannot be decided" };
    return [both({ zh: "提示：", en: "note: " }, quoted(label), unmet)];
  }
  if (status === "unknown") return [both(quoted(label), { zh: "无法判断", en: " cannot be decided" })];
  return [both(label, shortcoming(result, rulebook))];
}

function lacking(unknown: Unknown): Text {
  if (unknown.reasons.length === 0) return { zh: "所需数据", en: "data" };
  return listed(unknown.reasons.map(missingText), mostMissing);
}
