import { diagnose } from "../../diagnostic/diagnostic.ts";
import { describe } from "../../formula/type-words.ts";
import { Exact } from "../../number/exact.ts";
import { didYouMean } from "../../text/suggest.ts";
import { same, type Text } from "../../text/text.ts";
import type { Quotas, RankFigure } from "../quota.ts";
import { asType, parseConstant } from "./constant.ts";
import type { Names } from "./names.ts";
import type { Session } from "./session.ts";

/** Compiles the caps on how many may hold a tier. */
export function compileQuotas(session: Session, names: Names, labelOfName: (name: string) => Text): Quotas | undefined {
  const written = session.source.quotas;
  if (!written) return undefined;
  const { document } = session;
  const caps = new Map<string, Exact>();
  for (const [tier, share] of Object.entries(written.caps)) {
    const path = ["quotas", "caps", tier];
    if (!names.tiers.order.includes(tier)) {
      const args = { what: { zh: "等级", en: "tier" }, name: tier, near: didYouMean(tier, names.tiers.order) };
      session.report(diagnose("rulebook/unknown-reference", document.keyAt(path), args));
    }
    const value = asType(parseConstant(share), { kind: "ratio" });
    if (value instanceof Exact && value.sign >= 0 && value.compare(Exact.one) <= 0) caps.set(tier, value);
    else {
      const expected = { zh: "0% 到 100%", en: "from 0% to 100%" };
      session.report(
        diagnose("rulebook/bad-value", document.at(path), { key: tier, expected, got: same(String(share)) }),
      );
    }
  }
  const rank = written.rank.flatMap((name, index): RankFigure[] => {
    const path = ["quotas", "rank", index];
    const found = names.find(name, "score");
    if (!found) {
      const what = { zh: "指标或得分", en: "metric or score" };
      const near = didYouMean(name, names.list("score"));
      session.report(diagnose("rulebook/unknown-reference", document.at(path), { what, name, near }));
      return [];
    }
    if (found.tierScoped) session.report(diagnose("rulebook/tier-scoped", document.at(path), { text: name, name }));
    if (!["money", "ratio", "number", "count", "duration"].includes(found.type.kind)) {
      const args = { text: name, type: describe(found.type), fn: { zh: "排名", en: "a ranking" } };
      session.report(diagnose("rulebook/not-numeric", document.at(path), args));
    }
    return [{ name, label: labelOfName(name), value: (frame) => found.get(frame) }];
  });
  return { base: written.base ?? "graded", caps, rank, over: written.over ?? "flag", cite: written.cite };
}
