/** Which row of the sheet each data row is, and which line of a text file it starts on. */
export class RowNumbers {
  private rows = new Int32Array(64);
  private lines: Int32Array | undefined;
  length = 0;

  add(row: number, line: number): void {
    if (this.length === this.rows.length) this.resize(Math.ceil(this.length * 1.5));
    if (line !== 0) this.lines ??= new Int32Array(this.rows.length);
    if (this.lines) this.lines[this.length] = line;
    this.rows[this.length++] = row;
  }

  row(index: number): number {
    return this.rows[index] ?? 0;
  }

  /** 0 if the rows have no lines. */
  line(index: number): number {
    return this.lines?.[index] ?? 0;
  }

  /** The first data row at or below a row of the sheet. */
  from(row: number): number {
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.row(middle) < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  trim(): void {
    this.resize(this.length);
  }

  private resize(size: number): void {
    const rows = new Int32Array(size);
    rows.set(this.rows.subarray(0, this.length));
    this.rows = rows;
    if (!this.lines) return;
    const lines = new Int32Array(size);
    lines.set(this.lines.subarray(0, this.length));
    this.lines = lines;
  }
}
