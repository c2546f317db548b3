import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { rulebookJsonSchema } from "../../src/rulebook/schema/json-schema.ts";
import { ruleTestJsonSchema } from "../../src/ruletest/json-schema.ts";

const rules = fileURLToPath(new URL("../../rules/", import.meta.url));
const read = (file: string) => readFileSync(`${rules}${file}`, "utf8");
const files = readdirSync(rules).filter((file) => file.endsWith(".yml"));
/** As an editor's YAML server does it: numbers are numbers. */
const validator = (schema: object) =>
  new Ajv2020({ strict: false, allowUnionTypes: true, validateFormats: false }).compile(schema);

describe("the published schemas", () => {
  it.each([
    ["rulebook.schema.json", rulebookJsonSchema],
    ["ruletest.schema.json", ruleTestJsonSchema],
  ])("%s is what the compiler's own schema says (dingji schema)", (file, schema) => {
    expect(JSON.parse(read(file))).toEqual(JSON.parse(JSON.stringify(schema())));
  });

  const [rulebook, ruleTest] = [validator(rulebookJsonSchema()), validator(ruleTestJsonSchema())];

  it.each(files)("accept %s, which names its schema on the first line", (file) => {
    const [validate, name] = file.endsWith(".test.yml") ? [ruleTest, "ruletest"] : [rulebook, "rulebook"];
    expect(read(file).split("\n", 1)[0]).toBe(`# yaml-language-server: $schema=./${name}.schema.json`);
    validate(parse(read(file)));
    expect(validate.errors ?? []).toEqual([]);
  });

  it("refuse an unknown key, a missing one and a wrong kind", () => {
    const good = parse(read("city-bank-provisional.yml")) as Record<string, unknown>;
    expect(rulebook({ ...good, metric: {} })).toBe(false);
    expect(rulebook({ ...good, id: undefined })).toBe(false);
    expect(rulebook({ ...good, tiers: "senior" })).toBe(false);
    expect(rulebook({ ...good, decision: { max_up: 1 } })).toBe(true);
  });
});
