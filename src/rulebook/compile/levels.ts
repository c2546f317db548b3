import { diagnose } from "../../diagnostic/diagnostic.ts";
import { describe } from "../../formula/type-words.ts";
import { Exact } from "../../number/exact.ts";
import { didYouMean } from "../../text/suggest.ts";
import { same } from "../../text/text.ts";
import type { Levels } from "../levels.ts";
import { isYes } from "../schema/basics.ts";
import { asType, parseConstant } from "./constant.ts";
import type { Names } from "./names.ts";
import type { Session } from "./session.ts";

/** Compiles the levels within tiers. */
export function compileLevels(session: Session, names: Names): Levels | undefined {
  const written = session.source.levels;
  if (!written) return undefined;
  const { document } = session;
  const by = names.find(written.by, "score");
  if (!by || !["money", "ratio", "number", "count", "duration"].includes(by.type.kind)) {
    const what = { zh: "能比较大小的指标或得分", en: "metric or score with a size" };
    const near = didYouMean(written.by, names.list("score"));
    session.report(
      diagnose("rulebook/unknown-reference", document.at(["levels", "by"]), { what, name: written.by, near }),
    );
    return undefined;
  }
  const lines = new Map<string, readonly Exact[]>();
  for (const [tier, list] of Object.entries(written.lines)) {
    if (!names.tiers.order.includes(tier)) {
      const what = { zh: "等级", en: "tier" };
      const near = didYouMean(tier, names.tiers.order);
      session.report(
        diagnose("rulebook/unknown-reference", document.keyAt(["levels", "lines", tier]), { what, name: tier, near }),
      );
      continue;
    }
    const values = list.map((text, index) => {
      const value = asType(parseConstant(text), by.type, undefined, session.currency);
      if (value instanceof Exact) return value;
      const args = { key: tier, expected: describe(by.type), got: same(String(text)) };
      session.report(diagnose("rulebook/value-type", document.at(["levels", "lines", tier, index]), args));
      return Exact.zero;
    });
    const rising = values.findIndex((value, index) => index > 0 && value.compare(values[index - 1] ?? value) >= 0);
    if (rising > 0)
      session.report(diagnose("rulebook/lines-order", document.at(["levels", "lines", tier, rising]), { tier }));
    lines.set(tier, values);
  }
  for (const [index, tier] of (session.source.tiers ?? []).entries()) {
    const ladder = tier.ladder === undefined || isYes(tier.ladder);
    if (ladder && !lines.has(tier.id)) {
      session.report(diagnose("rulebook/no-lines", document.at(["tiers", index]), { tier: tier.id }));
    }
  }
  const longest = Math.max(0, ...[...lines.values()].map((list) => list.length));
  const levelNames = written.names ?? Array.from({ length: longest }, (_, index) => String(index + 1));
  if (levelNames.length < longest) {
    session.report(
      diagnose("rulebook/level-names", document.at(["levels", "names"]), { names: levelNames.length, lines: longest }),
    );
  }
  const bonus = (written.bonus ?? []).flatMap((one, index) => {
    const when = session.condition(one.if, ["levels", "bonus", index, "if"], names.person("score"));
    return when ? [{ when, steps: Number(one.steps), atTop: one.at_top ?? "stop", cite: one.cite }] : [];
  });
  return {
    by: written.by,
    value: (frame) => by.get(frame),
    names: levelNames,
    lines,
    bonus,
    cite: written.cite,
    assumed: isYes(written.assumed),
  };
}
