import { diagnose } from "../../diagnostic/diagnostic.ts";
import { compileCriterion } from "../../formula/criterion.ts";
import type { Environment } from "../../formula/environment.ts";
import type { Expression } from "../../formula/expression.ts";
import { isKnown, type Result, type Value } from "../../formula/value.ts";
import { didYouMean } from "../../text/suggest.ts";
import type { Scope, ScopeSplit } from "../figure.ts";
import type { GroupFrame } from "../frame.ts";
import type { Input } from "../input.ts";
import { scopeEnvironment } from "./environments.ts";
import type { Names } from "./names.ts";
import { labelOf, type Session } from "./session.ts";

/** Compiles the scopes: which groups of a person's rows count. */
export function compileScopes(session: Session, names: Names, inputs: readonly Input[]): Map<string, Scope> {
  const scopes = new Map<string, Scope>();
  const plain = scopeEnvironment(names, inputs);
  for (const [id, written] of Object.entries(session.source.scopes ?? {})) {
    const path = ["scopes", id];
    const read = new Set<string | undefined>();
    const environment: Environment<GroupFrame> = {
      ...plain,
      elements(input) {
        read.add(input);
        return plain.elements?.(input);
      },
    };
    const columns = inputs
      .filter((input) => input.role === "detail")
      .flatMap((input) => input.columns.map((column) => column.name));
    if (!columns.includes(written.each)) {
      const near = didYouMean(written.each, columns);
      const what = { zh: "明细表的列", en: "column of a detail input" };
      session.report(
        diagnose("rulebook/unknown-reference", session.document.at([...path, "each"]), {
          what,
          name: written.each,
          near,
        }),
      );
    }
    const keep = session.condition(written.keep, [...path, "keep"], environment);
    if (!keep) continue;
    scopes.set(id, {
      id,
      each: written.each,
      keep,
      reads: inputs.filter((input) => read.has(input.id)),
      ...inTwo(written.keep, environment, inputs),
      tierScoped: keep.tierScoped,
      label: labelOf(written.label, id),
      cite: written.cite,
      text: written.keep,
    });
  }
  return scopes;
}

/** Most scopes are an aggregate against a floor: that can say by how much a group missed it. */
function inTwo(
  text: string,
  environment: Environment<GroupFrame>,
  inputs: readonly Input[],
): Pick<Scope, "judge" | "split"> {
  const { criterion, problems } = compileCriterion(text, environment);
  if (!criterion || problems.length > 0) return { judge: () => undefined, split: undefined };
  const { measured: left, thresholds, compare } = criterion;
  const [floor] = thresholds;
  return {
    judge(frame) {
      const judged = criterion.judge(frame);
      return { value: known(judged.value), threshold: known(judged.thresholds[0]) };
    },
    split: compare && floor ? { left, floor, compare, sumOf: plainSum(criterion.ast, inputs) } : undefined,
  };
}

/** The column of `sum(deposits.average) >= …`. */
function plainSum(ast: Expression, inputs: readonly Input[]): ScopeSplit["sumOf"] {
  if (ast.node !== "compare" || ast.left.node !== "call" || ast.left.callee !== "sum") return undefined;
  const [arg] = ast.left.args;
  if (arg?.node !== "name") return undefined;
  const [inputId, name] = arg.name.split(".");
  const input = inputs.find((one) => one.id === inputId);
  const column = input?.columns.find((one) => one.name === name);
  return input && column ? { input, column } : undefined;
}

function known(result: Result | undefined): Value | undefined {
  return result !== undefined && isKnown(result) ? result : undefined;
}
