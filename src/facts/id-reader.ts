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
    private readonly isKey: boolean,
  ) {
    this.isTextFile = site.table.sheet === undefined;
  }

  text(text: string): Result {
    if (!this.isKey) return this.read(text);
    const known = this.family.known(text);
    if (known !== undefined) return known;
    const id = this.read(text);
    const isSure = typeof id === "string" && !this.mayHaveLostZeros(id) && !floated.test(text.trim());
    return isSure ? this.family.keep(text, id) : id;
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
    return this.family.number(this.site, digits);
  }

  boolean(value: boolean): Result {
    return this.site.bad("facts/bad-id", { raw: value ? "TRUE" : "FALSE" });
  }

  private read(text: string): Result {
    let id = text;
    let shape = shapeOf(text);
    if (shape === "other") {
      const known = this.long.get(text);
      if (known !== undefined) return known;
      if (this.site.isBlank(text)) return this.isKey ? this.site.bad("facts/blank-id", {}) : this.site.blank();
      id = normalised(text);
      if (rounded.test(id)) return this.site.bad("facts/rounded-id", { raw: text });
      const digits = floated.exec(id)?.[1];
      if (digits !== undefined) return digits.startsWith("0") ? digits : this.family.number(this.site, digits);
      shape = shapeOf(id);
      if (shape !== "digits" && text.length > longText) this.long.set(text, id);
    }
    if (shape !== "digits") return id;
    if (this.mayHaveLostZeros(id)) return this.family.number(this.site, id);
    this.family.see(this.site, id.length);
    return id;
  }

  /** In a text file a number and a text look alike: without a leading zero it may have lost some. */
  private mayHaveLostZeros(id: string): boolean {
    return this.isTextFile && /^[1-9]\d*$/.test(id);
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
