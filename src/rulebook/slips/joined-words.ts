import { type Document, isScalar, isSeq, visit } from "yaml";
import { type Diagnostic, diagnose } from "../../diagnostic/diagnostic.ts";
import type { SpanLocation } from "../../diagnostic/location.ts";
import { topSigns } from "./top-signs.ts";

/** What a sheet may call something: one word or a list of them. */
const wordKeys = new Set(["header", "sheet", "aliases", "yes", "no", "values"]);

/**
 * Words that are most likely several: `header: 工号，员工号`, `[工号、员工号]`. A header may have such a sign in it (职务、职称),
 * so they are warned of; in quotation marks a word is meant as it is.
 */
export function joinedWords(
  doc: Document,
  text: string,
  span: (start: number, end: number) => SpanLocation,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const look = (node: unknown, sign: string): void => {
    if (!isScalar(node) || node.type !== "PLAIN" || !node.range) return;
    const [start, end] = node.range;
    const places = topSigns(node, text, sign);
    if (places.length === 0) return;
    const words = [start, ...places.map((at) => at + 1)].map((from, index) => {
      return text.slice(from, places[index] ?? end).trim();
    });
    const args = { text: text.slice(start, end), words: words.join(", ") };
    found.push(diagnose("rulebook/joined-words", span(start, end), args));
  };
  visit(doc, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || !wordKeys.has(String(key.value))) return;
      if (isSeq(value)) for (const item of value.items) look(item, "、");
      else look(value, "，");
    },
  });
  return found;
}
