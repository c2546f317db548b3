import type { Row } from "./rows.ts";

/** Rows that stand together: what is far from the screen is not laid out. */
const together = 50;
/** So many milliseconds are spent on other rows in one go: a person may be typing the next letter. */
const atLeisure = 12;

/**
 * Shows rows in an order: those that can be seen at once, the others while the browser has time, so that the answer to a
 * letter typed never waits for ten thousand rows. All of them stand in the page in the end: it can be searched and printed.
 */
export class List {
  private shown: readonly Row[];
  private placed: number;
  private waiting = 0;

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
    for (const body of [...this.table.tBodies]) body.remove();
    this.place(together);
    cancelAnimationFrame(this.waiting);
    if (this.placed < rows.length) this.later();
  }

  /** Places what is still waiting: before printing, for one. */
  finish(): void {
    cancelAnimationFrame(this.waiting);
    this.place(this.shown.length);
  }

  private later(): void {
    this.waiting = requestAnimationFrame(() => {
      // After the frame, so that what can be seen is painted first.
      setTimeout(() => {
        const from = performance.now();
        while (this.placed < this.shown.length && performance.now() - from < atLeisure) this.place(together);
        if (this.placed < this.shown.length) this.later();
      });
    });
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
