const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** The characters that XML text stands for. */
export function decoded(xml: string): string {
  if (!xml.includes("&")) return xml;
  return xml.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex?: string, dec?: string, name?: string) => {
    const code = hex ? Number.parseInt(hex, 16) : dec ? Number(dec) : undefined;
    if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : "";
    return named[name ?? ""] ?? whole;
  });
}

/** Text as XML has it, also in attributes. */
export function encoded(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[char]!);
}

/** An attribute of a start tag; undefined: it has none of that name. */
export function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found ? decoded(found[1] ?? found[2] ?? "") : undefined;
}

/** A start tag's attributes with one set, or put behind the others. */
export function withAttribute(attributes: string, name: string, value: string): string {
  const pattern = new RegExp(`((?:^|\\s)${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`);
  if (pattern.test(attributes)) return attributes.replace(pattern, (_, head: string) => `${head}"${encoded(value)}"`);
  return `${attributes.trimEnd()} ${name}="${encoded(value)}"`;
}

/** Every element of a name, whatever its prefix: its start tag's attributes, and what is in it. */
export function* elements(xml: string, name: string): Generator<Element> {
  const pattern = new RegExp(
    `<(\\w+:)?${name}(?=[\\s/>])((?:[^>"']|"[^"]*"|'[^']*')*?)(?:/>|>([\\s\\S]*?)</\\1?${name}\\s*>)`,
    "g",
  );
  for (const match of xml.matchAll(pattern)) {
    const [whole, prefix = "", attributes = "", inner = ""] = match;
    yield { whole, prefix, attributes, inner, start: match.index };
  }
}

export interface Element {
  readonly whole: string;
  /** With its colon; empty for most. */
  readonly prefix: string;
  readonly attributes: string;
  readonly inner: string;
  readonly start: number;
}
