import { Exact } from "../number/exact.ts";
import { same } from "../text/text.ts";
import { addDays, addMonths, daysBetween, wholeNumber } from "./calendar.ts";
import type { Calculation } from "./expression.ts";
import { print } from "./print.ts";
import type { Type } from "./type.ts";
import { type Typed, typed } from "./typed.ts";
import { joinUnknown, type Result, Unknown } from "./value.ts";

/**
 * `date + 1年`, `date - 30天`, `date - date`. Years and months give the corresponding day, so they must come to whole
 * months: 2.99 years on from a day is no day, and unknown.
 */
export function dateCalculation<F>(expression: Calculation, type: Type, a: Typed<F>, b: Typed<F>): Typed<F> {
  const { op } = expression;
  const noSuchDay = new Unknown([{ why: "no-value", what: same(print(expression)) }]);
  const both = (combine: (x: Exact | string, y: Exact | string) => Result): Typed<F> =>
    typed(type, [a, b], (frame) => {
      const [x, y] = [a.run(frame), b.run(frame)];
      return x instanceof Unknown || y instanceof Unknown
        ? joinUnknown(x, y)
        : combine(x as Exact | string, y as Exact | string);
    });
  if (a.type.kind === "date" && b.type.kind === "date") {
    return both((x, y) => Exact.of(daysBetween(y as string, x as string)));
  }
  const [dateFirst, step] = a.type.kind === "date" ? [true, b.type] : [false, a.type];
  const inYears = step.kind === "duration" && step.base === "year";
  return both((x, y) => {
    const [date, length] = (dateFirst ? [x, y] : [y, x]) as [string, Exact];
    const units = wholeNumber(inYears ? length.mul(Exact.of(12)) : length);
    if (units === undefined) return noSuchDay;
    const signed = op === "-" ? -units : units;
    return (inYears ? addMonths(date, signed) : addDays(date, signed)) ?? noSuchDay;
  });
}
