import { z } from "zod";
import { constant, figureRef, flag, formula, name, notes, strict, text, wholeNumber } from "./basics.ts";
import { criterion } from "./tier.ts";

/** A line of a score: weighted (`weight`), or stepped (`every`, `points`). */
const item = strict({
  id: name,
  ...notes,
  of: formula,
  cap: constant.optional(),
  weight: constant.optional(),
  every: constant.optional(),
  points: constant.optional(),
  over: constant.optional(),
});

export const score = strict({
  ...notes,
  start: formula.optional(),
  items: z.array(item).min(1).optional(),
  deduct: z.array(strict({ id: name, ...notes, cap: constant.optional(), items: z.array(item).min(1) })).optional(),
  veto: z.array(criterion).min(1).optional(),
});

export const levels = strict({
  by: figureRef,
  names: z.array(text).min(1).optional(),
  lines: z.record(name, z.array(constant).min(1)),
  bonus: z
    .array(
      strict({
        if: formula,
        steps: wholeNumber,
        at_top: z.enum(["stop", "review"]).optional(),
        cite: text.optional(),
        note: text.optional(),
      }),
    )
    .optional(),
  cite: text.optional(),
  note: text.optional(),
  assumed: flag.optional(),
});

export const quotas = strict({
  base: z.enum(["graded", "all"]).optional(),
  caps: z.record(name, constant),
  rank: z.array(figureRef).min(1),
  over: z.enum(["flag", "lower"]).optional(),
  cite: text.optional(),
  note: text.optional(),
  assumed: flag.optional(),
});

export const team = strict({ id: name, ...notes, that: formula, by: name.optional(), advice: flag.optional() });

export type ScoreSource = z.infer<typeof score>;
export type ItemSource = z.infer<typeof item>;
