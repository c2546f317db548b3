import type { MappedName } from "../../workbook/mapping.ts";
import type { MappingSuggestion } from "../../workbook/suggest-mapping.ts";
import { oneLine } from "../text-width.ts";

/**
 * The `mapping` for a project file: what is mapped already, then what is suggested. What could not be guessed is a comment
 * that lists the choices. Empty: there is nothing to map.
 */
export function renderMapping(mapped: readonly MappedName[], suggestions: readonly MappingSuggestion[]): string {
  if (mapped.length === 0 && suggestions.length === 0) return "";
  const entries = new Map<string, Set<string>>();
  const add = (what: string, name: string) => entries.set(what, (entries.get(what) ?? new Set()).add(name));
  for (const { what, name } of mapped) add(what, name);
  const remarks: string[] = [];
  for (const { what, name, among } of suggestions) {
    if (name === undefined) remarks.push(`${key(what)}: ${among.join(" | ")}`);
    else add(what, name);
  }
  const lines = [...entries].map(([what, names]) => `  ${key(what)}: ${namesAsYaml([...names])}`);
  return [...(lines.length > 0 ? ["mapping:", ...lines] : []), ...remarks.map((one) => `  # ${oneLine(one)}`), ""].join(
    "\n",
  );
}

/** A header that two inputs share has a name in each. */
function namesAsYaml(names: readonly string[]): string {
  return names.length === 1 ? (names[0] ?? "") : `[${names.join(", ")}]`;
}

/** A YAML key: bare if it is a plain word, else quoted as JSON, which is YAML too. */
function key(text: string): string {
  const plain =
    /^[\p{L}_][\p{L}\p{N}_()（）.!%/-]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return plain ? text : JSON.stringify(text);
}
