import type { Scalar } from "yaml";

/**
 * Where each character of a YAML scalar's value stands in its source: `offsets[i]` is the place of the value's i-th code
 * unit from the scalar's beginning, and the last entry is the end of its text. A value differs from its source by quotes, escapes,
 * folded lines and indentation.
 */
export function scalarOffsets(source: string, value: string, type: Scalar["type"]): number[] {
  const scan = new Scan(source, value);
  if (type === "QUOTE_DOUBLE") return scan.flow(1, escaped);
  if (type === "QUOTE_SINGLE") return scan.flow(1, doubled);
  if (type === "BLOCK_LITERAL" || type === "BLOCK_FOLDED") return scan.block(type === "BLOCK_FOLDED");
  return scan.flow(0, () => 1);
}

/** How many characters of the source make the one character of the value that begins there; 0 for none at all. */
type Width = (source: string, at: number) => number;

const escapeWidths: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };

const escaped: Width = (source, at) => (source[at] === "\\" ? (escapeWidths[source[at + 1] ?? ""] ?? 2) : 1);
const doubled: Width = (source, at) => (source.startsWith("''", at) ? 2 : 1);

const lineBreaks = /[ \t]*(?:\r?\n[ \t]*)+/uy;
const escapedBreak = /\\\r?\n[ \t]*/uy;

class Scan {
  private readonly offsets: number[] = [];

  constructor(
    private readonly source: string,
    private readonly value: string,
  ) {}

  flow(start: number, width: Width): number[] {
    let at = start;
    while (this.offsets.length < this.value.length && at < this.source.length) {
      if (width === escaped) at += this.run(escapedBreak, at).length;
      const breaks = this.run(lineBreaks, at);
      if (breaks !== "") {
        this.take(at, folded(breaks));
        at += breaks.length;
        continue;
      }
      const wide = width(this.source, at);
      this.take(at, isPair(this.value, this.offsets.length) && wide !== 1 ? 2 : 1);
      at += wide;
    }
    return this.ending(at);
  }

  block(isFolded: boolean): number[] {
    let at = this.source.indexOf("\n") + 1;
    const indent = /^(?:[ \t]*\r?\n)*( *)/u.exec(this.source.slice(at))?.[1]?.length ?? 0;
    const breaks = new RegExp(`(?:\\r?\\n {0,${indent}})${isFolded ? "+" : ""}`, "uy");
    at += this.run(new RegExp(` {0,${indent}}`, "uy"), at).length;
    while (this.offsets.length < this.value.length && at < this.source.length) {
      const run = this.run(breaks, at);
      this.take(at, isFolded && run !== "" ? folded(run) : 1);
      at += run === "" ? 1 : run.length;
    }
    return this.ending(at);
  }

  private run(pattern: RegExp, at: number): string {
    pattern.lastIndex = at;
    return pattern.exec(this.source)?.[0] ?? "";
  }

  private take(at: number, count: number): void {
    for (let index = 0; index < count; index++) this.offsets.push(at);
  }

  private ending(at: number): number[] {
    while (this.offsets.length <= this.value.length) this.offsets.push(at);
    return this.offsets;
  }
}

/** A single line break is a blank; of several all but the first stay. */
function folded(breaks: string): number {
  return Math.max(1, breaks.split("\n").length - 2);
}

/** A character beyond the basic plane, which an escape writes as one and a value keeps as two code units. */
function isPair(value: string, at: number): boolean {
  return (value.codePointAt(at) ?? 0) > 0xffff;
}
