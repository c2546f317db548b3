import { z } from "zod";
import { flag, formula, label, name, notes, strict, text, texts, wholeNumber } from "./basics.ts";

/** A node of a tier's requirements, as written. */
export type CriterionSource = string | NodeSource;
export interface NodeSource {
  id?: string | undefined;
  label?: string | { zh: string; en: string } | undefined;
  cite?: string | undefined;
  note?: string | undefined;
  assumed?: boolean | "yes" | "no" | undefined;
  waivable?: boolean | "yes" | "no" | undefined;
  that?: string | undefined;
  all?: CriterionSource[] | undefined;
  any?: CriterionSource[] | undefined;
  at_least?: string | undefined;
  of?: CriterionSource[] | undefined;
  reading?: string | undefined;
  use?: string | string[] | undefined;
}

export const criterion: z.ZodType<CriterionSource> = z.lazy(() => z.union([formula, node]));
const criteria = z.array(criterion).min(1);
const node = strict({
  id: name.optional(),
  ...notes,
  that: formula.optional(),
  all: criteria.optional(),
  any: criteria.optional(),
  at_least: wholeNumber.optional(),
  of: criteria.optional(),
  reading: name.optional(),
  use: z.union([name, z.array(name).min(1)]).optional(),
});

/** A named group: a bare list, or one with a label of its own. All of it is required. */
export const requirements = z.union([criteria, strict({ ...notes, all: criteria })]);

export const tier = strict({
  id: name,
  label: label.optional(),
  aliases: texts.optional(),
  ladder: flag.optional(),
  requires: z.array(criterion).optional(),
  provisional: z.array(criterion).min(1).optional(),
  cite: text.optional(),
  note: text.optional(),
  assumed: flag.optional(),
});

/** A pass line apart from the ladder. */
export const standing = strict({
  id: name,
  ...notes,
  advice: flag.optional(),
  that: formula.optional(),
  all: criteria.optional(),
  any: criteria.optional(),
  at_least: wholeNumber.optional(),
  of: criteria.optional(),
  reading: name.optional(),
});

export type StandingSource = z.infer<typeof standing>;
