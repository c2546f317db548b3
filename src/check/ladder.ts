import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import { showValue } from "../formula/show.ts";
import { Exact } from "../number/exact.ts";
import type { Criterion, Group, Leaf } from "../rulebook/criterion.ts";
import { staticThreshold } from "../rulebook/static-frame.ts";
import type { Tier } from "../rulebook/tier.ts";
import type { Checked } from "./check.ts";

/** A leaf among alternatives (k of n, k < n): there, an equal or higher line at a lower tier is odd; a common gate is not. */
interface Alternative {
  readonly leaf: Leaf;
  readonly need: number;
  readonly line: Exact;
}

/** A fall of a tenth or less while fewer alternatives are asked for: the step down is not where one would look for it. */
const smallStep = Exact.of(9, 10);

/** Compares each tier's alternatives with the next tier's: equal lines, lines that rise downwards, steps that hardly fall. */
export function unevenLadder(checked: Checked): Diagnostic[] {
  const ladder = checked.rulebook.tiers.filter((tier) => tier.ladder);
  return ladder.slice(1).flatMap((lower, index) => {
    const higher = ladder[index] as Tier;
    const above = alternatives(checked, higher);
    return [...alternatives(checked, lower)].flatMap(([key, low]) => {
      const high = above.get(key);
      return high ? compareStep(checked, higher, lower, high, low) : [];
    });
  });
}

function compareStep(checked: Checked, higher: Tier, lower: Tier, high: Alternative, low: Alternative): Diagnostic[] {
  const { leaf, line } = low;
  const at = checked.locate(leaf.id);
  // One group used by both tiers is one text: it says nothing about a step.
  if (JSON.stringify(at) === JSON.stringify(checked.locate(high.leaf.id))) return [];
  const args = {
    metric: leaf.nameLabel,
    higher: higher.label,
    lower: lower.label,
    line: { zh: showValue(line, leaf.type, "zh"), en: showValue(line, leaf.type, "en") },
    above: { zh: showValue(high.line, leaf.type, "zh"), en: showValue(high.line, leaf.type, "en") },
  };
  const fall = leaf.op === ">=" || leaf.op === ">" ? high.line.compare(line) : line.compare(high.line);
  const { above: _, ...equal } = args;
  if (fall === 0) return [diagnose("check/equal-line", at, equal)];
  if (fall < 0) return [diagnose("check/rising-line", at, args)];
  const hardly = line.compare(high.line.mul(smallStep)) >= 0 && leaf.op.startsWith(">");
  if (!hardly || low.need >= high.need) return [];
  return [diagnose("check/small-step", at, { ...args, need: low.need, before: high.need })];
}

/** By path below the tier: `business.a.deposits`. Candidates of a reading count, each by its own line. */
function alternatives({ rulebook }: Checked, tier: Tier): Map<string, Alternative> {
  const found = new Map<string, Alternative>();
  const visit = (node: Criterion, around: Group | undefined): void => {
    if (node.kind !== "leaf") {
      const inner = node.kind === "group" && node.need < node.of.length ? node : around;
      for (const part of node.of) visit(part, inner);
      return;
    }
    const line = staticThreshold(rulebook, node, tier.index);
    if (!around || !line || !/^[<>]=?$/.test(node.op)) return;
    found.set(node.id.slice(tier.id.length + 1), { leaf: node, need: around.need, line });
  };
  visit(tier.requires, undefined);
  return found;
}
