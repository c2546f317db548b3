import { widthOf } from "./text-width.ts";

/** A word or an amount with the blanks before it, or one Chinese character; with the punctuation that may not begin a line. */
const unbreakable =
  /\s*(?:[^\s\u3400-\u9fff]*\d[^\s\u3400-\u9fff]*[万亿]?(?:元|美元|年|个月)?|[\u3400-\u9fff]|[^\s\u3400-\u9fff]+)[，。：；、）”？！]*/gu;
const colourCode = /\x1b\[[\d;]*m/gu;

/** What a line of a tree begins with: its branches, and the blanks of a list. */
const branches = /^[\s│├└─]*/u;

/** A line in pieces of at most so many columns, broken between words or Chinese characters, never within an amount. */
export function wrapLine(line: string, width: number): string[] {
  const wrapped: string[] = [];
  let current = "";
  for (const [chunk] of line.matchAll(unbreakable)) {
    if (current !== "" && columnsOf(current + chunk) > width) {
      wrapped.push(current);
      current = chunk.trimStart();
    } else current += chunk;
  }
  return [...wrapped, current];
}

/** A text whose lines fit: what goes on stands under its own line, two columns in, and a tree's branches run on beside it. */
export function fitted(text: string, width: number): string {
  if (!Number.isFinite(width)) return text;
  return text
    .split("\n")
    .flatMap((line) => (columnsOf(line) <= width ? [line] : hanging(line, width)))
    .join("\n");
}

function hanging(line: string, width: number): string[] {
  const [before = ""] = branches.exec(line.replace(colourCode, "")) ?? [];
  const under = `${before.replaceAll("├", "│").replace(/[└─]/gu, " ")}  `;
  const [first = ""] = wrapLine(line, width);
  // What follows has less room, and is broken anew.
  const rest = line.slice(first.length).trimStart();
  const below = rest === "" ? [] : wrapLine(rest, Math.max(width - columnsOf(under), 20));
  return [first, ...below.map((part) => under + part)];
}

function columnsOf(text: string): number {
  return widthOf(text.replace(colourCode, ""));
}
