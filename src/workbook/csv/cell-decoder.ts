const slots = 4096;
const longestKept = 64;

/**
 * Decodes cells out of bytes that were taken for one character each. Splitting a file does not need its characters decoded,
 * and most cells of a table are ASCII: only the others are looked at again, and most of those are a word that was there a
 * few rows before (是, 西湖支行). Such words are kept in slots chosen by a few of their bytes: a map would hash every cell.
 */
export class CellDecoder {
  private readonly words: (string | undefined)[] = Array.from({ length: slots });
  private readonly texts: string[] = Array.from({ length: slots }, () => "");
  private readonly strict: InstanceType<typeof TextDecoder>;

  /** @param decoded the text was decoded before it was split: there is nothing to do */
  constructor(
    readonly encoding: string,
    private readonly decoded: boolean,
  ) {
    this.strict = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  }

  /** The text of bytes that were decoded not long ago; undefined for any others. */
  known(source: Buffer, from: number, to: number): string | undefined {
    const length = to - from;
    const slot = slotFor(source[from + 1], source[from + (length >> 1)], source[to - 1], length);
    const word = this.words[slot];
    if (word?.length !== length) return undefined;
    for (let at = 0; at < length; at++) if (word.charCodeAt(at) !== source[from + at]) return undefined;
    return this.texts[slot];
  }

  /** Undefined for bytes that the encoding does not have. */
  decode(bytes: string): string | undefined {
    if (this.decoded) return bytes;
    const slot = slotOf(bytes);
    if (this.words[slot] === bytes) return this.texts[slot];
    try {
      const raw = Buffer.from(bytes, "latin1");
      const text = this.strict.decode(raw);
      if (raw.length <= longestKept) {
        // A copy: the cell is a slice of its file, and would keep a whole piece of it alive.
        this.words[slot] = raw.toString("latin1");
        this.texts[slot] = text;
      }
      return text;
    } catch {
      return undefined;
    }
  }
}

function slotOf(bytes: string): number {
  const { length } = bytes;
  return slotFor(bytes.charCodeAt(1), bytes.charCodeAt(length >> 1), bytes.charCodeAt(length - 1), length);
}

function slotFor(first = 0, middle = 0, last = 0, length = 0): number {
  return (first * 31 + middle * 7 + last * 131 + length) & (slots - 1);
}
