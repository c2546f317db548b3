import type { Lang } from "../../text/text.ts";
import type { PersonReport } from "../person-report.ts";

/**
 * Who must approve, for a sheet that has to say it of everyone: where no tier stands nobody can be named from the rulebook's
 * approvals, which go by tier, and the reason is said instead. Empty where nothing is to be approved.
 */
export function approvalText({ recommendation }: PersonReport, lang: Lang): string {
  const { approvals, action, override } = recommendation;
  if (approvals.length > 0) return approvals.join(" → ");
  if (override?.to) return "";
  if (override || action === "leave") return lang === "zh" ? "办法未定审批人" : "not laid down by the policy";
  if (action === "review") return lang === "zh" ? "核实后按等级报批" : "by the tier, once it is settled";
  return "";
}
