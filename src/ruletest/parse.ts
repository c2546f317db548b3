import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { parseRuleDocument } from "../rulebook/document.ts";
import { shapeProblems } from "../rulebook/schema/problems.ts";
import { expandTests } from "./expand.ts";
import { People } from "./people.ts";
import type { RuleTestSuite } from "./rule-test.ts";
import { suite as schema } from "./schema.ts";

/**
 * Reads a file of rule tests, every case of a table as a test of its own. What needs the rulebook (names, values) is
 * checked by `runRuleTests`. The suite is there when nothing is an error.
 */
export function parseRuleTests(file: string, text: string): { suite?: RuleTestSuite; diagnostics: Diagnostic[] } {
  const { document, diagnostics } = parseRuleDocument(file, text);
  if (!document || diagnostics.length > 0) return { diagnostics };
  const shape = schema.safeParse(document.tree);
  if (!shape.success) return { diagnostics: shapeProblems(shape.error.issues, document) };
  const people = new People(shape.data, document, diagnostics);
  const everyone = people.everyone();
  const tests = expandTests(shape.data, document, people, diagnostics);
  if (diagnostics.length > 0) return { diagnostics };
  const rulebook = shape.data.rulebook ?? beside(file);
  return { suite: { file, text, rulebook, people: everyone, tests }, diagnostics };
}

/** `./NAME.yml` for `some/where/NAME.test.yml`. */
function beside(file: string): string {
  const name = file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
  return `./${name.replace(/(?:\.test)?\.ya?ml$/, "")}.yml`;
}
