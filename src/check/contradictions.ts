import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import type { Criterion } from "../rulebook/criterion.ts";
import type { Tier } from "../rulebook/tier.ts";
import type { Checked } from "./check.ts";
import { areApart } from "./interval.ts";
import { type Line, lineOf } from "./lines.ts";

/** Two lines for one name that are asked for together and that no value meets: nobody can pass. */
export function contradictions(checked: Checked): Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const tier of checked.rulebook.tiers) {
    for (const tree of [tier.requires, ...(tier.provisional ? [tier.provisional] : [])]) {
      for (const one of contradictionsIn(checked, tier, tree, [])) {
        // A group that several tiers use is one text.
        const place = JSON.stringify([one.location, one.args.first, one.args.second]);
        if (!found.has(place)) found.set(place, one);
      }
    }
  }
  return [...found.values()];
}

/** @param outer the lines that are asked for beside this tree */
function contradictionsIn(checked: Checked, tier: Tier, tree: Criterion, outer: readonly Line[]): Diagnostic[] {
  const lines: Line[] = [];
  const alternatives: Criterion[] = [];
  const gather = (node: Criterion): void => {
    if (node.kind === "leaf") {
      const line = lineOf(checked.rulebook, node, tier.index);
      if (line) lines.push(line);
    } else if (node.kind === "group") {
      if (node.need === node.of.length) for (const part of node.of) gather(part);
      else alternatives.push(...node.of);
    }
  };
  gather(tree);
  const own = lines.flatMap((line, index) => {
    const before = [...outer, ...lines.slice(0, index)];
    const other = before.find((one) => one.passes.name === line.passes.name && areApart(one.passes, line.passes));
    return other ? [contradiction(checked, tier, other, line)] : [];
  });
  const all = [...outer, ...lines];
  return [...own, ...alternatives.flatMap((part) => contradictionsIn(checked, tier, part, all))];
}

function contradiction({ locate }: Checked, tier: Tier, first: Line, second: Line): Diagnostic {
  const args = { tier: tier.label, first: first.leaf.text, second: second.leaf.text };
  const note = { zh: `另一条：${first.leaf.text}`, en: `the other: ${first.leaf.text}` };
  return diagnose("check/contradiction", locate(second.leaf.id), args, [{ note, location: locate(first.leaf.id) }]);
}
