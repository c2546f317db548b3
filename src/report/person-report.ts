import type { Assessment } from "../assess/assessment.ts";
import { finalTier, type Recommendation } from "../decide/recommendation.ts";
import type { Person } from "../facts/facts.ts";
import { maskFrame } from "../mask/mask-people.ts";
import type { Graded } from "../pipeline.ts";
import type { PersonFrame } from "../rulebook/frame.ts";
import type { Column, Input } from "../rulebook/input.ts";
import { nameColumn } from "../rulebook/name-column.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Tier } from "../rulebook/tier.ts";
import type { Text } from "../text/text.ts";
import { words } from "./words.ts";

/** All that a report can say of one person. */
export interface PersonReport {
  /** Place on the roster, from 0. */
  readonly index: number;
  readonly id: string;
  /** Empty where the roster has no such column or cell. */
  readonly name: string;
  readonly branch: string;
  readonly person: Person;
  readonly frame: PersonFrame;
  readonly assessment: Assessment;
  readonly recommendation: Recommendation;
  /** The tier that stands in the end: what a person decided, else what is recommended. */
  readonly final: Tier | undefined;
  /** The run was given people's decisions: where there is none, the recommendation stands. */
  readonly overridden: boolean;
}

/** Everyone who was assessed, in roster order. */
export function peopleOf(graded: Graded): PersonReport[] {
  const nameSlot = nameColumn(graded.rulebook.subject)?.slot;
  const branchSlot = branchColumn(graded.rulebook.subject)?.slot;
  const recommendations = new Map(graded.recommendations.map((one) => [one.personIndex, one]));
  return graded.assessments.map((assessment) => {
    const index = assessment.personIndex;
    const person = graded.facts.people[index];
    const measured = graded.metrics.people[index];
    const frame =
      measured && person && graded.masks ? maskFrame(measured, person, graded.rulebook, graded.masks) : measured;
    const recommendation = recommendations.get(index);
    if (!person || !frame || !recommendation) throw new Error(`no facts for person ${index}`);
    return {
      index,
      id: person.id,
      name: textIn(person, nameSlot),
      branch: textIn(person, branchSlot),
      person,
      frame,
      assessment,
      recommendation,
      final: finalTier(recommendation),
      overridden: graded.overridden,
    };
  });
}

/** Someone on the roster whom the rulebook leaves out. */
export interface OutsidePerson {
  readonly id: string;
  /** Empty where the roster has no such column or cell. */
  readonly name: string;
}

/** Everyone to whom the rulebook does not apply, in roster order. */
export function outsideOf({ outside, facts, rulebook }: Graded): OutsidePerson[] {
  const nameSlot = nameColumn(rulebook.subject)?.slot;
  return outside.flatMap((index) => {
    const person = facts.people[index];
    return person ? [{ id: person.id, name: textIn(person, nameSlot) }] : [];
  });
}

/** What the rulebook calls the ids, names and branches of those whom it grades: outlets and customers have no 工号. */
export function subjectWords({ subject }: Pick<Rulebook, "subject">): {
  readonly id: Text;
  readonly name: Text;
  readonly branch: Text;
} {
  return {
    id: subject.key?.label ?? words.id,
    name: nameColumn(subject)?.label ?? words.name,
    branch: branchColumn(subject)?.label ?? words.branch,
  };
}

/** The column that people are grouped by: `branch`, else one whose header is 机构 or the like. */
export function branchColumn(subject: Input): Column | undefined {
  return (
    subject.columns.find((column) => column.name === "branch") ??
    subject.columns.find((column) =>
      column.headers.some((header) => /机构|支行|网点|县局|营业部|营销部|部门|branch|outlet/iu.test(header)),
    )
  );
}

function textIn(person: Person, slot: number | undefined): string {
  const value = slot === undefined ? undefined : person.columns[slot];
  return typeof value === "string" ? value : "";
}
