import { type Document, isPair, isScalar, type Pair, visit, type YAMLMap } from "yaml";
import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import type { SpanLocation } from "../diagnostic/location.ts";

/**
 * Finds keys without a value, and formulas that YAML has taken apart: in `{that: max(a, b) >= 3}` the comma ends the value,
 * and `b) >= 3` becomes a key of its own. Both would read as something that nobody wrote.
 */
export function findNulls(
  doc: Document,
  text: string,
  span: (start: number, end: number) => SpanLocation,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(doc, {
    Map(_, map) {
      for (const pair of map.items) {
        if (!isPair(pair) || !isScalar(pair.key)) continue;
        const whole = splitFormula(map, pair, text);
        const [start = 0, end = 1] = pair.key.range ?? [];
        if (whole) found.push(diagnose("rulebook/split-formula", span(whole.start, whole.end), { text: whole.quoted }));
        else if (isNull(pair) && !followsSplit(map, pair)) {
          found.push(diagnose("rulebook/null", span(start, end), { key: String(pair.key.value) }));
        }
      }
    },
    Seq(_, seq) {
      for (const [index, item] of seq.items.entries()) {
        if (!isScalar(item) || !item.range) continue;
        if (item.value === null) {
          found.push(diagnose("rulebook/null", span(item.range[0], item.range[1]), { key: `[${index}]` }));
        } else if (seq.flow && unbalanced(item)) {
          const end = closing(text, item.range[0]);
          const quoted = JSON.stringify(text.slice(item.range[0], end).trim());
          found.push(diagnose("rulebook/split-formula", span(item.range[0], end), { text: quoted }));
          break;
        }
      }
    },
  });
  return found;
}

function splitFormula(
  map: YAMLMap,
  pair: Pair,
  text: string,
): { start: number; end: number; quoted: string } | undefined {
  if (!map.flow || !isScalar(pair.value) || !unbalanced(pair.value) || !pair.value.range) return undefined;
  const start = pair.value.range[0];
  const end = closing(text, start);
  return { start, end, quoted: JSON.stringify(text.slice(start, end).trim()) };
}

/** A plain scalar that opens more brackets than it closes. */
function unbalanced(node: { value: unknown; type?: unknown; range?: unknown }): boolean {
  if (typeof node.value !== "string" || node.type !== "PLAIN") return false;
  const opened = (node.value.match(/[([（]/g) ?? []).length;
  return opened > (node.value.match(/[)\]）]/g) ?? []).length;
}

/** Where the formula that begins at `start` really ends: at the first `}`, `]` or line end outside its own brackets. */
export function closing(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const char = text[at] ?? "";
    if ("([（".includes(char)) depth++;
    else if (")]）".includes(char) && depth > 0) depth--;
    else if ("}\n]".includes(char) || (char === "," && depth === 0)) return at;
  }
  return text.length;
}

function isNull(pair: Pair): boolean {
  return pair.value === null || (isScalar(pair.value) && pair.value.value === null);
}

/** The torn-off rest of a formula that has been reported at its beginning. */
function followsSplit(map: YAMLMap, pair: Pair): boolean {
  const before = map.items[map.items.indexOf(pair) - 1];
  if (!map.flow || !before) return false;
  if (isScalar(before.value) && unbalanced(before.value)) return true;
  return isNull(before) && followsSplit(map, before);
}
