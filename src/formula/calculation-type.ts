import { agree, isBare, isNumeric } from "./agree.ts";
import type { Expression, Operator } from "./expression.ts";
import type { Type } from "./type.ts";

/** One operand: its kind, and how it is written. */
export interface Operand {
  readonly type: Type;
  readonly expression: Expression;
}

const ratio: Type = { kind: "ratio" };
const number: Type = { kind: "number" };

/**
 * The kind of a calculation's result; undefined for what makes no sense.
 *
 * | left | op | right | result |
 * |---|---|---|---|
 * | money, ratio, number, count, duration | + - | the same (units agree; a bare figure becomes it) | the same |
 * | date | + - | duration | date |
 * | date | - | date | duration in days |
 * | ratio | * | ratio | ratio |
 * | money, duration | * | ratio, number, count | as the left side (either order) |
 * | number, count | * | number, count, ratio | number (with the unit that one of them names) |
 * | bare figure | * | ratio | bare figure: `500万 * 120%` can still become money |
 * | anything numeric | / | bare figure | as the left side (a count becomes a number) |
 * | money, ratio, duration | / | number, count | as the left side |
 * | money, duration, number, count | / | ratio | as the left side (a count becomes a number) |
 * | anything numeric | / | a literal of the same kind with its unit | number: how many times (`years / 1年`) |
 * | duration | / | duration | number |
 * | money, ratio, number, count | / | the same (units agree) | ratio |
 * | bare figure | / | money in the rulebook's currency | ratio |
 * | number, count | / | number, count of another kind or unit | number |
 */
export function calculationType(op: Operator, left: Operand, right: Operand, home: string): Type | undefined {
  const [a, b] = [left.type, right.type];
  if (op === "+" || op === "-") return sumType(op, a, b, home);
  if (!isNumeric(a) || !isNumeric(b)) return undefined;
  return op === "*" ? (productType(a, b) ?? productType(b, a)) : quotientType(a, right, home);
}

function sumType(op: "+" | "-", a: Type, b: Type, home: string): Type | undefined {
  if (a.kind === "date" && b.kind === "date") return op === "-" ? { kind: "duration", base: "day" } : undefined;
  if (a.kind === "date" && b.kind === "duration") return a;
  if (a.kind === "duration" && b.kind === "date") return op === "+" ? b : undefined;
  return isNumeric(a) && isNumeric(b) ? agree(a, b, home) : undefined;
}

function productType(a: Type, b: Type): Type | undefined {
  if (!isFactor(b)) return undefined;
  if (a.kind === "money" || a.kind === "duration") return a;
  if (a.kind === "ratio") return b.kind === "ratio" ? ratio : undefined;
  if (isBare(a) && (isBare(b) || b.kind === "ratio")) return a;
  return withUnit(unitOf(a), unitOf(b));
}

function quotientType(a: Type, right: Operand, home: string): Type | undefined {
  const b = right.type;
  if (isBare(b)) return scaled(a);
  if (!isBare(a) && isLiteral(right.expression) && agree(a, b, home)) return number;
  if (isBare(a) && b.kind === "money") return agree(a, b, home) && ratio;
  if (a.kind === "duration" && b.kind === "duration") return a.base === b.base ? number : undefined;
  if (!isBare(a) && (a.kind === b.kind || isYearsByYears(a, b)) && agree(a, b, home)) return ratio;
  return isFactor(b) ? scaled(a) : undefined;
}

/** What one can multiply with and keep the other side's kind. */
function isFactor(type: Type): boolean {
  return type.kind === "ratio" || type.kind === "number" || type.kind === "count";
}

/** The same kind, of any size: a part of a count need not be whole. */
function scaled(type: Type): Type {
  return type.kind === "count" ? withUnit(type.unit, undefined) : type;
}

function isYearsByYears(a: Type, b: Type): boolean {
  return unitOf(a) === "年" && b.kind === "duration";
}

/** The unit of a product: the one that is named; two named ones make none that we know. */
function withUnit(a: string | undefined, b: string | undefined): Type {
  const unit = a === undefined ? b : b === undefined ? a : undefined;
  return unit === undefined ? number : { kind: "number", unit };
}

function unitOf(type: Type): string | undefined {
  return type.kind === "number" || type.kind === "count" ? type.unit : undefined;
}

function isLiteral(expression: Expression): boolean {
  return expression.node === "figure" || (expression.node === "negate" && isLiteral(expression.operand));
}
