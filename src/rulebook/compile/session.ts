import { type Diagnostic, diagnose } from "../../diagnostic/diagnostic.ts";
import type { SpanLocation } from "../../diagnostic/location.ts";
import { compile } from "../../formula/compile.ts";
import type { Environment } from "../../formula/environment.ts";
import type { Formula, FormulaProblem } from "../../formula/formula.ts";
import type { Type } from "../../formula/type.ts";
import { describe } from "../../formula/type-words.ts";
import { currencyOf } from "../../number/unit.ts";
import type { Text } from "../../text/text.ts";
import { same } from "../../text/text.ts";
import type { Path, RuleDocument } from "../document.ts";
import type { RulebookSource } from "../schema/rulebook.ts";
import { nameCalled } from "./name-called.ts";

/** One compilation: the document, and what has been found wrong with it. */
export class Session {
  readonly diagnostics: Diagnostic[] = [];
  /** Names that are written but could not be compiled: using them is no mistake of its own. */
  readonly broken = new Set<string>();

  constructor(
    readonly document: RuleDocument,
    readonly source: RulebookSource,
  ) {}

  get currency(): string {
    const written = this.source.currency ?? "CNY";
    return currencyOf(written) ?? written;
  }

  /** Compiles a formula; what is wrong with it is reported at its place in the YAML. */
  formula<F>(text: string, path: Path, environment: Environment<F>, expected?: Type): Formula<F> | undefined {
    const { formula, problems } = compile(text, environment, expected);
    this.formulaProblems(problems, path);
    return problems.length > 0 ? undefined : formula;
  }

  /** The same for a formula that must be a yes-or-no condition. */
  condition<F>(text: string, path: Path, environment: Environment<F>): Formula<F> | undefined {
    const formula = this.formula(text, path, environment);
    if (!formula || formula.type.kind === "boolean") return formula;
    this.report(diagnose("rulebook/must-be-boolean", this.document.at(path), { text, type: describe(formula.type) }));
    return undefined;
  }

  formulaProblems(problems: readonly FormulaProblem[], path: Path): void {
    const hasUnseen = problems.some(({ problem }) => problem.code === "formula/not-visible");
    for (const { span, problem } of problems) {
      const { code, args } = problem;
      const name = String(args.name);
      if (code === "formula/unknown-name" && (this.broken.has(name) || (hasUnseen && this.isTier(name)))) continue;
      const called = code === "formula/unknown-name" ? nameCalled(name, this.source) : undefined;
      const suggestion = called && {
        zh: `；这是 ${called} 的叫法，公式里写 ${called}`,
        en: `; it is the label of ${called}: write that`,
      };
      const said = suggestion ? { ...problem, args: { ...args, suggestion } } : problem;
      this.report({ ...said, location: this.document.within(path, span) });
    }
  }

  /** Opposite a name that cannot be used yet a tier's word has nothing to stand for: no mistake of its own. */
  private isTier(word: string): boolean {
    return (this.source.tiers ?? []).some(({ id }) => id === word);
  }

  /** Reports a stretch of time that ends before it begins. */
  endsAfter(from: string | undefined, to: string | undefined, path: Path): void {
    if (from === undefined || to === undefined || from <= to) return;
    const expected = { zh: `不早于 ${from}`, en: `${from} or later` };
    this.report(diagnose("rulebook/bad-value", this.document.at(path), { key: "to", expected, got: same(to) }));
  }

  /** The code of a currency as written (CNY, RMB, 人民币); one that there is not is reported. */
  currencyAt(written: string, at: SpanLocation, key = "currency"): string | undefined {
    const code = currencyOf(written);
    const expected = { zh: "货币，如 CNY、USD、美元", en: "a currency, such as CNY or USD" };
    if (!code) this.report(diagnose("rulebook/bad-value", at, { key, expected, got: same(written) }));
    return code;
  }

  /** Notes an id of a list; one that is `taken` already is reported. */
  once(taken: Set<string>, id: string, path: Path): void {
    if (taken.has(id)) this.report(diagnose("rulebook/duplicate-id", this.document.at(path), { id }));
    taken.add(id);
  }

  report(diagnostic: Diagnostic): void {
    this.diagnostics.push(diagnostic);
  }
}

/** A label in both languages; without one, the name itself. */
export function labelOf(label: string | { zh: string; en: string } | undefined, fallback: string): Text {
  if (label === undefined) return same(fallback);
  return typeof label === "string" ? same(label) : label;
}
