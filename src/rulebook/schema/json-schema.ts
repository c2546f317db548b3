import { z } from "zod";
import { rulebook } from "./rulebook.ts";

/**
 * The JSON Schema (draft 2020-12) of the rulebook language, generated from the schema that the compiler itself uses. Where a
 * figure may stand as a number, the schema says so: the compiler reads numbers from the source text.
 */
export function rulebookJsonSchema(): Record<string, unknown> {
  return jsonSchemaOf(rulebook, "dingji rulebook", "A grading system of customer managers, as dingji reads it");
}

/** The same of another file that dingji reads. */
export function jsonSchemaOf(of: z.ZodType, title: string, description: string): Record<string, unknown> {
  const schema = z.toJSONSchema(of, {
    target: "draft-2020-12",
    io: "input",
    reused: "ref",
    override({ zodSchema, jsonSchema }) {
      const meta = z.globalRegistry.get(zodSchema) as Record<string, unknown> | undefined;
      if (meta?.kind !== undefined) delete (jsonSchema as Record<string, unknown>).kind;
      // A pattern or length of the text form would refuse the same thing written as a number.
      if (Array.isArray(meta?.type) || meta?.type === "integer") {
        delete jsonSchema.minLength;
        delete jsonSchema.pattern;
        delete jsonSchema.format;
      }
      if (meta?.type !== undefined) jsonSchema.type = meta.type as never;
      if (Array.isArray(meta?.type)) delete jsonSchema.anyOf;
    },
  });
  return { ...schema, title, description };
}
