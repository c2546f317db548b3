import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from "yaml";
import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import type { SpanLocation } from "../diagnostic/location.ts";
import type { Span } from "../formula/formula.ts";
import { scalarOffsets } from "./scalar-offsets.ts";
import { findSlips, parseYaml } from "./slips/find.ts";
import { joinedWords } from "./slips/joined-words.ts";
import { slipProblem } from "./slips/report.ts";
import { mend } from "./slips/slip.ts";
import { findNulls } from "./split-formula.ts";
import { yamlProblems } from "./yaml-problems.ts";

export type Path = readonly (string | number)[];

/** A rulebook's YAML with its positions kept. Numbers in `tree` are their source text, so that none passes through a binary float. */
export interface RuleDocument {
  readonly file: string;
  readonly text: string;
  readonly tree: unknown;
  /** The value at a path, or its nearest ancestor that exists. */
  at(path: Path): SpanLocation;
  /** The key that the path ends in. */
  keyAt(path: Path): SpanLocation;
  /** A span inside the scalar at a path: a formula's part. */
  within(path: Path, span: Span): SpanLocation;
}

/**
 * Reads YAML 1.2. The document is undefined when the text is no YAML at all or expands without bound. Slips of typing
 * (`label：存款`) are reported, and mended for whatever else there is to say.
 */
export function parseRuleDocument(file: string, text: string): { document?: RuleDocument; diagnostics: Diagnostic[] } {
  const lines = new LineCounter();
  const written = parseDocument(text, { lineCounter: lines, uniqueKeys: true, version: "1.2", schema: "core" });
  const writtenSpan = (start: number, end: number): SpanLocation => {
    const [from, to] = [lines.linePos(start), lines.linePos(Math.max(end, start + 1))];
    return { file, line: from.line, column: from.col, endLine: to.line, endColumn: to.col };
  };
  const slips = findSlips(text, written);
  const mended = slips.length > 0 ? mend(text, slips) : undefined;
  const source = mended?.text ?? text;
  const doc = mended ? parseYaml(source) : written;
  const span = (start: number, end: number): SpanLocation =>
    mended ? writtenSpan(mended.original(start), mended.original(end)) : writtenSpan(start, end);
  const diagnostics = slips.map((slip) => slipProblem(slip, slips, text, writtenSpan));
  if (doc.errors.length > 0) return { diagnostics: [...diagnostics, ...yamlProblems(doc, source, span)] };
  diagnostics.push(...findNulls(doc, source, span), ...joinedWords(doc, source, span));
  let tree: unknown;
  try {
    doc.toJS({ maxAliasCount: 100 });
    tree = toTree(doc.contents, doc);
  } catch {
    // The library throws a ReferenceError once aliases expand past the bound.
    return { diagnostics: [diagnose("rulebook/aliases", { file }, {})] };
  }
  const place = (node: Node | null | undefined): SpanLocation =>
    node?.range ? span(node.range[0], node.range[1]) : span(0, 1);
  const document: RuleDocument = {
    file,
    text,
    tree,
    at: (path) => place(climb(doc, path)),
    keyAt: (path) => place(keyNode(doc, path) ?? climb(doc, path)),
    within(path, part) {
      const node = climb(doc, path);
      if (!isScalar(node) || !node.range) return place(node);
      const [begin, end] = node.range;
      const scalar = source.slice(begin, end);
      // Numbers are read as they are written.
      const offsets = scalarOffsets(scalar, typeof node.value === "string" ? node.value : scalar, node.type);
      const placeOf = (offset: number) => begin + (offsets[Math.min(offset, offsets.length - 1)] ?? 0);
      const [last, after] = [placeOf(Math.max(part.start, part.end - 1)), placeOf(part.end)];
      return span(placeOf(part.start), source.slice(last, after).includes("\n") ? last + 1 : after);
    },
  };
  return { document, diagnostics };
}

/** Plain data: maps without a prototype, lists, strings, booleans; numbers as written. */
function toTree(node: unknown, doc: Document): unknown {
  if (isAlias(node)) return toTree(node.resolve(doc), doc);
  if (isMap(node)) {
    const map: Record<string, unknown> = Object.create(null);
    for (const pair of node.items) map[keyText(pair.key)] = toTree(pair.value, doc);
    return map;
  }
  if (isSeq(node)) return node.items.map((item) => toTree(item, doc));
  if (!isScalar(node)) return undefined;
  if (typeof node.value === "number" || typeof node.value === "bigint") return node.source ?? String(node.value);
  return node.value;
}

function keyText(key: unknown): string {
  if (isScalar(key)) return typeof key.value === "string" ? key.value : (key.source ?? String(key.value));
  return String(key);
}

function child(doc: Document, node: unknown, key: string | number): Node | undefined {
  const target = isAlias(node) ? node.resolve(doc) : node;
  if (isMap(target)) {
    const pair = target.items.find((item) => keyText(item.key) === String(key));
    return isNode(pair?.value) ? pair.value : undefined;
  }
  if (isSeq(target)) {
    const item = target.items[Number(key)];
    return isNode(item) ? item : undefined;
  }
  return undefined;
}

function climb(doc: Document, path: Path): Node | null | undefined {
  let node: Node | null | undefined = doc.contents;
  for (const key of path) {
    const next = child(doc, node, key);
    if (!next) break;
    node = next;
  }
  return node;
}

function keyNode(doc: Document, path: Path): Node | undefined {
  const last = path.at(-1);
  let parent: unknown = climb(doc, path.slice(0, -1));
  if (isAlias(parent)) parent = parent.resolve(doc);
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find((item) => isPair(item) && keyText(item.key) === String(last));
  return isNode(pair?.key) ? pair.key : undefined;
}
