import { diagnose } from "../../diagnostic/diagnostic.ts";
import type { Criterion } from "../criterion.ts";
import type { Path } from "../document.ts";
import type { Levels } from "../levels.ts";
import { isYes, list } from "../schema/basics.ts";
import type { StandingSource } from "../schema/tier.ts";
import type { Standing, Tier } from "../tier.ts";
import type { CriteriaCompiler, ExtraNode } from "./criteria.ts";
import { isReservedForTiers, type Names, type TierWords } from "./names.ts";
import { labelOf, type Session } from "./session.ts";
import { figureName, type Slots } from "./slots.ts";

/** The words that may stand for a tier in cells and formulas: id, label, aliases. Known before anything else is compiled. */
export function tierWords(session: Session): TierWords {
  const words = new Map<string, string>();
  const places = new Map<string, Path>();
  const order: string[] = [];
  for (const [index, tier] of (session.source.tiers ?? []).entries()) {
    if (order.includes(tier.id)) {
      session.report(diagnose("rulebook/duplicate-id", session.document.at(["tiers", index, "id"]), { id: tier.id }));
      continue;
    }
    if (isReservedForTiers(tier.id)) {
      session.report(diagnose("rulebook/reserved-name", session.document.at(["tiers", index, "id"]), { id: tier.id }));
    }
    order.push(tier.id);
    const label = labelOf(tier.label, tier.id);
    const named: [string, Path][] = [
      [tier.id, ["id"]],
      [label.zh, typeof tier.label === "object" ? ["label", "zh"] : ["label"]],
      [label.en, typeof tier.label === "object" ? ["label", "en"] : ["label"]],
      ...list(tier.aliases).map((word, place): [string, Path] => {
        return [word, Array.isArray(tier.aliases) ? ["aliases", place] : ["aliases"]];
      }),
    ];
    for (const [word, within] of named) {
      const path = ["tiers", index, ...within];
      const taken = words.get(word);
      if (taken !== undefined && taken !== tier.id) {
        const note = { zh: `“${taken}”在这里用了它`, en: `"${taken}" has it here` };
        const related = [{ note, location: session.document.at(places.get(word) ?? []) }];
        const args = { word, first: taken, second: tier.id };
        session.report(diagnose("rulebook/shared-word", session.document.at(path), args, related));
      }
      words.set(word, tier.id);
      places.set(word, path);
    }
  }
  return { words, order };
}

/** Compiles the tiers, highest first as written. */
export function compileTiers(session: Session, criteria: CriteriaCompiler, levels: Levels | undefined): Tier[] {
  const written = session.source.tiers ?? [];
  const tiers = written.map((tier, index): Tier => {
    const label = labelOf(tier.label, tier.id);
    const from = { cite: tier.cite, assumed: isYes(tier.assumed), waivable: false };
    return {
      id: tier.id,
      label,
      aliases: list(tier.aliases),
      index,
      rank: written.length - index,
      ladder: tier.ladder === undefined || isYes(tier.ladder),
      requires: criteria.all(
        tier.id,
        label,
        tier.requires ?? [],
        ["tiers", index, "requires"],
        from,
        lastLine(session, tier.id, levels),
      ),
      provisional: tier.provisional
        ? criteria.all(`${tier.id}.provisional`, label, tier.provisional, ["tiers", index, "provisional"], from)
        : undefined,
    };
  });
  if (tiers.length > 0 && tiers.every((tier) => !tier.ladder)) {
    session.report(diagnose("rulebook/no-ladder", session.document.keyAt(["tiers"]), {}));
  }
  return tiers;
}

/** A tier's lowest level is what one must reach to have the tier at all. */
function lastLine(session: Session, tier: string, levels: Levels | undefined): ExtraNode[] {
  // As written, so that a line with a unit keeps it.
  const lines = session.source.levels?.lines[tier];
  const last = lines?.at(-1);
  if (!levels?.lines.has(tier) || !lines || last === undefined) return [];
  const node = {
    id: "line",
    label: { zh: "本级最低档次线", en: "Line of the lowest level" },
    that: `${levels.by} >= ${last}`,
  };
  const cite = levels.cite;
  return [{ node: { ...node, cite, assumed: levels.assumed }, path: ["levels", "lines", tier, lines.length - 1] }];
}

/** Compiles the pass lines and declares their names, so that rules of the decision can use them. */
export function compileStanding(session: Session, names: Names, slots: Slots, criteria: CriteriaCompiler): Standing[] {
  const compiled: Standing[] = [];
  for (const [index, written] of (session.source.standing ?? []).entries()) {
    const path = ["standing", index];
    const [criterion] = standingNode(criteria, written, path);
    if (!criterion) continue;
    if (isTierScoped(criterion)) {
      const text = written.that ?? written.id;
      const name = tierScopedLeafName(criterion);
      session.report(diagnose("rulebook/tier-scoped", session.document.at(path), { text, name }));
      continue;
    }
    const label = labelOf(written.label, written.id);
    const figure = slots.add(written.id, label, { kind: "boolean" }, false);
    if (!names.declare(written.id, "standing", [...path, "id"], () => figureName(figure, names.tiers.order))) continue;
    compiled.push({ id: written.id, label, slot: figure.slot, criterion, advice: isYes(written.advice) });
  }
  return compiled;
}

/** A standing is a node like any other, whose id has no parent. */
function standingNode(criteria: CriteriaCompiler, written: StandingSource, path: (string | number)[]): Criterion[] {
  const { advice: _, ...node } = written;
  return criteria.root(node, path);
}

export function isTierScoped(criterion: Criterion): boolean {
  return criterion.kind === "leaf" ? criterion.tierScoped : criterion.of.some(isTierScoped);
}

function tierScopedLeafName(criterion: Criterion): string {
  if (criterion.kind === "leaf") return criterion.name;
  const part = criterion.of.find(isTierScoped);
  return part ? tierScopedLeafName(part) : criterion.id;
}
