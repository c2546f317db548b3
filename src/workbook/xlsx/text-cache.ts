const slots = 4096;
const width = 32;

/**
 * Short texts decoded lately, found by their bytes. A column of branches, ids or yes and no has few different texts: found
 * here, a text needs no decoding, no memory, and has its hash already.
 */
export class TextCache {
  private readonly lengths = new Uint8Array(slots);
  private readonly bytes = new Uint8Array(slots * width);
  private readonly texts: string[] = new Array(slots).fill("");

  /** The text of UTF-8 bytes in which nothing is left to decode. */
  get(bytes: Buffer, from: number, to: number): string {
    const length = to - from;
    if (length === 0 || length > width) return bytes.toString("utf8", from, to);
    let hash = length;
    for (let p = from; p < to; p++) hash = (Math.imul(hash, 31) + bytes[p]!) | 0;
    const slot = (hash ^ (hash >>> 12)) & (slots - 1);
    const base = slot * width;
    if (this.lengths[slot] === length) {
      let i = 0;
      while (i < length && this.bytes[base + i] === bytes[from + i]) i++;
      if (i === length) return this.texts[slot]!;
    }
    const text = bytes.toString("utf8", from, to);
    this.lengths[slot] = length;
    for (let i = 0; i < length; i++) this.bytes[base + i] = bytes[from + i]!;
    this.texts[slot] = text;
    return text;
  }
}
