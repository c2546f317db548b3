/** What Excel refuses in a sheet's name, with control characters. */
const forbidden = /[\][:*?/\\\x00-\x1F\x7F\uFFFE\uFFFF\p{Surrogate}]/gu;
/** The most characters (UTF-16 units) that a name has. */
const longest = 31;

/** Names of a workbook's sheets: legal in Excel, and each once, letter case aside. */
export class SheetNames {
  private readonly taken = new Set<string>();

  /**
   * @param wanted what it should be called: 存款
   * @param from what tells it from others of that name: 东湖支行; the sheet's own name is cut last
   */
  add(wanted: string, from = ""): string {
    const [name, prefix] = [legal(wanted), legal(from)];
    const base = joined(prefix, name);
    for (let count = 1; ; count++) {
      const candidate = count === 1 ? base : withNumber(base, count);
      if (this.taken.has(candidate.toLowerCase())) continue;
      this.taken.add(candidate.toLowerCase());
      return candidate;
    }
  }
}

function legal(text: string): string {
  const clean = text
    .replace(forbidden, "_")
    .trim()
    .replace(/^'+|'+$/g, "_");
  // Excel keeps the name for its list of changes.
  return clean.toLowerCase() === "history" ? `${clean}_` : clean;
}

function joined(prefix: string, name: string): string {
  if (prefix === "") return cut(name, longest) || "_";
  if (name === "") return cut(prefix, longest);
  const short = cut(name, longest - 2);
  return `${cut(prefix, Math.max(1, longest - 1 - short.length))}·${short}`;
}

function withNumber(base: string, count: number): string {
  const behind = ` (${count})`;
  return cut(base, longest - behind.length) + behind;
}

/** Never through the middle of a character, and never so that an apostrophe comes last. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return text
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, "")
    .trim()
    .replace(/'+$/, "_");
}
