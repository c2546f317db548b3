import { z } from "zod";
import { constant, flag, formula, label, name, strict, text, texts } from "./basics.ts";

export const columnKinds = [
  "id",
  "text",
  "money",
  "ratio",
  "number",
  "count",
  "duration",
  "date",
  "boolean",
  "enum",
  "tier",
  "level",
] as const;

/** A column: what its cells are, and which headers it may stand under. */
export const column = strict({
  type: z.enum(columnKinds),
  header: texts,
  label: label.optional(),
  unit: text.optional(),
  currency: text.optional(),
  values: z.array(text).min(1).optional(),
  ordered: flag.optional(),
  words: z.record(text, text).optional(),
  yes: texts.optional(),
  no: texts.optional(),
  missing: constant.optional(),
  min: formula.optional(),
  max: formula.optional(),
  refers: name.optional(),
  personal: flag.optional(),
  note: text.optional(),
});

export const input = strict({
  label: label.optional(),
  sheet: texts.optional(),
  key: name.optional(),
  columns: z.record(name, column),
  note: text.optional(),
});

export type InputSource = z.infer<typeof input>;
export type ColumnSource = z.infer<typeof column>;
