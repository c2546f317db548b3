import type { Edit, Slip } from "./slip.ts";

const name = /[\p{L}_][\p{L}\p{N}_-]*/uy;
const key = /[\s\u3000]*[\p{L}_][\p{L}\p{N}_-]*[ \t]*([:：])/uy;
const figure = /\d{1,3}(?:,\d{3})+(?!\d|,\d)/uy;
const curly = /[“”]([^“”"\n\\]*)[“”"](?=[ \t]*(?:[,，}\]｝］]|#|\r?\n|$))/uy;
/** Opened straight, closed by a Chinese mark. */
const halfCurly = /"[^"\n\\]*?([“”])(?=[ \t]*(?:[,，}\]｝］]|#|\r?\n|$))/uy;
const blockScalar = /(?:^|[\s:-])[|>][-+\d]*[ \t]*(?:#.*)?$/u;

const opens: Readonly<Record<string, string>> = { "{": "{", "[": "[", "｛": "{", "［": "[" };
const closes: Readonly<Record<string, string>> = { "}": "}", "]": "]", "｝": "}", "］": "]", "】": "]" };

/**
 * Every place of a text where a slip may stand, whether it does harm or not: signs in prose look the same. Quoted texts,
 * comments and block scalars are passed over.
 */
export function scanSlips(text: string): Slip[] {
  return new Scanner(text).scan();
}

class Scanner {
  private readonly found: Slip[] = [];
  private readonly open: string[] = [];
  private at = 0;
  /** Nothing of the present entry has been read; the next thing may be its key. */
  private atKey = true;
  /** Nothing of the present scalar has been read: brackets and quotation marks count. */
  private atStart = true;

  constructor(private readonly text: string) {}

  scan(): Slip[] {
    this.line();
    while (this.at < this.text.length) this.step();
    return this.found;
  }

  private step(): void {
    const { text, at } = this;
    const char = text[at] ?? "";
    if (char === "\n") {
      this.at++;
      this.line();
    } else if (char === "#" && /\s|^$/u.test(text[at - 1] ?? "")) this.at = this.lineEnd();
    else if (/[\s\u3000]/u.test(char)) this.at++;
    else if (this.atStart && this.startOfScalar(char)) return;
    else if (this.open.length > 0 && this.inFlow(char)) return;
    else {
      if (char === ":" && /\s|^$/u.test(text[at + 1] ?? "")) this.value(at + 1);
      else {
        this.at++;
        this.atStart = this.atKey = false;
      }
    }
  }

  /** At the beginning of a line. Outside braces and brackets, that of an entry. */
  private line(): void {
    const { text } = this;
    const start = this.at;
    const indent = this.take(/[ \t]*/uy).length;
    const wide = this.take(/\u3000+[ \t\u3000]*/uy);
    if (wide !== "") this.slip("blank", edit(start + indent, this.at, wide.replace(/\u3000/gu, "  ")));
    if (this.open.length > 0) return;
    this.take(/(?:-[ \t]+)*/uy);
    [this.atKey, this.atStart] = [true, true];
    const end = this.lineEnd();
    if (!blockScalar.test(text.slice(this.at, end).trimEnd())) return;
    this.at = end;
    // What is indented more is the block's text.
    for (let next = end + 1; next < text.length; next = this.at + 1) {
      const depth = /^[ \t]*/u.exec(text.slice(next, next + 200))?.[0].length ?? 0;
      const stop = text.indexOf("\n", next);
      const own = text.slice(next, stop < 0 ? text.length : stop);
      if (own.trim() !== "" && depth <= indent) return;
      this.at = stop < 0 ? text.length : stop;
    }
  }

  private startOfScalar(char: string): boolean {
    const { at } = this;
    if (char === '"' || char === "'") return this.quoted(char);
    const quotes = this.match(curly);
    if (quotes) {
      const end = at + quotes[0].length;
      this.slip("quotes", edit(at, at + 1, '"'), edit(end - 1, end, '"'));
      this.at = end;
      [this.atStart, this.atKey] = [false, false];
      return true;
    }
    const opener = opens[char];
    if (opener !== undefined) {
      if (char !== opener) this.slip("bracket", edit(at, at + 1, opener));
      this.open.push(opener);
      this.at++;
      [this.atKey, this.atStart] = [opener === "{", true];
      return true;
    }
    return this.atKey && this.entryKey();
  }

  /** `key：` and `key:value`; both may be nothing but a text. */
  private entryKey(): boolean {
    const { text, at } = this;
    const word = this.match(name)?.[0];
    if (word === undefined) return false;
    const colon = at + word.length;
    const after = text[colon + 1] ?? "\n";
    if (text[colon] === "：") {
      this.slip("colon", this.colon(colon));
      this.value(colon + 1);
    } else if (text[colon] === ":" && (after === "\u3000" || /[^\s/:,}\]]/u.test(after))) {
      this.slip(after === "\u3000" ? "blank" : "no-blank", this.colon(colon));
      this.value(colon + 1);
    } else {
      this.at = colon;
      [this.atStart, this.atKey] = [false, text[colon] === ":"];
    }
    return true;
  }

  /** A colon as YAML needs it, with whatever blanks stand behind it. */
  private colon(at: number): Edit {
    const blanks = /^[ \t\u3000]*/u.exec(this.text.slice(at + 1, at + 20))?.[0] ?? "";
    const isLast = /^(?:\r?\n|$)/u.test(this.text.slice(at + 1 + blanks.length, at + 3 + blanks.length));
    return edit(at, at + 1 + blanks.length, isLast ? ":" : ": ");
  }

  private inFlow(char: string): boolean {
    const { text, at } = this;
    const closer = closes[char];
    if (closer !== undefined && (char !== "】" || !this.isPaired(at))) {
      if (char !== closer) this.slip("bracket", edit(at, at + 1, closer));
      this.open.pop();
      this.at++;
      [this.atStart, this.atKey] = [false, false];
      return true;
    }
    if (char === ",") return this.entry(at + 1);
    if (char === "，" && this.isSeparator()) return true;
    const digits = /[\d.,]/u.test(text[at - 1] ?? "") ? undefined : this.match(figure)?.[0];
    if (digits === undefined) return false;
    this.slip("thousands", edit(at, at + digits.length, digits.replaceAll(",", "")));
    this.at = at + digits.length;
    [this.atStart, this.atKey] = [false, false];
    return true;
  }

  /** A full-width comma that a key follows, or that stands beside a bracket or a quoted text. */
  private isSeparator(): boolean {
    const { text, at } = this;
    const mended = edit(at, at + 1, /\s/u.test(text[at + 1] ?? "") ? "," : ", ");
    this.at++;
    const next = this.open.at(-1) === "{" ? this.match(key) : undefined;
    this.at--;
    if (next) {
      const colon = at + next[0].length;
      // One slip: were only one of the two mended, the text would be worse than before.
      if (next[1] === "：") this.slip("comma", mended, this.colon(colon));
      else this.slip("comma", mended);
      return next[1] === "：" ? this.value(colon + 1) : this.entry(at + 1);
    }
    const before = /[}\]"'｝］]\s*$/u.test(text.slice(Math.max(0, at - 20), at));
    const after = /^\s*[{["'｛［]/u.test(text.slice(at + 1, at + 20));
    if (!before && !after) return false;
    this.slip("comma", mended);
    return this.entry(at + 1);
  }

  private quoted(mark: string): boolean {
    const { text, at } = this;
    const line = text.slice(at, this.lineEnd());
    const half = mark === '"' && line.split('"').length % 2 === 0 ? this.match(halfCurly) : undefined;
    if (half) {
      this.at = at + half[0].length;
      this.slip("quotes", edit(this.at - 1, this.at, '"'));
    } else {
      const end = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/su.exec(text.slice(at))?.[0].length;
      this.at = end === undefined ? this.lineEnd() : at + end;
    }
    [this.atStart, this.atKey] = [false, false];
    return true;
  }

  private isPaired(at: number): boolean {
    const before = this.text.slice(this.text.lastIndexOf("\n", at) + 1, at);
    return before.lastIndexOf("【") > before.lastIndexOf("】");
  }

  private entry(next: number): true {
    this.at = next;
    [this.atKey, this.atStart] = [this.open.at(-1) === "{", true];
    return true;
  }

  private value(next: number): true {
    this.at = next;
    [this.atKey, this.atStart] = [false, true];
    return true;
  }

  private lineEnd(): number {
    const end = this.text.indexOf("\n", this.at);
    return end < 0 ? this.text.length : end;
  }

  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text) ?? undefined;
  }

  private take(pattern: RegExp): string {
    const taken = this.match(pattern)?.[0] ?? "";
    this.at += taken.length;
    return taken;
  }

  private slip(kind: Slip["kind"], first: Edit, ...more: Edit[]): void {
    this.found.push({ kind, edits: [first, ...more] });
  }
}

function edit(start: number, end: number, by: string): Edit {
  return { start, end, by };
}
