import type { Facts, Person } from "../facts/facts.ts";
import type { Result } from "../formula/value.ts";
import { Unknown } from "../formula/value.ts";
import type { PersonFrame } from "../rulebook/frame.ts";
import { nameColumn } from "../rulebook/name-column.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { MaskDiagnostic } from "./mask-diagnostic.ts";
import { maskWord } from "./mask-word.ts";
import { hidden, type Masks } from "./masks.ts";

/** The people as they may be told of: ids, names and whatever else of their own is private under masks. */
export function maskPeople(facts: Facts, rulebook: Rulebook, masks: Masks, maskOne: MaskDiagnostic): Person[] {
  const called = nameColumn(rulebook.subject);
  return facts.people.map((person) => ({
    ...person,
    id: masks.id(person.id),
    columns: rulebook.subject.columns.map((column): Result => {
      const value = person.columns[column.slot] as Result;
      const privacy = masks.columns.get(column);
      if (privacy === undefined || value instanceof Unknown) return value;
      if (column === called && value !== "") return masks.name(person.index);
      return masks.value(privacy, value) ?? hidden;
    }),
    problems: person.problems.map(maskOne),
  }));
}

/**
 * A person's figures with the words of private columns masked. Private amounts and days stay, as scores are worked out from
 * them line by line when they are shown; what is shown of a column is `Person.columns`.
 */
export function maskFrame(
  frame: PersonFrame,
  person: Person,
  { figures, subject }: Rulebook,
  masks: Masks,
): PersonFrame {
  const words = figures.filter(({ type }) => type.kind === "text" || type.kind === "id");
  const masked = (values: readonly Result[]): Result[] => {
    const copy = [...values];
    for (const { slot } of words) copy[slot] = maskWord(copy[slot] as Result, masks);
    return copy;
  };
  const columns = subject.columns.map(({ slot }) => {
    const own = frame.columns[slot] as Result;
    return typeof own === "string" ? (person.columns[slot] as Result) : own;
  });
  return {
    ...frame,
    columns,
    shared: words.length > 0 ? masked(frame.shared) : frame.shared,
    byTier: words.length > 0 ? frame.byTier.map(masked) : frame.byTier,
  };
}
