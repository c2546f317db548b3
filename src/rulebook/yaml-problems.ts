import { type Document, isScalar, visit, type YAMLParseError } from "yaml";
import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import type { SpanLocation } from "../diagnostic/location.ts";
import type { Text } from "../text/text.ts";
import { closing } from "./split-formula.ts";

/**
 * What keeps a text from being YAML. Duplicate keys are all reported; of syntax errors only the first, since the parser's
 * later ones are mostly its consequences.
 */
export function yamlProblems(
  doc: Document.Parsed,
  text: string,
  span: (start: number, end: number) => SpanLocation,
): Diagnostic[] {
  const duplicates = doc.errors.filter((error) => error.code === "DUPLICATE_KEY");
  const [syntax] = doc.errors.filter((error) => error.code !== "DUPLICATE_KEY");
  return [
    ...duplicates.map((error) => {
      const key = /^[^:\s]+/.exec(text.slice(error.pos[0]))?.[0] ?? "";
      return diagnose("rulebook/duplicate-key", span(error.pos[0], error.pos[0] + key.length), { key });
    }),
    ...(syntax ? [syntaxProblem(syntax, doc, text, span)] : []),
  ];
}

function syntaxProblem(
  error: YAMLParseError,
  doc: Document.Parsed,
  text: string,
  span: (start: number, end: number) => SpanLocation,
): Diagnostic {
  const line = text.slice(text.lastIndexOf("\n", error.pos[0] - 1) + 1).split("\n", 1)[0] ?? "";
  const comparison = /:\s*(>=?\s*[\d.].*?)\s*[,}\]]?$/.exec(line);
  if (comparison) {
    return diagnose("rulebook/comparison-in-yaml", span(error.pos[0], error.pos[1]), { text: comparison[1] ?? "" });
  }
  const split = splitAtList(text, error.pos[0]);
  if (split) return diagnose("rulebook/split-formula", span(split.start, split.end), { text: split.quoted });
  const problem = words[error.code] ?? { zh: plain(error), en: plain(error) };
  const opened = error.code === "MISSING_CHAR" ? lastQuote(doc) : undefined;
  const [start, end] = opened === undefined ? error.pos : [opened, opened + 1];
  return diagnose("rulebook/yaml", span(start, end), { problem });
}

/** `{that: grade in [甲, 乙]}`: inside braces or brackets the list's own bracket ends the text before it. */
function splitAtList(text: string, at: number): { start: number; end: number; quoted: string } | undefined {
  const before = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  const formula = /(?:[:,]\s+|[[{]\s*)([^,:[\]{}]*\sin\s*)$/u.exec(before)?.[1];
  if (text[at] !== "[" || formula === undefined) return undefined;
  const start = at - formula.length;
  const end = closing(text, start);
  return { start, end, quoted: JSON.stringify(text.slice(start, end).trim()) };
}

/** A quote that never closes is reported where it opened, not at the file's end. */
function lastQuote(doc: Document.Parsed): number | undefined {
  let last: number | undefined;
  visit(doc, {
    Scalar(_, node) {
      if (isScalar(node) && node.range && /^QUOTE/.test(node.type ?? "")) last = node.range[0];
    },
  });
  return last;
}

function plain(error: YAMLParseError): string {
  return error.message.split(" at line ")[0] ?? error.message;
}

const words: Readonly<Record<string, Text>> = {
  TAB_AS_INDENT: { zh: "不能用制表符缩进，改用空格", en: "tabs cannot indent: use blanks" },
  MISSING_CHAR: { zh: "引号或括号没有合上", en: "a quote or bracket is not closed" },
  BAD_INDENT: { zh: "缩进与上文对不齐", en: "the indentation does not line up with what is above" },
  UNEXPECTED_TOKEN: { zh: "这里出现了不该有的符号", en: "a sign that cannot stand here" },
  BLOCK_AS_IMPLICIT_KEY: {
    zh: "一行里有两个“键: 值”；含冒号的文字要加引号",
    en: "two keys on one line; quote a text with a colon in it",
  },
  MULTILINE_IMPLICIT_KEY: { zh: "键写到了两行上，或缺少冒号", en: "a key runs over two lines, or lacks its colon" },
  KEY_OVER_1024_CHARS: { zh: "键太长，或缺少冒号", en: "a key is too long, or lacks its colon" },
  BLOCK_IN_FLOW: { zh: "大括号、方括号里不能换成缩进写法", en: "block style cannot stand inside braces or brackets" },
  BAD_ALIAS: {
    zh: "* 引用的锚点不存在；以 * 开头的文字要加引号",
    en: "no such anchor; quote a text that begins with *",
  },
  BAD_SCALAR_START: { zh: "文字不能以这个符号开头，加上引号", en: "a text cannot begin with this sign: quote it" },
  MULTIPLE_DOCS: { zh: "一个文件里只能有一份规则，去掉 ---", en: "one file holds one rulebook: remove the ---" },
};
