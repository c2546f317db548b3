import { TextPacker } from "../workbook/build/packed-text.ts";

/** Of a power of two of slots, at most half are taken. */
const firstSlots = 1 << 10;

/**
 * The ids of one family by number: equal ids have one, from 0 up. Nearly all ids are digits behind a word, and those are kept
 * and compared as a tag and a number: a quarter has 100,000 customers, and making a text of each takes longer than all that
 * is done with it.
 */
export class IdCodes {
  private readonly packer = new TextPacker();
  private tags = new Uint16Array(firstSlots / 2);
  private values = new Float64Array(firstSlots / 2);
  /** Open addressing: a packed id's number plus one; 0 is empty. */
  private slots = new Int32Array(firstSlots);
  private packed = 0;
  private readonly words = new Map<string, number>();
  /** By number, of those that cannot be packed. */
  private readonly texts = new Map<number, string>();

  /** How many ids there are. */
  get size(): number {
    return this.packed + this.words.size;
  }

  code(id: string): number {
    const tag = this.packer.tag(id);
    if (tag !== 0) return this.codeOf(tag, this.packer.value);
    let code = this.words.get(id);
    if (code === undefined) {
      code = this.next();
      this.words.set(id, code);
      this.texts.set(code, id);
    }
    return code;
  }

  /** The tag for `codeOf` of ids of so many digits behind a word; 0 if there is none. */
  tagOf(word: string, digits: number): number {
    return this.packer.tagOf(word, digits);
  }

  /** @param value the number that the id's digits are */
  codeOf(tag: number, value: number): number {
    const mask = this.slots.length - 1;
    let slot = hashOf(tag, value) & mask;
    for (;;) {
      const code = (this.slots[slot] as number) - 1;
      if (code < 0) break;
      if (this.values[code] === value && this.tags[code] === tag) return code;
      slot = (slot + 1) & mask;
    }
    const code = this.next();
    this.tags[code] = tag;
    this.values[code] = value;
    this.slots[slot] = code + 1;
    this.packed++;
    if (this.packed * 2 > this.slots.length) this.spread(this.slots.length * 4);
    return code;
  }

  text(code: number): string {
    return this.texts.get(code) ?? this.packer.text(this.tags[code] as number, this.values[code] as number);
  }

  private next(): number {
    const code = this.size;
    if (code === this.tags.length) {
      const [tags, values] = [new Uint16Array(code * 2), new Float64Array(code * 2)];
      tags.set(this.tags);
      values.set(this.values);
      [this.tags, this.values] = [tags, values];
    }
    return code;
  }

  /** Makes room for so many more ids at once. */
  reserve(more: number): void {
    const wanted = 2 ** Math.ceil(Math.log2((this.size + more) * 2 + 1));
    if (wanted > this.slots.length) this.spread(wanted);
  }

  private spread(size: number): void {
    const slots = new Int32Array(size);
    for (const entry of this.slots) {
      if (entry === 0) continue;
      let slot = hashOf(this.tags[entry - 1] as number, this.values[entry - 1] as number) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = entry;
    }
    this.slots = slots;
  }
}

function hashOf(tag: number, value: number): number {
  const high = (value / 4294967296) | 0;
  const mixed = Math.imul((value | 0) ^ Math.imul(high ^ (tag << 12), 0x85ebca6b), 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}
