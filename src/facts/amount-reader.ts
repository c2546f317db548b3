import type { Result } from "../formula/value.ts";
import { Exact } from "../number/exact.ts";
import { parseCellQuantity } from "../number/quantity.ts";
import type { CellReader } from "./cell-reader.ts";
import { baseUnitName, type ColumnUnit, fits, fitsWord, wantedUnit } from "./column-unit.ts";
import { decimalOf, doubleOf, hundredthsOf, shiftOf } from "./decimal.ts";
import { type Site, whatSays } from "./site.ts";

/** As spreadsheets save a figure that did not fit its column: 1.18E+07. Programs write all its digits, and no sign. */
const shortened = /^-?\d(?:\.(\d+))?E\+(\d{2,3})$/iu;

/**
 * Money, numbers, counts and durations, in base units. The cell's own unit decides, then the header's or the sheet's, then the
 * rulebook's; money that none of the sheet's names a unit for is read with a warning, once a column.
 */
export class AmountReader implements CellReader {
  private readonly scale: Exact;
  private readonly shift: number | undefined;
  private readonly whole: boolean;
  /** A unit of 10^n; NaN for any other, whose figures are not read in hundredths. */
  private readonly factor: number;
  /** The column's `min` and `max` in hundredths. */
  private readonly least: number;
  private readonly most: number;
  private firstBare = -1;
  /** Rows of bare figures whose unit is in doubt; zero is zero in any. */
  private readonly doubted: number[] = [];
  private firstShortened = -1;
  private shortened = 0;

  constructor(
    private readonly site: Site,
    private readonly unit: ColumnUnit,
  ) {
    this.scale = unit.unit?.scale ?? Exact.one;
    this.shift = shiftOf(this.scale);
    this.whole = site.column.kind === "count";
    this.factor = this.shift !== undefined && this.shift >= 0 && !unit.doubt ? 10 ** this.shift : Number.NaN;
    const { min, max } = site.column;
    this.least = Math.max(-Number.MAX_SAFE_INTEGER, min ? Number(min.shifted(2).ceil()) : Number.NEGATIVE_INFINITY);
    this.most = Math.min(Number.MAX_SAFE_INTEGER, max ? Number(max.shifted(2).floor()) : Number.POSITIVE_INFINITY);
  }

  text(text: string): Result {
    const plain = decimalOf(text, this.shift ?? 0);
    if (plain) return this.bare(plain, text);
    if (this.site.isBlank(text)) return this.site.blank();
    const quantity = parseCellQuantity(text);
    if (!quantity) return this.site.bad("facts/not-a-number", { raw: text });
    this.noteShortened(text);
    if (!quantity.unit) return this.accept(quantity.value.mul(this.scale), text, true);
    const { type } = this.site.column;
    if (!fits(quantity.unit, type))
      return this.site.bad("facts/unit-mismatch", { raw: text, wanted: wantedUnit(type) });
    return this.accept(quantity.value, text, false);
  }

  number(value: number, format: string): Result {
    const dated = this.site.badDate(value, format);
    if (dated) return dated;
    const exact = doubleOf(value, this.shift ?? 0);
    return exact ? this.bare(exact, value) : this.site.bad("facts/not-a-number", { raw: value });
  }

  hundredths(value: number): number {
    const hundredths = hundredthsOf(value) * this.factor;
    if (!(hundredths >= this.least && hundredths <= this.most)) return Number.NaN;
    if (this.whole && hundredths % 100 !== 0) return Number.NaN;
    if (this.firstBare < 0 && hundredths !== 0) this.firstBare = this.site.row;
    return hundredths;
  }

  boolean(value: boolean): Result {
    return this.site.bad("facts/not-a-number", { raw: value ? "TRUE" : "FALSE" });
  }

  finish(): void {
    if (this.shortened > 0) this.site.note("facts/shortened-figures", this.firstShortened, { count: this.shortened });
    const { doubt } = this.unit;
    if (doubt) {
      const { type } = this.site.column;
      const own = doubt.units.find((word) => fitsWord(word, type)) ?? baseUnitName(type);
      this.site.unclear(doubt, own, this.doubted);
      return;
    }
    if (this.firstBare < 0 || this.unit.from === "sheet" || this.site.column.kind !== "money") return;
    const { column } = this.site;
    const unit = this.unit.from === "rulebook" ? (column.unit ?? "") : baseUnitName(column.type);
    const { beside } = this.unit;
    if (beside) this.site.note("facts/unit-beside", this.firstBare, { unit, ...whatSays(beside) });
    else this.site.note("facts/no-unit", this.firstBare, { unit });
  }

  /** Counts what a spreadsheet has rounded to the width of its column before it was saved as text. */
  private noteShortened(text: string): void {
    const [all, decimals = "", exponent] = shortened.exec(text.trim()) ?? [];
    if (all === undefined || decimals.length >= Number(exponent)) return;
    if (this.shortened++ === 0) this.firstShortened = this.site.row;
  }

  /** A figure without a unit, its point already moved where the unit is a power of ten. */
  private bare(exact: Exact, raw: string | number): Result {
    return this.accept(this.shift === undefined ? exact.mul(this.scale) : exact, raw, true);
  }

  private accept(value: Exact, raw: string | number, bare: boolean): Result {
    if (bare && value.sign !== 0) {
      if (this.unit.doubt) {
        this.doubted.push(this.site.row);
        return this.site.unread();
      }
      if (this.firstBare < 0) this.firstBare = this.site.row;
    }
    if (this.whole && !value.isInteger) return this.site.bad("facts/not-whole", { raw });
    return this.site.within(value, raw);
  }
}
