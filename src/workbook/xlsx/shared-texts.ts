const blockSize = 2 ** 20;
const startsPerPage = 2 ** 16;
const remembered = 2 ** 14;
const longestRemembered = 128;
/** Of longer ones only so few are remembered: a text may have 32,767 characters. */
const longRemembered = 64;

/**
 * A workbook's shared strings, kept as their bytes: a quarter may have millions, and as JavaScript strings they would take
 * three times the memory. A text is decoded when a cell asks for it; those asked for lately are remembered, for branches
 * and names come again and again.
 */
export class SharedTexts {
  count = 0;
  /** Where the text lies that was located last: the bytes, from where and up to where, and whether they are ASCII. */
  bytes: Buffer = Buffer.alloc(0);
  from = 0;
  to = 0;
  isAscii = false;
  private readonly blocks: Block[] = [];
  /** Where each text begins: its block's index times the block size, plus the place in it. A text ends where the next of its block begins. */
  private readonly pages: Uint32Array[] = [];
  /** By text: 1 for one of ASCII. */
  private readonly asciiPages: Uint8Array[] = [];
  private readonly keys = new Int32Array(remembered).fill(-1);
  private readonly texts: string[] = new Array(remembered).fill("");
  private readonly longKeys = new Int32Array(longRemembered).fill(-1);
  private readonly longTexts: string[] = new Array(longRemembered).fill("");

  /** UTF-8 of a text without anything left to decode. */
  add(bytes: Uint8Array, from: number, to: number): void {
    const block = this.blockFor(to - from);
    let bits = 0;
    for (let p = from, at = block.used; p < to; p++, at++) {
      const byte = bytes[p]!;
      block.bytes[at] = byte;
      bits |= byte;
    }
    this.start(block, bits < 0x80);
    block.used += to - from;
  }

  addText(text: string): void {
    const bytes = Buffer.from(text, "utf8");
    this.add(bytes, 0, bytes.length);
  }

  /** The text of an integer index; undefined for one that is not there. */
  get(index: number): string | undefined {
    const slot = index & (remembered - 1);
    if (index >= 0 && this.keys[slot] === index) return this.texts[slot];
    if (!this.locate(index)) return undefined;
    const longSlot = index & (longRemembered - 1);
    if (this.longKeys[longSlot] === index) return this.longTexts[longSlot];
    const text = this.bytes.toString("utf8", this.from, this.to);
    if (text.length <= longestRemembered) {
      this.keys[slot] = index;
      this.texts[slot] = text;
    } else {
      this.longKeys[longSlot] = index;
      this.longTexts[longSlot] = text;
    }
    return text;
  }

  /** Finds where a text lies; false for one that is not there. */
  locate(index: number): boolean {
    if (index < 0 || index >= this.count) return false;
    const from = this.startOf(index);
    const block = this.blocks[Math.floor(from / blockSize)]!;
    const next = index + 1 < this.count ? this.startOf(index + 1) : -1;
    const sameBlock = Math.floor(next / blockSize) === Math.floor(from / blockSize);
    this.bytes = block.bytes;
    this.from = from % blockSize;
    this.to = sameBlock ? next % blockSize : block.used;
    this.isAscii = this.asciiPages[Math.floor(index / startsPerPage)]![index % startsPerPage] === 1;
    return true;
  }

  private startOf(index: number): number {
    return this.pages[Math.floor(index / startsPerPage)]![index % startsPerPage]!;
  }

  private start(block: Block, isAscii: boolean): void {
    const page = Math.floor(this.count / startsPerPage);
    this.pages[page] ??= new Uint32Array(startsPerPage);
    this.asciiPages[page] ??= new Uint8Array(startsPerPage);
    this.asciiPages[page][this.count % startsPerPage] = isAscii ? 1 : 0;
    this.pages[page][this.count % startsPerPage] = (this.blocks.length - 1) * blockSize + block.used;
    this.count++;
  }

  private blockFor(length: number): Block {
    const last = this.blocks.at(-1);
    // Less than full, so that an empty text's start is still a place in its block. A longer text has a block of its own.
    if (last && last.used + length < blockSize) return last;
    const block = { bytes: Buffer.allocUnsafeSlow(Math.max(blockSize, length)), used: 0 };
    this.blocks.push(block);
    return block;
  }
}

interface Block {
  readonly bytes: Buffer;
  used: number;
}
