import type { PreviousPerson } from "../compare/previous-run.ts";
import type { Cause, Change, Move, Since } from "../compare/since.ts";
import type { Result } from "../formula/value.ts";
import { Exact } from "../number/exact.ts";
import type { Leaf } from "../rulebook/criterion.ts";
import { tierOf } from "../rulebook/rulebook.ts";
import type { Lang } from "../text/text.ts";
import { shown } from "./phrases.ts";
import type { Reader } from "./reader.ts";
import { words } from "./words.ts";

/** What a move is called, with a sign in front. */
export const moveWords: Readonly<Record<Move | "left", { readonly zh: string; readonly en: string }>> = {
  down: { zh: "▼ 下降", en: "▼ down" },
  up: { zh: "▲ 上升", en: "▲ up" },
  unclear: { zh: "? 不明", en: "? unclear" },
  joined: { zh: "＋ 新增", en: "+ joined" },
  left: { zh: "－ 离开", en: "− left" },
  same: { zh: "＝ 不变", en: "= same" },
};

/** The tier that somebody qualified for then; 待定 where what was missing could still have given one. */
export function qualifiedThen(since: Since, { qualified, undecided }: PreviousPerson, reader: Reader): string {
  if (qualified !== null) return tierThen(since, qualified, reader);
  return (undecided.length > 0 ? words.undecided : words.none)[reader.lang];
}

/** The tier that stood in the end; 无 where a person had decided so, empty for who was still open (待核, 建议退出). */
export function finalThen(since: Since, { final, overridden }: PreviousPerson, reader: Reader): string {
  if (final !== null) return tierThen(since, final, reader);
  return overridden ? words.none[reader.lang] : "";
}

/** By this rulebook's label, else by the earlier run's own. */
function tierThen({ previous }: Since, id: string, { rulebook, lang }: Reader): string {
  return tierOf(rulebook, id)?.label[lang] ?? previous.tiers.get(id) ?? id;
}

/** `日均存款 2.6亿元 → 2.4亿元（标准 2.5亿元）`, each cause so; the standard of then too, if it was another. */
export function causesText({ causes }: Change, reader: Reader): string {
  return causes.map((cause) => causeText(cause, reader)).join(words.semicolon[reader.lang]);
}

function causeText({ now, then }: Cause, reader: Reader): string {
  const { lang } = reader;
  const leaf = now.criterion as Leaf;
  const name = leaf.nameLabel[lang];
  const before = then ? shown(parsed(then.value, leaf), leaf.type, reader) : newlyAsked[lang];
  const line = now.threshold === undefined ? "" : shown(now.threshold, leaf.type, reader);
  const lineThen = then?.threshold == null ? line : shown(parsed(then.threshold, leaf), leaf.type, reader);
  const lines = line === "" || line === lineThen ? line : `${lineThen} → ${line}`;
  const standard = lines === "" ? "" : { zh: `（标准 ${lines}）`, en: ` (standard ${lines})` }[lang];
  return `${name} ${before} → ${shown(now.value, leaf.type, reader)}${standard}`;
}

const newlyAsked: Readonly<Record<Lang, string>> = { zh: "（上期未要求）", en: "(not asked for then)" };

/** A value as JSON has it: decimals of a figure become figures, null is unknown. */
function parsed(value: unknown, { type }: Leaf): Result | undefined {
  if (typeof value === "boolean") return value;
  if (typeof value !== "string") return undefined;
  const isFigure = ["money", "ratio", "number", "count", "duration"].includes(type.kind);
  return isFigure ? Exact.parse(value) : value;
}
