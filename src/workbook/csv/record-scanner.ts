const quote = 0x22;
const carriageReturn = 0x0d;

/**
 * Finds the cells of records that are as regular as most of a text file is: every cell either without a quote or in quotes as
 * a whole, with line breaks and two quotes for one in it, if need be. Anything else (blanks around quotes, a quote out of
 * place, one that does not close) is left to csv-parse. One pass over the bytes, two numbers a cell; the arrays are filled
 * anew by each scan.
 */
export class RecordScanner {
  /** As in `RecordBatch`. */
  cells: Int32Array = new Int32Array(1 << 14);
  ends: Int32Array = new Int32Array(1 << 11);
  /** As in `RecordBatch`. */
  lines: Int32Array = new Int32Array(1 << 11);
  records = 0;
  /** Physical lines that the records take. */
  lineCount = 0;
  private readonly highest: number;

  /** @param delimiter ASCII, neither a quote nor a CR */
  constructor(
    private readonly delimiter: number,
    private readonly lineFeed: number,
  ) {
    this.highest = Math.max(delimiter, lineFeed, quote);
  }

  /**
   * Scans bytes that begin with a record and end with a line break. Gives the place behind the last record found: where one
   * begins that is not regular, or the end.
   */
  scan(bytes: Buffer): number {
    const { delimiter, lineFeed, highest } = this;
    let { cells } = this;
    let [used, from, at, next] = [0, 0, 0, 0];
    // All bits of a cell's bytes: above 0x7F, one of them is not ASCII.
    let bits = 0;
    // Line breaks in the quotes of the record at hand, and the lines of those before it.
    let [inner, lines] = [0, 0];
    this.records = 0;
    this.lineCount = 0;
    // A line break ends the bytes, so that most of these loops need not look for their end.
    const last = bytes.length - 1;
    while (next <= last) {
      let code = bytes[at] as number;
      while (code > highest) {
        bits |= code;
        code = bytes[++at] as number;
      }
      let stop = at;
      if (code === quote) {
        if (from !== at) return next;
        from = ++at;
        for (code = bytes[at] as number; ; code = bytes[++at] as number) {
          bits |= code;
          if (code > highest) continue;
          if (code === lineFeed) {
            if (at === last) return next;
            inner++;
          } else if (code === quote) {
            if (bytes[at + 1] !== quote) break;
            // To be looked at again, as what is not ASCII is.
            bits |= 0x80;
            at++;
          }
        }
        stop = at++;
        code = bytes[at] as number;
        if (code === carriageReturn && code !== lineFeed) code = bytes[++at] === lineFeed ? lineFeed : carriageReturn;
        if (code !== delimiter && code !== lineFeed) return next;
      } else if (code === lineFeed) {
        if (at > from && bytes[at - 1] === carriageReturn) stop--;
      } else if (code !== delimiter) {
        at++;
        continue;
      }
      if (used === cells.length) cells = this.moreCells();
      cells[used] = bits < 0x80 ? from : ~from;
      cells[used + 1] = stop;
      used += 2;
      from = ++at;
      bits = 0;
      if (code !== lineFeed) continue;
      next = at;
      if (this.records === this.ends.length) [this.ends, this.lines] = [doubled(this.ends), doubled(this.lines)];
      this.lines[this.records] = lines;
      this.ends[this.records++] = used >> 1;
      lines += 1 + inner;
      inner = 0;
      this.lineCount = lines;
    }
    return next;
  }

  private moreCells(): Int32Array {
    this.cells = doubled(this.cells);
    return this.cells;
  }
}

function doubled(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
