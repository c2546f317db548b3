import { joinUnknown, type Result, type Truth, Unknown } from "../formula/value.ts";
import { Exact } from "../number/exact.ts";
import type { AggregateMeasure } from "../rulebook/figure.ts";
import { counts, type RowEntry } from "./rows.ts";

/**
 * Aggregates the rows that count. Unknown if any row's counting is unknown, or a counted row's argument or group is missing:
 * a figure is never partial.
 */
export function aggregate(
  measure: AggregateMeasure,
  entries: readonly RowEntry[],
  members: readonly Truth[] | undefined,
): Result {
  const counted: RowEntry[] = [];
  let unknown: Unknown | undefined;
  for (const entry of entries) {
    const truth = counts(entry, members);
    if (truth === false) continue;
    if (truth === true && isWhole(entry)) {
      counted.push(entry);
      continue;
    }
    const missing = [truth, entry.value, entry.divisor, entry.per].filter((part) => part instanceof Unknown);
    unknown = joinUnknown(...(unknown ? [unknown] : []), ...missing);
  }
  if (unknown) return unknown;
  if (counted.length === 0) return nothingCounted(measure);
  return combine(measure, counted);
}

function isWhole({ value, divisor, per }: RowEntry): boolean {
  return !(value instanceof Unknown || divisor instanceof Unknown || per instanceof Unknown);
}

function combine({ fn, per, empty }: AggregateMeasure, counted: readonly RowEntry[]): Result {
  if (fn === "count") return Exact.of(counted.length);
  if (fn === "distinct") return Exact.of(new Set(counted.map((entry) => String(entry.value))).size);
  if (fn === "ratio") {
    const top = sum(counted.map((entry) => entry.value as Exact));
    const bottom = sum(counted.map((entry) => entry.divisor as Exact));
    return top.div(bottom) ?? empty ?? zeroDivisor;
  }
  const values = per ? perGroup(counted) : counted.map((entry) => entry.value as Exact | string);
  if (fn === "sum") return sum(values as Exact[]);
  if (fn === "mean") return sum(values as Exact[]).div(Exact.of(values.length)) ?? zeroDivisor;
  const wanted = fn === "max" ? 1 : -1;
  return values.reduce((best, value) => (compareValues(value, best) === wanted ? value : best));
}

/** The sum within each group, then the groups. */
function perGroup(counted: readonly RowEntry[]): Exact[] {
  const sums = new Map<string, Exact>();
  for (const entry of counted) {
    const key = String(entry.per);
    const before = sums.get(key);
    sums.set(key, before ? before.add(entry.value as Exact) : (entry.value as Exact));
  }
  return [...sums.values()];
}

function sum(values: readonly Exact[]): Exact {
  let total = Exact.zero;
  for (const value of values) total = total.add(value);
  return total;
}

/** Figures by size, dates by day. */
function compareValues(a: Exact | string, b: Exact | string): number {
  if (a instanceof Exact && b instanceof Exact) return Math.sign(a.compare(b));
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `sum`, `count`, `distinct`, `max` of nothing are 0; `min`, `mean`, `ratio`, and the latest of no dates, are unknown. */
export function nothingCounted({ fn, empty, argument }: AggregateMeasure): Result {
  if (empty !== undefined) return empty;
  const isDate = argument?.type.kind === "date";
  if (fn === "min" || fn === "mean" || fn === "ratio" || (fn === "max" && isDate)) return nothing;
  return Exact.zero;
}

const nothing = new Unknown([{ why: "nothing-counted", what: { zh: "没有计入的行", en: "no row counted" } }]);
const zeroDivisor = new Unknown([{ why: "zero-divisor", what: { zh: "分母为零", en: "the divisor is zero" } }]);

/** The figure of an input whose sheet was not supplied. */
export function absentSheet(measure: AggregateMeasure): Unknown {
  return new Unknown([{ why: "no-sheet", what: measure.input.label }]);
}
