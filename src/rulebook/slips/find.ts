import { type Document, isPair, isScalar, isSeq, parseDocument, visit, type YAMLSeq } from "yaml";
import { textKeys } from "../text-keys.ts";
import { scanSlips } from "./scan.ts";
import { type Edit, mend, type Slip } from "./slip.ts";
import { topSigns } from "./top-signs.ts";

/** So many characters may be parsed, twice, to find out which slips do harm: a second's work in a hopeless text. */
const budget = 1_000_000;

export function parseYaml(text: string): Document.Parsed {
  return parseDocument(text, { uniqueKeys: true, version: "1.2", schema: "core" });
}

/**
 * The slips that keep a text from being YAML, or make it say what nobody wrote. A sign in prose is none: a slip counts if the
 * text has more problems without its mending than with it.
 *
 * @param doc the text, parsed
 */
export function findSlips(text: string, doc: Document.Parsed): Slip[] {
  const harmful = problems(doc) === 0 ? [] : harmfulSlips(text, problems(doc));
  const mended = harmful.length > 0 ? mend(text, harmful) : undefined;
  const commas = listCommas(mended ? parseYaml(mended.text) : doc, mended?.text ?? text).map(
    ({ kind, edits: [first, ...more] }): Slip => {
      const place = ({ start, end, by }: Edit): Edit => {
        const from = mended?.original(start) ?? start;
        return { start: from, end: from + end - start, by };
      };
      return { kind, edits: [place(first), ...more.map(place)] };
    },
  );
  return [...harmful, ...commas].sort((a, b) => a.edits[0].start - b.edits[0].start);
}

/** A smallest set of slips whose mending helps as much as any. */
function harmfulSlips(text: string, before: number): Slip[] {
  let kept = scanSlips(text).slice(0, Math.ceil(budget / Math.max(1, text.length)));
  if (kept.length === 0) return [];
  const count = (some: readonly Slip[]) => problems(parseYaml(mend(text, some).text));
  let least = count(kept);
  // First without those that take prose apart, which hides what the others do; then without those that do nothing.
  for (const isNeedless of [(now: number) => now < least, (now: number) => now <= least]) {
    for (const slip of kept) {
      const others = kept.filter((one) => one !== slip);
      const now = count(others);
      if (isNeedless(now)) [kept, least] = [others, now];
    }
  }
  return least < before ? kept : [];
}

/** What is wrong with a text, as far as slips can be the cause. */
function problems(doc: Document.Parsed): number {
  let count = doc.errors.length;
  visit(doc, {
    Pair(_, pair) {
      if (isScalar(pair.key) && pair.key.type === "PLAIN") {
        const value = isScalar(pair.value) ? pair.value.value : pair.value;
        // `{label：存款}` is a key without a value, and so is the rest of a figure behind a comma.
        if (value === null) count++;
        else if (/[：\u3000]/u.test(String(pair.key.source ?? ""))) count++;
      }
    },
    Map(_, map) {
      if (map.flow) for (const pair of map.items) if (isPair(pair) && hidesKey(pair.value)) count++;
    },
    Seq(_, seq) {
      count += restsOfFigures(seq);
    },
    Scalar(place, node, path) {
      if (node.type !== "PLAIN" || place === "key") return;
      const above = path.at(-1);
      const prose = isPair(above) && isScalar(above.key) && proseKeys.has(String(above.key.value));
      const source = node.source ?? "";
      if (!prose && /^“[^”]*[<>=≥≤()（）][^”]*”$/u.test(source)) count++;
      // `by：tier` alone in its map, `｛a: 1｝`.
      else if (/^[a-z][a-z_]*(?:：|:\u3000)/u.test(source) && !prose) count++;
      else if (/^[｛［].*[｝］]$/su.test(source)) count++;
    },
  });
  return count;
}

/** `{that: years >= 3年，cite：第十一条}`: an entry that hangs on the one before it. */
function hidesKey(value: unknown): boolean {
  return isScalar(value) && value.type === "PLAIN" && /，\s*[a-z][a-z_]+[:：]/u.test(value.source ?? "");
}

/** In `[deposits >= 38,000,000]` the figure is three items. */
function restsOfFigures(seq: YAMLSeq): number {
  let count = 0;
  let isFigure = false;
  for (const item of seq.items) {
    const source = isScalar(item) && item.type === "PLAIN" ? (item.source ?? "") : "";
    const isRest: boolean = isFigure && /^\d{3}\p{Script=Han}*$/u.test(source);
    if (isRest) count++;
    isFigure = /[<>=≥≤]\s*\d{1,3}$/u.test(source) || (isRest && /\d$/u.test(source));
  }
  return count;
}

/** Texts for people, in which signs of Chinese are at home. */
const proseKeys = new Set([...textKeys, "name"]);

/** Lists of words, formulas or ids. */
const lists = new Set([
  ...["header", "sheet", "values", "aliases", "yes", "no", "names", "requires", "provisional", "all", "any", "of"],
  ...["candidates", "rank", "touches", "use", "ratio"],
]);

/** `[工号，员工号]` is one word to YAML. A comma within brackets of the word's own is its own. */
function listCommas(doc: Document.Parsed, text: string): Slip[] {
  const found: Slip[] = [];
  visit(doc, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || !lists.has(String(key.value)) || !isSeq(value) || !value.flow) return;
      const edits = commasOf(value, text);
      const [first, ...more] = edits;
      if (first) found.push({ kind: "comma", edits: [first, ...more] });
    },
  });
  return found;
}

function commasOf(seq: YAMLSeq, text: string): Edit[] {
  return seq.items.flatMap((item) =>
    isScalar(item) && item.type === "PLAIN" ? topSigns(item, text, "，").map((at) => comma(at, text)) : [],
  );
}

function comma(at: number, text: string): Edit {
  return { start: at, end: at + 1, by: /\s/u.test(text[at + 1] ?? "") ? "," : ", " };
}
