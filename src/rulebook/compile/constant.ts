import { isDay } from "../../formula/calendar.ts";
import type { Type } from "../../formula/type.ts";
import type { Value } from "../../formula/value.ts";
import type { Exact } from "../../number/exact.ts";
import { parseQuantity } from "../../number/quantity.ts";
import type { Unit } from "../../number/unit.ts";

/** A constant as written: a figure with its unit, a date, yes/no, or a word. */
export type Constant =
  /** `type` is undefined for a bare figure: it is whatever it stands opposite. */
  | { readonly kind: "figure"; readonly value: Exact; readonly type: Type | undefined }
  | { readonly kind: "date"; readonly value: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "word"; readonly value: string };

export function parseConstant(written: string | boolean): Constant {
  if (typeof written === "boolean") return { kind: "boolean", value: written };
  const text = written.trim();
  if (isDay(text)) return { kind: "date", value: text };
  const quantity = parseQuantity(text);
  if (quantity) return { kind: "figure", value: quantity.value, type: quantity.unit && typeOfUnit(quantity.unit) };
  if (text === "yes" || text === "no") return { kind: "boolean", value: text === "yes" };
  return { kind: "word", value: text.replace(/^(["'])(.*)\1$/, "$2") };
}

/** A scale alone (万, 亿) is no measure: the figure stays bare. */
function typeOfUnit(unit: Unit): Type | undefined {
  if (unit.currency) return { kind: "money", currency: unit.currency };
  if (unit.ratio) return { kind: "ratio" };
  if (unit.duration) return { kind: "duration", base: unit.duration };
  return unit.other ? { kind: "number", unit: unit.other } : undefined;
}

/**
 * The constant as a value of `type`, for a rulebook whose own currency is `home`; undefined when it is of another kind. A word must be one
 * of an enum's values or a tier's words.
 */
export function asType(
  constant: Constant,
  type: Type,
  words?: ReadonlyMap<string, string>,
  home?: string,
): Value | undefined {
  switch (type.kind) {
    case "boolean":
      return constant.kind === "boolean" ? constant.value : undefined;
    case "date":
      return constant.kind === "date" ? constant.value : undefined;
    case "enum":
      return constant.kind === "word" && type.values.includes(constant.value) ? constant.value : undefined;
    case "tier":
      return constant.kind === "word" ? words?.get(constant.value) : undefined;
    case "text":
    case "id":
    case "level":
      return constant.kind === "word"
        ? constant.value
        : constant.kind === "figure"
          ? constant.value.toString()
          : undefined;
    default:
      return constant.kind === "figure" && fits(constant.type, type, constant.value, home) ? constant.value : undefined;
  }
}

/** A bare figure is money, a number or a count; a ratio or duration says its unit, and so does foreign money, unless it is zero. */
function fits(written: Type | undefined, wanted: Type, value: Exact, home: string | undefined): boolean {
  if (!written && wanted.kind === "money" && home !== undefined && wanted.currency !== home) return value.sign === 0;
  if (!written)
    return wanted.kind === "money" || wanted.kind === "number" || wanted.kind === "count" || value.sign === 0;
  if (written.kind === "money") return wanted.kind === "money" && wanted.currency === written.currency;
  if (written.kind === "ratio") return wanted.kind === "ratio";
  if (written.kind === "duration") return wanted.kind === "duration" && wanted.base === written.base;
  if (written.kind !== "number" || (wanted.kind !== "number" && wanted.kind !== "count")) return false;
  return wanted.unit === undefined || wanted.unit === written.unit;
}
