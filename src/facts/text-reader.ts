import type { Result } from "../formula/value.ts";
import { withoutInvisible } from "../text/invisible.ts";
import type { CellReader } from "./cell-reader.ts";
import { doubleOf } from "./decimal.ts";
import type { Site } from "./site.ts";

/** Texts from here on are kept: one of 32,767 characters may stand in a million cells. */
const shortest = 200;

/** Names, branches, levels: the text without blanks around it; a number as it is written, a date as 2020-01-05. */
export class TextReader implements CellReader {
  readonly reads = "words";
  private readonly long = new Map<string, string>();

  constructor(private readonly site: Site) {}

  text(text: string): Result {
    const known = this.long.get(text);
    if (known !== undefined) return known;
    if (this.site.isBlank(text)) return this.site.blank();
    const trimmed = withoutInvisible(text).trim();
    const value = this.site.column.kind === "level" ? trimmed.normalize("NFKC").replace(/\s/gu, "") : trimmed;
    if (text.length > shortest) this.long.set(text, value);
    return value;
  }

  number(value: number, format: string): Result {
    return this.site.dateShown(value, format) ?? doubleOf(value, 0)?.toString() ?? String(value);
  }

  boolean(value: boolean): Result {
    return value ? "TRUE" : "FALSE";
  }
}
