import { Exact } from "../number/exact.ts";
import { same } from "../text/text.ts";
import type { Elements } from "./environment.ts";
import type { Aggregate } from "./functions.ts";
import type { Range, Typed } from "./typed.ts";
import { type Missing, type Result, Unknown, type Value } from "./value.ts";

/** An aggregate's closures over a frame. */
export interface Aggregation<F> {
  run(frame: F): Result;
  range?(frame: F): Range | undefined;
}

/**
 * One missing argument makes the whole unknown: never a part for the whole. Over nothing, `sum`, `count`, `distinct` and
 * `max` are 0; `min`, `mean` and `share` are unknown. `text` names the aggregate where nothing was counted.
 */
export function aggregation<F>(
  callee: Aggregate,
  each: Typed<never>,
  elements: Elements<F>,
  text: string,
): Aggregation<F> {
  const nothing = new Unknown([{ why: "nothing-counted", what: same(text) }]);
  const visit = (frame: F, take: (value: Result) => void): void => {
    elements.each(frame, (element) => take(each.run(element as never)));
  };
  if (callee === "count" || callee === "share") return tally(callee, visit, nothing);
  return {
    run(frame) {
      const [values, missing] = known(frame, visit);
      return missing ?? combine(callee, values, nothing);
    },
  };
}

type Visit<F> = (frame: F, take: (value: Result) => void) => void;

function known<F>(frame: F, visit: Visit<F>): [Value[], Unknown | undefined] {
  const values: Value[] = [];
  let reasons: Set<Missing> | undefined;
  visit(frame, (value) => {
    if (!(value instanceof Unknown)) {
      values.push(value);
      return;
    }
    reasons ??= new Set();
    for (const reason of value.reasons) reasons.add(reason);
  });
  return [values, reasons && new Unknown([...reasons])];
}

function combine(callee: Exclude<Aggregate, "count" | "share">, values: readonly Value[], nothing: Unknown): Result {
  if (callee === "distinct") return Exact.of(new Set(values.map(keyOf)).size);
  const figures = values as readonly Exact[];
  const [first] = figures;
  if (first === undefined) return callee === "sum" || callee === "max" ? Exact.zero : nothing;
  switch (callee) {
    case "sum":
      return figures.reduce((sum, figure) => sum.add(figure));
    case "mean":
      return figures.reduce((sum, figure) => sum.add(figure)).div(Exact.of(figures.length)) ?? nothing;
    case "max":
      return figures.reduce((most, figure) => (figure.compare(most) > 0 ? figure : most));
    case "min":
      return figures.reduce((least, figure) => (figure.compare(least) < 0 ? figure : least));
  }
}

function keyOf(value: Value): string | boolean {
  return typeof value === "object" ? value.key : value;
}

/** Counting what is true. Its range: all that is missing false, and all of it true. */
function tally<F>(callee: "count" | "share", visit: Visit<F>, nothing: Unknown): Aggregation<F> {
  const figure = (count: number, all: number): Result => {
    return callee === "count" ? Exact.of(count) : (Exact.of(count).div(Exact.of(all)) ?? nothing);
  };
  const survey = (frame: F) => {
    let [yes, missing, all] = [0, 0, 0];
    const reasons = new Set<Missing>();
    visit(frame, (value) => {
      all++;
      if (value === true) yes++;
      if (!(value instanceof Unknown)) return;
      missing++;
      for (const reason of value.reasons) reasons.add(reason);
    });
    return { yes, missing, all, reasons };
  };
  return {
    run(frame) {
      const { yes, missing, all, reasons } = survey(frame);
      return missing > 0 ? new Unknown([...reasons]) : figure(yes, all);
    },
    range(frame) {
      const { yes, missing, all } = survey(frame);
      const [low, high] = [figure(yes, all), figure(yes + missing, all)];
      return low instanceof Exact && high instanceof Exact ? { low, high } : undefined;
    },
  };
}
