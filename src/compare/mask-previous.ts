import { comparisons, privateNames } from "../mask/mask-assessment.ts";
import { maskWord } from "../mask/mask-word.ts";
import { hidden, type Masks } from "../mask/masks.ts";
import type { Leaf } from "../rulebook/criterion.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { PreviousCriterion, PreviousPerson, PreviousRun } from "./previous-run.ts";

/**
 * An earlier run under the masks of this one: who is on the roster still goes by the same mask, who has left by one of their
 * own and without a name, and a figure of then is hidden wherever the same figure of now is.
 */
export function maskPrevious(previous: PreviousRun, rulebook: Rulebook, masks: Masks): PreviousRun {
  const names = privateNames(rulebook, masks);
  const leaves = new Map(comparisons(rulebook).map((leaf): [string, Leaf] => [leaf.id, leaf]));
  const maskCriterion = (one: PreviousCriterion): PreviousCriterion => {
    const leaf = leaves.get(one.id);
    if (!leaf || typeof one.value !== "string") return leaf && !names.has(leaf.name) ? one : { ...one, value: null };
    const privacy = names.get(leaf.name);
    const isFigure = ["money", "ratio", "number", "count", "duration"].includes(leaf.type.kind);
    if (privacy) return { ...one, value: isFigure ? null : (masks.value(privacy, one.value) ?? null) };
    const isWord = leaf.type.kind === "text" || leaf.type.kind === "id";
    return isWord ? { ...one, value: maskWord(one.value, masks) } : one;
  };
  const people = [...previous.people.values()].map(
    (person): PreviousPerson => ({
      ...person,
      id: masks.id(person.id),
      name: person.name === "" ? "" : hidden,
      branch: maskWord(person.branch, masks),
      criteriaAt: (tier) => new Map([...person.criteriaAt(tier)].map(([id, one]) => [id, maskCriterion(one)])),
    }),
  );
  return { ...previous, people: new Map(people.map((person) => [person.id, person])) };
}
