import type { Benefit } from "../rulebook/decision.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Text } from "../text/text.ts";

const periods: Readonly<Record<NonNullable<Benefit["every"]>, Text>> = {
  month: { zh: "每月", en: "a month" },
  quarter: { zh: "每季", en: "a quarter" },
  year: { zh: "每年", en: "a year" },
};

/** A column of amounts: one benefit. */
export interface BenefitColumn {
  readonly benefit: Benefit;
  /** The label, and how often it is paid: 基本岗位工资（每月）. */
  readonly heading: Text;
}

export function benefitColumns({ benefits }: Rulebook): BenefitColumn[] {
  return benefits.map((benefit) => {
    const { label, every } = benefit;
    const how = every && periods[every];
    return { benefit, heading: how ? { zh: `${label.zh}（${how.zh}）`, en: `${label.en} (${how.en})` } : label };
  });
}
