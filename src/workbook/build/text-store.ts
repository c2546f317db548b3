const maxWords = 1 << 16;
const maxWordLength = 64;
const maxLong = 1 << 20;
const chunkBytes = 1 << 20;

/**
 * Texts by number. A text that comes back (是, 西湖支行, a customer's name) is kept once; when there are too many different
 * ones, the rest lie one after another in byte chunks, outside the heap of JavaScript objects. Numbers from 0 up are words,
 * below 0 places in the chunks. A long text becomes a word when it comes a second time: a small file may have one of 32,767
 * characters in a million cells.
 */
export class TextStore {
  private readonly numbers = new Map<string, number>();
  private readonly words: string[] = [];
  /** The place of a long text that came once, by its hash. */
  private readonly long = new Map<number, number>();
  private readonly chunks: Buffer[] = [];
  private used = chunkBytes;

  add(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    if (text.length > maxWordLength) return this.addLong(text);
    if (this.words.length >= maxWords) return this.write(text);
    const word = owned(text);
    const number = this.words.push(word) - 1;
    this.numbers.set(word, number);
    return number;
  }

  get(number: number): string {
    if (number >= 0) return this.words[number] ?? "";
    const place = -number - 1;
    const chunk = this.chunks[Math.floor(place / chunkBytes)];
    const start = place % chunkBytes;
    return chunk ? chunk.toString("utf16le", start + 4, start + 4 + chunk.readUInt32LE(start)) : "";
  }

  private addLong(text: string): number {
    const hash = hashOf(text);
    const once = this.long.get(hash);
    if (once !== undefined && this.get(once) === text) {
      const number = this.words.push(text) - 1;
      this.numbers.set(text, number);
      this.long.delete(hash);
      return number;
    }
    const number = this.write(text);
    if (this.long.size < maxLong) this.long.set(hash, number);
    return number;
  }

  /** The byte length, then UTF-16: any text comes back as it was, a lone half of a surrogate pair too. */
  private write(text: string): number {
    const bytes = 4 + text.length * 2;
    if (this.used + bytes > chunkBytes) {
      this.chunks.push(Buffer.allocUnsafeSlow(Math.max(chunkBytes, bytes)));
      this.used = 0;
    }
    const chunk = this.chunks[this.chunks.length - 1];
    const start = this.used;
    chunk?.writeUInt32LE(bytes - 4, start);
    chunk?.write(text, start + 4, "utf16le");
    this.used += bytes;
    return -((this.chunks.length - 1) * chunkBytes + start) - 1;
  }
}

/** FNV-1a over the UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** A copy with memory of its own: a slice of a file's chunk would keep the whole chunk alive. */
function owned(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, "utf16le").toString("utf16le");
}
