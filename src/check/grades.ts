import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import { Exact } from "../number/exact.ts";
import type { Tier } from "../rulebook/tier.ts";
import type { Checked } from "./check.ts";

/**
 * Two tiers with the same grade number (行员等级). Only figures without a unit are grades: equal pay for two tiers is an
 * ordinary decision, an equal grade makes the step between them one in name only.
 */
export function sharedGrades({ rulebook, document }: Checked): Diagnostic[] {
  return rulebook.params.flatMap((param) => {
    const paid = rulebook.benefits.some((benefit) => benefit.amount.uses.includes(param.id));
    const isGrade = param.by === "tier" && param.type.kind === "number" && param.type.bare === true;
    const values = param.versions.at(-1)?.values ?? [];
    if (!isGrade || !paid) return [];
    return rulebook.tiers.slice(1).flatMap((lower) => {
      const higher = rulebook.tiers[lower.index - 1] as Tier;
      const [above, below] = [values[higher.index], values[lower.index]];
      if (!(above instanceof Exact) || !(below instanceof Exact) || !above.equals(below)) return [];
      const at = document.at(["params", param.id, "values", lower.id]);
      const args = { param: param.label, higher: higher.label, lower: lower.label, value: below.toString() };
      return [diagnose("check/shared-grade", at, args)];
    });
  });
}
