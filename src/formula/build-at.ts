import { didYouMean } from "../text/suggest.ts";
import type { Name } from "./environment.ts";
import type { Pinned } from "./expression.ts";
import type { Typed, Workshop } from "./typed.ts";
import type { Result } from "./value.ts";

/** `x at senior`, `x at current`, `x at recommended_level`: a name's figure at a tier of choice. */
export function buildPinned<F>({ operand, tier, span }: Pinned, workshop: Workshop<F>): Typed<F> | undefined {
  if (operand.node !== "name") return workshop.report(span, "formula/at-needs-name", {});
  const { name } = operand;
  const found = workshop.env.resolve(name);
  // Not a name at all: say so as everywhere.
  if (!found) return workshop.build(operand);
  workshop.use(name);
  const word = tier.node === "name" ? tier.name : tier.value;
  const why = tier.node === "name" ? workshop.env.unseen?.(word) : undefined;
  if (why) return workshop.report(tier.span, "formula/not-visible", { name: word, why });
  const stage = /^(current|qualified|recommended)_level$/.exec(word)?.[1];
  if (stage && tier.node === "name") {
    if (!found.atLevel) return workshop.report(span, "formula/not-by-level", { name, tier: stage });
    const run = found.atLevel(stage as "current" | "qualified" | "recommended");
    return { type: found.type, tierScoped: false, run };
  }
  if (!found.at && found.atLevel) return workshop.report(span, "formula/by-level", { name });
  if (!found.at) return workshop.report(span, "formula/not-tier-scoped", { name, tier: word });
  return pinned(found, tier, workshop);
}

function pinned<F>(found: Name<F>, tier: Pinned["tier"], workshop: Workshop<F>): Typed<F> | undefined {
  const { env } = workshop;
  const word = tier.node === "name" ? tier.name : tier.value;
  const id = env.tierWords.get(word) ?? (word === "none" && tier.node === "name" ? "" : undefined);
  const held = tier.node === "name" ? env.resolve(word) : undefined;
  const holds = held?.type.kind === "tier" ? held : undefined;
  if (id !== undefined && holds) {
    return workshop.report(tier.span, "formula/ambiguous-word", { word, of: { zh: "等级", en: "the tiers" } });
  }
  // Through the builder, so that the tier's name is noted as every other.
  const own = holds && workshop.build(tier);
  const tierOf = id !== undefined ? (): Result => id : own?.run;
  const run = tierOf && found.at?.(tierOf);
  // `x at tier` is x itself at the tier being tested.
  if (run) return { type: found.type, tierScoped: holds?.tierScoped ?? false, run };
  const candidates = [...env.tierWords.keys(), "current", "qualified", "recommended", "none"];
  return workshop.report(tier.span, "formula/unknown-tier", { name: word, suggestion: didYouMean(word, candidates) });
}
