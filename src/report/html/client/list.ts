import type { Row } from "./rows.ts";

/** Rows that stand together: what is far from the screen is not laid out. */
const together = 50;
/** So many milliseconds are spent on other rows in one go: a person may be typing the next letter. */
const atLeisure = 12;
/** Before that, milliseconds in which nothing but what can be seen is worked at: it is painted, and the next letter may come. */
const patience = 120;
/** A list of so many rows is shown whole at once. */
const few = 300;

/**
 * Shows rows in an order: those that can be seen at once, the others while the browser has time, so that the answer to a
 * letter typed never waits for ten thousand rows. All of them stand in the page in the end: it can be searched and printed.
 */
export class List {
  private shown: readonly Row[];
  private placed: number;
  private waiting = 0;
  /** Bodies of what was shown before, hidden: taking ten thousand rows out of the page takes longer than a letter may. */
  private old: HTMLTableSectionElement[] = [];

  constructor(
    private readonly table: HTMLTableElement,
    all: readonly Row[],
  ) {
    this.shown = all;
    this.placed = all.length;
  }

  get rows(): readonly Row[] {
    return this.shown;
  }

  show(rows: readonly Row[]): void {
    this.shown = rows;
    this.placed = 0;
    this.old = [...this.table.tBodies];
    for (const body of this.old) body.hidden = true;
    this.place(together);
    clearTimeout(this.waiting);
    if (Math.max(rows.length, this.old.length * together) <= few) this.finish();
    else this.later(patience);
  }

  /** Places what is still waiting: before printing, for one. */
  finish(): void {
    clearTimeout(this.waiting);
    this.workUntil(Number.POSITIVE_INFINITY);
  }

  private get isDone(): boolean {
    return this.placed === this.shown.length && this.old.length === 0;
  }

  private workUntil(time: number): void {
    while (!this.isDone && performance.now() < time) {
      if (this.placed < this.shown.length) this.place(together);
      else this.old.pop()?.remove();
    }
  }

  private later(delay: number): void {
    const { shown } = this;
    this.waiting = setTimeout(() => {
      this.workUntil(performance.now() + atLeisure);
      if (this.isDone) return;
      // Between two goes the browser paints, and takes what is typed: then another list may have begun.
      requestAnimationFrame(() => {
        if (this.shown === shown) this.later(0);
      });
    }, delay);
  }

  private place(most: number): void {
    const end = Math.min(this.placed + most, this.shown.length);
    while (this.placed < end) {
      const body = document.createElement("tbody");
      const to = Math.min(this.placed + together, end);
      body.append(...this.shown.slice(this.placed, to).map(({ element }) => element));
      this.table.append(body);
      this.placed = to;
    }
  }
}
