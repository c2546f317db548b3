import type { Result } from "../formula/value.ts";
import { foldWidth } from "../number/width.ts";
import { withoutInvisible } from "../text/invisible.ts";
import { withoutTextMark } from "../text/text-mark.ts";
import type { CellReader } from "./cell-reader.ts";
import type { IdFamily } from "./id-family.ts";
import type { Site } from "./site.ts";

/** A long number as Excel exports it to text: 1.23457E+17. */
const rounded = /^\d(?:\.\d+)?E\+\d+$/iu;
/** A number as programs that know only floats export it: 273370.0. */
const floated = /^(\d+)\.0+$/;
/** From here on a double has lost digits. */
const exactDigits = 1e15;
/** Texts from here on are kept: one of 32,767 characters may stand in a million cells. */
const longText = 200;

/**
 * Ids as text: blanks and full-width digits normalised, nothing else touched. An id that came as a number has lost its leading
 * zeros; the family of columns that name the same things gives them back.
 */
export class IdReader implements CellReader {
  private readonly isTextFile: boolean;
  private readonly long = new Map<string, string>();

  constructor(
    private readonly site: Site,
    private readonly family: IdFamily,
    /** Whose row it is: a blank one is an error. */
    readonly isKey: boolean,
  ) {
    this.isTextFile = site.table.sheet === undefined;
  }

  /** Notes an id of digits alone, which needs no reading. */
  seeDigits(count: number, beginsWithZero: boolean): void {
    if (this.isTextFile && !beginsWithZero) this.family.seeNumber(this.site, count);
    else this.family.see(this.site, count);
  }

  text(text: string): Result {
    let id = text;
    let shape = shapeOf(text);
    if (shape === "other") {
      const known = this.long.get(text);
      if (known !== undefined) return known;
      if (this.site.isBlank(text)) return this.isKey ? this.site.bad("facts/blank-id", {}) : this.site.blank();
      id = normalised(text);
      if (rounded.test(id)) return this.site.bad("facts/rounded-id", { raw: text });
      const digits = floated.exec(id)?.[1];
      if (digits !== undefined) return digits.startsWith("0") ? digits : this.fromNumber(digits);
      shape = shapeOf(id);
      if (shape !== "digits" && text.length > longText) this.long.set(text, id);
    }
    if (shape === "digits") this.seeDigits(id.length, id.startsWith("0"));
    return id;
  }

  number(value: number, format: string): Result {
    // Spreadsheets take ids such as 3-12 for days.
    const day = this.site.dateShown(value, format);
    if (day !== undefined) return this.site.bad("facts/bad-id", { raw: day });
    if (Math.abs(value) >= exactDigits) return this.site.bad("facts/rounded-id", { raw: value });
    if (!Number.isInteger(value) || value < 0) return this.site.bad("facts/bad-id", { raw: value });
    const digits = String(value);
    // A format of zeros shows the id whole.
    if (/^0{2,}$/.test(format)) return this.text(digits.padStart(format.length, "0"));
    return this.fromNumber(digits);
  }

  boolean(value: boolean): Result {
    return this.site.bad("facts/bad-id", { raw: value ? "TRUE" : "FALSE" });
  }

  private fromNumber(digits: string): string {
    this.family.seeNumber(this.site, digits.length);
    return digits;
  }
}

function normalised(text: string): string {
  return withoutTextMark(foldWidth(withoutInvisible(text)).replace(/\s/gu, ""));
}

/** Nearly all ids are ASCII letters and digits, with nothing to normalise. */
function shapeOf(text: string): "digits" | "plain" | "other" {
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char >= 48 && char <= 57) digits++;
    else if (char < 65 || (char > 90 && char < 97) || char > 122) return "other";
  }
  if (text === "") return "other";
  return digits === text.length ? "digits" : "plain";
}
