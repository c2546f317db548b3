import { diagnose } from "../../diagnostic/diagnostic.ts";
import { didYouMean } from "../../text/suggest.ts";
import type { Text } from "../../text/text.ts";
import { type Action, type Approvals, actions, type Benefit, type Decision } from "../decision.ts";
import { list } from "../schema/basics.ts";
import type { Names } from "./names.ts";
import { labelOf, type Session } from "./session.ts";

/** What actions are called where a rulebook does not say: 基层行's words for the end of a term (policy, section 9). */
const defaultLabels: Readonly<Record<Action, Text>> = {
  promote: { zh: "高聘", en: "Promote" },
  keep: { zh: "续聘", en: "Keep" },
  demote: { zh: "低聘", en: "Demote" },
  confirm: { zh: "转正", en: "Confirm" },
  review: { zh: "待核", en: "Review" },
  leave: { zh: "建议退出", en: "Leave" },
};

export function compileDecision(session: Session, names: Names): Decision | undefined {
  const written = session.source.decision;
  if (!written) return undefined;
  const environment = names.person("standing");
  const taken = new Set<string>();
  const rules = (written.rules ?? []).flatMap((rule, index) => {
    session.once(taken, rule.id, ["decision", "rules", index, "id"]);
    const when = session.condition(rule.if, ["decision", "rules", index, "if"], environment);
    if (when?.tierScoped) {
      const at = session.document.at(["decision", "rules", index, "if"]);
      const name = names.scopedAmong(when.uses, "standing") ?? rule.if;
      session.report(diagnose("rulebook/tier-scoped", at, { text: rule.if, name }));
    }
    return when ? [{ id: rule.id, when, then: rule.then, cite: rule.cite }] : [];
  });
  const labels = Object.fromEntries(
    actions.map((action) => {
      const own = written.actions?.[action];
      // A Chinese-only label keeps the field's English word beside it.
      return [
        action,
        typeof own === "string" ? { zh: own, en: defaultLabels[action].en } : (own ?? defaultLabels[action]),
      ];
    }),
  ) as Record<Action, Text>;
  return {
    labels,
    appoint: written.appoint ?? "always",
    rules,
    noneReached: written.none_reached ?? "review",
    maxUp: written.max_up === undefined ? undefined : Number(written.max_up),
    maxDown: written.max_down === undefined ? undefined : Number(written.max_down),
    approvals: written.approvals ? compileApprovals(session, names, written.approvals) : undefined,
  };
}

function compileApprovals(
  session: Session,
  names: Names,
  written: Readonly<Record<string, string | string[]>>,
): Approvals {
  const byTier = new Map<string, readonly string[]>();
  for (const [key, who] of Object.entries(written)) {
    if (key === "default" || key === "beyond") continue;
    if (!names.tiers.order.includes(key)) {
      const what = { zh: "等级", en: "tier" };
      const near = didYouMean(key, [...names.tiers.order, "default", "beyond"]);
      const at = session.document.keyAt(["decision", "approvals", key]);
      session.report(diagnose("rulebook/unknown-reference", at, { what, name: key, near }));
    }
    byTier.set(key, list(who));
  }
  return { byTier, fallback: list(written.default), beyond: list(written.beyond) };
}

export function compileBenefits(session: Session, names: Names): Benefit[] {
  return Object.entries(session.source.benefits ?? {}).flatMap(([id, written]) => {
    const path = ["benefits", id, "amount"];
    const amount = session.formula(written.amount, path, names.person("decision"));
    if (!amount) return [];
    if (amount.tierScoped) {
      const name = names.scopedAmong(amount.uses, "decision") ?? written.amount;
      session.report(diagnose("rulebook/tier-scoped", session.document.at(path), { text: written.amount, name }));
    }
    const label = labelOf(written.label, id);
    return [{ id, label, every: written.every, from: written.from, type: amount.type, amount, cite: written.cite }];
  });
}
