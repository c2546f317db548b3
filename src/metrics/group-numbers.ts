/**
 * The groups of one person's ids, by their numbers among all ids. There is room for each id there is, used by one person after
 * another: nothing is cleared between them, since an entry counts if it bears the person's stamp.
 */
export class GroupNumbers {
  private stamps = new Int32Array(0);
  private groups = new Int32Array(0);
  private stamp = 0;

  /** Begins anew: no id has a group. */
  clear(): void {
    this.stamp++;
  }

  /** -1: it has none yet. */
  get(code: number): number {
    return this.stamps[code] === this.stamp ? (this.groups[code] as number) : -1;
  }

  set(code: number, group: number): void {
    if (code >= this.stamps.length) this.grow(code);
    this.stamps[code] = this.stamp;
    this.groups[code] = group;
  }

  private grow(code: number): void {
    const size = Math.max(code + 1, this.stamps.length * 2, 1024);
    const [stamps, groups] = [new Int32Array(size), new Int32Array(size)];
    stamps.set(this.stamps);
    groups.set(this.groups);
    [this.stamps, this.groups] = [stamps, groups];
  }
}
