import type { Block } from "./form-sheet.ts";

/** Where the rows of a template come to stand when its repeated rows are `count` times as many. */
export class RowShift {
  constructor(
    private readonly blocks: readonly Block[],
    private readonly count: number,
  ) {}

  /** Of a row outside the repeated ones, or the first copy of one of them. */
  row(row: number): number {
    return row + this.added(({ last }) => last < row);
  }

  /** Of the last row of a range, which grows with what it holds. */
  end(row: number): number {
    return row + this.added(({ last }) => last <= row);
  }

  /** `B7`, `A1:F20`, `A1 C3:D4`: single cells as the rows they stand in, ranges with what they hold. */
  references(text: string): string {
    return text.replace(/(\$?[A-Z]{1,3}\$?)(\d+)(?::(\$?[A-Z]{1,3}\$?)(\d+))?/g, (_, from, first, to, last) => {
      const start = `${from}${this.row(Number(first))}`;
      return to === undefined ? start : `${start}:${to}${this.end(Number(last))}`;
    });
  }

  /** As `references`, in a formula: not in its texts, nor what is said of other sheets. */
  formula(text: string): string {
    const pattern =
      /"[^"]*"|(?:'[^']*'|[\p{L}\p{N}_.]+)!\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|(?<![\p{L}\p{N}_.$])\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?(?![\p{L}\p{N}_(])/gu;
    return text.replace(pattern, (found) => (/["!]/.test(found) ? found : this.references(found)));
  }

  /** Merged ranges: one within the repeated rows once for each copy. */
  merges(ranges: readonly string[]): string[] {
    return ranges.flatMap((range) => {
      const [, from, first, to, last] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range) ?? [];
      if (!from) return [range];
      const [top, bottom] = [Number(first), Number(last)];
      const block = this.blocks.find((one) => one.first <= top && bottom <= one.last);
      if (!block) return [`${from}${this.row(top)}:${to}${this.end(bottom)}`];
      const height = block.last - block.first + 1;
      return Array.from({ length: this.count }, (_, copy) => {
        const by = this.row(block.first) - block.first + copy * height;
        return `${from}${top + by}:${to}${bottom + by}`;
      });
    });
  }

  private added(counts: (block: Block) => boolean): number {
    return this.blocks.filter(counts).reduce((sum, { first, last }) => sum + (this.count - 1) * (last - first + 1), 0);
  }
}
