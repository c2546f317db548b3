import { z } from "zod";
import { constant, date, flag, name, strict, text, texts } from "../rulebook/schema/basics.ts";

/** A cell's text, which may be empty; editors may take it for a number. */
const written = z.string().meta({ type: ["string", "number"], kind: "text" });

/** Columns and figures by name, and at a tier: `deposits at senior`. `unknown` takes back what is inherited. */
const given = z.record(text, constant);
/** One person; `like` names another whose figures they share. */
const person = given;
/** `""` is a blank cell, as is a column that the row leaves out. */
const rows = z.record(name, z.array(z.record(name, z.union([written, z.boolean()]))));

/** What each key of `expect` may hold. Those with a sub-key (`gap.ID`) are maps from it. */
export const expectations = {
  /** Whether the rulebook applies to the person; without it a test expects that it does. */
  applies: flag,
  tier: text,
  recommended: text,
  action: text,
  due: z.union([text, strict({ action: text.optional(), recommended: text.optional() })]),
  provisional: flag,
  level: text,
  blocked_by: texts,
  passes: texts,
  fails: texts,
  unknown: texts,
  gap: z.record(text, text),
  value: z.record(text, constant),
  standing: z.record(text, text),
  reasons: texts,
  approvals: texts,
  benefits: z.record(text, constant),
};
export type ExpectationKey = keyof typeof expectations;

const expect = strict({
  applies: expectations.applies.optional(),
  tier: expectations.tier.optional(),
  recommended: expectations.recommended.optional(),
  action: expectations.action.optional(),
  due: expectations.due.optional(),
  provisional: expectations.provisional.optional(),
  level: expectations.level.optional(),
  blocked_by: expectations.blocked_by.optional(),
  passes: expectations.passes.optional(),
  fails: expectations.fails.optional(),
  unknown: expectations.unknown.optional(),
  gap: expectations.gap.optional(),
  value: expectations.value.optional(),
  standing: expectations.standing.optional(),
  reasons: expectations.reasons.optional(),
  approvals: expectations.approvals.optional(),
  benefits: expectations.benefits.optional(),
});

const when = { period: text.optional(), as_of: date.optional(), appoint: flag.optional() };

/** A cell of a table of cases; `""` says nothing. */
const cell = z.union([written, z.boolean(), z.array(text).min(1)]);

const test = strict({
  name: text,
  like: name.optional(),
  given: given.optional(),
  rows: rows.optional(),
  ...when,
  expect: expect.optional(),
  cases: z.array(z.array(cell).min(1)).min(2).optional(),
  note: text.optional(),
});

/** A file of rule tests, as written. */
export const suite = strict({
  rulebook: text.optional(),
  ...when,
  people: z.record(name, person).optional(),
  tests: z.array(test).min(1),
  note: text.optional(),
});

export type SuiteSource = z.infer<typeof suite>;
export type TestSource = SuiteSource["tests"][number];
export type CellSource = z.infer<typeof cell>;
