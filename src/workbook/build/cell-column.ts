import { isDateFormat } from "../date-format.ts";
import type { Cell, RawCells } from "../table.ts";
import { packedFlag, TextPacker } from "./packed-text.ts";
import type { StoredWord } from "./stored-word.ts";
import type { TextStore } from "./text-store.ts";

const blank = 0;
const text = 1;
const boolean = 2;
const error = 3;
const noResult = 4;
const firstFormat = 16;
const blankCell: Cell = { kind: "blank" };

const chunkBits = 16;
const chunkRows = 1 << chunkBits;

/**
 * The cells of one column, ten bytes each: a tag of 16 bits (kind, and a number's format) and a double (the number, or which
 * text of the store). A quarter's million rows then fit where objects would not. Chunks, so that growing copies nothing.
 */
export class CellColumn {
  private readonly tagChunks: Uint16Array[] = [];
  private readonly valueChunks: Float64Array[] = [];
  /** The chunk being filled. */
  private tags = new Uint16Array(64);
  private values = new Float64Array(64);
  private readonly packer = new TextPacker();
  private readonly formats: string[] = ["General"];
  /** Which of the formats show dates and times. */
  private readonly dated: boolean[] = [false];
  private readonly formatTags = new Map([["General", firstFormat]]);
  private lastFormat = "";
  private lastFormatTag = 0;
  private lastWord: string | undefined;
  private lastWordNumber = 0;
  private used = 0;

  constructor(private readonly texts: TextStore) {}

  /** How many cells, when finished. */
  get length(): number {
    const last = this.tagChunks.length - 1;
    return last < 0 ? 0 : last * chunkRows + (this.tagChunks[last]?.length ?? 0);
  }

  addBlank(): void {
    this.push(blank, 0);
  }

  addNumber(value: number, format: string): void {
    if (format !== this.lastFormat || this.lastFormatTag === 0) this.findFormat(format);
    this.push(this.lastFormatTag, value);
  }

  addText(value: string): void {
    const tag = value === this.lastWord ? 0 : this.packer.tag(value);
    if (tag !== 0) this.push(tag, this.packer.value);
    else this.addStored(value);
  }

  /** The ASCII text from `from` up to `to` of a file's bytes; cut out only if it cannot be packed. */
  addSpan(source: Buffer, from: number, to: number): void {
    const tag = this.packer.tagOfBytes(source, from, to);
    if (tag !== 0) this.push(tag, this.packer.value);
    else if (isSame(this.lastWord, source, from, to)) this.push(text, this.lastWordNumber);
    else this.addStored(source.toString("latin1", from, to));
  }

  /** A word that no figure ends is kept as a text, and always the same. */
  addWord(word: StoredWord): void {
    const last = word.text.charCodeAt(word.text.length - 1);
    if (last >= 0x30 && last <= 0x39) {
      this.addText(word.text);
      return;
    }
    word.stored ??= this.texts.add(word.text);
    this.push(text, word.stored);
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
    return this.tagAt(index) === blank;
  }

  /** Makes row `to` the same as row `from`. */
  copy(from: number, to: number): void {
    const [tags, values] = [this.tagChunks[to >> chunkBits], this.valueChunks[to >> chunkBits]];
    if (tags) tags[to & (chunkRows - 1)] = this.tagAt(from);
    if (values) values[to & (chunkRows - 1)] = this.valueAt(from);
  }

  cell(index: number): Cell {
    const tag = this.tagAt(index);
    const value = this.valueAt(index);
    if (tag >= packedFlag) return { kind: "text", text: this.packer.text(tag, value) };
    if (tag >= firstFormat) return { kind: "number", value, format: this.formats[tag - firstFormat] ?? "General" };
    if (tag === text) return { kind: "text", text: this.texts.get(value) };
    if (tag === boolean) return { kind: "boolean", value: value === 1 };
    if (tag === error) return { kind: "error", text: this.texts.get(value) };
    return tag === noResult ? { kind: "no-result", formula: this.texts.get(value) } : blankCell;
  }

  /** The cells as they are kept. */
  raw(): RawCells {
    return {
      tags: whole(this.tagChunks, new Uint16Array(this.length)),
      values: whole(this.valueChunks, new Float64Array(this.length)),
      wordTag: text,
      isFigure: (tag) => tag >= firstFormat && tag < packedFlag && this.dated[tag - firstFormat] !== true,
      parts: (tag) => (tag >= packedFlag ? this.packer.parts(tag) : undefined),
    };
  }

  /** Ends the column: cells can be asked for from now on. */
  finish(): void {
    this.keep();
  }

  private tagAt(index: number): number {
    return this.tagChunks[index >> chunkBits]?.[index & (chunkRows - 1)] ?? blank;
  }

  private valueAt(index: number): number {
    return this.valueChunks[index >> chunkBits]?.[index & (chunkRows - 1)] ?? 0;
  }

  private addStored(word: string): void {
    if (word !== this.lastWord) {
      this.lastWord = word;
      this.lastWordNumber = this.texts.add(word);
    }
    this.push(text, this.lastWordNumber);
  }

  private push(tag: number, value: number): void {
    if (this.used === this.tags.length) this.grow();
    this.tags[this.used] = tag;
    this.values[this.used++] = value;
  }

  /** The first chunk grows as needed, since most sheets are small; those after it are whole at once. */
  private grow(): void {
    if (this.used === chunkRows) {
      this.keep();
      [this.tags, this.values, this.used] = [new Uint16Array(chunkRows), new Float64Array(chunkRows), 0];
      return;
    }
    const [tags, values] = [new Uint16Array(this.used * 4), new Float64Array(this.used * 4)];
    tags.set(this.tags);
    values.set(this.values);
    [this.tags, this.values] = [tags, values];
  }

  private keep(): void {
    const whole = this.used === this.tags.length;
    this.tagChunks.push(whole ? this.tags : this.tags.slice(0, this.used));
    this.valueChunks.push(whole ? this.values : this.values.slice(0, this.used));
  }

  /** A workbook has at most 65,536 formats and a column a handful; beyond 32,751 in one column they count as General. */
  private findFormat(format: string): void {
    let tag = this.formatTags.get(format);
    if (tag === undefined && firstFormat + this.formats.length < packedFlag) {
      tag = firstFormat + this.formats.push(format) - 1;
      this.dated.push(isDateFormat(format));
      this.formatTags.set(format, tag);
    }
    this.lastFormat = format;
    this.lastFormatTag = tag ?? firstFormat;
  }
}

/** All chunks as one array: the only one, or `into` where there are several. */
function whole<T extends Uint16Array | Float64Array>(chunks: readonly T[], into: T): T {
  const [first] = chunks;
  if (first && chunks.length === 1) return first;
  for (const [place, chunk] of chunks.entries()) into.set(chunk, place << chunkBits);
  return into;
}

function isSame(word: string | undefined, source: Buffer, from: number, to: number): boolean {
  if (word?.length !== to - from) return false;
  for (let at = from; at < to; at++) if (word.charCodeAt(at - from) !== source[at]) return false;
  return true;
}
