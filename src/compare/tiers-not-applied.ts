import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import type { Graded } from "../pipeline.ts";
import { tierOf } from "../rulebook/rulebook.ts";
import type { Tier } from "../rulebook/tier.ts";
import { same } from "../text/text.ts";
import type { PreviousPerson } from "./previous-run.ts";
import type { Since } from "./since.ts";

/** So many people are named in the message, and so many with their cells behind it. */
const [named, listed] = [20, 10];
const none = { zh: "无", en: "none" };

/**
 * Warns, once for all of them, of people whose present tier on the roster is not the tier that the last period ended with: its
 * result has not been entered, or something else has. Not of whom nothing had been settled then, of whom the roster says no
 * tier, of a tier that this rulebook does not have, and where other periods lie between the two.
 */
export function tiersNotApplied({ previous, changes, follows }: Since, graded: Graded): Diagnostic[] {
  if (!follows) return [];
  const { facts, rulebook, assessments, recommendations } = graded;
  const slot = rulebook.subject.columns.find(({ name }) => name === "current")?.slot;
  const found = assessments.flatMap(({ personIndex }, at) => {
    const person = facts.people[personIndex];
    const then = changes.get(personIndex)?.then;
    const now = recommendations[at]?.current;
    if (!person || !then || !now || !isSettled(then)) return [];
    const last = tierOf(rulebook, then.final);
    if (last === now || (then.final !== null && last === undefined)) return [];
    return [{ id: person.id, last, now, location: person.locate(slot) }];
  });
  const [first] = found;
  if (!first) return [];
  const related = found.slice(0, listed).map(({ last, now, location }) => ({ note: noteOf(last, now), location }));
  const ids = found.slice(0, named).map(({ id }) => id);
  const args = {
    count: found.length,
    previous: previous.period.label,
    ids: ids.join(" ") + (found.length > named ? " …" : ""),
  };
  return [diagnose("compare/tiers-not-applied", { file: previous.file }, args, related)];
}

/** A tier stood in the end, or somebody had decided for none. Who was to leave, or in review, ended with neither. */
function isSettled({ final, overridden }: PreviousPerson): boolean {
  return final !== null || overridden;
}

function noteOf(last: Tier | undefined, now: Tier) {
  const then = last?.label ?? none;
  const label = now.label ?? same(now.id);
  return {
    zh: `这里是“${label.zh}”，上期最终等级是“${then.zh}”`,
    en: `this says "${label.en}", the last period ended with "${then.en}"`,
  };
}
