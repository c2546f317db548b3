import { z } from "zod";
import { flag, formula, label, name, notes, strict, text, texts, wholeNumber } from "./basics.ts";

const action = z.enum(["promote", "keep", "demote", "confirm", "review", "leave"]);

export const decision = strict({
  actions: strict({
    promote: label.optional(),
    keep: label.optional(),
    demote: label.optional(),
    confirm: label.optional(),
    review: label.optional(),
    leave: label.optional(),
  }).optional(),
  appoint: z.enum(["year", "always"]).optional(),
  rules: z.array(strict({ id: name, if: formula, then: action, ...notes })).optional(),
  none_reached: action.optional(),
  max_up: wholeNumber.optional(),
  max_down: wholeNumber.optional(),
  approvals: z.record(name, texts).optional(),
  cite: text.optional(),
  note: text.optional(),
});

export const benefit = strict({
  ...notes,
  every: z.enum(["month", "quarter", "year"]).optional(),
  from: z.enum(["period", "next_period"]).optional(),
  amount: formula,
});

export const reading = strict({
  cite: text.optional(),
  printed: text,
  adopted: text.optional(),
  candidates: z.array(formula).min(2).optional(),
  why: text.optional(),
  touches: texts.optional(),
  note: text.optional(),
  assumed: flag.optional(),
});
