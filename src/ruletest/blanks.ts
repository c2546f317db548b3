import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import type { SpanLocation } from "../diagnostic/location.ts";
import { didYouMean } from "../text/suggest.ts";
import type { Written, WrittenRows } from "./rule-test.ts";

/** `<amount>`: a place in `given` or `rows` that a column of the same name fills, case by case. */
export function isBlank(text: string | boolean): boolean {
  return typeof text === "string" && /^<.+>$/.test(text);
}

/** The blanks of one test, and their filling. */
export class Blanks {
  /** `heads`: the columns of the table of cases; undefined when they could not be read, so that nothing is known of them. */
  constructor(
    heads: readonly { readonly name: string; readonly location: SpanLocation }[] | undefined,
    private readonly given: readonly Written[],
    private readonly rows: readonly WrittenRows[],
    diagnostics: Diagnostic[],
  ) {
    if (!heads) return;
    const columns = heads.filter((head) => isBlank(head.name));
    const written = [...given, ...rows.flatMap((sheet) => sheet.rows.flatMap((row) => row.cells))];
    const places = written.filter((one) => isBlank(one.value));
    for (const { value, location } of places) {
      if (columns.some((column) => column.name === value)) continue;
      const near = didYouMean(
        String(value),
        columns.map((column) => column.name),
      );
      diagnostics.push(diagnose("ruletest/no-such-blank", location, { name: String(value), near }));
    }
    for (const { name, location } of columns) {
      if (places.some((place) => place.value === name)) continue;
      diagnostics.push(diagnose("ruletest/blank-not-filled", location, { name }));
    }
  }

  /** What a case leaves empty is not given. */
  fillGiven(cells: readonly Written[]): Written[] {
    return this.given.map((one) => filled(one, cells)).filter((one) => one.value !== "");
  }

  /** What a case leaves empty is a blank cell. */
  fillRows(cells: readonly Written[]): WrittenRows[] {
    return this.rows.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map((one) => filled(one, cells)) })),
    }));
  }
}

/** The place takes the cell's value and location, so that a message points at the case. */
function filled(place: Written, cells: readonly Written[]): Written {
  if (!isBlank(place.value)) return place;
  const cell = cells.find((one) => one.key === place.value);
  return cell ? { ...place, value: cell.value, location: cell.location } : { ...place, value: "" };
}
