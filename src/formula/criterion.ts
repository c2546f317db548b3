import type { Exact } from "../number/exact.ts";
import { agree } from "./agree.ts";
import { buildCondition } from "./build-logic.ts";
import { Builder, Findings } from "./builder.ts";
import { formulaOf } from "./compile.ts";
import { type Anatomy, anatomyOf } from "./criterion-shape.ts";
import type { Environment } from "./environment.ts";
import type { Comparator, Expression } from "./expression.ts";
import type { Formula, FormulaProblem } from "./formula.ts";
import { gapTo } from "./gap.ts";
import { comparing, orderOf } from "./ordering.ts";
import { parse } from "./parse.ts";
import { print } from "./print.ts";
import { truthOf } from "./truth.ts";
import type { Typed } from "./typed.ts";
import { isKnown, type Result, type Truth, type Value } from "./value.ts";
import { walk } from "./walk.ts";

/** One metric against one constant: what a leaf of a tier's requirements is. */
export interface Criterion<F> {
  readonly text: string;
  /** `deposits`, `quality.npl`; in a team check the printed left side, `share(credit)`. */
  readonly name: string;
  /** What is measured; the thresholds are of its kind. */
  readonly measured: Formula<F>;
  /** `true`: the name alone, a boolean. */
  readonly op: Anatomy["op"];
  /** `not exam`, `kind not in [投诉]`. */
  readonly negated: boolean;
  /** One for a comparison, two for `between` (low, high), one an item for `in`, none for `true` and `in-period`. */
  readonly thresholds: readonly Formula<F>[];
  readonly tierScoped: boolean;
  readonly uses: readonly string[];
  readonly ast: Expression;
  evaluate(frame: F): Truth;
  /** Every threshold is a literal: the verdict depends on what is measured alone. */
  readonly isFixed: boolean;
  /** `value`: what is measured, where that is known already. */
  judge(frame: F, value?: Result): Judgement;
  /** The comparison alone, of two known values; undefined unless it is one plain comparison with one threshold. */
  readonly compare: ((value: Value, threshold: Value) => Truth) | undefined;
}

/** A criterion's verdict on one frame, with what it was drawn from. */
export interface Judgement {
  readonly truth: Truth;
  readonly value: Result;
  readonly thresholds: readonly Result[];
  /** The line of a comparison, where it is known; undefined for `in`, `between` and a bare boolean. */
  readonly threshold: Value | undefined;
  /** What is missing to pass, 0 when it passes; undefined when it is unknown or not a matter of figures. */
  readonly gap: Exact | undefined;
}

export interface CompiledCriterion<F> {
  readonly criterion?: Criterion<F>;
  readonly problems: readonly FormulaProblem[];
}

/**
 * Compiles a criterion: a name, or a name compared with a constant (a literal, a param, a date). Anything else is
 * `formula/not-a-criterion`: it becomes a metric first. In a team check any figure may stand on the left.
 */
export function compileCriterion<F>(text: string, env: Environment<F>): CompiledCriterion<F> {
  const parsed = parse(text);
  if ("problem" in parsed) return { problems: [parsed.problem] };
  const { ast } = parsed;
  const findings = new Findings();
  const builder = new Builder(env, findings);
  const made = buildCondition(ast, builder);
  const anatomy = anatomyOf(ast, builder);
  if (!made || !anatomy || findings.problems.length > 0) return { problems: findings.problems };
  const part = (expression: Expression): Formula<F> => {
    const own = builder.made.get(expression) as Typed<F>;
    return { ...formulaOf(print(expression), own, findings), uses: namesIn(expression, findings) };
  };
  const measured = part(anatomy.left);
  const thresholds = anatomy.thresholds.map((threshold) => {
    const own = part(threshold);
    return { ...own, type: agree(measured.type, own.type, env.currency) ?? own.type };
  });
  const { op, negated } = anatomy;
  const evaluate = (frame: F): Truth => truthOf(made.run(frame));
  const constants = anatomy.thresholds.map((threshold) => builder.made.get(threshold)?.constant);
  // Literals are the same for everybody; params depend on the day, and on the tier.
  const fixed = constants.every((constant) => constant !== undefined) ? (constants as Value[]) : undefined;
  const hasLine = isComparator(op);
  const compare = hasLine && !negated ? comparing(op, orderOf(measured.type, env.tierOrder)) : undefined;
  // A period is no literal: it is the run's.
  const isFixed = fixed !== undefined && op !== "in-period";
  const judge = (frame: F, value = measured.evaluate(frame)): Judgement => {
    const against = fixed ?? thresholds.map((threshold) => threshold.evaluate(frame));
    const first = against[0];
    // What is known on both sides need not be evaluated a second time for the verdict.
    const plain = compare !== undefined && first !== undefined && isKnown(value) && isKnown(first);
    const truth = plain ? compare(value, first) : evaluate(frame);
    const gap = gapTo(op, negated, truth, value, against);
    const threshold = hasLine && first !== undefined && isKnown(first) ? first : undefined;
    return { truth, value, thresholds: against, threshold, gap };
  };
  const { tierScoped, uses } = formulaOf(text, made, findings);
  const name = anatomy.left.node === "at" ? print(anatomy.left.operand) : print(anatomy.left);
  const shape = { text, name, measured, op, negated, thresholds, tierScoped, uses, ast };
  return { criterion: { ...shape, evaluate, isFixed, judge, compare }, problems: [] };
}

/** The names that one part uses; words that stand for values are none. */
function namesIn(expression: Expression, { typing }: Findings): string[] {
  const names = new Set<string>();
  const add = (node: Expression): void => {
    if (node.node === "name" && typing.has(node) && typing.get(node)?.constant === undefined) names.add(node.name);
  };
  for (const node of walk(expression)) {
    add(node);
    if (node.node !== "at" || node.operand.node !== "name") continue;
    names.add(node.operand.name);
    add(node.tier);
  }
  return [...names];
}

function isComparator(op: Anatomy["op"]): op is Comparator {
  return op !== "true" && op !== "in" && op !== "between" && op !== "in-period";
}
