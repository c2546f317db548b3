import { CsvError, parse } from "csv-parse/sync";
import type { LineBreak } from "./pieces.ts";

/** How freely a quote is read: only as the standard has it, with blanks around quoted fields, or as a character anywhere. */
export type Quoting = "strict" | "blanks" | "free";

/**
 * Parses whole records, with csv-parse. Undefined if a quote is out of place for this way of quoting; with `free` (as
 * spreadsheets read them) a quote that does not begin a field is a character like any other.
 */
export function parseRecords(
  text: string,
  delimiter: string,
  lineBreak: LineBreak,
  quoting: Quoting,
): readonly (readonly string[])[] | undefined {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: lineBreak === "\n" ? ["\r\n", "\n"] : ["\r"],
      relax_column_count: true,
      relax_quotes: quoting === "free",
      trim: quoting === "blanks",
    });
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}
