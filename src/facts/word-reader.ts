import type { Args } from "../diagnostic/diagnostic.ts";
import type { Result, Value } from "../formula/value.ts";
import type { Column } from "../rulebook/input.ts";
import { withoutInvisible } from "../text/invisible.ts";
import { didYouMean } from "../text/suggest.ts";
import { listOf, type Text } from "../text/text.ts";
import type { CellReader } from "./cell-reader.ts";
import { doubleOf } from "./decimal.ts";
import type { Site } from "./site.ts";

const yes = ["是", "Y", "Yes", "TRUE", "T", "√", "✓", "✔", "☑", "对", "1", "有", "合格"];
const no = ["否", "N", "No", "FALSE", "F", "×", "✗", "✘", "✕", "☒", "错", "0", "无", "没有", "不合格"];
const noTier = ["无", "无等级", "未定级", "未评级", "none"];

/** Cells that hold one of a column's words: yes and no, an enum's values, tiers by id, label or alias. */
export class WordReader implements CellReader {
  readonly reads = "words";
  private readonly words = new Map<string, Value>();
  /** As the rulebook spells them, for messages. */
  private readonly spellings: readonly string[];
  private readonly read = new Map<string, Value>();
  private readonly unread = new Map<string, Omit<Args<"facts/unknown-word">, "header">>();

  constructor(private readonly site: Site) {
    const entries = wordsOf(site.column);
    for (const [word, value] of entries) this.words.set(plain(word), value);
    this.spellings = [...new Set(entries.map(([word]) => word))];
  }

  text(text: string): Result {
    const known = this.read.get(text);
    if (known !== undefined) return known;
    if (this.unread.has(text)) return this.site.bad("facts/unknown-word", this.complaint(text));
    const value = this.words.get(plain(text));
    if (value !== undefined) {
      this.read.set(text, value);
      return value;
    }
    if (this.site.isBlank(text)) return this.site.blank();
    return this.site.bad("facts/unknown-word", this.complaint(text));
  }

  number(value: number, format: string): Result {
    return this.text(this.site.dateShown(value, format) ?? doubleOf(value, 0)?.toString() ?? String(value));
  }

  boolean(value: boolean): Result {
    return this.site.column.kind === "boolean" ? value : this.text(value ? "TRUE" : "FALSE");
  }

  private complaint(raw: string): Omit<Args<"facts/unknown-word">, "header"> {
    let args = this.unread.get(raw);
    if (!args) {
      args = { raw, meant: didYouMean(raw, this.spellings), words: shownWords(this.site.column) };
      this.unread.set(raw, args);
    }
    return args;
  }
}

/** Later entries win: the column's own words are last. */
function wordsOf(column: Column): [string, Value][] {
  const { type, words } = column;
  if (type.kind === "boolean") {
    return [
      ...yes.map((word): [string, Value] => [word, true]),
      ...no.map((word): [string, Value] => [word, false]),
      ...column.yes.map((word): [string, Value] => [word, true]),
      ...column.no.map((word): [string, Value] => [word, false]),
    ];
  }
  const own = [...words].map(([word, value]): [string, Value] => [word, value]);
  if (type.kind === "enum") return [...type.values.map((value): [string, Value] => [value, value]), ...own];
  return [...noTier.map((word): [string, Value] => [word, ""]), ...own];
}

/** What can be filled in, at its shortest. */
function shownWords(column: Column): Text {
  if (column.type.kind === "boolean") return listOf([...column.yes, ...column.no, "是", "否", "Y", "N"]);
  if (column.type.kind === "enum") return listOf(column.type.values);
  const byTier = new Map<string, string[]>();
  for (const [word, tier] of column.words) byTier.set(tier, [...(byTier.get(tier) ?? []), word]);
  // A tier's words come as its id, its label in Chinese, and that in English if it is another.
  const tiers = [...byTier.values()];
  return listOf(tiers.map(([id = "", zh = id, en = zh]) => ({ zh, en })));
}

function plain(text: string): string {
  return withoutInvisible(text).normalize("NFKC").replace(/\s/gu, "").toLowerCase();
}
