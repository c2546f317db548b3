/** Most words that are not ASCII come again and again: 是, 西湖支行. */
const maxKnown = 20_000;
const longestKnown = 64;

/**
 * Decodes cells out of bytes that were taken for one character each. Splitting a file does not need its characters decoded,
 * and most cells of a table are ASCII: only the others are looked at again.
 */
export class CellDecoder {
  private readonly known = new Map<string, string>();
  private readonly strict: InstanceType<typeof TextDecoder>;

  /** @param decoded the text was decoded before it was split: there is nothing to do */
  constructor(
    readonly encoding: string,
    private readonly decoded: boolean,
  ) {
    this.strict = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  }

  /** Undefined for bytes that the encoding does not have. */
  decode(bytes: string): string | undefined {
    if (this.decoded) return bytes;
    const known = this.known.get(bytes);
    if (known !== undefined) return known;
    try {
      const raw = Buffer.from(bytes, "latin1");
      const text = this.strict.decode(raw);
      if (this.known.size < maxKnown && raw.length <= longestKnown) this.known.set(raw.toString("latin1"), text);
      return text;
    } catch {
      return undefined;
    }
  }
}
