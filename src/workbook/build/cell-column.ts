import type { Cell } from "../table.ts";
import { packedFlag, TextPacker } from "./packed-text.ts";
import type { TextStore } from "./text-store.ts";

const blank = 0;
const text = 1;
const boolean = 2;
const error = 3;
const noResult = 4;
const firstFormat = 16;
const blankCell: Cell = { kind: "blank" };

/**
 * The cells of one column, ten bytes each: a tag of 16 bits (kind, and a number's format) and a double (the number, or which
 * text of the store). A quarter's million rows then fit where objects would not.
 */
export class CellColumn {
  private tags = new Uint16Array(64);
  private values = new Float64Array(64);
  private readonly packer = new TextPacker();
  private readonly formats: string[] = ["General"];
  private readonly formatTags = new Map([["General", firstFormat]]);
  private lastFormat = "";
  private lastFormatTag = 0;
  private lastWord: string | undefined;
  private lastWordNumber = 0;
  length = 0;

  constructor(private readonly texts: TextStore) {}

  addBlank(): void {
    this.push(blank, 0);
  }

  addNumber(value: number, format: string): void {
    if (format !== this.lastFormat || this.lastFormatTag === 0) this.findFormat(format);
    this.push(this.lastFormatTag, value);
  }

  addText(value: string): void {
    const tag = this.packer.tag(value);
    if (tag !== 0) this.push(tag, this.packer.value);
    else if (value === this.lastWord) this.push(text, this.lastWordNumber);
    else {
      this.lastWord = value;
      this.lastWordNumber = this.texts.add(value);
      this.push(text, this.lastWordNumber);
    }
  }

  addBoolean(value: boolean): void {
    this.push(boolean, value ? 1 : 0);
  }

  addError(value: string): void {
    this.push(error, this.texts.add(value));
  }

  addNoResult(formula: string): void {
    this.push(noResult, this.texts.add(formula));
  }

  isBlank(index: number): boolean {
    return (this.tags[index] ?? blank) === blank;
  }

  /** Makes row `to` the same as row `from`. */
  copy(from: number, to: number): void {
    this.tags[to] = this.tags[from] ?? blank;
    this.values[to] = this.values[from] ?? 0;
  }

  cell(index: number): Cell {
    const tag = this.tags[index] ?? blank;
    const value = this.values[index] ?? 0;
    if (tag >= packedFlag) return { kind: "text", text: this.packer.text(tag, value) };
    if (tag >= firstFormat) return { kind: "number", value, format: this.formats[tag - firstFormat] ?? "General" };
    if (tag === text) return { kind: "text", text: this.texts.get(value) };
    if (tag === boolean) return { kind: "boolean", value: value === 1 };
    if (tag === error) return { kind: "error", text: this.texts.get(value) };
    return tag === noResult ? { kind: "no-result", formula: this.texts.get(value) } : blankCell;
  }

  /** Gives back the memory that growing took ahead; of a long column that memory was never touched, and so never taken. */
  trim(): void {
    if (this.length > 100_000) return;
    this.tags = this.tags.slice(0, this.length);
    this.values = this.values.slice(0, this.length);
  }

  private push(tag: number, value: number): void {
    if (this.length === this.tags.length) this.grow();
    this.tags[this.length] = tag;
    this.values[this.length++] = value;
  }

  private grow(): void {
    const size = this.length * 2;
    const [tags, values] = [new Uint16Array(size), new Float64Array(size)];
    tags.set(this.tags);
    values.set(this.values);
    [this.tags, this.values] = [tags, values];
  }

  /** A workbook has at most 65,536 formats and a column a handful; beyond 32,751 in one column they count as General. */
  private findFormat(format: string): void {
    let tag = this.formatTags.get(format);
    if (tag === undefined && firstFormat + this.formats.length < packedFlag) {
      tag = firstFormat + this.formats.push(format) - 1;
      this.formatTags.set(format, tag);
    }
    this.lastFormat = format;
    this.lastFormatTag = tag ?? firstFormat;
  }
}
