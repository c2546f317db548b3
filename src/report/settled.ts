import type { Action } from "../rulebook/decision.ts";
import type { Lang, Text } from "../text/text.ts";
import type { PersonReport } from "./person-report.ts";
import type { Report } from "./report.ts";
import { actionText } from "./result-columns.ts";
import { words } from "./words.ts";

/** Why nothing can be announced of a person yet: an action without a tier, or one that somebody must decide on first. */
export type Unsettled = Action | "no-tier" | "over-quota";

/** Undefined: the person's tier is settled, as far as a recommendation settles anything; what a person decided does. */
export function unsettled({ recommendation }: PersonReport): Unsettled | undefined {
  const { action, recommended, overQuota, override } = recommendation;
  if (override) return override.to ? undefined : "no-tier";
  if (action === "review" || action === "leave") return action;
  if (!recommended) return "no-tier";
  return overQuota ? "over-quota" : undefined;
}

/** How many people for which reason: `待核 3、超出职数 1`. */
export function countReasons<R extends string>(
  reasons: readonly R[],
  { rulebook }: Report,
  lang: Lang,
  named: Readonly<Record<string, Text>> = {},
): string {
  const counts = new Map<R, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const known: Readonly<Record<string, Text>> = { ...reasonWords, ...named };
  const label = (reason: R) => known[reason]?.[lang] ?? actionText(rulebook, reason as Action, lang);
  return [...counts].map(([reason, count]) => `${label(reason)} ${count}`).join(words.comma[lang]);
}

const reasonWords = {
  "no-tier": { zh: "没有拟评等级", en: "without a proposed tier" },
  "over-quota": { zh: "超出职数", en: "beyond the seats" },
} as const;
