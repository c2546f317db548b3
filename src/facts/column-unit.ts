import type { Type } from "../formula/type.ts";
import { Exact } from "../number/exact.ts";
import { type Unit, unitOf } from "../number/unit.ts";
import { same, type Text } from "../text/text.ts";
import type { UnitDoubt } from "../workbook/table.ts";
import type { Site } from "./site.ts";

/** What a bare figure of a column is in. */
export interface ColumnUnit {
  /** Undefined: nothing says it, and the base unit is meant. */
  readonly unit: Unit | undefined;
  readonly from: "sheet" | "rulebook" | "nowhere";
  /** The sheet names units that would read its bare figures otherwise, and does not say for what: they are not read. */
  readonly doubt?: UnitDoubt;
  /** Other columns have such units in their headers: its bare figures are read in `unit`, and that is said. */
  readonly beside?: UnitDoubt;
}

/** The unit that the header or the sheet gives, else the rulebook's own. "contradicts": the sheet names one that cannot be meant here. */
export function columnUnit(site: Site): ColumnUnit | "contradicts" {
  const { type, unit: ownUnit } = site.column;
  const printed = site.bound.unit === undefined ? undefined : unitOf(site.bound.unit);
  if (printed) {
    if (fits(printed, type)) return { unit: printed, from: "sheet" };
    // A duration or a counted thing behind a heading is a remark (“(年)” for a year's total), not its unit.
    if (printed.currency || printed.ratio || type.kind === "duration") return "contradicts";
  }
  const own = ownUnit === undefined ? undefined : unitOf(ownUnit);
  const unit = own && fits(own, type) ? own : undefined;
  const { doubt } = site.bound;
  const doubtful = type.kind === "money" && doubt?.units.some((word) => !readsAs(word, unit, type.currency));
  const from = unit ? "rulebook" : "nowhere";
  if (!doubt || !doubtful) return { unit, from };
  return doubt.beside ? { unit, from, beside: doubt } : { unit, from, doubt };
}

/** Whether a bare figure is the same amount in a unit that a sheet names as it is in the rulebook's. */
function readsAs(word: string, unit: Unit | undefined, currency: string): boolean {
  const named = unitOf(word);
  return (named?.currency ?? currency) === currency && named?.scale.equals(unit?.scale ?? Exact.one) === true;
}

/** Whether a unit can stand behind a figure of the type. */
export function fits(unit: Unit, type: Type): boolean {
  const { currency, ratio, duration, other } = unit;
  switch (type.kind) {
    case "money":
      return currency === undefined ? !ratio && !duration && other === undefined : currency === type.currency;
    case "ratio":
      return ratio === true;
    case "duration":
      return duration === type.base;
    case "number":
    case "count":
      if (currency || ratio || duration) return false;
      return other === undefined || type.unit === undefined || other === type.unit;
    default:
      return false;
  }
}

/** The same of a unit as it is written. */
export function fitsWord(word: string, type: Type): boolean {
  const unit = unitOf(word);
  return unit !== undefined && fits(unit, type);
}

/** What a figure of the type should be in, for messages. */
export function wantedUnit(type: Type): Text {
  switch (type.kind) {
    case "money":
      return type.currency === "CNY" ? { zh: "人民币元、万元等", en: "CNY (元, 万元 …)" } : same(type.currency);
    case "ratio":
      return { zh: "百分数或小数", en: "a percentage or a fraction" };
    case "duration":
      return type.base === "day" ? { zh: "天", en: "days" } : { zh: "年或月", en: "years or months" };
    case "number":
    case "count":
      return type.unit === undefined ? { zh: "不带金额、百分号的数", en: "a plain number" } : same(type.unit);
    default:
      return same("");
  }
}

/** What the rulebook reads a bare figure in, for messages. */
export function baseUnitName(type: Type): string {
  if (type.kind !== "money") return "";
  return type.currency === "CNY" ? "元" : type.currency;
}
