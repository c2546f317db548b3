import { jsonSchemaOf } from "../rulebook/schema/json-schema.ts";
import { suite } from "./schema.ts";

/** The JSON Schema of a file of rule tests, for editors. */
export function ruleTestJsonSchema(): Record<string, unknown> {
  return jsonSchemaOf(suite, "dingji rule tests", "Tests of a rulebook, beside it as NAME.test.yml");
}
