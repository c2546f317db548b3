/** Between a figure that may be a fraction and the least of the others; 0.5 % and 1.2 % of bad loans are not so far apart. */
const gap = 20;
/** As a fraction it would lie among the others, or no further off than this. */
const reach = 2;
/** So near that even more figures than the others are, are telling. */
const near = 1.2;
/** Fewer others show nothing. */
const few = 2;

/**
 * Finds the figures of a column of percentages that may be fractions by mistake: 0.98 among 97 and 99. They are at most 1, all
 * others are many times as large, and a hundred times they would be one of those. Where small percentages are ordinary, as in a
 * column of bad loans, there are figures between. Floats will do: nothing is decided by it.
 */
export class MixedPercents {
  private readonly rows: number[] = [];
  private readonly sizes: number[] = [];
  private count = 0;
  private least = Number.POSITIVE_INFINITY;
  private most = 0;
  private isOrdinary = false;

  /** A figure without a sign of its own, as it stands in the cell. */
  bare(row: number, figure: number): void {
    const size = Math.abs(figure);
    if (size === 0) return;
    if (size > 1) this.other(size);
    else {
      this.rows.push(row);
      this.sizes.push(size);
    }
  }

  /** A figure with its own sign, in per cent: one that is at most 1 shows that small ones are meant. */
  signed(percent: number): void {
    const size = Math.abs(percent);
    if (size > 1) this.other(size);
    else if (size > 0) this.isOrdinary = true;
  }

  /** The rows of figures that are probably fractions. */
  fractions(): readonly number[] {
    const { rows, sizes, count, least, most } = this;
    if (this.isOrdinary || count < few || sizes.some((size) => size * gap > least)) return [];
    const within = (times: number) =>
      rows.filter((_, at) => {
        const percent = 100 * (sizes[at] as number);
        return percent * times >= least && percent <= most * times;
      });
    const found = within(reach);
    return found.length <= count || within(near).length === found.length ? found : [];
  }

  private other(size: number): void {
    this.count++;
    this.least = Math.min(this.least, size);
    this.most = Math.max(this.most, size);
  }
}
