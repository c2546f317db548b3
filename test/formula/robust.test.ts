import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hint, message } from "../../src/diagnostic/diagnostic.ts";
import { compileCases } from "../../src/formula/cases.ts";
import { compile } from "../../src/formula/compile.ts";
import { compileCriterion } from "../../src/formula/criterion.ts";
import type { FormulaProblem } from "../../src/formula/formula.ts";
import { print } from "../../src/formula/print.ts";
import { sample, scope, team } from "./sample.ts";

const vocabulary = (
  "deposits loans settlement completion score violations years wait hired education role exam current current_level manager floor_of pay goal " +
  "quality.npl deposits.average 大专 员工 senior none tier people period quarter yes 5 2.5亿 1USD 5% 3年 30天 6分 2026-01-01 2026-02-31 'a' “b ( ) [ ] , " +
  "+ - * / == != < <= > >= = <> and or not in between as CNY at if( min( max( floor( round( known( sum( count( share( years_between( constructor __proto__"
).split(" ");

/** Problems point into the text, and say something in both languages. */
function sound(problems: readonly FormulaProblem[], text: string): void {
  for (const { span, problem } of problems) {
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(span.end).toBeLessThanOrEqual(text.length);
    for (const lang of ["zh", "en"] as const) {
      expect(`${message(problem, lang)} ${hint(problem, lang)}`).not.toMatch(/\{[a-z]+\}|undefined [a-z]|\[object/);
    }
  }
}

describe("compile", () => {
  it.each([
    [
      "words of the language in any order",
      fc.array(fc.constantFrom(...vocabulary), { maxLength: 12 }).map((words) => words.join(" ")),
    ],
    ["any text", fc.string({ unit: "binary", maxLength: 30 })],
  ])("finds problems in %s, and never throws", (_, texts) => {
    const environments = [sample(), sample({ context: "row" }), sample({ context: "constant" }), scope(), team()];
    fc.assert(
      fc.property(texts, fc.constantFrom(...environments), (text, env) => {
        const { formula, problems, ast } = compile(text, env as ReturnType<typeof sample>);
        expect(formula === undefined).toBe(problems.length > 0);
        sound(problems, text);
        const criterion = compileCriterion(text, env as ReturnType<typeof sample>);
        expect(criterion.criterion === undefined).toBe(criterion.problems.length > 0);
        sound(criterion.problems, text);
        const cases = compileCases({ cases: [{ when: text, give: text }], else: text }, sample());
        expect(cases.formula === undefined).toBe(cases.problems.length > 0);
        if (ast) expect(compile(print(ast), env as ReturnType<typeof sample>).formula?.type).toEqual(formula?.type);
      }),
      { numRuns: 600 },
    );
  });

  it("takes the longest formula there may be", () => {
    const text = `0${" + 1".repeat(999)}`;
    const { formula, ast } = compile(text, sample());
    expect(String(formula?.evaluate({}))).toBe("999");
    expect(ast && print(ast)).toBe(text);
    const deep = `${"not (".repeat(50)}exam${")".repeat(50)}`;
    expect(compile(deep, sample()).formula?.evaluate({ exam: true })).toBe(true);
  });
});
