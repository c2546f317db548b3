import { levelAt } from "../assess/level.ts";
import type { PersonFrame } from "../rulebook/frame.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Text } from "../text/text.ts";
import { approvalsOf } from "./approvals.ts";
import { benefitsOf } from "./benefits.ts";
import { levelName } from "./decide.ts";
import { type QuotaResult, seat } from "./quotas.ts";
import type { Recommendation } from "./recommendation.ts";

/** One person on the way through the caps. */
export interface Candidate {
  readonly recommendation: Recommendation;
  readonly frame: PersonFrame;
}

/** Holds the recommendations against the caps. Without `quotas` they come back as they are. */
export function applyQuotas(
  rulebook: Rulebook,
  candidates: readonly Candidate[],
): { readonly recommendations: readonly Recommendation[]; readonly quotas: readonly QuotaResult[] } {
  const { quotas } = rulebook;
  if (!quotas) return { recommendations: candidates.map((one) => one.recommendation), quotas: [] };
  const ladder = rulebook.tiers.filter((tier) => tier.ladder);
  const { results, places, open } = seat(rulebook, quotas, candidates);
  const recommendations = candidates.map(({ recommendation, frame }): Recommendation => {
    const { personIndex, recommended } = recommendation;
    const seated = places.get(personIndex);
    if (!seated || !recommended) return recommendation;
    const reason = (text: Text, tier: Text): Text => ({
      zh: `${text.zh}（${tier.zh}职数）${quotas.cite ? `，${quotas.cite}` : ""}`,
      en: `${text.en} (${tier.en} quota)${quotas.cite ? `, ${quotas.cite}` : ""}`,
    });
    if (open.has(personIndex)) {
      const text = {
        zh: "在职数线上并列，或结果取决于尚未定级的人",
        en: "tied at the last seat, or dependent on people not yet settled",
      };
      return withTier(rulebook, recommendation, frame, undefined, reason(text, recommended.label));
    }
    const target = ladder[seated.place];
    if (target && target !== recommended) {
      const text = { zh: `名额已满，改为${target.label.zh}`, en: `no seat left, lowered to ${target.label.en}` };
      return withTier(rulebook, recommendation, frame, target, reason(text, recommended.label));
    }
    if (seated.standing !== "over") return recommendation;
    const text = { zh: "超出名额", en: "beyond the seats" };
    return {
      ...recommendation,
      overQuota: true,
      reasons: [reason(text, recommended.label), ...recommendation.reasons],
    };
  });
  return { recommendations, quotas: results };
}

/** The same person with another recommendation, or none (review). What hangs on it is worked out again. */
export function withTier(
  rulebook: Rulebook,
  recommendation: Recommendation,
  frame: PersonFrame,
  tier: Recommendation["recommended"],
  reason: Text,
): Recommendation {
  const { current } = recommendation;
  const { decision } = rulebook;
  const known = current?.ladder && tier ? tier.rank - current.rank : undefined;
  const compared = known === undefined ? "confirm" : known > 0 ? "promote" : known < 0 ? "demote" : "keep";
  frame.recommended = tier?.id ?? "";
  frame.recommendedLevel = (tier && levelAt(rulebook, frame, tier)?.name) ?? "";
  const action = decision && (tier ? compared : "review");
  return {
    ...recommendation,
    recommended: tier,
    recommendedLevel: levelName(frame.recommendedLevel),
    action,
    reasons: [reason, ...recommendation.reasons],
    approvals: decision ? approvalsOf(rulebook, decision, current, tier) : [],
    benefits: benefitsOf(rulebook, frame, action === "review"),
  };
}
