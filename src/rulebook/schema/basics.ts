import { z } from "zod";
import { isDay } from "../../formula/calendar.ts";

// A run checks a document or two: zod would write and compile a parser for every object first, which takes far longer.
z.config({ jitless: true });

const isoDay = /^\d{4}-\d{2}-\d{2}$/;

/** Numbers reach the schema as they are written (see `parseRuleDocument`); the published JSON Schema lets editors accept both. */
export const formula = z
  .string()
  .min(1)
  .meta({ type: ["string", "number"], kind: "formula" });

/** A constant: a figure with its unit, a word, a date, or yes/no. */
export const constant = z
  .union([z.string().min(1), z.boolean()])
  .meta({ type: ["string", "number", "boolean"], kind: "constant" });

export const wholeNumber = z
  .string()
  .regex(/^\d{1,6}$/, "whole")
  .meta({ type: "integer", minimum: 0, kind: "whole" });

/** YAML 1.2 leaves `yes` and `no` as words; both they and `true`/`false` are booleans here. */
export const flag = z.union([z.boolean(), z.enum(["yes", "no"])]).meta({ kind: "flag" });

export function isYes(value: z.infer<typeof flag> | undefined): boolean {
  return value === true || value === "yes";
}

export const text = z
  .string()
  .min(1)
  .meta({ type: ["string", "number"], kind: "text" });

/** A label: one text for both languages, or one each. */
export const label = z.union([text, strict({ zh: text, en: text })]);

export const date = z
  .string()
  .regex(isoDay, "date")
  .refine((text) => !isoDay.test(text) || isDay(text), "no-such-day")
  .meta({ format: "date", kind: "date" });

export const name = z
  .string()
  .regex(/^[\p{L}_][\p{L}\p{N}_-]*$/u, "name")
  .meta({ kind: "name" });

/** A figure's name, dotted for a one-row input's column: `quality.npl`. */
export const figureRef = z
  .string()
  .regex(/^[\p{L}_][\p{L}\p{N}_-]*(\.[\p{L}_][\p{L}\p{N}_-]*)?$/u, "name")
  .meta({ kind: "name" });

export const texts = z.union([text, z.array(text).min(1)]);
export const flags = { assumed: flag.optional(), waivable: flag.optional() };
/** What any node may carry. */
export const notes = { label: label.optional(), cite: text.optional(), note: text.optional(), ...flags };

/** An object without room for other keys; its issue names the known ones. */
export function strict<T extends z.ZodRawShape>(shape: T) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === "unrecognized_keys" ? Object.keys(shape).join(" ") : undefined),
  });
}

export function list<T extends string | boolean>(value: T | readonly T[] | undefined): readonly T[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value as T];
}
