import { isKnown, type Result } from "../formula/value.ts";
import { Exact } from "../number/exact.ts";
import { parseCellQuantity } from "../number/quantity.ts";
import type { CellReader } from "./cell-reader.ts";
import { type ColumnUnit, fits, wantedUnit } from "./column-unit.ts";
import { decimalOf, doubleOf } from "./decimal.ts";
import { MixedPercents } from "./mixed-percents.ts";
import type { Site } from "./site.ts";
import type { ValueColumn } from "./value-column.ts";

/** A figure of a ratio column that only the whole column can settle. */
interface Open {
  readonly row: number;
  readonly figure: Exact;
  readonly raw: string | number;
}

const hundredth = Exact.of(1, 100);
/** Above a thousand per cent nothing is a fraction any more, where the column does not say its own maximum. */
const likelyMaximum = Exact.of(10);

/**
 * Ratios as fractions: `98.5%`, 98.5 under a `(%)` header, 0.985 shown as 98.50 %, or 0.985. The cell's own sign decides, then
 * the header's, then the cell's format. Bare figures are settled over the column: all ≤ 1 are fractions; where some are
 * greater, those that cannot be fractions are per cent (with a warning) and so are their fellows above 1; a figure that may
 * be either is an error at its cell. Under a `(%)` header every figure is per cent; those that are probably fractions are warned
 * of.
 */
export class RatioReader implements CellReader {
  private readonly open: Open[] = [];
  /** Shown as per cent by the cell's format under a header that says per cent too: the figure is one or the other. */
  private readonly twice: Open[] = [];
  /** Of a column that the header or the rulebook says to be in per cent. */
  private readonly percents = new MixedPercents();

  constructor(
    private readonly site: Site,
    private readonly unit: ColumnUnit,
  ) {}

  text(text: string): Result {
    const plain = decimalOf(text, 0);
    if (plain) return this.bare(plain, text);
    if (this.site.isBlank(text)) return this.site.blank();
    const quantity = parseCellQuantity(text);
    if (!quantity) return this.site.bad("facts/not-a-number", { raw: text });
    if (!quantity.unit) return this.bare(quantity.value, text);
    const { type } = this.site.column;
    if (!fits(quantity.unit, type))
      return this.site.bad("facts/unit-mismatch", { raw: text, wanted: wantedUnit(type) });
    this.percents.signed(quantity.value.approximate * 100);
    return this.site.within(quantity.value, text);
  }

  number(value: number, format: string): Result {
    const dated = this.site.badDate(value, format);
    if (dated) return dated;
    const figure = doubleOf(value, 0);
    if (!figure) return this.site.bad("facts/not-a-number", { raw: value });
    if (!showsPercent(format)) return this.bare(figure, value);
    if (this.unit.from !== "sheet" || figure.sign === 0) return this.site.within(figure, value);
    this.twice.push({ row: this.site.row, figure, raw: value });
    return figure;
  }

  boolean(value: boolean): Result {
    return this.site.bad("facts/not-a-number", { raw: value ? "TRUE" : "FALSE" });
  }

  finish(values: ValueColumn): void {
    this.settleTwice(values);
    this.settleOpen(values);
    const mixed = this.unit.unit?.scale.equals(hundredth) ? this.percents.fractions() : [];
    this.site.noteAll("facts/percent-mixed", mixed, { count: mixed.length });
  }

  private bare(figure: Exact, raw: string | number): Result {
    if (this.unit.unit) {
      this.percents.bare(this.site.row, figure.approximate);
      return this.site.within(figure.mul(this.unit.unit.scale), raw);
    }
    if (figure.sign === 0) return this.site.within(figure, raw);
    this.open.push({ row: this.site.row, figure, raw });
    return figure;
  }

  private settleTwice(values: ValueColumn): void {
    if (this.twice.length === 0) return;
    const above = this.twice.filter(({ figure }) => isAboveOne(figure));
    const undecided = above.length > 0 && above.length < this.twice.length;
    const scale = above.length > 0 ? (this.unit.unit?.scale ?? hundredth) : Exact.one;
    for (const { row, figure, raw } of this.twice) {
      this.site.row = row;
      values.set(
        this.site.start + row,
        undecided ? this.site.bad("facts/percent-undecided", { raw }) : this.site.within(figure.mul(scale), raw),
      );
    }
    const [first] = this.twice;
    if (first && above.length === 0) this.site.note("facts/percent-twice", first.row, { count: this.twice.length });
  }

  private settleOpen(values: ValueColumn): void {
    const above = this.open.filter(({ figure }) => isAboveOne(figure));
    const limit = this.site.column.max ?? likelyMaximum;
    const isBeyond = (figure: Exact) => figure.abs().compare(limit) > 0;
    const surely = above.filter(({ figure }) => isBeyond(figure));
    const mixed = above.length < this.open.length;
    let assumed = 0;
    for (const { row, figure, raw } of this.open) {
      this.site.row = row;
      const percent = isBeyond(figure) || (!mixed && surely.length > 0);
      if (above.length > 0 && !percent) {
        values.set(this.site.start + row, this.site.bad("facts/percent-undecided", { raw }));
        continue;
      }
      const value = this.site.within(percent ? figure.mul(hundredth) : figure, raw);
      values.set(this.site.start + row, value);
      if (percent && isKnown(value)) assumed++;
    }
    const [first] = surely;
    if (first && assumed > 0) this.site.note("facts/percent-assumed", first.row, { count: assumed });
  }
}

function isAboveOne(figure: Exact): boolean {
  return figure.abs().compare(Exact.one) > 0;
}

/** Whether a number format shows per cent: a % outside quoted text and escapes. */
function showsPercent(format: string): boolean {
  return format.includes("%") && format.replace(/"[^"]*"|\\./g, "").includes("%");
}
