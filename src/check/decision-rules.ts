import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import { parse } from "../formula/parse.ts";
import type { Checked } from "./check.ts";
import { covers, type Interval, intervalOf } from "./interval.ts";

/** Rules of the decision that an earlier one has taken whole: the first that holds decides. */
export function rulesNeverReached({ document }: Checked): Diagnostic[] {
  const { decision } = document.tree as { decision?: { rules?: { id: string; if: string }[] } };
  const rules = (decision?.rules ?? []).map((rule) => ({ ...rule, interval: intervalIn(rule.if) }));
  return rules.flatMap((later, index) => {
    const earlier = rules.slice(0, index).find((one) => {
      if (one.if.trim() === later.if.trim()) return true;
      const [a, b] = [one.interval, later.interval];
      return a !== undefined && b !== undefined && a.name === b.name && covers(a, b);
    });
    if (!earlier) return [];
    const at = document.at(["decision", "rules", index, "if"]);
    const args = { earlier: earlier.id, first: earlier.if, later: later.id };
    return [diagnose("check/rule-never-reached", at, args)];
  });
}

function intervalIn(text: string): Interval | undefined {
  const parsed = parse(text);
  return "ast" in parsed ? intervalOf(parsed.ast) : undefined;
}
