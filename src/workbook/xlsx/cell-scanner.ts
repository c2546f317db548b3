import type { CellWriter } from "./cell-writer.ts";
import { NumberSpan, scanInteger } from "./number-bytes.ts";
import type { TextCache } from "./text-cache.ts";
import { Attribute, greater, less, matches, skipBlanks, slash, space, TextSpan } from "./xml-bytes.ts";

const endOfValue = Buffer.from("</v>");
const endOfFormula = Buffer.from("</f>");
const startOfInline = Buffer.from("<is><t");
const endOfInline = Buffer.from("</t></is>");
const endOfCell = Buffer.from("</c>");
const letter = { c: 0x63, f: 0x66, r: 0x72, s: 0x73, t: 0x74, v: 0x76 };

type CellType = "n" | "s" | "str" | "inlineStr" | "b" | "e" | "d";
const types: ReadonlyMap<string, CellType> = new Map(
  (["n", "s", "str", "inlineStr", "b", "e", "d"] as const).map((type) => [type, type]),
);

/** One `<c>` element, for `SheetScanner`. */
export class CellScanner {
  private readonly attribute = new Attribute();
  private readonly number = new NumberSpan();
  private readonly value: TextSpan;
  private readonly formula: TextSpan;
  // Of the cell being read:
  private column = 0;
  private style = 0;
  private type: CellType = "n";
  private hasValue = false;
  private hasFormula = false;
  /** A shared string's index, or a boolean. */
  private index = 0;
  private sharedId: string | undefined;

  constructor(
    private readonly cells: CellWriter,
    cache: TextCache,
  ) {
    this.value = new TextSpan(cache);
    this.formula = new TextSpan(cache);
  }

  /** Reads a cell from its `<` and writes it; the position after it, or -1 where it is not in a known form. */
  scan(bytes: Buffer, at: number): number {
    if (bytes[at + 1] !== letter.c) return -1;
    let p = this.attributes(bytes, at + 2);
    if (p < 0) return -1;
    this.hasValue = false;
    this.hasFormula = false;
    this.sharedId = undefined;
    if (bytes[p] === slash) {
      if (bytes[p + 1] !== greater) return -1;
      this.cells.startCell(this.column);
      return p + 2;
    }
    if (bytes[p] !== greater) return -1;
    p = this.content(bytes, skipBlanks(bytes, p + 1));
    if (p < 0) return -1;
    p = skipBlanks(bytes, p);
    return matches(bytes, p, endOfCell) && this.write(bytes) ? p + endOfCell.length : -1;
  }

  private attributes(bytes: Buffer, at: number): number {
    let p = at;
    this.column = this.cells.column + 1;
    this.style = 0;
    this.type = "n";
    const { attribute } = this;
    while (bytes[p] === space) {
      p = attribute.scan(bytes, p);
      if (p < 0) return -1;
      if (attribute.nameTo - attribute.nameFrom !== 1) continue;
      const name = bytes[attribute.nameFrom];
      if (name === letter.r) {
        if (!this.readReference(bytes)) return -1;
      } else if (name === letter.s) {
        this.style = scanInteger(bytes, attribute.from, attribute.to);
        if (this.style < 0) return -1;
      } else if (name === letter.t && !this.readType(bytes)) return -1;
    }
    return p;
  }

  /** An `A1` in this row. */
  private readReference(bytes: Buffer): boolean {
    const { from, to } = this.attribute;
    let p = from;
    let column = 0;
    for (; bytes[p]! >= 0x41 && bytes[p]! <= 0x5a; p++) column = column * 26 + bytes[p]! - 0x40;
    this.column = column - 1;
    return p > from && p <= from + 3 && scanInteger(bytes, p, to) === this.cells.row;
  }

  private readType(bytes: Buffer): boolean {
    const { from, to } = this.attribute;
    const type = to - from === 1 && bytes[from] === letter.s ? "s" : types.get(bytes.toString("latin1", from, to));
    if (type) this.type = type;
    return type !== undefined;
  }

  /** `[<f>][<v>]` or `<is>`; the position after them, or -1. */
  private content(bytes: Buffer, at: number): number {
    let p = at;
    if (bytes[p] === less && bytes[p + 1] === letter.f) {
      p = this.readFormula(bytes, p + 2);
      if (p < 0) return -1;
      p = skipBlanks(bytes, p);
    }
    if (bytes[p] !== less) return -1;
    if (this.type === "inlineStr") return this.readInline(bytes, p);
    if (bytes[p + 1] !== letter.v) return p;
    if (bytes[p + 2] === slash && bytes[p + 3] === greater) return this.emptyValue(p + 4);
    if (bytes[p + 2] !== greater) return -1;
    p += 3;
    if (bytes[p] === less) return matches(bytes, p, endOfValue) ? this.emptyValue(p + 4) : -1;
    this.hasValue = true;
    p = this.type === "n" ? this.number.scan(bytes, p) : this.readValue(bytes, p);
    return p >= 0 && matches(bytes, p, endOfValue) ? p + 4 : -1;
  }

  /** Only a text result may be empty. */
  private emptyValue(after: number): number {
    if (this.type !== "str") return after;
    this.hasValue = true;
    this.value.clear();
    return after;
  }

  private readValue(bytes: Buffer, at: number): number {
    if (!this.value.scan(bytes, at)) return -1;
    const { to } = this.value;
    if (this.type !== "s" && this.type !== "b") return to;
    this.index = scanInteger(bytes, at, to);
    return this.index < 0 || (this.type === "b" && (this.index > 1 || to !== at + 1)) ? -1 : to;
  }

  private readFormula(bytes: Buffer, at: number): number {
    let p = at;
    let shared = false;
    this.hasFormula = true;
    const { attribute } = this;
    while (bytes[p] === space) {
      p = attribute.scan(bytes, p);
      if (p < 0) return -1;
      const name = attribute.name(bytes);
      if (name === "t") shared = attribute.value(bytes) === "shared";
      else if (name === "si") this.sharedId = attribute.value(bytes);
    }
    if (!shared) this.sharedId = undefined;
    this.formula.clear();
    if (bytes[p] === slash) return bytes[p + 1] === greater ? p + 2 : -1;
    if (bytes[p] !== greater || !this.formula.scan(bytes, p + 1)) return -1;
    p = this.formula.to;
    return matches(bytes, p, endOfFormula) ? p + 4 : -1;
  }

  private readInline(bytes: Buffer, at: number): number {
    if (!matches(bytes, at, startOfInline)) return -1;
    let p = at + startOfInline.length;
    while (bytes[p] === space) {
      p = this.attribute.scan(bytes, p);
      if (p < 0) return -1;
    }
    if (bytes[p] !== greater || !this.value.scan(bytes, p + 1)) return -1;
    this.hasValue = true;
    p = this.value.to;
    return matches(bytes, p, endOfInline) ? p + endOfInline.length : -1;
  }

  /** False, and nothing written, where a text is not well-formed after all. */
  private write(bytes: Buffer): boolean {
    const { cells, hasValue, hasFormula, sharedId, type } = this;
    let formula: string | undefined = "";
    if (hasFormula && (!hasValue || sharedId !== undefined || this.formula.special)) {
      formula = this.formula.characters(bytes);
      if (formula === undefined) return false;
    }
    let text: string | undefined = "";
    if (hasValue && type !== "n" && type !== "s" && type !== "b") {
      text = type === "e" ? this.value.characters(bytes) : this.value.text(bytes);
      if (text === undefined) return false;
    }
    cells.startCell(this.column);
    if (sharedId !== undefined && formula !== "") cells.sharedFormulas.define(sharedId, cells, formula);
    if (!hasValue) {
      if (hasFormula) cells.noResult(formula === "" ? cells.sharedFormulas.at(sharedId, cells) : formula);
    } else if (type === "n") cells.number(this.number.value, this.style);
    else if (type === "s") cells.sharedText(this.index);
    else if (type === "b") cells.boolean(this.index === 1);
    else if (type === "e") cells.error(text);
    else cells.text(text);
    return true;
  }
}
