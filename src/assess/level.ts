import { type Result, Unknown } from "../formula/value.ts";
import { Exact } from "../number/exact.ts";
import type { PersonFrame } from "../rulebook/frame.ts";
import type { Levels } from "../rulebook/levels.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Tier } from "../rulebook/tier.ts";
import type { LevelResult } from "./assessment.ts";

/** The highest line met at a tier, raised by the bonuses that apply. */
export function levelAt(rulebook: Rulebook, frame: PersonFrame, tier: Tier): LevelResult | undefined {
  const { levels } = rulebook;
  const lines = levels?.lines.get(tier.id);
  if (!levels || !lines) return undefined;
  const before = frame.tier;
  frame.tier = tier.index;
  const value = levels.value(frame);
  const met = value instanceof Exact ? lines.findIndex((line) => value.compare(line) >= 0) : -1;
  const result = value instanceof Unknown ? unknownLevel(value) : raise(levels, frame, met);
  frame.tier = before;
  return result;
}

function unknownLevel(name: Unknown): LevelResult {
  return { name, raised: 0, beyondTop: false };
}

/** `met` is the index of the highest line met, 0 the highest; -1: none. */
function raise(levels: Levels, frame: PersonFrame, met: number): LevelResult {
  if (met < 0) return { name: undefined, raised: 0, beyondTop: false };
  let [place, beyondTop] = [met, false];
  for (const bonus of levels.bonus) {
    const applies: Result = bonus.when.evaluate(frame);
    if (applies instanceof Unknown) return unknownLevel(applies);
    if (applies !== true) continue;
    if (place - bonus.steps < 0 && bonus.atTop === "review") beyondTop = true;
    place = Math.max(0, place - bonus.steps);
  }
  return { name: levels.names[place], raised: met - place, beyondTop };
}
