import { z } from "zod";
import { constant, date, formula, name, notes, strict, text } from "./basics.ts";

const tierOrLevel = z.enum(["tier", "level"]);
const values = z.union([z.record(text, z.union([constant, z.array(constant)])), constant]);

/** A named constant: plain, by tier or by level; undated, or in dated versions. */
export const param = z.union([
  constant,
  strict({
    ...notes,
    by: tierOrLevel.optional(),
    value: constant.optional(),
    values: values.optional(),
    versions: z
      .array(
        strict({
          from: date,
          to: date.optional(),
          value: constant.optional(),
          values: values.optional(),
          cite: text.optional(),
          note: text.optional(),
        }),
      )
      .min(1)
      .optional(),
  }),
]);

export const scope = strict({ ...notes, each: name, keep: formula });

/** A figure of a person. Exactly one of sum, max, min, mean, count, distinct, ratio, value, cases. */
export const metric = strict({
  ...notes,
  sum: formula.optional(),
  max: formula.optional(),
  min: formula.optional(),
  mean: formula.optional(),
  count: name.optional(),
  distinct: formula.optional(),
  ratio: z.tuple([formula, formula]).optional(),
  value: formula.optional(),
  cases: z
    .array(strict({ when: formula, give: formula, cite: text.optional(), note: text.optional() }))
    .min(1)
    .optional(),
  else: formula.optional(),
  where: formula.optional(),
  within: name.optional(),
  per: name.optional(),
  empty: constant.optional(),
});

export const rate = strict({
  from: date,
  to: date.optional(),
  CNY: formula.optional(),
  ...notes,
}).catchall(formula);

export type ParamSource = z.infer<typeof param>;
export type MetricSource = z.infer<typeof metric>;
