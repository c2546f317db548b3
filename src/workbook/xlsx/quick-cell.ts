import type { CellWriter } from "./cell-writer.ts";
import { NumberSpan } from "./number-bytes.ts";
import type { TextCache } from "./text-cache.ts";
import { equals, greater, less, matches, quote, slash, space, TextSpan } from "./xml-bytes.ts";

const restOfInlineType = Buffer.from('nlineStr"><is><t>');
const restOfTextType = Buffer.from('tr">');
const endOfInline = Buffer.from("</t></is></c>");
const letter = { c: 0x63, i: 0x69, n: 0x6e, r: 0x72, s: 0x73, t: 0x74, v: 0x76 };
const zero = 0x30;
const nine = 0x39;
/** ZZZ, from 1: no more than three letters. */
const lastColumn = 18_278;

/**
 * The cells that nearly all cells are, each in one pass: `<c r="B7" s="1">` with a number, a shared string's index or a plain
 * text. Half of the time of a sheet is spent here, so this says again, with less asked, what `CellScanner` says.
 */
export class QuickCell {
  private readonly number = new NumberSpan();
  private readonly span: TextSpan;

  constructor(
    private readonly cells: CellWriter,
    cache: TextCache,
  ) {
    this.span = new TextSpan(cache);
  }

  /** Reads a cell from its `<c` and writes it; the position after it, or -1 where it is another. */
  scan(bytes: Buffer, at: number): number {
    let p = at + 2;
    if (!startsAttribute(bytes, p, letter.r)) return -1;
    p += 4;
    let column = 0;
    let code = bytes[p]!;
    for (; code >= 0x41 && code <= 0x5a; code = bytes[++p]!) column = column * 26 + (code - 0x40);
    let row = 0;
    for (; code >= zero && code <= nine; code = bytes[++p]!) row = row * 10 + (code - zero);
    if (code !== quote || column === 0 || column > lastColumn || row !== this.cells.row) return -1;
    p++;
    let style = 0;
    if (startsAttribute(bytes, p, letter.s)) {
      p += 4;
      const from = p;
      for (code = bytes[p]!; code >= zero && code <= nine; code = bytes[++p]!) style = style * 10 + (code - zero);
      if (code !== quote || p === from || p > from + 7) return -1;
      p++;
    }
    if (bytes[p] === greater) return this.numeric(bytes, p + 1, column - 1, style);
    if (!startsAttribute(bytes, p, letter.t)) return -1;
    const type = bytes[p + 4];
    if (type === letter.i) return this.inline(bytes, p + 5, column - 1);
    if (type === letter.s && bytes[p + 5] === letter.t) return this.result(bytes, p + 5, column - 1);
    if (bytes[p + 5] !== quote || bytes[p + 6] !== greater) return -1;
    if (type === letter.s) return this.shared(bytes, p + 7, column - 1);
    return type === letter.n ? this.numeric(bytes, p + 7, column - 1, style) : -1;
  }

  private numeric(bytes: Buffer, at: number, column: number, style: number): number {
    if (!startsValue(bytes, at)) return -1;
    const p = this.number.scan(bytes, at + 3);
    if (p < 0 || !endsValue(bytes, p)) return -1;
    this.cells.startCell(column);
    this.cells.number(this.number.value, style);
    return p + 8;
  }

  private shared(bytes: Buffer, at: number, column: number): number {
    if (!startsValue(bytes, at)) return -1;
    let p = at + 3;
    let index = 0;
    let code = bytes[p]!;
    for (; code >= zero && code <= nine; code = bytes[++p]!) index = index * 10 + (code - zero);
    if (p === at + 3 || p > at + 12 || !endsValue(bytes, p)) return -1;
    this.cells.startCell(column);
    this.cells.sharedText(index);
    return p + 8;
  }

  /** A text in the cell's value, as a formula leaves it and streaming writers put it. */
  private result(bytes: Buffer, at: number, column: number): number {
    const from = at + restOfTextType.length;
    if (!matches(bytes, at, restOfTextType) || !startsValue(bytes, from) || !this.span.scan(bytes, from + 3)) return -1;
    const { to } = this.span;
    return endsValue(bytes, to) && this.write(bytes, column) ? to + 8 : -1;
  }

  private inline(bytes: Buffer, at: number, column: number): number {
    if (!matches(bytes, at, restOfInlineType) || !this.span.scan(bytes, at + restOfInlineType.length)) return -1;
    const { to } = this.span;
    return matches(bytes, to, endOfInline) && this.write(bytes, column) ? to + endOfInline.length : -1;
  }

  /** False, and nothing written, where the text is not well-formed. */
  private write(bytes: Buffer, column: number): boolean {
    const { cells, span } = this;
    if (cells.takesAscii && span.ascii && !span.special) {
      cells.startCell(column);
      cells.ascii(bytes, span.from, span.to);
      return true;
    }
    const text = span.text(bytes);
    if (text === undefined) return false;
    cells.startCell(column);
    cells.text(text);
    return true;
  }
}

/** ` r="` */
function startsAttribute(bytes: Buffer, at: number, name: number): boolean {
  return bytes[at] === space && bytes[at + 1] === name && bytes[at + 2] === equals && bytes[at + 3] === quote;
}

/** `<v>` */
function startsValue(bytes: Buffer, at: number): boolean {
  return bytes[at] === less && bytes[at + 1] === letter.v && bytes[at + 2] === greater;
}

/** `</v></c>` */
function endsValue(bytes: Buffer, at: number): boolean {
  return (
    bytes[at] === less &&
    bytes[at + 1] === slash &&
    bytes[at + 2] === letter.v &&
    bytes[at + 3] === greater &&
    bytes[at + 4] === less &&
    bytes[at + 5] === slash &&
    bytes[at + 6] === letter.c &&
    bytes[at + 7] === greater
  );
}
