import { diagnose } from "../../diagnostic/diagnostic.ts";
import type { Formula } from "../../formula/formula.ts";
import type { Type } from "../../formula/type.ts";
import { describe } from "../../formula/type-words.ts";
import type { Value } from "../../formula/value.ts";
import { didYouMean } from "../../text/suggest.ts";
import { same } from "../../text/text.ts";
import type { Path } from "../document.ts";
import type { AggregateMeasure, Scope, Term } from "../figure.ts";
import type { RowFrame } from "../frame.ts";
import type { Input } from "../input.ts";
import type { MetricSource } from "../schema/figure.ts";
import { asType, parseConstant } from "./constant.ts";
import { rowEnvironment } from "./environments.ts";
import type { aggregateKinds, Measured } from "./metrics.ts";
import type { Names } from "./names.ts";
import type { Session } from "./session.ts";

type Kind = (typeof aggregateKinds)[number];
const numeric = ["money", "ratio", "number", "count", "duration"];

/** Compiles a metric that adds up the rows of one input. */
export function compileAggregate(
  session: Session,
  names: Names,
  inputs: readonly Input[],
  scopes: ReadonlyMap<string, Scope>,
  fn: Kind,
  written: MetricSource,
  path: Path,
): Measured | undefined {
  const texts = fn === "ratio" ? [...(written.ratio ?? [])] : fn === "count" ? [] : [written[fn] as string];
  const input = findInput(session, inputs, fn, written, texts, path);
  if (!input) return undefined;
  const environment = rowEnvironment(names, input);
  const formulas = texts.map((text, index) =>
    session.formula(text, fn === "ratio" ? [...path, fn, index] : [...path, fn], environment),
  );
  const where =
    written.where === undefined ? undefined : session.condition(written.where, [...path, "where"], environment);
  const within =
    written.within === undefined ? undefined : reference(session, written.within, scopes, [...path, "within"]);
  if (
    formulas.includes(undefined) ||
    (written.where !== undefined && !where) ||
    (written.within !== undefined && !within)
  ) {
    return undefined;
  }
  const [argument, divisor] = formulas as Formula<RowFrame>[];
  const type = resultType(session, fn, argument, divisor, path);
  if (!type) return undefined;
  const per = perColumn(session, input, fn, written.per, path);
  if (per && argument?.type.kind === "date") {
    const args = {
      text: argument.text,
      type: describe(argument.type),
      fn: { zh: "按组求和（per）", en: "sums by per" },
    };
    session.report(diagnose("rulebook/not-numeric", session.document.at([...path, fn]), args));
    return undefined;
  }
  if (within && !checkEach(session, input, within, path)) return undefined;
  const measure: AggregateMeasure = {
    kind: "aggregate",
    fn,
    input,
    argument,
    terms: termsOf(argument?.text ?? "", input),
    divisor,
    where,
    per,
    within,
    empty: emptyValue(session, written, type, path),
  };
  const tierScoped = [argument, divisor, where, within].some((part) => part?.tierScoped);
  return { measure, type, tierScoped };
}

/** The columns of `deposits.average`, or of `deposits.average - deposits.last_year`. */
function termsOf(text: string, input: Input): Term[] | undefined {
  const [first = "", op, second] = text.split(/ ([+-]) /u);
  const columns = [first, ...(second === undefined ? [] : [second])].map((name) =>
    input.columns.find(
      (column) => numeric.includes(column.kind) && [column.name, `${input.id}.${column.name}`].includes(name),
    ),
  );
  return columns.every((column) => column !== undefined)
    ? columns.map((column, place) => ({ column, sign: place > 0 && op === "-" ? -1 : 1 }))
    : undefined;
}

/** The one input that a metric reads: named by `count`, else by the dotted names of its argument. */
function findInput(
  session: Session,
  inputs: readonly Input[],
  fn: Kind,
  written: MetricSource,
  texts: readonly string[],
  path: Path,
): Input | undefined {
  const details = inputs.filter((input) => input.role === "detail" || input.role === "one-row");
  const byId = new Map(details.map((input) => [input.id, input]));
  const what = { zh: "输入表", en: "input" };
  const unknown = (name: string, at: Path) => {
    const near = didYouMean(name, [...byId.keys()]);
    session.report(diagnose("rulebook/unknown-reference", session.document.at(at), { what, name, near }));
  };
  if (fn === "count") {
    const input = byId.get(written.count ?? "");
    if (!input) unknown(written.count ?? "", [...path, "count"]);
    return input;
  }
  const used = new Set(
    texts.flatMap((text) => [...text.matchAll(/([\p{L}_][\p{L}\p{N}_]*)\./gu)].map((match) => match[1] ?? "")),
  );
  const [only] = used;
  const text = texts.join(", ");
  if (only === undefined) {
    session.report(diagnose("rulebook/no-input", session.document.at([...path, fn]), { text }));
    return undefined;
  }
  if (used.size > 1) {
    session.report(
      diagnose("rulebook/two-inputs", session.document.at([...path, fn]), { text, inputs: [...used].join(", ") }),
    );
    return undefined;
  }
  if (!byId.has(only)) unknown(only, [...path, fn]);
  return byId.get(only);
}

function resultType(
  session: Session,
  fn: Kind,
  argument: Formula<RowFrame> | undefined,
  divisor: Formula<RowFrame> | undefined,
  path: Path,
): Type | undefined {
  if (!argument || fn === "distinct") return { kind: "count" };
  const ordered = fn === "max" || fn === "min" ? [...numeric, "date"] : numeric;
  for (const part of [argument, divisor]) {
    if (!part || ordered.includes(part.type.kind)) continue;
    const words = { zh: `用于 ${fn}`, en: fn };
    session.report(
      diagnose("rulebook/not-numeric", session.document.at([...path, fn]), {
        text: part.text,
        type: describe(part.type),
        fn: words,
      }),
    );
    return undefined;
  }
  if (fn !== "ratio" || !divisor) return argument.type;
  if (JSON.stringify(argument.type) === JSON.stringify(divisor.type)) return { kind: "ratio" };
  const args = { key: fn, expected: describe(argument.type), got: describe(divisor.type) };
  session.report(diagnose("rulebook/value-type", session.document.at([...path, fn, 1]), args));
  return undefined;
}

function perColumn(session: Session, input: Input, fn: Kind, per: string | undefined, path: Path) {
  if (per === undefined) return undefined;
  const column = input.columns.find((one) => one.name === per);
  if (column && (fn === "max" || fn === "min" || fn === "mean")) return column;
  const at = session.document.at([...path, "per"]);
  if (column) {
    const known = "max min mean";
    session.report(
      diagnose("rulebook/unknown-key", session.document.keyAt([...path, "per"]), {
        key: "per",
        near: { zh: "", en: "" },
        known,
      }),
    );
    return undefined;
  }
  const near = didYouMean(
    per,
    input.columns.map((one) => one.name),
  );
  const what = { zh: "列", en: "column" };
  session.report(diagnose("rulebook/unknown-reference", at, { what, name: per, near }));
  return undefined;
}

function checkEach(session: Session, input: Input, scope: Scope, path: Path): boolean {
  if (input.columns.some((column) => column.name === scope.each)) return true;
  const what = { zh: `${input.id} 的列`, en: `column of ${input.id}` };
  const near = didYouMean(
    scope.each,
    input.columns.map((column) => column.name),
  );
  session.report(
    diagnose("rulebook/unknown-reference", session.document.at([...path, "within"]), { what, name: scope.each, near }),
  );
  return false;
}

function reference<T>(session: Session, id: string, table: ReadonlyMap<string, T>, path: Path): T | undefined {
  const found = table.get(id);
  // A scope that is written but did not compile has been reported already.
  if (found || session.source.scopes?.[id]) return found;
  const what = { zh: "计入范围（scopes）", en: "scope" };
  session.report(
    diagnose("rulebook/unknown-reference", session.document.at(path), {
      what,
      name: id,
      near: didYouMean(id, [...table.keys()]),
    }),
  );
  return undefined;
}

function emptyValue(session: Session, written: MetricSource, type: Type, path: Path): Value | undefined {
  if (written.empty === undefined) return undefined;
  const value = asType(parseConstant(written.empty), type, undefined, session.currency);
  if (value === undefined) {
    const args = { expected: describe(type), got: same(String(written.empty)) };
    session.report(diagnose("rulebook/empty-type", session.document.at([...path, "empty"]), args));
  }
  return value;
}
