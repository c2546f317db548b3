import { assess } from "../../src/assess/assess.ts";
import type { Assessment } from "../../src/assess/assessment.ts";
import { decide } from "../../src/decide/decide.ts";
import type { Recommendation } from "../../src/decide/recommendation.ts";
import { type Diagnostic, diagnose, message } from "../../src/diagnostic/diagnostic.ts";
import { type Result, Unknown } from "../../src/formula/value.ts";
import { newFrame } from "../../src/metrics/measure.ts";
import { Exact } from "../../src/number/exact.ts";
import { parseQuantity } from "../../src/number/quantity.ts";
import { compileRulebook } from "../../src/rulebook/compile.ts";
import { parseRuleDocument } from "../../src/rulebook/document.ts";
import type { PersonFrame } from "../../src/rulebook/frame.ts";
import { parsePeriod } from "../../src/rulebook/period.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import { same } from "../../src/text/text.ts";

/** Figures and columns by name: amounts as they are written (`1.5亿`), words and truths; `null` is unknown. */
export type Given = Readonly<Record<string, string | boolean | null>>;

export interface Decided {
  readonly assessment: Assessment;
  readonly frame: PersonFrame;
  readonly recommendation: Recommendation;
}

export function compile(yaml: string): Rulebook {
  const { document } = parseRuleDocument("test.yml", yaml);
  if (!document) throw new Error("not YAML");
  const { rulebook, diagnostics } = compileRulebook(document, "");
  if (!rulebook) throw new Error(diagnostics.map((one) => message(one, "en")).join("\n"));
  return rulebook;
}

export interface RunOptions {
  readonly period?: string;
  readonly appoint?: boolean;
  readonly problem?: Diagnostic;
}

/** Takes one person through assessment and decision. What is not given is unknown. */
export function decideOn(rulebook: Rulebook, given: Given, options: RunOptions = {}): Decided {
  const period = parsePeriod(options.period ?? "2026Q4");
  if (!period) throw new Error("no such period");
  const columns = rulebook.subject.columns.map(({ name, type }) => resultOf(name, given[name], type.kind));
  const frame = newFrame(rulebook, { asOf: period.to, from: period.from, to: period.to }, columns);
  for (const figure of rulebook.figures) {
    const value = resultOf(figure.name, given[figure.name], figure.type.kind);
    frame.shared[figure.slot] = value;
    for (const values of frame.byTier) values[figure.slot] = value;
  }
  const assessment = assess(frame, rulebook, 0);
  const problems = options.problem ? [options.problem] : [];
  const person = { id: "001", index: 0, columns, locate: () => ({ file: "q.xlsx" }), problems };
  const recommendation = decide(assessment, person, rulebook, frame, { period, appoint: options.appoint ?? false });
  return { assessment, frame, recommendation };
}

function resultOf(name: string, written: string | boolean | null | undefined, kind: string): Result {
  if (written === null || written === undefined) {
    return new Unknown([{ why: "blank", what: same(name), location: { file: "q.xlsx", sheet: "s", cell: "C3" } }]);
  }
  if (typeof written === "boolean" || !["money", "ratio", "number", "count", "duration"].includes(kind)) return written;
  return parseQuantity(written)?.value ?? Exact.zero;
}

export const badCell: Diagnostic = diagnose(
  "facts/not-a-number",
  { file: "q.xlsx", sheet: "存款", cell: "C9" },
  { header: "本年日均", raw: "坏" },
);
