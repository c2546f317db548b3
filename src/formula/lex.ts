import { parseQuantity } from "../number/quantity.ts";
import { currencyOf } from "../number/unit.ts";
import { foldWidth } from "../number/width.ts";
import { dateOf } from "./calendar.ts";
import type { Span } from "./formula.ts";
import { noAdvice, stop } from "./problem.ts";
import { keywords, type Token } from "./token.ts";

// biome-ignore format: a table
/** Signs that stand for another, character for character, so that offsets into the text stay true. */
const signs: Readonly<Record<string, string>> = {
  "×": "*", "÷": "/", "≧": "≥", "≦": "≤", "、": ",", "【": "[", "】": "]", "〔": "[", "〕": "]",
};

// biome-ignore format: a table
/** What opens a quotation → what closes it. */
const quotes: Readonly<Record<string, string>> = {
  "'": "'", '"': '"', "“": "”", "‘": "’", "「": "」", "＇": "＇", "＂": "＂",
};

const long: Readonly<Record<string, string>> = { "≥": ">=", "≤": "<=", "≠": "!=" };

// biome-ignore format: a table
/** Signs of other languages, and what is meant. */
const foreign: Readonly<Record<string, string>> = {
  "<>": "!=", "=>": ">=", "=<": "<=", "===": "==", "!==": "!=", "&&": "and", "||": "or", "!": "not", "&": "and", "|": "or",
};

const blank = /\s+/uy;
const date = /(\d{4})(?:-(\d{1,2})-(\d{1,2})(?!\d)|年(\d{1,2})月(\d{1,2})日)/uy;
const digits = /(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)/uy;
const exponent = /e[+-]?\d/iuy;
const han = /\p{Script=Han}+|[%‰]/uy;
const latin = /[A-Za-z$¥€£]+/uy;
const word = /[\p{L}_][\p{L}\p{M}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{M}\p{N}_]*)*/uy;
const sign = /===|!==|==|!=|>=|<=|<>|=>|=<|&&|\|\||[-+*/<>()[\],=!&|≥≤≠]/uy;

/** Chinese words that join conditions, and what to write: never a unit behind a figure. */
const joiners: ReadonlyMap<string, string> = new Map([
  ["且", "and"],
  ["并且", "and"],
  ["而且", "and"],
  ["或", "or"],
  ["或者", "or"],
  ["非", "not"],
]);

/**
 * Cuts a formula into tokens. Full-width forms are read as their half-width ones; a figure takes its unit along, joined to
 * it or after a blank (`500万 USD`, `500 张`). Stops at the first thing that is no token.
 */
export function lex(text: string): Token[] {
  return new Lexer(text).tokens();
}

class Lexer {
  private readonly source: string;
  private at = 0;

  constructor(private readonly original: string) {
    this.source = foldWidth(original).replace(/[×÷≧≦、【】〔〕]/gu, (char) => signs[char] ?? char);
  }

  tokens(): Token[] {
    const found: Token[] = [];
    for (;;) {
      this.match(blank);
      if (this.at >= this.source.length) break;
      found.push(this.quoted() ?? this.date() ?? this.figure() ?? this.word() ?? this.sign());
    }
    const end = this.source.length;
    found.push({ kind: "end", text: "", span: { start: end, end } });
    return found;
  }

  /** The text that matches here, taken. */
  private match(pattern: RegExp): string | undefined {
    const found = this.peek(pattern, this.at);
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private peek(pattern: RegExp, at: number): string | undefined {
    pattern.lastIndex = at;
    return pattern.exec(this.source)?.[0];
  }

  private spanFrom(start: number): Span {
    return { start, end: this.at };
  }

  private quoted(): Token | undefined {
    const start = this.at;
    const open = this.original[start] ?? "";
    const close = Object.hasOwn(quotes, open) ? quotes[open] : undefined;
    if (!close) return undefined;
    let value = "";
    for (let index = start + 1; index < this.original.length; index++) {
      const char = this.original[index] ?? "";
      if (char !== close) {
        value += char;
      } else if (this.original[index + 1] === close) {
        value += char; // A doubled quotation mark stands for one.
        index++;
      } else {
        this.at = index + 1;
        return { kind: "text", text: value, span: this.spanFrom(start) };
      }
    }
    return stop({ start, end: this.original.length }, "formula/unclosed-text", { quote: open });
  }

  private date(): Token | undefined {
    const start = this.at;
    date.lastIndex = start;
    const match = date.exec(this.source);
    if (!match) return undefined;
    this.at += match[0].length;
    const [year, month, day] = [match[1], match[2] ?? match[4], match[3] ?? match[5]].map(Number);
    const value = dateOf(year ?? 0, month ?? 0, day ?? 0);
    if (!value) return stop(this.spanFrom(start), "formula/bad-date", { text: match[0] });
    return { kind: "date", text: value, span: this.spanFrom(start) };
  }

  private figure(): Token | undefined {
    const start = this.at;
    let text = "";
    let unit = "";
    for (let part = this.match(digits); part !== undefined; part = unit === "" ? undefined : this.match(digits)) {
      const power = this.match(exponent);
      if (part.includes("_") || power !== undefined) this.badNumber(start, part, power);
      unit = this.unit();
      text += part + unit;
    }
    if (text === "") return undefined;
    const span = this.spanFrom(start);
    const quantity = parseQuantity(text);
    if (!quantity) return stop(span, "formula/bad-number", { text, advice: noAdvice });
    const { value, unit: measure } = quantity;
    return { kind: "figure", text, value, span, ...(measure ? { unit: measure } : {}) };
  }

  /** The unit behind a figure: Chinese, a sign or Latin letters joined to it; after a blank Chinese or a known currency. */
  private unit(): string {
    let unit = "";
    const chinese = this.peek(han, this.afterBlank());
    if (chinese !== undefined && !joiners.has(chinese)) {
      unit = chinese;
      this.at = this.afterBlank() + chinese.length;
      const second = this.peek(han, this.afterBlank());
      if (second !== undefined && currencyOf(second) !== undefined) {
        this.at = this.afterBlank() + second.length;
        return unit + second;
      }
    }
    const next = this.afterBlank();
    const letters = this.peek(latin, next);
    if (letters === undefined || keywords.has(letters)) return unit;
    const joined = unit === "" && next === this.at && !/[$¥€£]/u.test(letters);
    const currency = currencyOf(letters) !== undefined;
    if (!joined && !currency) return unit;
    this.at = next + letters.length;
    return currency ? `${unit} ${letters}` : letters;
  }

  private afterBlank(): number {
    return this.at + (this.peek(blank, this.at)?.length ?? 0);
  }

  private word(): Token | undefined {
    const start = this.at;
    const text = this.match(word);
    if (text === undefined) return undefined;
    const use = joiners.get(text);
    if (use) return stop(this.spanFrom(start), "formula/wrong-operator", { found: text, use });
    return { kind: keywords.has(text) ? "keyword" : "name", text, span: this.spanFrom(start) };
  }

  private sign(): Token {
    const start = this.at;
    const text = this.match(sign);
    if (text === undefined) {
      const char = String.fromCodePoint(this.original.codePointAt(start) ?? 0);
      const advice = /[¥$€£]/u.test(char)
        ? { zh: "币种写在数字后面，如 500万 USD", en: "write the currency behind the figure: 500万 USD" }
        : noAdvice;
      return stop({ start, end: start + char.length }, "formula/unexpected-character", { char, advice });
    }
    const use = Object.hasOwn(foreign, text) ? foreign[text] : undefined;
    if (use) stop(this.spanFrom(start), "formula/wrong-operator", { found: text, use });
    if (text === "=") stop(this.spanFrom(start), "formula/single-equals", {});
    return { kind: "sign", text: long[text] ?? text, span: this.spanFrom(start) };
  }

  private badNumber(start: number, text: string, power: string | undefined): never {
    const plain = text.replaceAll("_", "");
    const advice =
      power === undefined
        ? { zh: `数字中不写下划线，写作 ${plain}`, en: `write it without underscores: ${plain}` }
        : { zh: "不用科学记数法，写成 1.5亿、300万 这样", en: "write it in full, or with a scale: 1.5亿, 300万" };
    return stop(this.spanFrom(start), "formula/bad-number", { text: text + (power ?? ""), advice });
  }
}
