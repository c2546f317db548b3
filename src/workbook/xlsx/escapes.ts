/** `_x000D_` and its like stand for characters that XML cannot hold; `_x005F_` for an underscore before such a text. */
export function decodeEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

const named: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** XML character data without markup, read: line ends made one, the five entities and character references replaced. Undefined if it is not well-formed. */
export function decodeCharacters(raw: string): string | undefined {
  const text = raw.includes("\r") ? raw.replace(/\r\n?/g, "\n") : raw;
  if (!text.includes("&")) return text;
  let wellFormed = true;
  const decoded = text.replace(/&([^;&]*)(;?)/g, (_, entity: string, end: string) => {
    const character = end === ";" ? (named.get(entity) ?? reference(entity)) : undefined;
    if (character === undefined) wellFormed = false;
    return character ?? "";
  });
  return wellFormed ? decoded : undefined;
}

function reference(entity: string): string | undefined {
  const match = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(entity);
  if (!match) return undefined;
  const code = match[1] !== undefined ? Number.parseInt(match[1], 16) : Number.parseInt(match[2] ?? "", 10);
  return isXmlCharacter(code) ? String.fromCodePoint(code) : undefined;
}

function isXmlCharacter(code: number): boolean {
  return (
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff) ||
    code === 0x9 ||
    code === 0xa ||
    code === 0xd
  );
}
