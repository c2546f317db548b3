import type { Result } from "../formula/value.ts";
import { withoutInvisible } from "../text/invisible.ts";
import type { CellReader } from "./cell-reader.ts";
import { doubleOf } from "./decimal.ts";
import type { Site } from "./site.ts";

/** Names, branches, levels: the text without blanks around it; a number as it is written. */
export class TextReader implements CellReader {
  constructor(private readonly site: Site) {}

  text(text: string): Result {
    if (this.site.isBlank(text)) return this.site.blank();
    const trimmed = withoutInvisible(text).trim();
    return this.site.column.kind === "level" ? trimmed.normalize("NFKC").replace(/\s/gu, "") : trimmed;
  }

  number(value: number): Result {
    return doubleOf(value, 0)?.toString() ?? String(value);
  }

  boolean(value: boolean): Result {
    return value ? "TRUE" : "FALSE";
  }
}
