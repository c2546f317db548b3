import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import { showValue } from "../formula/show.ts";
import type { Exact } from "../number/exact.ts";
import type { Criterion, Leaf } from "../rulebook/criterion.ts";
import type { Tier } from "../rulebook/tier.ts";
import type { Checked } from "./check.ts";
import { startsAfter } from "./interval.ts";
import { type Line, lineOf } from "./lines.ts";

/**
 * What every way to a tier asks for, compared with the nearest higher tier that asks for it at all: a lower tier that asks for
 * more is odd. An equal gate is not: 学历 is often the same for several tiers.
 */
export function risingGates(checked: Checked): Diagnostic[] {
  const ladder = checked.rulebook.tiers.filter((tier) => tier.ladder);
  const gates = ladder.map((tier) => gatesOf(checked, tier));
  return ladder.flatMap((lower, index) =>
    [...(gates[index] ?? [])].flatMap(([key, low]) => {
      const above = gates.slice(0, index).findLastIndex((one) => one.has(key));
      const [higher, high] = [ladder[above], gates[above]?.get(key)];
      if (!higher || !high || !isStricter(low, high)) return [];
      const { leaf } = low;
      const shown = (line: Line) => {
        const value = endOf(line) as Exact;
        return { zh: showValue(value, leaf.type, "zh"), en: showValue(value, leaf.type, "en") };
      };
      const args = { metric: leaf.nameLabel, higher: higher.label, lower: lower.label };
      const at = checked.locate(leaf.id);
      return [diagnose("check/rising-line", at, { ...args, line: shown(low), above: shown(high) })];
    }),
  );
}

/** The strictest line of each name and direction that no alternative gets round. */
function gatesOf({ rulebook }: Checked, tier: Tier): Map<string, Line> {
  const found = new Map<string, Line>();
  for (const leaf of required(tier.requires)) {
    const line = leaf.op === "==" ? undefined : lineOf(rulebook, leaf, tier.index);
    if (!line) continue;
    const key = `${leaf.name} ${isFloor(line) ? ">" : "<"}`;
    const known = found.get(key);
    if (!known || isStricter(line, known)) found.set(key, line);
  }
  return found;
}

function required(node: Criterion): readonly Leaf[] {
  if (node.kind === "leaf") return [node];
  return node.kind === "group" && node.need === node.of.length ? node.of.flatMap(required) : [];
}

function isFloor({ passes }: Line): boolean {
  return passes.low !== undefined;
}

function endOf({ passes }: Line): Exact | undefined {
  return passes.low ?? passes.high;
}

/** Of two lines of one direction. */
function isStricter(a: Line, b: Line): boolean {
  if (isFloor(a)) return startsAfter(a.passes, b.passes);
  const order = (endOf(a) as Exact).compare(endOf(b) as Exact);
  return order < 0 || (order === 0 && !a.passes.highIn && b.passes.highIn);
}
