/** Names that Windows keeps for devices, with any ending. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
/** UTF-8 bytes: file systems allow 255, and a temporary file beside it has a longer name. */
const longest = 180;

/**
 * File names that every system takes, one for each text, in the texts' order: without what Windows or a path forbids, never
 * hidden, a lock file or a device, and different even where letter case and composed characters are not told apart.
 */
export function safeFileNames(texts: readonly string[], ending: string): string[] {
  const taken = new Set<string>();
  return texts.map((text) => {
    const base = safe(text);
    for (let count = 1; ; count++) {
      const name = count === 1 ? base : `${base} (${count})`;
      const key = name.normalize("NFKC").toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return name + ending;
    }
  });
}

function safe(text: string): string {
  const clean = text
    .normalize("NFC")
    .replace(/[\ud800-\udfff]/gu, "_")
    .replace(/[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu, "_")
    .trim();
  const plain = cut(clean)
    .replace(/[. ]+$/u, (dots) => "_".repeat(dots.length))
    .replace(/^[.~-]/u, "_");
  return reserved.test(plain) || plain === "" ? `_${plain}` : plain;
}

/** Never through the middle of a character. */
function cut(text: string): string {
  let kept = "";
  let bytes = 0;
  for (const letter of text) {
    bytes += Buffer.byteLength(letter);
    if (bytes > longest) break;
    kept += letter;
  }
  return kept;
}
