import type { Text } from "../text/text.ts";

/** The functions of the language, with how each is written. */
export const usages: ReadonlyMap<string, Text> = new Map([
  ["if", { zh: "if(条件, 结果, 否则的结果)", en: "if(condition, outcome, other outcome)" }],
  ["min", { zh: "min(a, b, …)", en: "min(a, b, …)" }],
  ["max", { zh: "max(a, b, …)", en: "max(a, b, …)" }],
  ["round", { zh: "round(x) 或 round(x, 小数位数)", en: "round(x) or round(x, places)" }],
  ["floor", { zh: "floor(x)", en: "floor(x)" }],
  ["ceil", { zh: "ceil(x)", en: "ceil(x)" }],
  ["years_between", { zh: "years_between(起日, 止日)", en: "years_between(from, to)" }],
  ["known", { zh: "known(x)", en: "known(x)" }],
  ["sum", { zh: "sum(x)", en: "sum(x)" }],
  ["mean", { zh: "mean(x)", en: "mean(x)" }],
  ["count", { zh: "count(条件)", en: "count(condition)" }],
  ["distinct", { zh: "distinct(x)", en: "distinct(x)" }],
  ["share", { zh: "share(条件)", en: "share(condition)" }],
]);

/** Functions that only range over rows or people. `min` and `max` of one argument do so too. */
const ranging: ReadonlySet<string> = new Set(["sum", "mean", "count", "distinct", "share"]);

export type Aggregate = "sum" | "mean" | "count" | "distinct" | "share" | "min" | "max";

/** The aggregate that a call is, if it is one: `max(a)` is, `max(a, b)` compares two figures. */
export function aggregateOf(callee: string, args: number): Aggregate | undefined {
  return ranging.has(callee) || ((callee === "min" || callee === "max") && args === 1)
    ? (callee as Aggregate)
    : undefined;
}
