import type { Type } from "../../formula/type.ts";
import { type Result, Unknown } from "../../formula/value.ts";
import { Exact } from "../../number/exact.ts";
import { shown } from "../phrases.ts";
import type { Reader } from "../reader.ts";
import { words } from "../words.ts";
import { numberStyle } from "./number-format.ts";
import type { ListCell } from "./row-xml.ts";

/** A figure in a list: a number that can be summed, 未知, or words; empty where there is none. */
export function figureCell(value: Result | undefined, type: Type, reader: Reader): ListCell {
  if (value === undefined) return { value: "", style: "text" };
  if (value instanceof Unknown) return { value: words.unknown[reader.lang], style: "centre" };
  if (value instanceof Exact) return { value, style: numberStyle(type, reader.lang) };
  return { value: shown(value, type, reader), style: "centre" };
}
