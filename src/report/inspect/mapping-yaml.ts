import type { Lang } from "../../text/text.ts";
import type { MappingSuggestion } from "../../workbook/suggest-mapping.ts";
import { oneLine } from "../text-width.ts";

/**
 * The `mapping` for a project file: what is mapped already, then what is suggested. What could not be guessed is a comment
 * that lists the choices. Empty: there is nothing to map.
 */
export function renderMapping(
  mapped: readonly (readonly [what: string, name: string])[],
  suggestions: readonly MappingSuggestion[],
  lang: Lang,
): string {
  if (mapped.length === 0 && suggestions.length === 0) return "";
  const entries = new Map(mapped);
  const remarks: string[] = [];
  for (const { what, name, among } of suggestions) {
    const before = entries.get(what);
    if (name === undefined) remarks.push(`${key(what)}: ${among.join(" | ")}`);
    else if (before === undefined) entries.set(what, name);
    else if (before !== name) remarks.push(alsoMap(what, name, lang));
  }
  const lines = [...entries].map(([what, name]) => `  ${key(what)}: ${name}`);
  return [...(lines.length > 0 ? ["mapping:", ...lines] : []), ...remarks.map((one) => `  # ${oneLine(one)}`), ""].join(
    "\n",
  );
}

/** A key stands once in a mapping; the same header in another input has to go to the command line. */
function alsoMap(what: string, name: string, lang: Lang): string {
  const option = `--map ${what}=${name}`;
  return lang === "zh"
    ? `同名的另一处请写在命令行：${option}`
    : `for the other one of this name, on the command line: ${option}`;
}

/** A YAML key: bare if it is a plain word, else quoted as JSON, which is YAML too. */
function key(text: string): string {
  const plain =
    /^[\p{L}_][\p{L}\p{N}_()（）.!%/-]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return plain ? text : JSON.stringify(text);
}
