/** Names that Windows keeps for devices, with any ending. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=[.\s]|$)/i;
/** What a path, Windows, a shell or a log would trip over, and what nobody sees. */
const forbidden = /[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\p{Surrogate}]/gu;

/**
 * Text as a part of a file name that every system takes: without what is forbidden, never hidden, a lock file or an option, and
 * of at most `longest` bytes of UTF-8 (file systems allow 255 a name). Empty for an empty text.
 */
export function safeFilePart(text: string, longest: number): string {
  const clean = text.normalize("NFC").replace(forbidden, "_").trim();
  return cut(clean, longest).replace(/^[.\s~-]+|[.\s]+$/gu, (edge) => "_".repeat(edge.length));
}

/** File names of one folder, each given once, even where letter case, width and composed characters are not told apart. */
export class FileNames {
  private readonly taken = new Set<string>();

  /** `张三.xlsx`; the next of that name is `张三-2.xlsx`. */
  add(base: string, ending: string): string {
    const plain = base === "" || reserved.test(base) ? `_${base}` : base;
    for (let count = 1; ; count++) {
      const name = count === 1 ? plain : `${plain}-${count}`;
      const key = name.normalize("NFKC").toLowerCase();
      if (this.taken.has(key)) continue;
      this.taken.add(key);
      return name + ending;
    }
  }
}

/** Never through the middle of a character. */
function cut(text: string, longest: number): string {
  let kept = "";
  let bytes = 0;
  for (const letter of text) {
    bytes += Buffer.byteLength(letter);
    if (bytes > longest) break;
    kept += letter;
  }
  return kept;
}
