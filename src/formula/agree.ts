import type { Exact } from "../number/exact.ts";
import type { Text } from "../text/text.ts";
import type { Expression } from "./expression.ts";
import { print } from "./print.ts";
import { noAdvice } from "./problem.ts";
import type { Type } from "./type.ts";
import { describe } from "./type-words.ts";
import type { Workshop } from "./typed.ts";

export const isBare = (type: Type): boolean => type.kind === "number" && type.bare === true;

/** Kinds whose values are `Exact`. */
export function isNumeric(type: Type): boolean {
  return ["money", "ratio", "number", "count", "duration"].includes(type.kind);
}

/**
 * The kind that two values have in common, or undefined where they cannot stand opposite each other.
 * - A bare figure becomes money in the rulebook's currency (`home`), a number or a count.
 * - Numbers and counts go together unless both name a unit and the units differ.
 * - A number of 年 (what `years_between` gives) goes with a duration in years.
 */
export function agree(a: Type, b: Type, home: string): Type | undefined {
  if (isBare(a)) return adopts(b, home) ? b : undefined;
  if (isBare(b)) return adopts(a, home) ? a : undefined;
  if (isPlain(a) && isPlain(b)) {
    if (a.unit !== undefined && b.unit !== undefined && a.unit !== b.unit) return undefined;
    const unit = a.unit ?? b.unit;
    return { kind: a.kind === "count" ? b.kind : "number", ...(unit === undefined ? {} : { unit }) };
  }
  if (isYears(a) && isYears(b)) return { kind: "duration", base: "year" };
  if (a.kind === "money" && b.kind === "money") return a.currency === b.currency ? a : undefined;
  if (a.kind === "duration" && b.kind === "duration") return a.base === b.base ? a : undefined;
  if (a.kind === "enum" && b.kind === "enum") return sameValues(a.values, b.values) ? a : undefined;
  if (isWords(a) && isWords(b)) return { kind: "text" };
  return a.kind === b.kind ? a : undefined;
}

type Plain = Extract<Type, { kind: "number" | "count" }>;

function isPlain(type: Type): type is Plain {
  return type.kind === "number" || type.kind === "count";
}

function adopts(type: Type, home: string): boolean {
  return isPlain(type) || (type.kind === "money" && type.currency === home);
}

function isYears(type: Type): boolean {
  return (type.kind === "duration" && type.base === "year") || (type.kind === "number" && type.unit === "年");
}

function isWords(type: Type): boolean {
  return type.kind === "text" || type.kind === "id";
}

function sameValues(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

/** Reports that two expressions, or an expression and what its place asks for, are not of one kind. */
export function disagree<F>(
  workshop: Workshop<F>,
  code: "formula/cannot-compare" | "formula/branches-differ" | "formula/wrong-type",
  span: Expression["span"],
  left: { readonly type: Type; readonly expression?: Expression },
  right: { readonly type: Type; readonly expression?: Expression },
): undefined {
  for (const [bare, other] of [
    [left, right],
    [right, left],
  ] as const) {
    if (!isBare(bare.type) || !bare.expression) continue;
    const example = exampleOpposite(bare.expression, other.type);
    if (!example) continue;
    const figure = print(bare.expression);
    return workshop.report(bare.expression.span, "formula/needs-unit", { figure, type: describe(other.type), example });
  }
  const advice = adviceOn(left.type, right.type);
  const [first, second] = [describe(left.type), describe(right.type)];
  if (code === "formula/wrong-type") return workshop.report(span, code, { expected: second, found: first, advice });
  return workshop.report(span, code, { left: first, right: second, advice });
}

/** The figure as it should be written opposite that kind; undefined where no unit would help. */
export function exampleOpposite(expression: Expression, other: Type): string | undefined {
  const figure = expression.node === "figure" ? expression : undefined;
  const text = figure?.text ?? "1";
  if (other.kind === "ratio") return figure ? `${percent(figure.value)}%` : "100%";
  if (other.kind === "money") return `${text} ${other.currency}`;
  if (other.kind === "duration") return other.base === "year" ? `${text}年` : `${text}天`;
  return other.kind === "date" ? "2026-09-30" : undefined;
}

/** 0.6 was meant as 60%, 60 as 60% too. */
function percent(value: Exact): string {
  const part = value.toNumber();
  return Math.abs(part) <= 1 ? value.shifted(2).toString() : value.toString();
}

function adviceOn(a: Type, b: Type): Text {
  const kinds = [a.kind, b.kind];
  if (a.kind === "money" && b.kind === "money") {
    return { zh: `先折算，如 x as ${b.currency}`, en: `convert one first: x as ${b.currency}` };
  }
  if (a.kind === "duration" && b.kind === "duration") {
    return {
      zh: "年和天不能互换；两个日期之间的整年数写 years_between(a, b)",
      en: "years and days do not mix; write years_between(a, b) for the whole years between dates",
    };
  }
  if (kinds.includes("date") && kinds.includes("text")) return { zh: "日期不加引号", en: "dates are not quoted" };
  if (kinds.includes("ratio") && (kinds.includes("number") || kinds.includes("count"))) {
    return { zh: "比率的数字要带 %，如 60%", en: "a figure opposite a ratio has its %: 60%" };
  }
  if (isPlain(a) && isPlain(b)) return { zh: "两边的单位要一样", en: "both sides need the same unit" };
  return noAdvice;
}
