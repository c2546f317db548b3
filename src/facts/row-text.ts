import { type Result, Unknown } from "../formula/value.ts";
import type { InputRows } from "./input-rows.ts";

/** A row as one text: equal for rows that say the same, however their figures are written. */
export function textOfRow(rows: InputRows, row: number): string {
  return rows.columns.map((values) => show(values.at(row))).join("\u0000");
}

function show(value: Result | undefined): string {
  return value === undefined || value instanceof Unknown ? "" : value.toString();
}
